namespace Supply.Tests.Unit.Studies;

public class DeliveriesTests
{
    [Theory]
    [InlineData(1000, 4, 3, 2, DeliveryLimit.None)]
    [InlineData(1000, 6, 3, 2, DeliveryLimit.Stock)]
    [InlineData(1000, 6, 7, 2, DeliveryLimit.ExportLimit)]
    [InlineData(1000, 6, 7, 8, DeliveryLimit.Route)]
    [InlineData(0, 0, 0, 0, DeliveryLimit.None)]
    public void Binding_IsWhatHoldsBackMost(double ordered, double stock, double limit, double route, DeliveryLimit expected) =>
        new Deliveries(ordered, ordered - stock - limit - route, stock, limit, route).Binding.ShouldBe(expected);

    //   Arsenal: 10 a day made, 40 ordered; the export limit lets 25 pass, the route 8
    [Theory]
    [InlineData(1000, 100, 100, 40, 0, 0, 0, DeliveryLimit.None)]
    [InlineData(0, 100, 100, 10, 30, 0, 0, DeliveryLimit.Stock)]
    [InlineData(1000, 25, 100, 25, 0, 15, 0, DeliveryLimit.ExportLimit)]
    [InlineData(1000, 25, 8, 8, 0, 15, 17, DeliveryLimit.Route)]
    public void OfAStudy_AddUpToTheOrders(
        double exportable, double limit, double capacity, double dispatched, double stock, double export, double route,
        DeliveryLimit expected)
    {
        var scenario = new Scenario("Supply", new Network("Side",
            new Stockpile("Depot"),
            new Supplier("Arsenal", Origin.Dprk,
                [new(Calibre.Mm152, Rounds.Of(exportable), Rate.PerDay(10), Rate.PerDay(40))]) { ExportLimit = Rate.PerDay(limit) },
            new Route("Sea", "Arsenal", "Depot", Days.Of(5)) { Capacity = Rate.PerDay(capacity) },
            new Consumer("Guns", "Depot", [new(Calibre.Mm152, Rate.PerDay(1))])), Horizon.PlainSteps(30));
        var result = new Ensemble(1, Record: new Metrics().And([.. Deliveries.Metrics(Origin.Dprk)])).Run(scenario).Baseline;
        var deliveries = result.Deliveries(Origin.Dprk);
        new[] { deliveries.Ordered, deliveries.Dispatched, deliveries.HeldByStock, deliveries.HeldByExportLimit, deliveries.HeldByRoute }
            .Zip(new[] { 40, dispatched, stock, export, route })
                .ShouldAllBe(pair => Math.Abs(pair.First - pair.Second) < Tolerance.SameModel);
        deliveries.Binding.ShouldBe(expected);
    }

    //   Arsenal, 40 ordered: paid for 10 a day once its credit is used up; or a ship of 100 every ten days
    [Theory]
    [InlineData(true, false, DeliveryLimit.Willingness)]
    [InlineData(false, true, DeliveryLimit.Sailings)]
    public void WantOfPaymentOrShips_HoldsBack(bool account, bool ships, DeliveryLimit expected)
    {
        var scenario = new Scenario("Supply", new Network("Side",
            new Stockpile("Depot"),
            new Supplier("Arsenal", Origin.Dprk, [new(Calibre.Mm152, Rounds.Of(1e6), Rate.Zero, Rate.PerDay(40))])
            {
                Account = account ? new([new("food", Money.Of(10 * 30.4375))], Price: Money.Of(1), Credit: Money.Of(0),
                    Patience: Money.Of(100)) : null,
            },
            new Route("Sea", "Arsenal", "Depot", Days.Of(5)) { Sailings = ships ? new(Timetable.Every(Days.Of(10)), Units.Of(1),
                Rounds.Of(100)) : null },
            new Consumer("Guns", "Depot", [new(Calibre.Mm152, Rate.PerDay(1))])), Horizon.PlainSteps(100));
        var deliveries = new Ensemble(1, Record: new Metrics().And([.. Deliveries.Metrics(Origin.Dprk)]))
            .Run(scenario).Baseline.Deliveries(Origin.Dprk);
        deliveries.Binding.ShouldBe(expected);
        deliveries.HeldBySailings.ShouldBe(ships ? 30 : 0, Tolerance.SameModel);
    }
}
