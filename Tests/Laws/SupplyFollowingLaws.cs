namespace Supply.Tests.Laws;

public class SupplyFollowingLaws
{
    private static readonly Metric Produced = new Metric(Quantity.Produced).Total();

    /// <summary>A wish that never follows supply is given, whatever the ceilings.</summary>
    [Fact]
    public void NeverFollowing_IsGiven() => Law.ForAll(30, sample =>
    {
        var (never, given) = (SupplyFollowingSamples.Following(sample, 0), SupplyFollowingSamples.Each(
            SupplyFollowingSamples.Following(sample, 0),
            part => part is not Consumer consumer ? part : consumer with
            {
                FollowsSupply = null, Demands = Items.From(consumer.Demands.Select(demand => demand with { Ceiling = null })),
            }));
        Same(never, given, Recorded.Everything(sample.Scenario).Scalars);
    });

    /// <summary>A wish that always follows supply requires its ceilings: everything flows as if those were required.</summary>
    [Fact]
    public void AlwaysFollowing_RequiresItsCeilings() => Law.ForAll(40, plain =>
    {
        var sample = SupplyFollowingSamples.Following(plain, 1);
        var ceilings = SupplyFollowingSamples.Each(sample, part => part is not Consumer consumer ? part : consumer with
        {
            FollowsSupply = null,
            Season = null,
            Displacement = null,
            Demands = Items.From(consumer.Demands.Select(demand => demand with { Required = demand.Ceiling!, Ceiling = null })),
        });
        ceilings = ceilings with
        {
            Scenario = ceilings.Scenario with
            {
                Changes = Items.From(ceilings.Scenario.Changes.Where(change => change is not RequirementChange)),
            },
        };
        Same(sample, ceilings, Recorded.Everything(sample.Scenario).Scalars
            .Where(metric => metric.Quantity is not (Quantity.DaysOfSupply or Quantity.Exhaustion)));
    });

    /// <summary>A throttle whose floor is 1 cuts nothing.</summary>
    [Fact]
    public void FloorOfOne_ChangesNothing() => Law.ForAll(30, sample =>
        Same(SupplyFollowingSamples.Throttled(sample, Fraction.Of(1)), sample, Recorded.Everything(sample.Scenario).Scalars));

    /// <summary>A line makes at most what it would without its throttle, and at least the floor of it.</summary>
    [Fact]
    public void Throttled_MakesBetweenTheFloorAndAll() => Law.ForAll(60, sample =>
    {
        if (sample.Scenario.Changes.Any(change => change is TargetShare)) return;
        var throttled = SupplyFollowingSamples.Throttled(sample, Fraction.Of(0.25));
        foreach (var line in throttled.Parts<ProductionLine>().Where(line => line.Throttle is not null))
        {
            var metric = Produced.At(line.Name);
            var factor = new Metric(Quantity.ThrottleFactor).At(line.Name);
            double[] Path(Sample of, Metric one) => new Ensemble(1, 7, Recorded.EveryStep(one)).Run(of.Scenario).Baseline.Path(one);
            var (made, all, factors) = (Path(throttled, metric), Path(sample, metric), Path(throttled, factor));
            for (var step = 0; step < made.Length; step++)
            {
                factors[step].ShouldBeInRange(0.25 - Tolerance.Rounding, 1);
                made[step].ShouldBe(all[step] * factors[step], Tolerance.OfSum(all), $"step {step}");
            }
        }
    });

    private static void Same(Sample one, Sample other, IEnumerable<Metric> metrics)
    {
        Metric[] all = [.. metrics];
        var record = new Metrics { FillDays = 14, ShareDays = 21 }.And(all);
        var (a, b) = (new Ensemble(3, 7, record).Run(one.Scenario).Baseline, new Ensemble(3, 7, record).Run(other.Scenario).Baseline);
        foreach (var metric in all) a.Scalar(metric).ShouldBe(b.Scalar(metric), metric.ToString());
    }
}
