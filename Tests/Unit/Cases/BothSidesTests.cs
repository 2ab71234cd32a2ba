namespace Supply.Tests.Unit.Cases;

public class BothSidesTests
{
    private static readonly TimeWindow[] windows = [TimeWindow.Year(2023), TimeWindow.Year(2025), TimeWindow.Year(2027)];

    /// <summary>Side by side, each case gives the same as by itself, replication by replication.</summary>
    [Fact]
    public void EachSide_IsAsInItsOwnCase()
    {
        var both = Fired(Supply.Baselines.BothSides, Metric.FiredPerDay.On("Russia"), Metric.FiredPerDay.On("Ukraine"));
        var russia = Fired(AsBuilt.Russia, Metric.FiredPerDay);
        var ukraine = Fired(Supply.Baselines.Ukraine2022, Metric.FiredPerDay);
        foreach (var window in windows)
        {
            both.Scalar(Metric.FiredPerDay.On("Russia"), window).ShouldBe(russia.Scalar(Metric.FiredPerDay, window));
            both.Scalar(Metric.FiredPerDay.On("Ukraine"), window).ShouldBe(ukraine.Scalar(Metric.FiredPerDay, window));
        }
    }

    [Fact]
    public void FireRatio_IsTheQuotientOfBothFires_InEachReplication()
    {
        var ratio = Metric.FireRatio("Russia", "Ukraine");
        var result = Fired(Supply.Baselines.BothSides, ratio, Metric.FiredPerDay.On("Russia"), Metric.FiredPerDay.On("Ukraine"));
        var (russia, ukraine) = (result.Scalar(Metric.FiredPerDay.On("Russia"), windows[1]),
            result.Scalar(Metric.FiredPerDay.On("Ukraine"), windows[1]));
        result.Scalar(ratio, windows[1]).Index()
            .ShouldAllBe(pair => Math.Abs(pair.Item - russia[pair.Index] / ukraine[pair.Index]) < Tolerance.Rounding * pair.Item);
    }

    /// <summary>Rounds that count nothing, and rounds that count as they are.</summary>
    [Fact]
    public void EffectiveFireRatio_CountsRoundsByTheEffectOfTheirOrigin()
    {
        Metric Ratio(double effect) => Metric.EffectiveFireRatio("Russia", "Ukraine", new RoundEffect(Origin.Dprk, effect));
        var (plain, share) = (Metric.FireRatio("Russia", "Ukraine"), Metric.Share(Origin.Dprk).On("Russia"));
        var result = Fired(Supply.Baselines.BothSides, plain, Ratio(1), Ratio(0), Ratio(0.5), share);
        for (var i = 0; i < 20; i++)
        {
            double At(Metric metric) => result.Scalar(metric, windows[1])[i];
            At(Ratio(1)).ShouldBe(At(plain), Tolerance.Rounding * At(plain));
            At(Ratio(0)).ShouldBe(At(plain) * (1 - At(share)), Tolerance.Rounding * At(plain));
            At(Ratio(0.5)).ShouldBe((At(Ratio(0)) + At(plain)) / 2, Tolerance.Rounding * At(plain));
        }
    }

    /// <summary>Effects that a network gives to its rounds need not be stated again.</summary>
    [Fact]
    public void EffectiveFireRatio_TakesTheEffectsOfTheNetworks()
    {
        var both = Supply.Baselines.BothSides;
        var scenario = both with { Networks = [both.Networks[0] with { Effects = [new(Origin.Dprk, Fraction.Of(0.5))] },
            both.Networks[1]] };
        Metric[] ratios = [Metric.EffectiveFireRatio("Russia", "Ukraine"),
            Metric.EffectiveFireRatio("Russia", "Ukraine", new RoundEffect(Origin.Dprk, 0.5))];
        var result = Fired(scenario, ratios);
        result.Scalar(ratios[0], windows[1]).Zip(result.Scalar(ratios[1], windows[1]))
            .ShouldAllBe(pair => Math.Abs(pair.First - pair.Second) < Tolerance.Rounding * pair.First);
    }

    /// <summary>The overlap of the Union's count with the Czech one is a named number that a study can set.</summary>
    [Fact]
    public void Overlap_IsAnUncertainNumberOfItsOwn() => Supply.Baselines.Ukraine2022.Sources().Values
        .ShouldContain(value => value.Name == "EU count beside the Czech initiative" && value.Source is Assumed);

    private static ScenarioResult Fired(Scenario scenario, params Metric[] metrics) =>
        new Ensemble(20, 7, new Metrics { Scalars = [.. metrics] }.Over(windows)).Run(scenario).Baseline;
}
