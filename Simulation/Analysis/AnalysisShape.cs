using System.Globalization;
using System.Text.Json;
using Supply.Files;
using static Supply.Files.ValueShapes;

namespace Supply.Analysis;

/// <summary>The shape of a file of analyses.</summary>
internal static class AnalysisShape
{
    public const string UsualMetric = "fired per day";

    private const double MostRounds = 1e6;

    private static readonly SensitivitySettings usual = new();

    private static readonly Form<int> format = Choice("a format that can be read", ("supply-analysis/1", 0));

    private static readonly Form<StepNoise> noise = Choice("noise from step to step", ("input", StepNoise.Input),
        ("common", StepNoise.Common));

    private static readonly Form<LeverKind> lever = Choice("a lever", ("share", LeverKind.Share), ("flow", LeverKind.Flow),
        ("capacity", LeverKind.Capacity));

    public static AnalysisFile File(Cursor at, AnalysisFile value) => at.Object(
        """an object with "format" and any of "metric", "window", "loss", "sobol", "morris", "inputs", "least" """.TrimEnd(),
        File, value);

    private static AnalysisFile File(Fields<AnalysisFile> f)
    {
        f.Get("format", format, _ => 0);
        var (hasSobol, hasMorris) = (f.Has("sobol", x => x.HasSobol), f.Has("morris", x => x.HasMorris));
        var file = new AnalysisFile
        {
            Metric = f.Get("metric", Text, x => x.Metric, UsualMetric),
            Window = f.Maybe("window", FileShape.OneWindow, x => x.Window),
            Loss = f.Get("loss", Between(0, 1), x => x.Loss, 0.1),
            HasSobol = hasSobol,
            HasMorris = hasMorris,
        };
        var sobol = f.Maybe("sobol", Sobol, x => x.HasSobol ? x.Inputs : null) ?? usual;
        var morris = f.Maybe("morris", Morris, x => x.HasMorris ? x.Inputs : null) ?? usual;
        var inputs = f.Maybe("inputs", Inputs, x => IsPlain(x.Inputs) ? null : x.Inputs) ?? usual;
        return file with
        {
            Inputs = inputs with
            {
                BasePoints = sobol.BasePoints, Pairs = sobol.Pairs, Trajectories = morris.Trajectories, Levels = morris.Levels,
            },
            Least = f.Maybe("least", Least, x => x.Least),
        };
    }

    private static bool IsPlain(SensitivitySettings inputs) =>
        inputs.Groups.Count == 0 && inputs.Correlations.Count == 0 && inputs.Noise == StepNoise.Input;

    private static SensitivitySettings Sobol(Cursor at, SensitivitySettings value) => at.Object(
        """{ "basePoints": 512, "pairs": false }""",
        f => new SensitivitySettings
        {
            BasePoints = f.Get("basePoints", Number(2, DesignChecks.MostPoints), x => x.BasePoints),
            Pairs = f.Get("pairs", Flag, x => x.Pairs, absent: false),
        },
        value);

    private static SensitivitySettings Morris(Cursor at, SensitivitySettings value) => at.Object(
        """{ "trajectories": 20, "levels": 4 }""",
        f =>
        {
            var levels = f.Get("levels", Number(4, 64), x => x.Levels, usual.Levels);
            if (levels % 2 != 0) f.Problem("levels", $"is {levels}; it must be even.");
            return new SensitivitySettings
            {
                Trajectories = f.Get("trajectories", Number(2, DesignChecks.MostPoints), x => x.Trajectories), Levels = levels,
            };
        },
        value);

    private static SensitivitySettings Inputs(Cursor at, SensitivitySettings value) => at.Object(
        """an object with any of "groups", "correlations" and "noise" """.TrimEnd(),
        f => new SensitivitySettings
        {
            Groups = Grouped(f),
            Correlations = f.ListOrEmpty("correlations", Correlation, x => x.Correlations),
            Noise = f.Get("noise", noise, x => x.Noise, StepNoise.Input),
        },
        value);

