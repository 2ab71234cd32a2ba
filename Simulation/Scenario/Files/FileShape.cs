using System.Globalization;
using System.Text.Json;
using static Supply.Files.ValueShapes;

namespace Supply.Files;

/// <summary>The file as a whole: what it is based on, its scenarios, sweeps and metrics.</summary>
internal sealed class FileShape(IReadOnlyDictionary<(string Name, int Version), Func<Scenario>> baselines)
{
    private const string Format = "supply-scenario/1";
    private const string DefaultName = "Baseline";

    private static readonly Property extends = "extends".As(
        meaning: "The shipped case that is the baseline, in place of networks, horizon and changes of its own.");

    private static readonly Property nameOfBaseline = "name".As(
        meaning: "The name of the baseline. Default: that of the shipped case, else Baseline.");

    private static readonly Form<int> format = Choice("a format that can be read", (Format, 0));

    public ScenarioFile File(Cursor at, ScenarioFile value) => at.Object(
        "an object with \"format\", and either \"extends\" or \"networks\" and \"horizon\"", File, value);

    private ScenarioFile File(Fields<ScenarioFile> f)
    {
        f.Get("format".As(meaning: "The format of the file and its version."), format, _ => 0);
        var schema = f.Maybe("$schema", Text, x => x.Schema);
        CaseName? named = null;
        var baseline = f.Has("extends", writing: x => x.Extends is not null) ? Extended(f, out named) : OfAShippedCase(Full(f));
        return new(baseline)
        {
            Schema = schema,
            Extends = named,
            Scenarios = f.ListOrEmpty("scenarios", (at, scenario) => Changed(at, baseline, scenario), x => x.Scenarios),
            Sweep = f.Maybe("sweep", OneSweep, x => x.Sweep),
            LeverSweeps = f.ListOrEmpty("leverSweeps", OneLever, x => x.LeverSweeps),
            Windows = f.ListOrEmpty("windows", OneWindow, x => x.Windows),
            Metrics = f.ListOrEmpty(
                "metrics".As(meaning: "Names of the metrics wanted, for example: fired per day, 152 mm, DPRK. Default none."),
                Text, x => x.Metrics),
        };
    }

    private static Scenario Full(Fields<ScenarioFile> f) => new(
        f.Get(nameOfBaseline, Name, x => x.Baseline.Name, absent: DefaultName),
        f.List("networks", PartShapes.Side, x => x.Baseline.Networks),
        f.Get("horizon", Span, x => x.Baseline.Horizon))
    {
        RecordEnds = f.Get("recordEnds", WhenOrNull, x => x.Baseline.RecordEnds, absent: null),
        WholeRounds = f.Get("wholeRounds", Flag, x => x.Baseline.WholeRounds, absent: false),
        Changes = f.ListOrEmpty("changes", Supply.Files.ChangeShapes.OneChange, x => x.Baseline.Changes),
    };

    /// <summary>The rows that claims leave of a shipped case go with its networks, also where they are written out.</summary>
    private Scenario OfAShippedCase(Scenario scenario) => scenario with
    {
        Rows = baselines.Values.Select(make => make()).FirstOrDefault(known => known.Networks.Equals(scenario.Networks))?.Rows,
    };

    private Scenario Extended(Fields<ScenarioFile> f, out CaseName? named)
    {
        foreach (var name in (string[])["networks", "horizon", "recordEnds", "changes"])
        {
            f.Unwanted(name, "cannot stand beside \"extends\", which brings its own; remove one of them"
                + (name == "changes" ? ", or put the changes into a scenario." : "."));
        }

        named = f.Get<CaseName>(extends, Extends, x => x.Extends!);
        var found = baselines.TryGetValue((named.Baseline, named.Version), out var make) ? make()
            : new(DefaultName, Items<Network>.Empty, Horizon.PlainSteps(1));
        return found with { Name = f.Get(nameOfBaseline, Name, x => x.Baseline.Name, absent: found.Name) };
    }

    private CaseName Extends(Cursor at, CaseName value) => at.Object(
        """{ "baseline": "Russia2022", "version": 3 }""",
        f =>
        {
            var name = f.Get("baseline".As(meaning: "The name of the shipped case."), NameOfBaseline, x => x.Baseline);
            var version = f.Get("version".As(meaning: "Its version; a case whose numbers change gets a new one."), Whole, x => x.Version);
            if (!baselines.ContainsKey((name, version))) Unknown(f, name, version);
            return new CaseName(name, version);
        },
        value);

    private void Unknown(Fields<CaseName> f, string name, int version)
    {
        var versions = baselines.Keys.Where(key => key.Name == name).Select(key => key.Version.ToString(CultureInfo.InvariantCulture))
            .ToList();
        if (versions.Count > 0 && version != 0)
        {
            f.Problem("version", string.Create(CultureInfo.InvariantCulture,
                $"baseline \"{name}\" has no version {version}; it has {string.Join(", ", versions)}.{Since(version)}"));
        }
        else if (versions.Count == 0 && name.Length > 0)
        {
            f.Problem("baseline", NoBaseline(name));
        }
    }

    private static string Since(int version) => Baselines.Former.TryGetValue(version, out var change)
        ? $" Since then {change}: see CHANGELOG.md; results differ." : "";

    // An empty name is also what stands for one that could not be read, and about that all is said.
    private string NameOfBaseline(Cursor at, string value)
    {
        var name = Text(at, value);
        if (name.Length == 0 && at.Is(JsonValueKind.String, writing: false)) at.Problem(NoBaseline(name));
        return name;
    }

