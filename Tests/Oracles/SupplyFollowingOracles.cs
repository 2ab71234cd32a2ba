using static Supply.Tests.Oracles.World;

namespace Supply.Tests.Oracles;

/// <summary>Forces that fire as supply allows, in closed form.</summary>
public class SupplyFollowingOracles
{
    private const double Ceiling = 1e6;
    private static readonly Metric Fired = Total(Quantity.Fired);
    private static readonly Metric Required = Total(Quantity.Required);

    //   plant (s a day) -> depot -> force that fires q = h / C of what is there: from stock S to (1 - q)(S + s h), so that the gap to
    //   s (C - h) is (1 - q)^n of what it was after n steps, and fire tends to s h
    [Theory]
    [InlineData(1, 20, 50)]
    [InlineData(2, 20, 50)]
    [InlineData(1, 1, 0)]
    [InlineData(0.5, 7.5, 300)]
    public void Fire_ComesToSupplyGeometrically(double step, double cover, double supply)
    {
        const double opening = 3_000;
        var result = Of(Horizon.PlainSteps(700, step), Depot("Depot", Lot(opening)), Line(Rate.PerDay(supply)), Force(cover))
            .Trace(Fired, Required, Metric.OnHand, Metric.DaysOfSupply);
        var (q, level) = (step / cover, supply * (cover - step));
        for (var t = 0; t < 700; t++)
        {
            var left = Math.Pow(1 - q, t) * (opening - level);
            result.Path(Fired)[t].ShouldBe(supply * step + q * left, Close(opening), $"step {t}");
            result.Path(Metric.OnHand)[t].ShouldBe(level + (1 - q) * left, Close(opening), $"step {t}");
            result.Path(Required)[t].ShouldBeClose(Ceiling * step);
        }

        // The stock lasts for the cover less the step in which it is fired from.
        if (supply > 0) result.Path(Metric.DaysOfSupply)[^1].ShouldBe(cover - step, Close(cover));
    }

    //   a cover of 20 days that drifts by z x 0.5 a year from step 10 to step 200: C(t) = 20 exp(0.5 z y(t)), and of what is there 1 / C(t)
    //   is fired
    [Theory]
    [InlineData(-1.2)]
    [InlineData(0)]
    [InlineData(1.7)]
    public void CoverThatDrifts_IsThatOfItsStep(double z)
    {
        var drift = Uncertain.Drift(Moment.AtStep(10), 0.5, Moment.AtStep(200)).Named("haste");
        var scenario = Of(Horizon.PlainSteps(300), Depot("Depot", Lot(3_000)),
            Force(20) with { Rationing = Rationing.ByCover(Days.Of(20.0 * drift)) });
        var result = new Ensemble(1, Record: Recorded.EveryStep([Fired])) { Parameters = new(["haste"], [[z]]) }.Run(scenario).Baseline;
        var stock = 3_000.0;
        for (var t = 0; t < 300; t++)
        {
            var cover = 20 * Math.Exp(0.5 * z * Math.Clamp(t - 10, 0, 190) / 365.25);
            result.Path(Fired)[t].ShouldBe(stock / cover, Close(3_000), $"step {t}");
            stock -= stock / cover;
        }
    }

    //   of 3,000 rounds with a cover of 20 days 150 could be fired a day; the ceiling is 40, in summer and winter, with drones or not
    [Fact]
    public void Ceiling_LimitsFire_AndNothingElseMovesIt()
    {
        var force = Force(20, ceiling: 40) with
        {
            Season = new(Moment.AtStep(3), Fraction.Of(0.5)),
            Displacement = new(Moment.AtStep(0), Days.Of(5), Fraction.Of(0.9), Growth.Linear),
        };
        var scenario = Steps(10, Depot("Depot", Lot(3_000)), force) with
        {
            Changes = [new RequirementChange("Force", Moment.AtStep(2), 3)],
        };
        var result = scenario.Trace(Fired, Required, Metric.FillRate);
        result.Path(Fired).ShouldAllBe(rounds => rounds == 40);
        result.Path(Required).ShouldAllBe(rounds => rounds == 40);
        result.Path(Metric.FillRate).ShouldAllBe(rate => rate == 1);
    }

    //   the choice is one parameter: given its case, a run has the bits of the scenario that names the case
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Choice_IsOneParameter(int wish)
    {
        Scenario Of(Uncertain follows) =>
            Steps(60, Depot("Depot", Lot(3_000)), Line(Rate.PerDay(60)), Force(20) with { FollowsSupply = follows });
        Metric[] metrics = [Fired, Required, Metric.OnHand, Metric.DaysOfSupply, Metric.FillRate, Metric.Exhaustion];
        var record = new Metrics { FillDays = 9, BenchmarkDays = 20 }.And(metrics);
        var choice = Uncertain.OneOf(new Alternative("given", 1, 0), new Alternative("as supply allows", 3, 1));
        var chosen = new Ensemble(1, Record: record) { Parameters = new(["Side/Force/followsSupply"], [[wish]]) }.Run(Of(choice)).Baseline;
        var named = new Ensemble(1, Record: record).Run(Of(wish)).Baseline;
        foreach (var metric in metrics) chosen.Scalar(metric)[0].ShouldBe(named.Scalar(metric)[0], metric.ToString());
        chosen.Scalar(Required)[0].ShouldBeClose(60 * (wish == 1 ? Ceiling : 100));
        new Ensemble(4_000, Record: record).Run(Of(choice)).Baseline.Scalar(Required).Count(rounds => rounds > 1e6)
            .ShouldBeInRange(2_850, 3_150, "3 in 4");
    }

    //   the plant stops on day 100: fire falls below half of its mean of the 40 days before the last 10, though it was far below the
    //   ceiling all the time; days are searched in the path of fire
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Exhaustion_IsAFallOfFire_WhereTheWishFollowsSupply(bool withAnother)
    {
        const int trail = 10, before = 40;
        Part[] parts = [Depot("Depot", Lot(1_000)), Line(Rate.PerDay(50)), Force(20)];
        var other = new Consumer("Other", "Depot", [new(Calibre.Mm152, Rate.PerDay(5))]);
        var scenario = Steps(250, withAnother ? [.. parts, other] : parts) with
        {
            Changes = [new CapacityChange("Plant", Moment.AtStep(100), 0)],
        };
        var settings = new Metrics { Every = 1, FillDays = trail, BenchmarkDays = before };
        var result = new Ensemble(1, Record: settings.And(Fired, Fired.At("Force"), Metric.Exhaustion)).Run(scenario).Baseline;
        var (all, own) = (result.Path(Fired), result.Path(Fired.At("Force")));
        bool IsExhausted(int t) => all[(t - trail + 1)..(t + 1)].Sum()
            < 0.5 * trail * (own[Math.Max(0, t - trail - before + 1)..(t - trail + 1)].Average() + (withAnother ? 5 : 0));
        var first = Enumerable.Range(trail, 250 - trail).First(IsExhausted);
        first.ShouldBeInRange(110, 140);
        result.Scalar(Metric.Exhaustion)[0].ShouldBe(first + 1);
    }

    private static Consumer Force(double cover, double ceiling = Ceiling) =>
        new("Force", "Depot", [new(Calibre.Mm152, Rate.PerDay(100)) { Ceiling = Rate.PerDay(ceiling) }])
        {
            FollowsSupply = 1, Rationing = Rationing.ByCover(Days.Of(cover)),
        };
}