    private static Dictionary<string, Items<string>> Grouped(Fields<SensitivitySettings> f)
    {
        var groups = f.ListOrEmpty("groups", Group, x => Items.From(x.Groups.Select(one => new NamedGroup(one.Key, one.Value))));
        foreach (var twice in groups.GroupBy(one => one.Name).Where(same => same.Count() > 1))
        {
            f.Problem("groups", $"holds {twice.Count()} groups named {QuotedText.Quote(twice.Key)}; give each a name of its own.");
        }

        return groups.DistinctBy(one => one.Name).ToDictionary(one => one.Name, one => one.Inputs);
    }

    private static NamedGroup Group(Cursor at, NamedGroup value) => at.Object(
        """{ "name": "stocks", "inputs": ["...", "..."] }""",
        f => new NamedGroup(f.Get("name", Name, x => x.Name), f.Get("inputs", Some<string>(Text, "input"), x => x.Inputs)), value);

    private static InputDependence Correlation(Cursor at, InputDependence value) => at.Object(
        """{ "one": "...", "other": "...", "correlation": 0.5 }""",
        f => new InputDependence(f.Get("one", Text, x => x.One), f.Get("other", Text, x => x.Other),
            f.Get("correlation", Between(-1, 1), x => x.Correlation)), value);

    private static LeastDesign Least(Cursor at, LeastDesign value) => at.Object(
        """an object with "lever", "of", "from", "goals" and "window" """.TrimEnd(),
        f =>
        {
            var kind = f.Get("lever", lever, x => x.Kind);
            if (kind != LeverKind.Share) f.Unwanted("meaning", "is one of shares; remove it.");
            var design = new LeastDesign(kind, f.Get("of", Name, x => x.Of), f.Get("from", When, x => x.From),
                f.Get("goals", Some<double>(Goal, "goal"), x => x.Goals), f.Get("window", FileShape.OneWindow, x => x.Window))
            {
                Probability = f.Get("probability", Part, x => x.Probability, 0.8),
                Part = f.Get("part", Part, x => x.Part, 1),
            };
            if (kind == LeverKind.Share)
            {
                design = design with { Meaning = f.Get("meaning", ChangeShapes.Meaning, x => x.Meaning, ShareMeaning.Added) };
            }

            var largest = f.Get<double?>("most", (one, most) => Most(kind)(one, most ?? 0), x => x.Most, null);
            return design with { Most = largest };
        },
        value);

    private static Form<double> Most(LeverKind kind) => kind switch
    {
        LeverKind.Share => Between(0, 1),
        LeverKind.Flow => Between(0, MostRounds),
        _ => (at, value) => Checked(at, Exact(at, value), most => most is > 1 and <= 10, "above 1 and at most 10"),
    };

    private static double Goal(Cursor at, double value) =>
        Checked(at, Exact(at, value), rounds => rounds is > 0 and <= MostRounds, "above 0 and at most 1000000 rounds a day");

    private static double Part(Cursor at, double value) =>
        Checked(at, Exact(at, value), part => part is > 0 and <= 1, "above 0 and at most 1");

    private static Form<double> Between(double low, double high) => (at, value) => Checked(at, Exact(at, value),
        number => number > low && number < high, string.Create(CultureInfo.InvariantCulture, $"between {low} and {high}"));

    private static Form<int> Number(int least, int most) => (at, value) =>
        (int)Checked(at, Exact(at, value), number => number >= least && number <= most && number == Math.Floor(number),
            string.Create(CultureInfo.InvariantCulture, $"a whole number in {least}..{most}"));

    private static double Checked(Cursor at, double number, Func<double, bool> isFine, string limits)
    {
        // What could not be read as a number, about which all is said, counts as 0.
        if (at.Is(JsonValueKind.Number, writing: true) && !isFine(number))
        {
            at.Problem(string.Create(CultureInfo.InvariantCulture, $"is {number}; it must be {limits}."));
        }

        return number;
    }

    private static Form<Items<T>> Some<T>(Form<T> item, string what) => (at, value) =>
    {
        var items = at.List(item, value, least: 1);
        if (items.Count == 0 && at.Is(JsonValueKind.Array, writing: true)) at.Problem($"lists no {what}; at least 1 is needed.");
        return items;
    };

    private sealed record NamedGroup(string Name, Items<string> Inputs);
}
