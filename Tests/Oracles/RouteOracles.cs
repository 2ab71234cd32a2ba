using static Supply.Tests.Oracles.World;

namespace Supply.Tests.Oracles;

public class RouteOracles
{
    //   Arsenal --Sea, L days--> Depot        in transit = flow x L, and the flow arrives L days later
    [Theory]
    [InlineData(21, 1, 21)]
    [InlineData(21, 7, 3)]
    [InlineData(0, 1, 0)]
    [InlineData(0, 7, 0)]
    [InlineData(0.2, 1, 1)]
    [InlineData(2.5, 1, 3)]
    [InlineData(2.4, 1, 2)]
    [InlineData(73.5, 49, 2)]
    public void Route_HoldsFlowTimesLeadTime(double leadTime, double stepDays, int lag)
    {
        var scenario = Of(Horizon.PlainSteps(60, stepDays), Arsenal(1e9, 0, 2500), Sea(leadTime), Depot("Depot"));
        var result = scenario.Trace(Metric.InTransit, Total(Quantity.Received));
        var (transit, received) = (result.Path(Metric.InTransit), result.Path(Total(Quantity.Received)));
        for (var t = 0; t < 60; t++)
        {
            received[t].ShouldBe(t < lag ? 0 : 2500 * stepDays, Close(1e6), $"step {t}");
            transit[t].ShouldBeClose(2500 * stepDays * Math.Min(t + 1, lag), $"step {t}");
        }
    }

