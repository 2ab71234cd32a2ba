using static Supply.Tests.Oracles.World;

namespace Supply.Tests.Oracles;

public class GunOracles
{
    private static readonly Metric Fired = Total(Quantity.Fired);

    // Depot, full --> Force, far above A0 guns of r rounds a day each, life L rounds:    A(t) = A0 (1 - r h / L)^t, r A0 (1 - r h / L)^t
    // h fired
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public void GunsWithoutSpareBarrels_FallSilentExponentially(double stepDays)
    {
        var scenario = Of(Horizon.PlainSteps(50, stepDays), Depot("Depot", Lot(1e12)), Shooting(1e9),
            new GunPark("Guns", Units.Of(100), Rate.PerDay(40), Rounds.Of(2_000)));
        Metric[] metrics = [Fired, new(Quantity.GunsWithBarrel), Total(Quantity.ShortOfBarrels), Total(Quantity.ShortOfGuns),
            new(Quantity.GunsInService)];
        var result = scenario.Trace(metrics);
        var keeps = 1 - 40 * stepDays / 2_000;
        for (var t = 0; t < 50; t++)
        {
            var most = 4_000 * stepDays;
            result.Path(metrics[0])[t].ShouldBe(most * Math.Pow(keeps, t), Close(most * 50), $"step {t}");
            result.Path(metrics[1])[t].ShouldBeClose(100 * Math.Pow(keeps, t + 1), $"step {t}");
            result.Path(metrics[2])[t].ShouldBe(most * (1 - Math.Pow(keeps, t)), Close(1e9 * 50 * stepDays), $"step {t}");
            result.Path(metrics[3])[t].ShouldBe(1e9 * stepDays - most, Close(1e9 * 50 * stepDays), $"step {t}");
            result.Path(metrics[4])[t].ShouldBeClose(100);
        }
    }

    //   b barrels a day --> A0 guns, many       in the long run they fire b L rounds a day, whatever they began with
    [Fact]
    public void BarrelProduction_SustainsItsLifeInRounds()
    {
        var scenario = Steps(2_000, Depot("Depot", Lot(1e12)), Shooting(1e9),
            new GunPark("Guns", Units.Of(1_000), Rate.PerDay(40), Rounds.Of(2_000)) { BarrelProduction = Rate.PerDay(3) });
        var result = scenario.Trace(Fired, Total(Quantity.BarrelsWorn));
        result.Path(Fired)[^1].ShouldBe(6_000, Tolerance.SteadyState * 6_000);
        result.Path(Total(Quantity.BarrelsWorn))[^1].ShouldBe(3, Tolerance.SteadyState * 1_000);
    }

    //   H guns in reserve --c a day, share y usable--> spare barrels;   --r a day--> guns           the reserve lasts H / (c + r) days
    [Fact]
    public void Reserve_GivesBarrelsAndGunsUntilItIsEmpty()
    {
        var scenario = Steps(60, Depot("Depot", Lot(1e9)), Shooting(10),
            new GunPark("Guns", Units.Of(50), Rate.PerDay(40), Rounds.Of(1e15)) { Reserve = Units.Of(200), Cannibalised = Rate.PerDay(3),
                Usable = Fraction.Of(0.5),
                Returned = Rate.PerDay(1) });
        Metric[] metrics = [new(Quantity.GunsInReserve), new(Quantity.SpareBarrels), new(Quantity.GunsInService),
            Total(Quantity.BarrelsRecovered)];
        var result = scenario.Trace(metrics);
        for (var t = 0; t < 60; t++)
        {
            var days = Math.Min(50, t + 1);
            result.Path(metrics[0])[t].ShouldBe(200 - 4 * days, Close(200), $"day {t}");
            result.Path(metrics[1])[t].ShouldBe(1.5 * days, Close(200), $"day {t}");
            result.Path(metrics[2])[t].ShouldBe(50 + days, Close(200), $"day {t}");
            result.Path(metrics[3])[t].ShouldBe(t < 50 ? 1.5 : 0, Close(200), $"day {t}");
        }
    }

