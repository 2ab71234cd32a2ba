using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;
using Supply.Studies;

namespace Supply.Tests.Laws;

/// <summary>
/// The errors that an ensemble of Sobol points states, over many seeds: intervals hold the truth as often as they say, and are narrower
/// than those of independent draws.
/// </summary>
public class DesignLaws
{
    private const int Seeds = 240;
    private const int Replications = 256;
    private static readonly Metric OnHand = Metric.OnHand;

    //   Opening, lognormal, and three lines over two days, one of which may be shut -> Depot, from which nobody fires
    private static Scenario Depot { get; } = new("Depot", new Network("Side",
        new Stockpile("Depot", [new(Calibre.Mm152, Origin.Russia, Rounds.Of(Uncertain.LogNormal(100, 400)))]),
        new ProductionLine("A", Calibre.Mm152, Origin.Russia, "Depot", Rate.PerDay(Uncertain.Uniform(0, 100))),
        new ProductionLine("B", Calibre.Mm152, Origin.Russia, "Depot", Rate.PerDay(Uncertain.Triangular(0, 20, 100)))
        {
            Yield = Fraction.Of(Uncertain.Uniform(0.2, 1)),
        },
        new ProductionLine("C", Calibre.Mm152, Origin.Russia, "Depot",
            Rate.PerDay(Uncertain.OneOf(new Alternative("open", 3, 80), new Alternative("shut", 1, 0)))),
        new Consumer("Force", "Depot", [new(Calibre.Mm152, Rate.PerDay(0))])), Horizon.PlainSteps(2));

    private static Scenario Less { get; } = Depot.With("Less", new CapacityChange("A", Moment.AtStep(1), Uncertain.Uniform(0, 1)));

    [Fact]
    public void StatedErrors_AreThoseOverSeeds_AndSmallerThanIndependent()
    {
        var truth = Read(Run(EnsembleDesign.Sobol, 1, 1 << 17), null);
        var designed = Enumerable.Range(0, Seeds).Select(seed => Read(Run(EnsembleDesign.Sobol, seed))).ToArray();
        var independent = Enumerable.Range(0, Seeds).Select(seed => Read(Run(EnsembleDesign.Independent, seed))).ToArray();
        var within = StudentT.InvCDF(0, 1, SobolRandomisations - 1, 0.975);
        foreach (var (name, what) in Enumerable.Range(0, truth.Length).Select(i => (truth[i].Name, i)))
        {
            var (value, of) = (truth[what].Estimate.Value, designed.Select(one => one[what].Estimate).ToArray());
            var held = of.Count(one => Math.Abs(one.Value - value) <= within * one.Noise);
            var (expected, spread) = (0.95 * Seeds, Tolerance.StandardErrors * Math.Sqrt(0.95 * 0.05 * Seeds));
            ((double)held).ShouldBeInRange(expected - spread, Seeds, name);
            var (variance, stated) = (of.Select(one => one.Value).Variance(), of.Average(one => one.Noise * one.Noise));
            (stated / variance).ShouldBeInRange(0.6, 2, name);
            (independent.Select(one => one[what].Estimate.Value).Variance() / variance).ShouldBeGreaterThan(truth[what].Gain, name);
        }
    }

    private const int SobolRandomisations = Supply.Maths.SobolDraws.Randomisations;

    private static Study Run(EnsembleDesign design, int seed, int replications = Replications) =>
        new Ensemble(replications, (ulong)seed, new Metrics { Scalars = [OnHand] })
        {
            Design = design, Threads = 1, Engine = Engine.Block, MemoryLimit = long.MaxValue,
        }.Run(Depot, Less);

    private static (string Name, double Gain, Estimate Estimate)[] Read(Study study) => Read(study, study.Randomisations);

    /// <summary>Estimates, each with the factor by which its variance is at least below that of independent draws.</summary>
    private static (string Name, double Gain, Estimate Estimate)[] Read(Study study, IReadOnlyList<int>? randomisations)
    {
        var (level, with) = (study.Baseline.Scalar(OnHand), study[Less].Scalar(OnHand));
        var (values, change) = (new RunValues(level, randomisations), new PairedChange(level, with, randomisations));
        return
        [
            ("mean", 10, values.Mean), ("median", 1.5, values.Median), ("95 % quantile", 1.5, values.Quantile(0.95)),
            ("mean change", 4, change.Mean), ("median change", 1.5, change.Median),
            ("share of large ones", 1.5, values.Share(rounds => rounds > 500)),
        ];
    }
}
