using Supply.Benchmarks.Measures;
using Supply.Compilation;
using static System.FormattableString;

namespace Supply.Benchmarks.Scaling;

/// <summary>The cost of series: the baseline with ten weekly series and their bands, compared with its scalars only.</summary>
internal sealed class RecordingScaling : IScaling
{
    private const int Replications = 2_000;
    private const double LimitPercent = 15;

    private static readonly Metrics scalarsOnly = Metrics.Standard with { Series = [] };

    private readonly Measurement with = Of("ten weekly series and scalars", Metrics.Standard);
    private readonly Measurement without = Of("scalars only", scalarsOnly);

    public IReadOnlyList<Measurement> Measurements => [with, without];

    public IEnumerable<string> Report()
    {
        yield return "### Recording";
        yield return "";
        yield return Invariant(
            $"The baseline, {Replications:#,0} replications, whole calls on one thread; every band and quantile is read.");
        yield return Invariant($"A step has {Operations(Metrics.Standard)} operations with the series and {Operations(scalarsOnly)} ")
            + Invariant($"without: what series need of the steps counts as their cost.");
        yield return "";
        yield return "| recorded | µs a replication | by the clock |";
        yield return "|---|---|---|";
        foreach (var one in Measurements) yield return $"| {one.Times.Name} | {one.Cells(1e3, "0.0")} |";
        yield return "";
        yield return Goal.AtMost("Share of the run that ten weekly series take", 100 * (1 - without.Cost / with.Cost), LimitPercent, " %");
    }

    private static int Operations(Metrics record) => Compiler.Compile(Baselines.Russia2022, record).Step.Length;

    private static Measurement Of(string name, Metrics record)
    {
        var ensemble = new Ensemble(Replications, Record: record) { Threads = 1, Engine = Engine.Kernel };
        return new(new Times(name, Replications), () => Taken.By(() => Read(ensemble.Run(Baselines.Russia2022).Baseline, record)));
    }

    private static void Read(ScenarioResult result, Metrics record)
    {
        foreach (var metric in record.Scalars) GC.KeepAlive(result.Distribution(metric));
        foreach (var metric in record.Series) GC.KeepAlive(result.Series(metric).Points.Count);
    }
}