    private string NoBaseline(string name) =>
        $"no baseline {QuotedText.Quote(name)}.{Nearest.Hint(name, [.. baselines.Keys.Select(key => key.Name).Distinct()])}";

    // A scenario is written as what it adds to the baseline.
    private static Scenario Changed(Cursor at, Scenario baseline, Scenario value) => at.Object(
        "a scenario with \"name\" and \"changes\"",
        f => baseline with
        {
            Name = f.Get("name", Name, x => x.Name),
            Changes = baseline.Changes.Add([.. f.ListOrEmpty("changes", Supply.Files.ChangeShapes.OneChange, x => Added(at, baseline, x))]),
        },
        value);

    private static Items<Change> Added(Cursor at, Scenario baseline, Scenario scenario)
    {
        var bare = scenario with { Name = baseline.Name, Changes = Items.From(scenario.Changes.Take(baseline.Changes.Count)) };
        if (bare with { Rows = baseline.Rows } != baseline)
        {
            at.Problem(
                $"scenario {QuotedText.Quote(scenario.Name)} differs from the baseline {QuotedText.Quote(baseline.Name)} by more than "
                + "further changes; make it with baseline.With(...), or give it a file of its own.");
        }

        return Items.From(scenario.Changes.Skip(baseline.Changes.Count));
    }

    private static Sweep OneSweep(Cursor at, Sweep value) => at.Object(
        "a sweep with \"origin\", \"from\", \"shares\" and \"meanings\"",
        f => new Sweep(
            f.Get("origin", Country, x => x.Origin),
            f.Get("from", When, x => x.From),
            f.Get("shares", Some<double>(Exact, "share"), x => x.Shares),
            f.Get("meanings", Some<ShareMeaning>(Supply.Files.ChangeShapes.Meaning, "meaning"), x => x.Meanings)),
        value);

    private static LeverSweep OneLever(Cursor at, LeverSweep value) => at.Object(
        "a sweep with \"name\" and \"settings\"",
        f => new LeverSweep(
            f.Get("name", Name, x => x.Name), f.Get("settings", Some<LeverSetting>(OneSetting, "setting"), x => x.Settings)),
        value);

    private static LeverSetting OneSetting(Cursor at, LeverSetting value) => at.Object(
        """{ "value": 1.5, "changes": [ .. ] }""",
        f => new LeverSetting(
            f.Get("value", Exact, x => x.Value),
            f.ListOrEmpty("changes", Supply.Files.ChangeShapes.OneChange, x => x.Changes)),
        value);

    /// <summary>Days over which results are taken.</summary>
    public static TimeWindow OneWindow(Cursor at, TimeWindow value) => at.Object(
        """{ "name": "2027", "from": "2027-01-01", "to": "2027-12-31" }""",
        f => new TimeWindow(
            f.Get("name", Name, x => x.Name),
            f.Get("from".As(meaning: "Its first day, which counts."), When, x => x.From),
            f.Get("to".As(meaning: "Its last day, itself included."), When, x => x.To)),
        value);

    private static Form<Items<T>> Some<T>(Form<T> item, string what) => (at, value) =>
    {
        var items = at.List(item, value, least: 1);
        if (items.Count == 0 && at.Is(JsonValueKind.Array, writing: false))
        {
            at.Problem($"lists no {what}, so the sweep would be empty; list one, or leave the sweep out.");
        }
        return items;
    };

    private static Horizon Span(Cursor at, Horizon value) => at.Object(
        """{ "start": "2022-02-24", "end": "2027-12-31" } or { "steps": 100 }""",
        f => f.Has("steps", writing: x => x.Start is null)
            ? Horizon.PlainSteps(f.Get("steps", Whole, x => x.Steps), StepDays(f)) : Dated(f),
        value);

    private static double StepDays(Fields<Horizon> f) => f.Get("stepDays", Exact, x => x.StepDays, absent: 1);

    private static Horizon Dated(Fields<Horizon> f)
    {
        var start = f.Get("start", Day, x => x.Start!.Value);
        var isDate = false;
        var end = f.Get("end", LastDayThere, LastDay);
        var stepDays = f.Get("stepDays", Whole, x => (int)x.StepDays, absent: 1);
        if (isDate && end < start)
        {
            f.Problem("end", string.Create(CultureInfo.InvariantCulture,
                $"{end:yyyy-MM-dd} is before the start, {start:yyyy-MM-dd}."));
        }
        else if (stepDays < 1) f.Problem("stepDays", $"a step of a dated horizon has 1 day or more, not {stepDays}.");
        else if (isDate && end.DayNumber - start.DayNumber + 1 < stepDays)
        {
            f.Problem("stepDays", $"a step of {stepDays} days does not fit between start and end.");
        }
        return Horizon.Dated(start, end, stepDays);

        // A date that could not be read, about which all is said, stands for the first of all days; that itself is a date.
        DateOnly LastDayThere(Cursor at, DateOnly value)
        {
            isDate = at.Is(JsonValueKind.String, writing: true) && TryDate(at.Text("a text", DateText(value)), out _);
            return Day(at, value);
        }
    }

    // Without a step the last day lies before the first, and reading says so.
    private static DateOnly LastDay(Horizon horizon) =>
        horizon.Steps > 0 ? horizon.End!.Value : horizon.Start!.Value.AddDays(horizon.Start == DateOnly.MinValue ? 0 : -1);
}
