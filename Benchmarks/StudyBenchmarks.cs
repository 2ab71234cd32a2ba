using BenchmarkDotNet.Attributes;

namespace Supply.Benchmarks;

/// <summary>
/// The share study as an analyst runs it: the shipped baseline and a target share, 2,137 daily steps, standard metrics, summaries
/// included. One operation is one replication of one scenario, so its inverse is replications per second.
/// </summary>
[MemoryDiagnoser]
public class StudyBenchmarks
{
    private const int Replications = 1024;
    private const int Scenarios = 2;

    private Scenario[] scenarios = [];

    [GlobalSetup]
    public void Describe()
    {
        var baseline = Baselines.Russia2022;
        scenarios =
        [
            baseline,
            baseline.With("40 % substituted", new TargetShare(Origin.Dprk, new(2025, 1, 1), Fraction.Of(0.4), ShareMeaning.Substituted)),
        ];
    }

    [Benchmark(OperationsPerInvoke = Replications * Scenarios)]
    public Study ShareStudy() =>
        new Ensemble(Replications, Record: Metrics.Standard.And(Metric.Share(Origin.Dprk))).Run(scenarios);
}
