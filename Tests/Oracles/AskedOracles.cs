using static Supply.Tests.Oracles.World;

namespace Supply.Tests.Oracles;

/// <summary>Orders and required rates that are multiplied or set.</summary>
public class AskedOracles
{
    private static readonly Metric ordered = new Metric(Quantity.Ordered).Total();

    //   Arsenal, 40 a day ordered -> Sea -> Depot
    private static double[] Ordered(params Change[] changes) => Path(Arsenal(1e6, 0, 40), ordered, changes);

    private static double[] Path(Supplier supplier, Metric metric, params Change[] changes) =>
        [.. (Steps(60, Depot("Depot"), supplier, Sea(3), Force(10)) with { Changes = Items.Of<Change>(changes) })
            .Trace(metric).Path(metric)];

    [Fact]
    public void OrderChange_MultipliesWhatIsAsked_AndZeroStopsIt()
    {
        Ordered(new OrderChange(Origin.Dprk, Moment.AtStep(10), 2) { Until = Moment.AtStep(20) }).ShouldBe(
            [.. Enumerable.Repeat(40.0, 10), .. Enumerable.Repeat(80.0, 10), .. Enumerable.Repeat(40.0, 40)]);
        Ordered(new OrderChange(Origin.Dprk, Moment.AtStep(5), 0))[5..].ShouldAllBe(rounds => rounds == 0);
        Ordered(new OrderChange(Origin.Dprk, Moment.AtStep(0), 3), new OrderChange(Origin.Dprk, Moment.AtStep(0), 0.5))[0]
            .ShouldBeClose(60);
    }

    //   40 ____/~~~~ 120   in a straight line from day 10 over 20 days
    [Fact]
    public void Onset_RisesInAStraightLine()
    {
        var path = Ordered(new OrderChange(Origin.Dprk, Moment.AtStep(10), 3) { Onset = Days.Of(20) });
        var set = Ordered(new OrderRate(Origin.Dprk, Calibre.Mm152, Moment.AtStep(10), Rate.PerDay(120)) { Onset = Days.Of(20) });
        for (var day = 0; day < 60; day++)
        {
            var expected = 40 + (80 * Math.Clamp((day - 10) / 20.0, 0, 1));
            path[day].ShouldBeClose(expected, $"day {day}");
            set[day].ShouldBeClose(expected, $"day {day}");
        }
    }

    [Fact]
    public void OrderRate_SetsWhatIsAsked_TheLastCounts_AndAChangeMultipliesIt()
    {
        OrderRate At(int day, double rounds) => new(Origin.Dprk, Calibre.Mm152, Moment.AtStep(day), Rate.PerDay(rounds));
        var path = Ordered(At(10, 7), At(20, 9) with { Until = Moment.AtStep(30) }, new OrderChange(Origin.Dprk, Moment.AtStep(40), 2));
        path.ShouldBe([.. Enumerable.Repeat(40.0, 10), .. Enumerable.Repeat(7.0, 10), .. Enumerable.Repeat(9.0, 10),
            .. Enumerable.Repeat(7.0, 10), .. Enumerable.Repeat(14.0, 20)]);
    }

    /// <summary>Orders that a route places by its own rule are not planned, so there is nothing to change.</summary>
    [Fact]
    public void OrdersWithoutAPlan_AreRefused()
    {
        var world = Steps(60, Depot("Depot"), new Supplier("Arsenal", Origin.Dprk, [new(Calibre.Mm152, Rounds.Of(1e6), Rate.Zero)]),
            Sea(3) with { Replenishment = Replenishment.BaseStock(Rounds.Of(50)) }, Force(10));
        string Said(Change change) => Should.Throw<ScenarioException>(() => world.With("Changed", change).Trace(ordered)).Message;
        Said(new OrderRate(Origin.Dprk, Calibre.Mm152, Moment.AtStep(1), Rate.PerDay(1)))
            .ShouldContain("supplier \"Arsenal\" plans no orders of 152 mm; give the offer orders, of 0 if none are planned.");
        Said(new OrderChange(Origin.Dprk, Moment.AtStep(1), 2)).ShouldContain("supplier \"Arsenal\" plans no orders;");
    }

