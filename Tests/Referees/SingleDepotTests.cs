namespace Supply.Tests.Referees;

/// <summary>
/// Published runs of one depot under (R, Q), from scenario files; README.md in this folder tells their origin and doubts.
/// </summary>
public sealed class SingleDepotTests
{
    //   Outside --2 days, R = Q = 500--> Depot, 1000 --every 2 days--> customers
    [Theory]
    [InlineData(1, 1, 400, 30, 3600, 3480, 7, 3500, 3000, 7600, 600_000, 370, 607_970)]
    [InlineData(2, 2, 500, 60, 6000, 5800, 12, 6000, 5500, 7100, 1_100_000, 720, 1_107_820)]
    public void Run_GivesThePublishedNumbers(
        int run, int customers, double endStock, double deliveries, double units, double unitsDelivered,
        double orders, double unitsOrdered, double unitsReceived, double holding, double spend, double transport, double total)
    {
        var of = new RefereeRun($"single-depot-{run}.json");
        var file = ScenarioFile.Read(Path.Combine(AppContext.BaseDirectory, "Referees", "Networks", $"single-depot-{run}.json"));
        Metrics.Named(file.Metrics, file.Baseline).Count.ShouldBe(file.Metrics.Count);
        double Sum(Quantity quantity, string place) => of[new Metric(quantity).Total().At(place)].Sum();
        double Customers(Quantity quantity) => Enumerable.Range(1, customers).Sum(i => Sum(quantity, $"Delivery {i}"));
        of[Metric.OnHand.At("Depot")][^1].ShouldBe(endStock);
        (Customers(Quantity.OrderingCost) / 10).ShouldBe(deliveries);
        Customers(Quantity.Dispatched).ShouldBe(units);
        Customers(Quantity.Received).ShouldBe(unitsDelivered);
        Sum(Quantity.OrderCount, "Supply").ShouldBe(orders);
        Sum(Quantity.OrdersPlaced, "Supply").ShouldBe(unitsOrdered);
        Sum(Quantity.Received, "Supply").ShouldBe(unitsReceived);
        of[Metric.HoldingCost].Sum().ShouldBe(holding, Tolerance.Rounding * holding);
        (Sum(Quantity.OrderingCost, "Supply") - 10 * orders).ShouldBe(spend);
        (10 * orders + Customers(Quantity.OrderingCost)).ShouldBe(transport);
        of[Metric.Cost].Sum().ShouldBe(total, Tolerance.Rounding * total);
    }
}
