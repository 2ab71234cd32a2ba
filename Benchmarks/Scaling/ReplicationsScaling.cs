using Supply.Benchmarks.Measures;
using static System.FormattableString;

namespace Supply.Benchmarks.Scaling;

/// <summary>Time per replication as ensembles grow, through the public API with its default engine, on one thread.</summary>
internal sealed class ReplicationsScaling : IScaling
{
    private const int Reference = 10_000;
    private const int EveryLong = 5;

    /// <summary>Linear, apart from the usual differences between repeated rounds.</summary>
    private const double Limit = 1.1;

    private static readonly Metrics baselineRecord = new() { Scalars = Metrics.Standard.Scalars };

    private readonly (string Model, int Replications, Measurement Run)[] rows =
    [
        .. new[] { 1_000, 10_000, 100_000, 1_000_000 }.Select(count => Row("toy, 730 days", count, Toy.Of(), Toy.Record, count > 100_000)),
        .. new[] { 1_000, 10_000, 100_000 }
            .Select(count => Row("baseline, 2,137 days, scalars only", count, Baselines.Russia2022, baselineRecord, count > 10_000)),
    ];

    public IReadOnlyList<Measurement> Measurements => [.. rows.Select(row => row.Run)];

    public IEnumerable<string> Report()
    {
        yield return "### Replications";
        yield return "";
        yield return "Whole calls on one thread, default engine: compiling, drawing, steps, and the quantiles of every metric "
            + "read once. Small";
        yield return "ensembles carry what a call costs before its first step, and the slower engine that needs no machine code.";
        yield return "";
        yield return "| model | replications | rounds | µs a replication | by the clock | to 10,000 |";
        yield return "|---|---|---|---|---|---|";
        foreach (var (model, replications, run) in rows)
        {
            yield return Invariant($"| {model} | {replications:#,0} | {run.Times.Rounds} | {run.Cells(1e3)} | {Ratio(model, run):0.00} |");
        }

        yield return "";
        foreach (var model in rows.GroupBy(row => row.Model))
        {
            yield return Goal.AtMost($"Linear, {model.Key}: dearest replication from 10,000 on, to that of 10,000",
                model.Where(row => row.Replications > Reference).Max(row => Ratio(model.Key, row.Run)), Limit, " times");
        }
    }

    private double Ratio(string model, Measurement run) =>
        run.Cost / rows.Single(row => row.Model == model && row.Replications == Reference).Run.Cost;

    private static (string, int, Measurement) Row(string model, int replications, Scenario scenario, Metrics record, bool isLong)
    {
        var ensemble = new Ensemble(replications, Record: record) { Threads = 1 };
        Taken Time() => Taken.By(() => Read(ensemble.Run(scenario), record));
        return (model, replications, new(
            new Times($"{model}, {replications}", replications), Time) { Every = isLong ? EveryLong : 1, IsWarmed = !isLong });
    }

    private static void Read(Study study, Metrics record)
    {
        foreach (var metric in record.Scalars) GC.KeepAlive(study.Baseline.Distribution(metric));
    }
}
