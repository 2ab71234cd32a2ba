using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Supply.Engines;
using Supply.Studies;

namespace Supply.Analysis;

/// <summary>Runs the points of a design on a scenario, or on it and its baseline with the same inputs, as rows of one matrix.</summary>
internal sealed class DesignRuns
{
    private const string Format = "supply-design/2";
    private const string NoiseName = "chance from step to step";

    /// <summary>Runs between two looks at the clock and the checkpoint.</summary>
    private const int ChunkRuns = 4096;

    private const double DrawNumbers = 4294967296.0;

    private readonly Study study;
    private readonly Simulator[] simulators;
    private readonly (string Key, InputName Name, Func<double, double> Quantile)[] inputs;
    private readonly SensitivitySettings settings;
    private readonly Outcome outcome;
    private readonly Scenario[] scenarios;
    private readonly Copula copula;

    public DesignRuns(Study study, Metric metric, Scenario? scenario, TimeWindow? window, SensitivitySettings settings)
    {
        if (study.IsGiven)
        {
            throw new ArgumentException("The inputs of this study were given, as those of a posterior are, and may depend on one another; "
                + "a design varies each alone. Take study.Drivers, which reads the runs that there are, or a study from priors (--prior).",
                nameof(study));
        }

        (this.study, this.settings, outcome) = (study, settings, new(metric, study.Baseline.WindowOf(window)));
        scenarios = scenario is null ? [study.Baseline.Scenario] : [study.Baseline.Scenario, scenario];
        simulators = [.. scenarios.Select(one => new Simulator(one, [outcome], study.Ensemble, ChunkRuns))];
        var words = new InputWords(scenarios[^1]);
        inputs =
        [
            .. from simulator in simulators.Reverse()
               from input in simulator.Keys.Zip(simulator.Quantiles)
               group input by input.First into same
               where IsUncertain(same.First().Second)
               select (same.Key, words.Of(same.Key, same.Key), same.First().Second),
        ];
        copula = new([.. Unique()], settings.Correlations);
    }

    /// <summary>The inputs, grouped as the settings say, and noise if it is one.</summary>
    /// <exception cref="ArgumentException">A group names an input that there is not; all are listed.</exception>
    public Items<SensitivityInput> Grouped()
    {
        var faults = new List<string>();
        string[] names = [.. Unique()];
        var left = Enumerable.Range(0, inputs.Length).ToHashSet();
        var grouped = new List<SensitivityInput>();
        foreach (var (name, members) in settings.Groups)
        {
            var found = new List<int>();
            foreach (var member in members)
            {
                int[] places = [.. names.Index().Where(one => one.Item == member).Select(one => one.Index)];
                if (places.Length == 0) faults.Add($"Group \"{name}\": no input \"{member}\".{Nearest.Hint(member, names)}");
                found.AddRange(places.Where(left.Remove));
            }

            grouped.Add(new(name, Items.From(found), Items.From(found.SelectMany(i => inputs[i].Name.Sources).Distinct())));
        }

        foreach (var together in copula.Together)
        {
            var open = together.Where(left.Contains).ToArray();
            if (open.Length > 0 && open.Length < together.Length || !grouped.All(one => Together(one, together)))
            {
                faults.Add($"\"{string.Join("\", \"", together.Select(i => names[i]))}\" are correlated; a group must hold all of "
                    + $"them or none.");
            }

