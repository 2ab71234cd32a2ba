using static Supply.Tests.Oracles.World;

namespace Supply.Tests.Oracles;

/// <summary>Where the order of parts matters, and that it does not elsewhere.</summary>
public class OrderOracles
{
    //   East --a: lots of 60 at 150--> Middle <--b: up to 280-- West;  Middle, 50 --> Force
    //   the first of a and b sees a position of 50, the second that and the order of the first
    [Theory]
    [InlineData(true, 120, 110)]
    [InlineData(false, 0, 230)]
    public void OrderingRoutesToOnePlace_OrderInTheirOrder(bool lotsFirst, double a, double b)
    {
        var result = Steps(1, Parts(lotsFirst)).Trace(Total(Quantity.OrdersPlaced).At("a"), Total(Quantity.OrdersPlaced).At("b"));
        result.Path(Total(Quantity.OrdersPlaced).At("a"))[0].ShouldBeClose(a);
        result.Path(Total(Quantity.OrdersPlaced).At("b"))[0].ShouldBeClose(b);
    }

    //   the order of all else changes nothing: places, lines, consumers and routes to other places change theirs
    [Fact]
    public void OtherParts_InAnyOrder_GiveTheSame()
    {
        Metric[] metrics = [.. Recorded.Flows.Select(Total), .. Recorded.Levels.Select(one => new Metric(one))];
        var plain = Of(Parts(true));
        for (var seed = 1; seed <= 20; seed++)
        {
            var shuffled = new Laws.Dice(seed).Shuffled(Parts(true));
            var ordering = shuffled.OfType<Route>().Where(route => route.To == "Middle").OrderBy(route => route.Name).GetEnumerator();
            Part Kept(Part part) => part is Route { To: "Middle" } && ordering.MoveNext() ? ordering.Current : part;
            Laws.Same.Scalars(Of([.. shuffled.Select(Kept)]), plain, Tolerance.SameModel);
        }

        Study Of(Part[] parts) => new Ensemble(5, Record: new Metrics().And(metrics)).Run(Steps(60, parts));
    }

    private static Part[] Parts(bool lotsFirst)
    {
        var a = new Route("a", "East", "Middle", Days.Of(4)) { Replenishment = Replenishment.ReorderPoint(Rounds.Of(150), Rounds.Of(60)) };
        var b = new Route("b", "West", "Middle", Days.Of(2)) { Replenishment = Replenishment.BaseStock(Rounds.Of(280)) };
        return
        [
            Depot("East", Lot(2_000)), Depot("West", Lot(2_000, Origin.Dprk)), Depot("Middle", Lot(50)), Depot("Front"),
            Line(Rate.PerDay(Uncertain.Uniform(5, 9)), "East"),
            .. lotsFirst ? new[] { a, b } : [b, a],
            new Route("c", "Middle", "Front", Days.Of(2)) { Cover = Days.Of(3) },
            new Consumer("Guns", "Front", [new(Calibre.Mm152, Rate.PerDay(Uncertain.Uniform(9, 14)))]) { Unmet = Unmet.Backordered },
        ];
    }
}
