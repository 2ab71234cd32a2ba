namespace Supply.Tests.Laws;

public class MixLaws
{
    /// <summary>A force with a mix wants as many rounds in all as it requires: each is fired or missed, whatever the elasticity.</summary>
    [Fact]
    public void Mix_WantsWhatIsRequiredInAll() => Law.ForAll(60, sample =>
    {
        var mixed = Mixed(sample, 0.1 * (sample.Number % 11));
        if (mixed is null) return;
        Metric Of(Quantity quantity) => new Metric(quantity).Total();
        Metric[] metrics = [Of(Quantity.Required), Of(Quantity.Fired), Of(Quantity.Shortfall), Of(Quantity.ShortOfRounds)];
        var result = new Ensemble(1, 7, Recorded.EveryStep(metrics)).Run(mixed.Scenario).Baseline;
        var paths = metrics.Select(result.Path).ToArray();
        for (var step = 0; step < paths[0].Length; step++)
        {
            paths[0][step].ShouldBe(paths[1][step] + paths[2][step], Tolerance.OfSum(paths[0]), $"step {step}");
            paths[3][step].ShouldBe(paths[2][step], Tolerance.OfSum(paths[0]), $"step {step}");
        }
    });

    /// <summary>Without elasticity a mix changes no fire.</summary>
    [Fact]
    public void NoElasticity_ChangesNothing() => Law.ForAll(40, sample =>
    {
        if (Mixed(sample, 0) is not { } mixed) return;
        var fired = new Metric(Quantity.Fired).Total();
        double[] Path(Scenario scenario) => new Ensemble(1, 7, Recorded.EveryStep([fired])).Run(scenario).Baseline.Path(fired);
        var (one, other) = (Path(mixed.Scenario), Path(Lost(sample).Scenario));
        for (var step = 0; step < one.Length; step++) one[step].ShouldBe(other[step], Tolerance.OfSum(other), $"step {step}");
    });

    /// <summary>The order in which a mix names its calibres does not matter.</summary>
    [Fact]
    public void OrderOfCalibres_ChangesNothing() => Law.ForAll(30, sample =>
    {
        if (Mixed(sample, 0.6) is not { } mixed) return;
        var turned = Each(mixed, consumer => consumer with
        {
            Mixes = Items.From(consumer.Mixes.Select(mix => mix with { Calibres = Items.From(mix.Calibres.Reverse()) })),
        });
        var all = Recorded.Everything(sample.Scenario);
        var (one, other) = (new Ensemble(3, 7, all).Run(mixed.Scenario).Baseline, new Ensemble(3, 7, all).Run(turned.Scenario).Baseline);
        foreach (var metric in all.Scalars) one.Scalar(metric).ShouldBe(other.Scalar(metric), metric.ToString());
    });

    /// <summary>The sample with all calibres of each force in one mix; null if no force has two, or rounds are whole.</summary>
    private static Sample? Mixed(Sample sample, double elasticity) =>
        sample.Scenario.WholeRounds || !sample.Parts<Consumer>().Any(consumer => consumer.Demands.Count > 1) ? null
            : Each(Lost(sample), consumer => consumer.Demands.Count < 2 ? consumer : consumer with
            {
                Mixes = [new(Items.From(consumer.Demands.Select(demand => demand.Calibre)), Fraction.Of(elasticity))],
            });

    private static Sample Lost(Sample sample) => Each(sample, consumer => consumer with { Unmet = Unmet.Lost });

    private static Sample Each(Sample sample, Func<Consumer, Consumer> change) => sample.With(sample.Network with
    {
        Parts = Items.From(sample.Network.Parts.Select(part => part is Consumer consumer ? change(consumer) : part)),
    });
}
