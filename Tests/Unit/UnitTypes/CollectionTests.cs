namespace Supply.Tests.Unit.UnitTypes;

/// <summary>Lists are given as collection expressions or, where that reads better, one by one.</summary>
public class CollectionTests
{
    private static readonly Change strike = new DepotStrike("Depot", Moment.AtStep(3), Fraction.Of(0.1));

    [Fact]
    public void Records_TakeBothForms()
    {
        new Lever("strike", [strike]).ShouldBe(new Lever("strike", strike));
        new Lever("strike", [strike, strike]).Changes.Count.ShouldBe(2);
        new Network("Blue", [new Stockpile("Depot")]).ShouldBe(new Network("Blue", new Stockpile("Depot")));
        new Network("Blue", []).ShouldBe(new Network("Blue"));
        var plan = new Scenario("Plan", [new Network("Blue")], Horizon.PlainSteps(3));
        plan.ShouldBe(new Scenario("Plan", new Network("Blue"), Horizon.PlainSteps(3)));
        plan.With("Cut", [strike]).ShouldBe(plan.With("Cut", strike));
        new Factorial(plan, [new Lever("strike", [strike])]).Scenarios.Count.ShouldBe(2);
        Metrics.Standard.And([Metric.Backordered]).ShouldBe(Metrics.Standard.And(Metric.Backordered));
        Metrics.Standard.Over([TimeWindow.Year(2026)]).ShouldBe(Metrics.Standard.Over(TimeWindow.Year(2026)));
        Uncertain.OneOf([new Alternative("one", 1, 2)]).ShouldBe(Uncertain.OneOf(new Alternative("one", 1, 2)));
        Timetable.On([Moment.AtStep(1)]).ShouldBe(Timetable.On(Moment.AtStep(1)));
        RatePath.Table([(Moment.AtStep(0), Rate.Zero)]).ShouldBe(RatePath.Table((Moment.AtStep(0), Rate.Zero)));
        RatePath.PerStep([1, 2]).ShouldBe(RatePath.PerStep(1, 2));
        Factor.Each([1, 2]).ShouldBe([Factor.Of(1), Factor.Of(2)]);
        new Stockpile("Depot", []).ShouldBe(new Stockpile("Depot"));
        new Reserve("Old", []).ShouldBe(new Reserve("Old"));
        new Supplier("Outside", Origin.Dprk, [new(Calibre.Mm152, Rounds.None, Rate.Zero)]).Offers.Count.ShouldBe(1);
    }
}
