using static Supply.Tests.Oracles.World;

namespace Supply.Tests.Oracles;

public class ShipmentOracles
{
    private static readonly Metric Imported = Total(Quantity.Imported);
    private static readonly Metric Received = Total(Quantity.Received);

    //   Arsenal, one pulse --Sea, Erlang of order k, L days--> Depot      mean L, variance L^2 / k - L h: stages are geometric in steps
    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 1)]
    [InlineData(6, 0.5)]
    [InlineData(20, 1)]
    public void Erlang_SpreadsAPulse(int order, double h)
    {
        const double lead = 20;
        double[] orders = [.. Enumerable.Range(0, 2000).Select(step => step == 0 ? 1000 / h : 0)];
        var supplier = new Supplier("Arsenal", Origin.Dprk, [new(Calibre.Mm152, Rounds.Of(1e6), Rate.Zero, RatePath.PerStep(orders))]);
        var received = Of(Horizon.PlainSteps(2000, h), supplier, Sea(lead) with { Transit = Transit.Erlang(order) }, Depot("Depot"))
            .Trace(Received).Path(Received);
        var mean = received.Select((rounds, step) => rounds * step * h).Sum() / 1000;
        var square = received.Select((rounds, step) => rounds * step * h * step * h).Sum() / 1000;
        received.Sum().ShouldBe(1000, Tolerance.SameModel * 1000);
        mean.ShouldBe(lead, Tolerance.SameModel * lead);
        (square - mean * mean).ShouldBe(lead * lead / order - lead * h, Tolerance.SameModel * lead * lead);
    }

    //   Arsenal, one pulse --Sea, each shipment exp(0.6 z) times 8 days--> Depot      how many arrive after k days is the probability of k
    [Fact]
    public void PerShipment_APulseArrivesByTheProbabilitiesOfItsLag()
    {
        const int replications = 4000;
        const double median = 8, spread = 0.6, longest = 20;
        var scenario = Steps(60, Pulse(60), Sea(median) with { Transit = Transit.PerShipment(Factor.Of(spread), Days.Of(longest)) },
            Depot("Depot"));
        var days = Enumerable.Range(0, 60).Select(day => new TimeWindow($"day {day}", Moment.AtStep(day), Moment.AtStep(day))).ToArray();
        var received = new Ensemble(replications, Record: new Metrics { Scalars = [Received] }.Over(days)).Run(scenario).Baseline;
        for (var day = 0; day < 60; day++)
        {
            var expected = day is < 1 or > (int)longest ? 0 : (day == longest ? 1 : Below(day + 0.5)) - (day == 1 ? 0 : Below(day - 0.5));
            var share = received.Scalar(Received, days[day]).Count(rounds => rounds > 0) / (double)replications;
            share.ShouldBe(expected, Tolerance.StandardErrors * Math.Sqrt(expected * (1 - expected) / replications) + Tolerance.Rounding,
                $"day {day}");
        }

        static double Below(double days) => MathNet.Numerics.Distributions.Normal.CDF(0, spread, Math.Log(days / median));
    }

    //   the same with a flow: shipments overtake each other, none is lost, and on average a steady flow arrives
    [Fact]
    public void PerShipment_OvertakesAndLosesNothing()
    {
        var scenario = Steps(400, Arsenal(1e9, 0, 100), Sea(8) with { Transit = Transit.PerShipment(Factor.Of(0.6), Days.Of(30)) },
            Depot("Depot"));
        var result = scenario.Trace(Imported, Received, Metric.InTransit);
        var (sent, arrived) = (0.0, 0.0);
        for (var t = 0; t < 400; t++)
        {
            (sent, arrived) = (sent + result.Path(Imported)[t], arrived + result.Path(Received)[t]);
            result.Path(Metric.InTransit)[t].ShouldBe(sent - arrived, Close(sent), $"day {t}");
            (result.Path(Received)[t] % 100).ShouldBe(0, Close(sent));
        }

        result.Path(Received).Distinct().Count().ShouldBeGreaterThan(3, "none, one or several shipments arrive in a day");
    }

    //   ships call every second day for none or for two containers of 50 rounds: those that load nothing are not voyages
    [Fact]
    public void ShipsThatCarryNothing_AreNoVoyages()
    {
        var containers = Units.Of(Uncertain.OneOf(new Alternative("none", 1, 0), new Alternative("two", 1, 2)));
        var scenario = Steps(10, Arsenal(1e6, 0, 100), Depot("Depot"),
            Sea(3) with { Sailings = new(Timetable.Every(Days.Of(2)), containers, Rounds.Of(50)) });
        var voyages = Total(Quantity.Voyages);
        var result = new Ensemble(20, Record: new Metrics().And(voyages, Received)).Run(scenario).Baseline;
        result.Scalar(voyages).Distinct().Order().ShouldBe([0, 5]);
        for (var i = 0; i < 20; i++) (result.Scalar(Received)[i] > 0).ShouldBe(result.Scalar(voyages)[i] > 0, $"replication {i}");
    }

    //   without a spread it is a conveyor, with the same bits, dispersed or not
    [Fact]
    public void PerShipment_WithoutASpread_IsAConveyor()
    {
        double[] Paths(Transit transit)
        {
            var plan = Of(Horizon.PlainSteps(120, 0.5), Arsenal(1e9, 0, 97), Sea(8.3) with { Transit = transit, Loss = Fraction.Of(0.03) },
                Depot("Depot"),
                new Route("Road", "Depot", "Front", Days.Of(Uncertain.Uniform(2, 6))) { Cover = Days.Of(7), Transit = transit },
                    Depot("Front"),
                    Force(61.3, "Front")) with
            {
                Changes =
                [
                    new Dispersal("Depot", Moment.AtStep(30), Fraction.Of(0.9)) { FurtherHaul = Days.Of(3), Until = Moment.AtStep(70) },
                    new RouteClosure("Sea", Moment.AtStep(40)) { Until = Moment.AtStep(60), UnderWay = UnderWay.Waits },
                ],
            };
            var result = plan.Trace(Received, Total(Quantity.Fired));
            return [.. result.Path(Received), .. result.Path(Total(Quantity.Fired))];
        }

        Paths(Transit.PerShipment(Factor.Of(0), Days.Of(12))).ShouldBe(Paths(Transit.Fixed));
    }

    private static Supplier Pulse(int steps) =>
        new("Arsenal", Origin.Dprk, [new(Calibre.Mm152, Rounds.Of(1e6), Rate.Zero, RatePath.PerStep([1000, .. new double[steps - 1]]))]);

    //   Arsenal, 100 --Sea, 4 days; closed in steps 10..19--> Depot      dispatch stops; under way: go on, wait for step 20, or are lost
    [Theory]
    [InlineData(UnderWay.Continues)]
    [InlineData(UnderWay.Waits)]
    [InlineData(UnderWay.Lost)]
    public void RouteClosure_StopsDispatch_AndDecidesWhatIsUnderWay(UnderWay underWay)
    {
        var scenario = Steps(30, Arsenal(1e6, 0, 100), Sea(4), Depot("Depot")) with
        {
            Changes = [new RouteClosure("Sea", Moment.AtStep(10)) { Until = Moment.AtStep(20), UnderWay = underWay }],
        };
        var result = scenario.Trace(Imported, Received, Total(Quantity.Lost), Metric.InTransit, Total(Quantity.HeldByRoute));
        for (var t = 0; t < 30; t++)
        {
            var closed = t is >= 10 and < 20;
            result.Path(Imported)[t].ShouldBe(closed ? 0 : 100, Close(3000), $"day {t}");
            result.Path(Total(Quantity.HeldByRoute))[t].ShouldBe(closed ? 100 : 0, Close(3000), $"day {t}");
            result.Path(Total(Quantity.Lost))[t].ShouldBe(underWay == UnderWay.Lost && t == 10 ? 400 : 0, Close(3000), $"day {t}");
            var usual = t is >= 4 and < 10 or >= 24 ? 100.0 : 0;
            var tail = t is >= 10 and < 14 ? 100.0 : 0;
            var expected = usual + (underWay == UnderWay.Continues ? tail : underWay == UnderWay.Waits && t == 20 ? 400 : 0);
            result.Path(Received)[t].ShouldBe(expected, Close(3000), $"day {t}");
        }
    }

    //   The same with stages: all that is in them is lost; what leaves the last one waits
    [Fact]
    public void RouteClosure_OfAnErlangRoute_LosesOrHoldsItsStages()
    {
        double[] InTransit(UnderWay underWay) =>
            (Steps(60, Arsenal(1e6, 0, 100), Sea(8) with { Transit = Transit.Erlang(2) }, Depot("Depot")) with
        {
            Changes = [new RouteClosure("Sea", Moment.AtStep(30)) { Until = Moment.AtStep(50), UnderWay = underWay }],
        }).Trace(Metric.InTransit).Path(Metric.InTransit);

        var (lost, waits, continues) = (InTransit(UnderWay.Lost), InTransit(UnderWay.Waits), InTransit(UnderWay.Continues));
        lost[30].ShouldBe(0);
        waits[49].ShouldBe(waits[29], Close(1000));
        continues[49].ShouldBeLessThan(waits[29] / 50);
        waits[50].ShouldBe(continues[50], Close(1000));
    }

    //   Arsenal, 100 --Sea: a ship of 20 x 40 rounds every 10 days, 3 days--> Depot      lumps of 800; the rest waits at the port
    [Fact]
    public void Sailings_BringLumps()
    {
        var sea = Sea(3) with { Sailings = new(Timetable.Every(Days.Of(10)), Units.Of(20), Rounds.Of(40)) };
        var result = Steps(40, Arsenal(1e6, 0, 100), sea, Depot("Depot")).Trace(Imported, Received, Metric.AtPort, Metric.Voyages);
        for (var t = 0; t < 40; t++)
        {
            var sails = t % 10 == 9;
            result.Path(Imported)[t].ShouldBe(sails ? 800 : 0, Close(4000), $"day {t}");
            result.Path(Received)[t].ShouldBe(t >= 12 && t % 10 == 2 ? 800 : 0, Close(4000), $"day {t}");
            result.Path(Metric.AtPort)[t].ShouldBe(100 * (t + 1) - 800 * ((t + 1) / 10), Close(4000), $"day {t}");
            result.Path(Metric.Voyages)[t].ShouldBe(sails ? 1 : 0, Close(40), $"day {t}");
        }
    }

    //   --Sea: ships of 300 on days 5, 12, 12 and 20--> : two on day 12; the second ship of a day sails only if something is left
    [Fact]
    public void Sailings_FollowACalendar_AndOnlyShipsWithRoundsSail()
    {
        var sea = Sea(1) with { Sailings = new(Timetable.On([.. new[] { 5, 12, 12, 20, 21 }.Select(Moment.AtStep)]), Units.Of(10),
            Rounds.Of(30)) };
        var result = Steps(30, Arsenal(1000, 0, 100), sea, Depot("Depot")).Trace(Imported, Metric.Voyages);
        double[] imported = [300, 600, 100, 0], voyages = [1, 2, 1, 0];
        foreach (var (i, day) in new[] { 5, 12, 20, 21 }.Index())
        {
            result.Path(Imported)[day].ShouldBe(imported[i], Close(1000), $"day {day}");
            result.Path(Metric.Voyages)[day].ShouldBe(voyages[i], Close(30), $"day {day}");
        }

        result.Path(Imported).Sum().ShouldBeClose(1000);
    }

    //   --Sea: a call a day, none in January, half in February, paused in the last ten days of March-->
    [Fact]
    public void Sailings_HaveASeasonAndPauses()
    {
        Items<Factor> months = Factor.Each(0, 0.5, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1);
        var sea = Sea(1) with { Sailings = new(Timetable.Every(Days.Of(1)), Units.Of(1), Rounds.Of(1)) { Months = months } };
        var scenario = Of(Horizon.Dated(new(2025, 1, 1), new(2025, 3, 31)), Arsenal(1e6, 0, 100), sea, Depot("Depot")) with
        {
            Changes = [new SailingChange("Sea", new(2025, 3, 22), 0)],
        };
        var voyages = scenario.Trace(Metric.Voyages).Path(Metric.Voyages);
        voyages.Take(31).Sum().ShouldBe(0);
        voyages.Skip(31).Take(28).Sum().ShouldBe(14);
        voyages.Skip(59).Take(21).Sum().ShouldBe(21);
        voyages.Skip(80).Sum().ShouldBe(0);
    }

    //   --Sea: a ship of 400 every 10 days, storage 250-->      the port fills, then the supplier keeps what is ordered
    [Fact]
    public void Storage_KeepsTheRestWithTheSupplier()
    {
        var sea = Sea(1) with { Sailings = new(Timetable.Every(Days.Of(10)), Units.Of(4), Rounds.Of(100)) { Storage = Rounds.Of(250) } };
        var result = Steps(10, Arsenal(1e4, 0, 100), sea, Depot("Depot"))
            .Trace(Metric.AtPort, Total(Quantity.HeldBySailings), Metric.Exportable, Imported);
        double[] held = [0, 0, 50, 100, 100, 100, 100, 100, 100, 100];
        for (var t = 0; t < 10; t++) result.Path(Total(Quantity.HeldBySailings))[t].ShouldBe(held[t], Close(1000), $"day {t}");
        result.Path(Metric.AtPort)[8].ShouldBeClose(250);
        result.Path(Metric.Exportable)[8].ShouldBeClose(9750);
        result.Path(Imported)[9].ShouldBeClose(250);
    }

    //   Arsenal, 100 --Rail: 30, preference 0--> Depot
    //          \--Sea: 50, preference 1--> Depot       rail first, then sea; with equal preference 3 : 5 of what both could take
    [Theory]
    [InlineData(1, 100, 30, 50)]
    [InlineData(1, 40, 30, 10)]
    [InlineData(0, 40, 40 * 30 / 70.0, 40 * 40 / 70.0)]
    [InlineData(0, 100, 30, 50)]
    public void SeveralRoutes_ShareByPreference(int preferenceOfSea, double orders, double rail, double sea)
    {
        var scenario = Steps(5, Arsenal(1e6, 0, orders), Depot("Depot"),
            Sea(1) with { Capacity = Rate.PerDay(50), Preference = preferenceOfSea },
            new Route("Rail", "Arsenal", "Depot", Days.Of(1)) { Capacity = Rate.PerDay(30) });
        var result = scenario.Trace(Received.At("Rail"), Received.At("Sea"), Total(Quantity.HeldByRoute));
        result.Path(Received.At("Rail"))[3].ShouldBeClose(rail);
        result.Path(Received.At("Sea"))[3].ShouldBeClose(sea);
        result.Path(Total(Quantity.HeldByRoute))[3].ShouldBe(orders - rail - sea, Close(500));
    }

    //   A port that is full leaves the rest to the next route
    [Fact]
    public void AFullPort_LeavesTheRestToTheRail()
    {
        var scenario = Steps(10, Arsenal(1e6, 0, 100), Depot("Depot"),
            Sea(1) with { Sailings = new(Timetable.On(Moment.AtStep(9)), Units.Of(1), Rounds.Of(1)) { Storage = Rounds.Of(150) } },
            new Route("Rail", "Arsenal", "Depot", Days.Of(1)) { Capacity = Rate.PerDay(30), Preference = 1 });
        var result = scenario.Trace(Imported, Total(Quantity.HeldBySailings));
        result.Path(Imported)[0].ShouldBe(0);
        result.Path(Imported)[1].ShouldBeClose(30);
        result.Path(Total(Quantity.HeldBySailings))[1].ShouldBeClose(20);
        result.Path(Total(Quantity.HeldBySailings))[5].ShouldBeClose(70);
    }
}
