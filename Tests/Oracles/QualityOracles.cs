using static Supply.Tests.Oracles.World;

namespace Supply.Tests.Oracles;

public class QualityOracles
{
    //   Arsenal [stock S of bad lots, then p a day of good ones] --o a day--> Depot        the bad ones are gone after S / o days
    [Fact]
    public void FirstLots_AreSentFirst_AndArriveInTheirCondition()
    {
        var scenario = Steps(60, Depot("Depot", Lot(0)), new Reserve("Shed"), Sea(4),
            Arsenal(stock: 1_000, production: 50, orders: 50)
                with { FirstLots = new(Fraction.Of(0.5), Fraction.Of(0.3)), Rework = Fraction.Of(0.1), Useless = Fraction.Of(0.02),
                    ReworkTo = "Shed" },
            new RefurbishmentWorks("Works", Calibre.Mm152, "Shed", "Depot", Rate.Zero));
        Metric[] metrics = [Total(Quantity.Rejected), new(Quantity.Reserve), Metric.OnHand];
        var result = scenario.Trace(metrics);
        for (var t = 0; t < 60; t++)
        {
            var (first, later) = (50.0 * Math.Clamp(t - 3, 0, 20), 50.0 * Math.Max(0, t - 23));
            result.Path(metrics[0])[t].ShouldBe(t < 4 ? 0 : t < 24 ? 15 : 1, Close(1_000), $"day {t}");
            result.Path(metrics[1])[t].ShouldBe(0.5 * first + 0.1 * later, Close(1_000), $"day {t}");
            result.Path(metrics[2])[t].ShouldBe(0.2 * first + 0.88 * later, Close(2_000), $"day {t}");
        }
    }

    //   Old stock, V0 --works, c a day, yield from y to z--> Depot      the yield falls in a straight line with what is gone
    [Fact]
    public void Yield_FallsAsTheBestLotsGo()
    {
        var scenario = Steps(120, Depot("Depot", Lot(0)), new Reserve("Old stock", [Lot(1_000)]),
            new RefurbishmentWorks("Works", Calibre.Mm152, "Old stock", "Depot", Rate.PerDay(10)) { Yield = Fraction.Of(0.9),
                LastYield = Fraction.Of(0.3) });
        var refurbished = Total(Quantity.Refurbished);
        var result = scenario.Trace(refurbished, Total(Quantity.Rejected));
        for (var t = 0; t < 120; t++)
        {
            result.Path(refurbished)[t].ShouldBe(t < 100 ? 10 * (0.9 - 0.6 * t / 100) : 0, Close(1_000), $"day {t}");
        }

        result.Path(refurbished).Sum().ShouldBe(1_000 * (0.9 + 0.3) / 2 + 10 * (0.9 - 0.3) / 2, Close(100_000));
    }

    // The same of half a round in all, at a tenth a day
    [Fact]
    public void Yield_OfAStockBelowARound_FallsAsWell()
    {
        var scenario = Steps(6, Depot("Depot", Lot(0)), new Reserve("Old stock", [Lot(0.5)]),
            new RefurbishmentWorks("Works", Calibre.Mm152, "Old stock", "Depot", Rate.PerDay(0.1)) { Yield = Fraction.Of(0.9),
                LastYield = Fraction.Of(0.3) });
        var refurbished = Total(Quantity.Refurbished);
        var path = scenario.Trace(refurbished).Path(refurbished);
        for (var t = 0; t < 6; t++) path[t].ShouldBeClose(t < 5 ? 0.1 * (0.9 - 0.6 * t / 5) : 0, $"day {t}");
    }

    //   Arsenal, 20 a day, all rework --Sea, 4 days--> Shed [nothing, or 5] --works, 10 a day--> Depot      what comes later is as good as
    //                                                                                              the best of a stock that never was
    [Fact]
    public void Yield_OfAReserveThatMayOpenEmpty_IsTheFirst()
    {
        var opening = Rounds.Of(Uncertain.OneOf(new Alternative("nothing", 1, 0), new Alternative("some", 1, 5)));
        var scenario = Steps(8, Depot("Depot", Lot(0)), Sea(4),
            Arsenal(stock: 1e6, production: 0, orders: 20) with { Rework = Fraction.Of(1), ReworkTo = "Shed" },
            new Reserve("Shed", [new Lot(Calibre.Mm152, Origin.Dprk, opening)]),
            new RefurbishmentWorks("Works", Calibre.Mm152, "Shed", "Depot", Rate.PerDay(10)) { Yield = Fraction.Of(0.9),
                LastYield = Fraction.Of(0.3) });
        TimeWindow[] days = [.. Enumerable.Range(0, 8).Select(day => new TimeWindow($"day {day}", Moment.AtStep(day), Moment.AtStep(day)))];
        var refurbished = Total(Quantity.Refurbished);
        var result = new Ensemble(20, Record: new Metrics { Scalars = [refurbished] }.Over(days)).Run(scenario).Baseline;
        var first = result.Scalar(refurbished, days[0]);
        first.Min().ShouldBe(0);
        first.Max().ShouldBeClose(4.5);
        for (var t = 1; t < 8; t++)
        {
            foreach (var rounds in result.Scalar(refurbished, days[t])) rounds.ShouldBeClose(t < 4 ? 0 : 9, $"day {t}");
        }
    }

    //   Shed [60 legacy, 40 imports] --works, 50--> Depot
    [Theory]
    [InlineData(null, 30, 20)]
    [InlineData("Russia", 50, 0)]
    [InlineData("DPRK", 10, 40)]
    public void Drawing_OfAReserve_SaysWhatWorksTakeFirst(string? first, double legacy, double imports)
    {
        var drawing = first is null ? Drawing.Proportional : Drawing.ByPreference(new Origin(first));
        var scenario = Steps(1, Depot("Depot", Lot(0)), Sea(4),
            Arsenal(stock: 0, production: 0, orders: 0) with { Rework = Fraction.Of(0.1), ReworkTo = "Shed" },
            new Reserve("Shed", [Lot(60), Lot(40, Origin.Dprk)]) { Drawing = drawing },
            new RefurbishmentWorks("Works", Calibre.Mm152, "Shed", "Depot", Rate.PerDay(50)));
        var refurbished = Total(Quantity.Refurbished);
        var result = scenario.Trace(refurbished.From(Origin.Russia), refurbished.From(Origin.Dprk));
        result.Path(refurbished.From(Origin.Russia))[0].ShouldBeClose(legacy);
        result.Path(refurbished.From(Origin.Dprk))[0].ShouldBeClose(imports);
    }

    //   Depot [300 of effect 1, 100 of effect 0.6] --> Force, 40: 30 + 10 x 0.6 count
    [Fact]
    public void EffectiveFire_CountsRoundsByTheEffectOfTheirOrigin()
    {
        var scenario = Steps(1, Depot("Depot", Lot(300), Lot(100, Origin.Dprk)), Force(40));
        scenario = scenario with { Networks = [scenario.Networks[0] with { Effects = [new(Origin.Dprk, Fraction.Of(0.6))] }] };
        var effective = Total(Quantity.EffectiveFired);
        var result = scenario.Trace(effective, Total(Quantity.Fired));
        result.Path(effective)[0].ShouldBeClose(36);
        result.Path(Total(Quantity.Fired))[0].ShouldBeClose(40);
    }
}
