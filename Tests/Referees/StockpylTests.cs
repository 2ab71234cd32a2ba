using System.Globalization;

namespace Supply.Tests.Referees;

/// <summary>The trace of stockpyl, run from a scenario file; README.md in this folder tells its origin and licence.</summary>
public sealed class StockpylTests
{
    private static readonly Metric received = new Metric(Quantity.Received).Total();
    private static readonly Metric placed = new Metric(Quantity.OrdersPlaced).Total();
    private static readonly Metric dispatched = new Metric(Quantity.Dispatched).Total();
    private static readonly Metric fired = new Metric(Quantity.Fired).Total();
    private static readonly Metric required = new Metric(Quantity.Required).Total();

    //   Outside --2 days--> Stage 2 --1 day--> Stage 1 --1 day--> Stage 0 --> Customer (backordered)
    [Fact]
    public void SerialLine_FollowsTheTraceColumnByColumn()
    {
        var rows = Trace("stockpyl-serial3-trace.csv");
        var run = new RefereeRun("stockpyl-serial3.json");
        (string Place, string In, string Out)[] stages = [
            ("Stage 0", "1 to 0", "Customer"), ("Stage 1", "2 to 1", "1 to 0"), ("Stage 2", "Outside to 2", "2 to 1")];
        var total = 0.0;
        for (var node = 0; node < 3; node++)
        {
            var (place, into, outOf) = stages[node];
            var isLast = node == 0;
            var onHand = run[Metric.OnHand.At(place)];
            var owed = run[isLast ? Metric.Backordered.At(outOf) : Metric.OnOrder.At(outOf)];
            double[] none = new double[onHand.Length];
            var shortage = isLast ? run[Metric.ShortageCost.At(outOf)] : none;
            var transit = isLast ? none : run[Metric.HoldingCost.At(outOf)];
            var holding = run[Metric.HoldingCost.At(place)];
            var cost = (double[])[.. holding.Select((one, t) => one + shortage[t] + transit[t])];
            total += cost.Sum();
            run.Same(rows, node, "inbound_order", run[isLast ? required.At(outOf) : placed.At(outOf)]);
            run.Same(rows, node, "order_quantity", run[placed.At(into)]);
            run.Same(rows, node, "inbound_shipment", run[received.At(into)]);
            run.Same(rows, node, "outbound_shipment", run[isLast ? fired.At(outOf) : dispatched.At(outOf)]);
            run.Same(rows, node, "inventory_level", [.. onHand.Zip(owed, (have, owe) => have - owe)]);
            run.Same(rows, node, "backorders", owed);
            run.Same(rows, node, "holding_cost", holding);
            run.Same(rows, node, "stockout_cost", shortage);
            run.Same(rows, node, "in_transit_holding_cost", transit);
            run.Same(rows, node, "total_cost", cost);
        }

        total.ShouldBe(6620.352024619586, Tolerance.StockpylTrace);
        run[Metric.Cost].Sum().ShouldBe(total, Tolerance.StockpylTrace);
        TestContext.Current.TestOutputHelper?.WriteLine($"{run.Count} values, largest difference {run.Largest:G3}");
    }

    private static Dictionary<(int Node, string Column), double[]> Trace(string file)
    {
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Referees", file)).Select(line => line.Split(',')).ToArray();
        return (from line in lines.Skip(1)
                from column in lines[0].Index()
                group double.Parse(line[column.Index], CultureInfo.InvariantCulture) by (
                    int.Parse(line[1], CultureInfo.InvariantCulture), column.Item))
            .ToDictionary(group => group.Key, group => group.ToArray());
    }
}
