using static Supply.Tests.Oracles.World;

namespace Supply.Tests.Oracles;

public class ReplenishmentOracles
{
    private static readonly Metric placed = Total(Quantity.OrdersPlaced);
    private static readonly Metric sent = Total(Quantity.Dispatched);

    //   Rear, plenty --Road, 2 days, by rule--> Front, 100 --> Force, 30 a day
    [Fact]
    public void BaseStock_OrdersWhatWasFired_AtEachReview()
    {
        var everyDay = Line(Replenishment.BaseStock(Rounds.Of(100))).Trace(placed).Path(placed);
        everyDay.ShouldBe([30.0, 30, 30, 30, 30, 30]);
        var everyThird = Line(Replenishment.BaseStock(Rounds.Of(100), review: Days.Of(3))).Trace(placed).Path(placed);
        everyThird[0].ShouldBe(30);
        everyThird[1].ShouldBe(0);
        everyThird[3].ShouldBe(90);
    }

    // Positions before ordering 70, 40, then 40 + 120 - 30 = 130, 100, 70, 40: at or below 40 it orders lots until above
    [Theory]
    [InlineData(120, null, new[] { 0.0, 120, 0, 0, 0, 120 })]
    [InlineData(20, null, new[] { 0.0, 20, 20, 40, 20, 40 })]
    [InlineData(20, 1, new[] { 0.0, 20, 20, 20, 20, 20 })]
    public void ReorderPoint_OrdersLots(double lot, int? most, double[] orders) =>
        Line(Replenishment.ReorderPoint(Rounds.Of(40), Rounds.Of(lot), mostLots: most)).Trace(placed).Path(placed).ShouldBe(orders);

    // Positions 70, 40: up to 130, then 100, 70, 40
    [Fact]
    public void MinMax_OrdersUpToItsLevel() =>
        Line(Replenishment.MinMax(Rounds.Of(40), Rounds.Of(130))).Trace(placed).Path(placed).ShouldBe([0.0, 90, 0, 0, 90, 0]);

    // The road passes 10 a day: the rest stays on order
    [Fact]
    public void WhatARouteCannotPass_StaysOnOrder()
    {
        var result = Line(Replenishment.MinMax(Rounds.Of(40), Rounds.Of(130)), Rate.PerDay(10)).Trace(sent, Metric.OnOrder);
        result.Path(sent).ShouldBe([0.0, 10, 10, 10, 10, 10]);
        result.Path(Metric.OnOrder).ShouldBe([0.0, 80, 70, 60, 140, 130]);
    }

    // What is pushed and not there is not made up
    [Fact]
    public void Push_SendsItsPath_AsFarAsItIsThere()
    {
        var scenario = Steps(4, Depot("Rear", Lot(50)), Depot("Front"),
            new Route("Road", "Rear", "Front", Days.Of(1)) { Replenishment = Replenishment.Push(RatePath.PerStep(20, 0, 40, 5)) });
        scenario.Trace(sent).Path(sent).ShouldBe([20.0, 0, 30, 0]);
    }

    //   Rear --Road: base stock 50--> Front      Rear orders what it is asked for in the same step, and Road's second source nothing
    [Fact]
    public void Orders_AreSeenUpstreamInTheSameStep()
    {
        var scenario = Steps(2, Arsenal(1e6, 0, 0) with { Offers = [new(Calibre.Mm152, Rounds.Of(1e6), Rate.Zero)] },
            Sea(1) with { To = "Rear", Replenishment = Replenishment.BaseStock(Rounds.Of(200)) },
            Depot("Rear"), Depot("Front"), new Route("Road", "Rear", "Front",
                Days.Of(1)) { Replenishment = Replenishment.BaseStock(Rounds.Of(50)) },
            new Route("Track", "Rear", "Front", Days.Of(1)) { Replenishment = Replenishment.BaseStock(Rounds.Of(40)) }, Owed(10));
        var result = scenario.Trace(placed.At("Sea"), placed.At("Road"), placed.At("Track"));
        result.Path(placed.At("Road")).ShouldBe([60.0, 10]);
        result.Path(placed.At("Track")).ShouldBe([0.0, 0]);
        result.Path(placed.At("Sea")).ShouldBe([260.0, 10]);
    }

    //   Rear, 1000 of each calibre --Road, a rule for each--> Front
    [Fact]
    public void RulesPerCalibre_HoldForTheirCalibreAlone()
    {
        Lot[] lots = [Lot(1000), new(Calibre.Mm122, Origin.Russia, Rounds.Of(1000)),
            new(Calibre.Rocket122, Origin.Russia, Rounds.Of(1000))];
        var rule = Replenishment.PerCalibre(
            new(Calibre.Mm152, Replenishment.Push(Rate.PerDay(5))), new(Calibre.Mm122, Replenishment.BaseStock(Rounds.Of(70))));
        var scenario = Steps(1, Depot("Rear", lots), Depot("Front"),
            new Route("Road", "Rear", "Front", Days.Of(1)) { Replenishment = rule },
            new Consumer("Rockets", "Rear", [new(Calibre.Rocket122, Rate.PerDay(1))]));
        Metric[] metrics = [sent.Of(Calibre.Mm152), sent.Of(Calibre.Mm122), sent.Of(Calibre.Rocket122)];
        var result = scenario.Trace(metrics);
        metrics.Select(metric => result.Path(metric)[0]).ShouldBe([5.0, 70, 0]);
    }

    //   100 on hand at 2 a round and day, 30 under way at 1, an order at 7 and 3 a round received, in steps of 7 days
    [Fact]
    public void Costs_AreTakenOnWhatIsCounted()
    {
        var route = new Route("Road", "Rear", "Front", Days.Of(14)) { Replenishment = Replenishment.BaseStock(Rounds.Of(30)),
            HoldingCost = Money.Of(1), FixedCost = Money.Of(7),
            UnitCost = Money.Of(3) };
        var scenario = Of(Horizon.PlainSteps(3, 7), Depot("Rear", Lot(130)) with { HoldingCost = Money.Of(2) }, Depot("Front"), route,
            Force(0, "Front"));
        var result = scenario.Trace(Metric.HoldingCost, Metric.OrderingCost, Metric.Cost);
        result.Path(Metric.HoldingCost).ShouldBe([1400.0 + 210, 1400 + 210, 1400]);
        result.Path(Metric.OrderingCost).ShouldBe([7.0, 0, 90]);
        result.Path(Metric.Cost).ShouldBe([1617.0, 1610, 1490]);
    }

    private static Scenario Line(Replenishment rule, RatePath? capacity = null) =>
        Steps(6, Depot("Rear", Lot(1e6)), Depot("Front", Lot(100)),
        new Route("Road", "Rear", "Front", Days.Of(2)) { Replenishment = rule, Capacity = capacity }, Owed(30));

    /// <summary>The part it does not get stays in the position.</summary>
    private static Consumer Owed(double perDay) => Force(perDay, "Front") with { Unmet = Unmet.Backordered };
}