    //   A0 guns, l lost a day: full depots do not help, fire falls with the guns
    [Fact]
    public void LossesOfGuns_TakeTheirBarrels_AndTheShortfallIsOfGuns()
    {
        var scenario = Steps(30, Depot("Depot", Lot(1e9)), Shooting(1_000),
            new GunPark("Guns", Units.Of(40), Rate.PerDay(20), Rounds.Of(1e15)) { Losses = Rate.PerDay(2), Barrels = Units.Of(5) });
        Metric[] metrics = [Fired, Total(Quantity.ShortOfGuns), Total(Quantity.BarrelsLost), new(Quantity.SpareBarrels),
            Total(Quantity.ShortOfRounds)];
        var result = scenario.Trace(metrics);
        for (var t = 0; t < 30; t++)
        {
            var fired = 20 * Math.Max(0, 40 - 2 * (t + 1));
            result.Path(metrics[0])[t].ShouldBe(fired, Close(1_000 * 30), $"day {t}");
            result.Path(metrics[1])[t].ShouldBe(1_000 - fired, Close(1_000 * 30), $"day {t}");
            result.Path(metrics[2])[t].ShouldBe(t < 20 ? 2 : 0, Close(1_000), $"day {t}");
            result.Path(metrics[3])[t].ShouldBeClose(5, $"day {t}");
            result.Path(metrics[4])[t].ShouldBe(0, Close(1_000 * 30), $"day {t}");
        }
    }

    //   Force of two calibres, 300 and 100 a day, on guns for 200: each gets half
    [Fact]
    public void DemandsOnOnePark_ShareItInProportion()
    {
        var force = new Consumer("Force", "Depot",
            [new(Calibre.Mm152, Rate.PerDay(300)) { Guns = "Guns" }, new(Calibre.Mm122, Rate.PerDay(100)) { Guns = "Guns" }]);
        var scenario = Steps(1, Depot("Depot", Lot(1e6), new Lot(Calibre.Mm122, Origin.Russia, Rounds.Of(1e6))), force,
            new GunPark("Guns", Units.Of(10), Rate.PerDay(20), Rounds.Of(1e6)));
        var result = scenario.Trace(Fired.Of(Calibre.Mm152), Fired.Of(Calibre.Mm122));
        result.Path(Fired.Of(Calibre.Mm152))[0].ShouldBeClose(150);
        result.Path(Fired.Of(Calibre.Mm122))[0].ShouldBeClose(50);
    }

    //   Force, 100 and then 40, backordered, on 10 guns of 5 rounds a day, whose barrels last for 10 rounds: on day 0 it fires 50, which
    //   wears out 5 barrels; on day 1 it wants 90, of which 40 are beyond the guns and 25 beyond the barrels. That is more than the 15 of
    //   the requirement that are not fired, which are divided between the two
    [Fact]
    public void Backlog_ThatIsHeldBack_IsNoShortfallOfTheDay()
    {
        var force = new Consumer("Force", "Depot", [new(Calibre.Mm152, RatePath.PerStep(100, 40)) { Guns = "Guns" }])
        {
            Unmet = Unmet.Backordered,
        };
        var scenario = Steps(2, Depot("Depot", Lot(1e6)), force, new GunPark("Guns", Units.Of(10), Rate.PerDay(5), Rounds.Of(10)));
        Metric[] metrics = [Fired, Total(Quantity.ShortOfGuns), Total(Quantity.ShortOfBarrels), Total(Quantity.ShortOfRounds)];
        double[][] expected = [[50, 25], [50, 15 * 40 / 65.0], [0, 15 * 25 / 65.0], [0, 0]];
        var result = scenario.Trace(metrics);
        foreach (var (metric, values) in metrics.Zip(expected))
        {
            for (var t = 0; t < 2; t++) result.Path(metric)[t].ShouldBeClose(values[t], $"{metric}, day {t}");
        }
    }

    private static Consumer Shooting(double perDay) =>
        Force(perDay) with { Demands = [new(Calibre.Mm152, Rate.PerDay(perDay)) { Guns = "Guns" }] };
}