            if (open.Length < together.Length) continue;
            left.ExceptWith(together);
            grouped.Add(new(string.Join(" with ", together.Select(i => names[i])), Items.From(together),
                Items.From(together.SelectMany(i => inputs[i].Name.Sources).Distinct())));
        }

        if (faults.Count > 0) throw new ArgumentException(string.Join("\n", faults));
        var alone = left.Order().Select(i => new SensitivityInput(names[i], [i], inputs[i].Name.Sources));
        SensitivityInput[] noise = settings.Noise == StepNoise.Input ? [new(NoiseName, [inputs.Length], [])] : [];
        return [.. grouped, .. alone, .. noise];
    }

    /// <summary>The design of Sobol indices that the settings ask for.</summary>
    /// <exception cref="ArgumentException">A setting is out of range, or a group names an unknown input; all are listed.</exception>
    public SobolDesign Sobol() => new(Grouped(), settings.BasePoints, settings.Pairs, study.Ensemble.Seed);

    /// <summary>The design of a screening that the settings ask for.</summary>
    /// <exception cref="ArgumentException">A setting is out of range, or a group names an unknown input; all are listed.</exception>
    public MorrisDesign Morris() => new(Grouped(), settings.Trajectories, settings.Levels, study.Ensemble.Seed);

    private static bool Together(SensitivityInput group, int[] members) =>
        group.Members.Count(members.Contains) is var found && (found == 0 || found == members.Length);

    /// <summary>The outcome in words.</summary>
    public string OutcomeWords => (scenarios.Length == 1 ? $"\"{outcome.Metric}\" in \"{scenarios[0].Name}\""
        : $"the difference in \"{outcome.Metric}\" between \"{scenarios[1].Name}\" and \"{scenarios[0].Name}\"") + study.Ensemble.InSteps;

    /// <summary>The values of the design, block by block; those finished so far if cancelled.</summary>
    /// <param name="design">The design.</param>
    /// <param name="place">The quantile at which an input is taken for a coordinate.</param>
    /// <param name="progress">Told how far the runs are. Null: nobody.</param>
    /// <param name="cancellation">Ends the runs after the chunk that is running.</param>
    public IReadOnlyList<double[]> Run(
        Design design, Func<double, double> place, IProgress<RunProgress>? progress, CancellationToken cancellation)
    {
        var identity = Identity(design);
        var lines = KeptFile(identity);
        var values = Kept(lines, design);
        var meter = new ProgressMeter(progress, design.Runs);
        var chunk = Math.Max(1, ChunkRuns / design.BlockRuns);
        while (values.Count < design.Blocks && !cancellation.IsCancellationRequested)
        {
            var blocks = Math.Min(chunk, design.Blocks - values.Count);
            double[][] points = [.. Enumerable.Range(values.Count, blocks).SelectMany(design.Points)];
            var found = Values(points, place);
            for (var block = 0; block < blocks; block++) values.Add(found[(block * design.BlockRuns)..((block + 1) * design.BlockRuns)]);
            meter.Add(scenarios[^1].Name, points.Length);
            if (settings.Checkpoint is { } path)
            {
                foreach (var block in values.Skip(lines.Count - 1))
                {
                    lines.Add(KeptLines.Summed(
                        string.Join(" ", block.Select(value => value.ToString("R", CultureInfo.InvariantCulture))), lines[^1]));
                }

                WholeFile.Write(path, lines);
            }
        }

        return values;
    }

    /// <summary>Reads the checkpoint, and writes it as it is or begins it, so that a fault of it is found before the runs.</summary>
    /// <param name="design">The design.</param>
    /// <exception cref="ArgumentException">The checkpoint is a folder, or holds other runs.</exception>
    /// <exception cref="InvalidDataException">The checkpoint is damaged, or a file of another kind or version.</exception>
    /// <exception cref="IOException">The checkpoint cannot be written.</exception>
    public void Begin(Design design)
    {
        if (settings.Checkpoint is not { } path) return;
        var lines = KeptFile(Identity(design));
        Kept(lines, design);
        WholeFile.Write(path, lines);
    }

    private double[] Values(double[][] points, Func<double, double> place)
    {
        double[][] joined = [.. points.Select(point => copula.Of([.. point.Select(place)]))];
        var columns = inputs.Select((input, i) => joined.Select(point => input.Quantile(point[i])).ToArray()).ToArray();
        var matrix = new ParameterMatrix([.. inputs.Select(input => input.Key)], columns)
        {
            Draws = [.. points.Select(point => settings.Noise == StepNoise.Common ? 0u : (uint)(point[^1] * (DrawNumbers - 1)))],
        };
        var results = simulators.Select(simulator => simulator.Run(matrix)).ToArray();
        return [.. Enumerable.Range(0, points.Length).Select(i => results.Any(result => !result.Sound[i]) ? double.NaN
            : results.Length == 1 ? results[0].Values[0][i] : PairedChange.Difference(results[0].Values[0][i], results[1].Values[0][i]))];
    }

    /// <summary>Names that differ: inputs that say the same in words are told apart by their addresses.</summary>
    private IEnumerable<string> Unique()
    {
        var twice = inputs.GroupBy(input => input.Name.Name).Where(group => group.Count() > 1).Select(group => group.Key).ToHashSet();
        return inputs.Select(input => twice.Contains(input.Name.Name) ? $"{input.Name.Name} ({input.Key})" : input.Name.Name);
    }

    private static bool IsUncertain(Func<double, double> quantile) => quantile(0.001) != quantile(0.999);

    private string Identity(Design design) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Decisive(design))));

    /// <summary>All that decides the values of a design, in words, except how many blocks it has.</summary>
    internal string Decisive(Design design)
    {
        var file = new ScenarioFile(scenarios[0]) { Scenarios = Items.From(scenarios.Skip(1)) };

        // Of the record only settings count, such as the days of a fill rate: the outcome is the only metric.
        var record = RecordText.Of((study.Ensemble.Record ?? new()) with
        {
            Series = [], Scalars = [], Windows = [], Outcomes = [], Every = 1,
        });
        var joined = settings.Correlations.Select(one => $"{one.One} with {one.Other}: {one.Correlation:R}");
        return string.Join("\n", $"numbers of version {Release.Numbers}", design.Identity, outcome.Metric.Explicit,
            $"{outcome.Window} {outcome.Window.From} {outcome.Window.To}", settings.Noise, string.Join("; ", joined),
            $"{study.Ensemble.Seed}", study.Ensemble.InSteps, record, file.ToJson());
    }

    /// <summary>The lines of the checkpoint as they are in the file, the head first, which is made where there is no file.</summary>
    private List<string> KeptFile(string identity) => settings.Checkpoint is { } path
        ? KeptLines.Read(path, Format, identity, "another scenario, metric or design") : [];

    private List<double[]> Kept(List<string> lines, Design design) =>
    [
        .. lines.Skip(1).Take(design.Blocks).Select((line, i) =>
            Block(line, design.BlockRuns) ?? throw KeptLines.Unfit(settings.Checkpoint!, i + 2)),
    ];

    /// <summary>The values of a block in a line of the file; null: it does not have as many, or they are not numbers.</summary>
    private static double[]? Block(string line, int count)
    {
        var words = KeptLines.Bare(line).Split(' ');
        if (words.Length != count) return null;
        var values = new double[count];
        for (var i = 0; i < count; i++)
        {
            if (!double.TryParse(words[i], NumberStyles.Float, CultureInfo.InvariantCulture, out values[i])) return null;
        }

        return values;
    }
}