    //   Arsenal, t^2 per day --Sea, L days--> Depot      against DELAY FIXED of Vensim, from its second column on
    [Theory]
    [InlineData("DF05", 0.5)]
    [InlineData("DF1", 1)]
    [InlineData("DF12", 1.2)]
    [InlineData("DF15", 1.5)]
    [InlineData("DF2", 2)]
    [InlineData("DF37", 3.7)]
    public void Route_DelaysAsVensimDoes(string column, double leadTime)
    {
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Referees", "sd-delay-fixed.csv"))
            .Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split(',')).ToArray();
        double[] Column(string name) =>
            [.. lines.Skip(1).Select(line =>
                double.Parse(line[Array.IndexOf(lines[0], name)], System.Globalization.CultureInfo.InvariantCulture))];
        var (input, delayed) = (Column("time squared"), Column(column));
        var offer = new Offer(Calibre.Mm152, Rounds.Of(1e9), Rate.Zero, RatePath.PerStep(input));
        var scenario = Steps(input.Length, new Supplier("Arsenal", Origin.Dprk, [offer]), Sea(leadTime), Depot("Depot"));
        var received = scenario.Trace(Total(Quantity.Received)).Path(Total(Quantity.Received));
        var first = Math.Max(1, (int)Math.Floor(leadTime + 0.5));
        for (var t = first; t < input.Length; t++) received[t].ShouldBe(delayed[t], Close(input.Sum()), $"time {t}");
        received.Take(first).ShouldAllBe(rounds => rounds == 0);
    }

    //   Arsenal, E0 + p per day, orders o > p --Sea--> Depot     sends o until E0 / (o - p) days, then p
    [Fact]
    public void Supplier_WhoseStockIsGone_FallsToItsProduction()
    {
        var result = Steps(60, Arsenal(1000, 30, 80), Sea(1), Depot("Depot"))
            .Trace(Total(Quantity.Imported), Total(Quantity.HeldByStock), Metric.Exportable);
        for (var t = 0; t < 60; t++)
        {
            result.Path(Total(Quantity.Imported))[t].ShouldBe(t < 20 ? 80 : 30, Close(4000), $"day {t}");
            result.Path(Total(Quantity.HeldByStock))[t].ShouldBe(t < 20 ? 0 : 50, Close(4000), $"day {t}");
        }

        result.Path(Metric.Exportable)[^1].ShouldBe(0, Close(4000));
    }

    //   Arsenal, orders 90 and 30 of two calibres --limit 60, then 20, then none--> Depot      scaled alike
    [Fact]
    public void ExportLimit_ScalesAllCalibresAlike()
    {
        var supplier = new Supplier("Arsenal", Origin.Dprk,
            [new(Calibre.Mm152, Rounds.Of(1e6), Rate.Zero, Rate.PerDay(90)),
                new(Calibre.Mm122, Rounds.Of(1e6), Rate.Zero, Rate.PerDay(30))]) { ExportLimit =
                Rate.PerDay(60) };
        var scenario = Steps(30, supplier, Sea(1), Depot("Depot")) with
        {
            Changes =
            [
                new ExportLimit(Origin.Dprk, Moment.AtStep(10), Rate.PerDay(20)) { Until = Moment.AtStep(20) },
                new ExportLimit(Origin.Dprk, Moment.AtStep(15), Rate.Zero) { Until = Moment.AtStep(18) },
            ],
        };
        var imported = Total(Quantity.Imported);
        var result = scenario.Trace(imported.Of(Calibre.Mm152), imported.Of(Calibre.Mm122), Total(Quantity.HeldByExportLimit));
        for (var t = 0; t < 30; t++)
        {
            var limit = t is >= 15 and < 18 ? 0 : t is >= 10 and < 20 ? 20 : 60;
            result.Path(imported.Of(Calibre.Mm152))[t].ShouldBe(limit * 0.75, Close(1e4), $"day {t}");
            result.Path(imported.Of(Calibre.Mm122))[t].ShouldBe(limit * 0.25, Close(1e4), $"day {t}");
            result.Path(Total(Quantity.HeldByExportLimit))[t].ShouldBe(120 - limit, Close(1e4), $"day {t}");
        }
    }

    //   Arsenal, o --Sea: capacity c, loss l; interdicted to r with loss x in steps 10..19--> Depot
    [Fact]
    public void Interdiction_CutsAfterTheCapacityAndLosesOnTop()
    {
        var scenario = Steps(30, Arsenal(1e6, 0, 100), Sea(2) with { Capacity = Rate.PerDay(80), Loss = Fraction.Of(0.1) },
            Depot("Depot")) with
        {
            Changes = [new Interdiction("Sea", Moment.AtStep(10), Fraction.Of(0.5)) { Until = Moment.AtStep(20), Loss = Fraction.Of(0.2) }],
        };
        Metric[] metrics = [Total(Quantity.Imported), Total(Quantity.Lost), Total(Quantity.HeldByRoute), Total(Quantity.Received)];
        var result = scenario.Trace(metrics);
        for (var t = 0; t < 30; t++)
        {
            var cut = t is >= 10 and < 20;
            var sent = cut ? 40.0 : 80;
            result.Path(metrics[0])[t].ShouldBe(sent, Close(1e4), $"day {t}");
            result.Path(metrics[1])[t].ShouldBe(sent * (cut ? 1 - 0.9 * 0.8 : 0.1), Close(1e4), $"day {t}");
            result.Path(metrics[2])[t].ShouldBe(100 - sent, Close(1e4), $"day {t}");
            result.Path(metrics[3])[t].ShouldBe(t < 2 ? 0 : t is >= 12 and < 22 ? 40 * 0.72 : 72, Close(1e4), $"day {t}");
        }
    }

    //   Rear, 150 --North: wants 100, capacity 1000--> A --> Force A, 10
    //            \--South: wants 200, its capacity---> B --> Force B, 20       what is there is shared 1 : 2
    [Fact]
    public void SeveralRoutes_ShareWhatIsThereByTheirWishes()
    {
        var scenario = Steps(1, Depot("Rear", Lot(150)), Depot("A"), Depot("B"),
            new Route("North", "Rear", "A", Days.Of(1)) { Cover = Days.Of(10) },
                new Route("South", "Rear", "B", Days.Of(1)) { Cover = Days.Of(10) },
            Force(10, "A") with { Name = "Force A" }, Force(20, "B") with { Name = "Force B", Key = "Force B" });
        var sent = Total(Quantity.Dispatched);
        var result = scenario.Trace(sent.At("North"), sent.At("South"));
        result.Path(sent.At("North"))[0].ShouldBeClose(50);
        result.Path(sent.At("South"))[0].ShouldBeClose(100);
    }

    //   Rear --North, capacity 30--> Front --> Force       two routes to one place share its gap; each has its own capacity,
    //       \--South, capacity 90--> Front                 which binds over all calibres together
    [Fact]
    public void RoutesToOnePlace_ShareItsGap_AndCapacityHoldsOverCalibres()
    {
        Lot[] lots = [new(Calibre.Mm152, Origin.Russia, Rounds.Of(1e4)), new(Calibre.Mm122, Origin.Russia, Rounds.Of(1e4))];
        var scenario = Steps(1, Depot("Rear", lots), Depot("Front"),
            new Route("North", "Rear", "Front", Days.Of(1)) { Cover = Days.Of(4), Capacity = Rate.PerDay(30) },
            new Route("South", "Rear", "Front", Days.Of(1)) { Cover = Days.Of(4), Capacity = Rate.PerDay(90) },
            new Consumer("Force", "Front", [new(Calibre.Mm152, Rate.PerDay(20)), new(Calibre.Mm122, Rate.PerDay(10))]));
        var sent = Total(Quantity.Dispatched);
        var result = scenario.Trace(sent.At("North").Of(Calibre.Mm152), sent.At("North").Of(Calibre.Mm122), sent.At("South"));
        result.Path(sent.At("North").Of(Calibre.Mm152))[0].ShouldBeClose(20);
        result.Path(sent.At("North").Of(Calibre.Mm122))[0].ShouldBeClose(10);
        result.Path(sent.At("South"))[0].ShouldBeClose(60);
    }

    //   Arsenal --Sea--> Depot: a share q goes to the reserve, x is useless
    [Fact]
    public void Imports_ArriveServiceableForReworkOrUseless()
    {
        var scenario = Steps(11, Arsenal(1e6, 0, 100) with { Rework = Fraction.Of(0.3), Useless = Fraction.Of(0.2),
            ReworkTo = "Old stock" }, Sea(1), Depot("Depot"),
            new Reserve("Old stock"));
        var result = scenario.Trace(Metric.OnHand, Metric.Reserve, Total(Quantity.Rejected));
        result.Path(Metric.OnHand)[^1].ShouldBeClose(500);
        result.Path(Metric.Reserve)[^1].ShouldBeClose(300);
        result.Path(Total(Quantity.Rejected)).Sum().ShouldBeClose(200);
    }
}
