namespace Supply.Tests.Referees;

/// <summary>One replication of a scenario file with every step it books, compared with someone else's numbers.</summary>
internal sealed class RefereeRun
{
    private readonly Dictionary<Metric, double[]> paths = [];

    public RefereeRun(string file)
        : this(ScenarioFile.Read(Path.Combine(AppContext.BaseDirectory, "Referees", "Networks", file)).Baseline) { }

    public RefereeRun(Scenario scenario)
    {
        Metric[] summed = [.. Quantities.All.Select(row => new Metric(row.Quantity).Total())
            .Where(metric => metric.IsFlow || metric.IsLevel)];
        Metric[] local = [.. Compilation.Compiler.Everything(scenario).Series.Select(metric =>
            metric with { Calibre = null, Origin = null, Aggregate = default })];
        local = [.. local.Select(metric => metric.IsFlow ? metric.Total() : metric)];
        Metric[] all = [.. summed.Select(metric => metric.IsFlow ? metric : metric with { Aggregate = default }).Concat(local).Distinct()];
        var result = new Ensemble(1, Record: Recorded.EveryStep(all)).Run(scenario).Baseline;
        foreach (var metric in all) paths[metric] = result.Path(metric);
    }

    /// <summary>The largest difference seen.</summary>
    public double Largest { get; private set; }

    /// <summary>Values compared.</summary>
    public int Count { get; private set; }

    /// <summary>The value of each step; 0 if nothing was ever booked.</summary>
    public double[] this[Metric metric] => paths.GetValueOrDefault(metric) ?? new double[paths.Values.First().Length];

    public void Same(IReadOnlyDictionary<(int Node, string Column), double[]> trace, int node, string column, double[] ours) =>
        Same(ours, trace[(node, column)], $"{column} of node {node}");

    public void Same(double[] ours, double[] theirs, string what)
    {
        ours.Length.ShouldBe(theirs.Length, what);
        for (var t = 0; t < ours.Length; t++)
        {
            (Count, Largest) = (Count + 1, Math.Max(Largest, Math.Abs(ours[t] - theirs[t])));
            ours[t].ShouldBe(theirs[t], Tolerance.StockpylTrace, $"{what}, step {t}");
        }
    }
}