    //   Depot, 100 at first, less 10 a day: below 55 at the start of day 5; a plant of 20 a day with three times as much then
    [Fact]
    public void Condition_IsThatOfTheStartOfTheStep()
    {
        var change = new CapacityChange("Plant", Moment.AtStep(2), 3) { If = new(Calibre.Mm152, Rounds.Of(55)) };
        var world = Steps(12, Depot("Depot", Lot(100)), Line(Rate.PerDay(20)), Force(30)).With("If short", change);
        var (made, stock) = (new Metric(Quantity.Produced).Total(), new Metric(Quantity.OnHand));
        var trace = world.Trace(made, stock);
        var (path, levels) = (trace.Path(made), trace.Path(stock));
        path.ShouldBe([20, 20, 20, 20, 20, 60, 20, 20, 20, 60, 20, 20]);
        for (var day = 2; day < 12; day++) path[day].ShouldBe(levels[day - 1] < 55 ? 60 : 20, Tolerance.Rounding);
    }

    [Theory]
    [InlineData(true, "it has a condition and an onset or fading; leave one of them out.")]
    [InlineData(false, "it may not have a condition; interdictions and capacity, order, requirement and demand changes may.")]
    public void Condition_IsRefused_WhereItWouldMeanNothing(bool onset, string message)
    {
        var when = new StockCondition(Calibre.Mm152, Rounds.Of(5));
        Change change = onset ? new OrderChange(Origin.Dprk, Moment.AtStep(1), 2) { Onset = Days.Of(9), If = when }
            : new ExportLimit(Origin.Dprk, Moment.AtStep(1), Rate.Zero) { If = when };
        Should.Throw<ScenarioException>(() => Ordered(change)).Message.ShouldContain(message);
    }

    [Fact]
    public void RequiredRate_SetsTheWish_AndChangesMultiplyIt()
    {
        var required = Metric.RequiredPerDay;
        Path(Arsenal(1e6, 0, 40), required,
            new RequiredRate("Force", Calibre.Mm152, Moment.AtStep(10), Rate.PerDay(25)) { Until = Moment.AtStep(30) },
            new RequirementChange("Force", Moment.AtStep(20), 2))
            .ShouldBe([.. Enumerable.Repeat(10.0, 10), .. Enumerable.Repeat(25.0, 10), .. Enumerable.Repeat(50.0, 10),
                .. Enumerable.Repeat(20.0, 30)]);
    }

    [Fact]
    public void CalibreThatIsNotThere_IsRefused()
    {
        Should.Throw<ScenarioException>(() => Ordered(new OrderRate(Origin.Dprk, Calibre.Mm122, Moment.AtStep(1), Rate.PerDay(1)))).Message
            .ShouldContain("supplier \"Arsenal\" offers no 122 mm.");
        Should.Throw<ScenarioException>(() => Ordered(new RequiredRate("Force", Calibre.Mm122, Moment.AtStep(1), Rate.PerDay(1)))).Message
            .ShouldContain("consumer \"Force\" demands no 122 mm.");
    }

    /// <summary>Questions that people ask, in one line each.</summary>
    [Fact]
    public void CzechDoubles_UsStops_InOneLineEach()
    {
        var ukraine = Baselines.Ukraine2022;
        var czech = ukraine.With("Czech doubles", new OrderChange(Supply.Cases.Ukraine2022.CzechInitiative, new(2026, 1, 1), 2));
        var us = ukraine.With("US stops", new OrderChange(Origin.UnitedStates, new(2023, 1, 1), 0));
        Metric From(Origin origin) => new Metric(Quantity.Ordered).From(origin).Total();
        var (one, other) = (From(Supply.Cases.Ukraine2022.CzechInitiative), From(Origin.UnitedStates));
        var record = new Metrics { Scalars = [one, other] }.Over(new TimeWindow("early", new(2023, 1, 1), new(2025, 12, 31)),
            new TimeWindow("late", new(2026, 1, 1), new(2026, 12, 31)));
        var study = new Ensemble(20, Record: record).Run(ukraine, czech, us);
        var (early, late) = (study.Baseline.Windows[0], study.Baseline.Windows[1]);
        double Mean(Scenario scenario, Metric metric, TimeWindow window) => study[scenario].Distribution(metric, window).Mean;
        Mean(czech, one, late).ShouldBeClose(2 * Mean(ukraine, one, late));
        Mean(czech, one, early).ShouldBe(Mean(ukraine, one, early));
        Mean(ukraine, other, early).ShouldBeGreaterThan(0);
        Mean(us, other, early).ShouldBe(0);
    }
}
