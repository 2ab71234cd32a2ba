using static Supply.Tests.Oracles.World;

namespace Supply.Tests.Oracles;

public class StockOracles
{
    //   plant, s per day --> Depot, S0 --> Force, d per day        empty after S0 / (d - s) days
    [Theory]
    [InlineData(500_000, 6_000, 10_000, 125)]
    [InlineData(2_000_000, 8_500, 12_000, 571.428571428571)]
    [InlineData(1_000, 0, 8, 125)]
    public void Stock_WithoutRationing_LastsForItsDepletionTime(double stock, double supply, double demand, double days)
    {
        var scenario = Steps(600, Depot("Depot", Lot(stock)), Line(Rate.PerDay(supply)), Force(demand));
        var result = scenario.Trace(Total(Quantity.Fired), Metric.OnHand);
        var fired = result.Path(Total(Quantity.Fired));
        var full = fired.Count(rounds => rounds >= demand - Close(stock));
        full.ShouldBe((int)Math.Floor(days));
        fired[full + 1].ShouldBe(supply, Close(stock * 10));
        for (var day = 0; day < full; day++)
        {
            result.Path(Metric.OnHand)[day].ShouldBeClose(stock - (day + 1) * (demand - supply), $"day {day}");
        }
    }

    //   Depot, S0 --> Force, d far above what is left; cover C days:    S(t) = S0 (1 - h/C)^t
    [Theory]
    [InlineData(1, 20)]
    [InlineData(7, 30)]
    [InlineData(2.5, 10)]
    public void Stock_UnderCoverRationing_DecaysExponentially(double stepDays, double cover)
    {
        var scenario = Of(Horizon.PlainSteps(60, stepDays), Depot("Depot", Lot(1e6)),
            Force(1e9, rationing: Rationing.ByCover(Days.Of(cover))));
        var onHand = scenario.Trace(Metric.OnHand).Path(Metric.OnHand);
        for (var t = 0; t < onHand.Length; t++) onHand[t].ShouldBeClose(1e6 * Math.Pow(1 - stepDays / cover, t + 1), $"step {t}");
    }

    //   Depot, S0 --> Force with safety stock M: what decays is S - M
    [Fact]
    public void SafetyStock_IsNeverFired()
    {
        var scenario = Steps(300, Depot("Depot", Lot(1000)), Force(1e9, rationing: Rationing.ByCover(Days.Of(5), safety: Rounds.Of(400))));
        var onHand = scenario.Trace(Metric.OnHand).Path(Metric.OnHand);
        for (var t = 0; t < 60; t++) onHand[t].ShouldBeClose(400 + 600 * Math.Pow(0.8, t + 1));
        onHand[^1].ShouldBe(400, Tolerance.Books);
    }

    //   Depot [a of A, b of B] --> Force: every round fired is A with probability a / (a + b)
    [Fact]
    public void Withdrawal_KeepsTheSharesOfOrigins()
    {
        var scenario = Steps(50, Depot("Depot", Lot(3000), Lot(1000, Origin.Dprk)), Force(70)) with
        {
            Changes = [new DepotStrike("Depot", Moment.AtStep(9), Fraction.Of(0.3))],
        };
        Metric[] metrics = [Total(Quantity.Fired).From(Origin.Dprk), Total(Quantity.Fired), Total(Quantity.Lost).From(Origin.Dprk),
            Total(Quantity.Lost), Metric.Share(Origin.Dprk)];
        var result = scenario.Trace(metrics);
        for (var t = 0; t < 50; t++) result.Path(metrics[0])[t].ShouldBeClose(result.Path(metrics[1])[t] / 4, $"step {t}");
        result.Path(metrics[2])[9].ShouldBeClose(result.Path(metrics[3])[9] / 4);
        result.Scalar(metrics[4])[0].ShouldBeClose(0.25);
    }

    //   Depot, S0 -- strike of f at step 20, of g at step 20, of f at step 30 --> Force, d
    [Fact]
    public void Strike_TakesItsShareOfWhatIsThereInThatStepAlone()
    {
        var scenario = Steps(40, Depot("Depot", Lot(10_000)), Force(10)) with
        {
            Changes = [new DepotStrike("Depot", Moment.AtStep(20), Fraction.Of(0.25)),
                new DepotStrike("Depot", Moment.AtStep(20), Fraction.Of(0.5)),
                new DepotStrike("Depot", Moment.AtStep(30), Fraction.Of(0.25))],
        };
        var lost = scenario.Trace(Total(Quantity.Lost)).Path(Total(Quantity.Lost));
        var first = (10_000 - 20 * 10) * (1 - 0.75 * 0.5);
        var second = (10_000 - 200 - first - 100) * 0.25;
        for (var t = 0; t < 40; t++) lost[t].ShouldBe(t == 20 ? first : t == 30 ? second : 0, Close(first), $"step {t}");
    }

    //   Old stock [3 : 1 of two origins] --works, c per day, yield y--> Depot
    [Fact]
    public void Refurbishment_GivesItsYieldAndEndsWithTheReserve()
    {
        var scenario = Steps(30, Depot("Depot", Lot(0)), new Reserve("Old stock", [Lot(750), Lot(250, Origin.Belarus)]),
            new RefurbishmentWorks("Works", Calibre.Mm152, "Old stock", "Depot", Rate.PerDay(60)) { Yield = Fraction.Of(0.8) },
            new Consumer("Force", "Depot", [new(Calibre.Mm152, Rate.Zero)]));
        Metric[] metrics = [Total(Quantity.Refurbished), Total(Quantity.Rejected), Metric.OnHand.From(Origin.Belarus), Metric.Reserve];
        var result = scenario.Trace(metrics);
        for (var t = 0; t < 30; t++)
        {
            var taken = Math.Clamp(1000 - 60 * t, 0, 60);
            result.Path(metrics[0])[t].ShouldBe(0.8 * taken, Close(1000), $"step {t}");
            result.Path(metrics[1])[t].ShouldBe(0.2 * taken, Close(1000), $"step {t}");
        }

        result.Path(metrics[2])[^1].ShouldBeClose(200);
        result.Path(metrics[3])[^1].ShouldBe(0, Close(1000));
    }

    //   Old stock --works A, 2c--> Depot     two works share a reserve that is too small 2 : 1
    //            \--works B,  c--> Depot
    [Fact]
    public void SeveralWorks_ShareAReserveByTheirCapacities()
    {
        var scenario = Steps(1, Depot("Depot", Lot(0)), new Reserve("Old stock", [Lot(90)]),
            new RefurbishmentWorks("A", Calibre.Mm152, "Old stock", "Depot", Rate.PerDay(100)),
            new RefurbishmentWorks("B", Calibre.Mm152, "Old stock", "Depot", Rate.PerDay(50)));
        var refurbished = Total(Quantity.Refurbished);
        var result = scenario.Trace(refurbished.At("A"), refurbished.At("B"));
        result.Path(refurbished.At("A"))[0].ShouldBeClose(60);
        result.Path(refurbished.At("B"))[0].ShouldBeClose(30);
    }
}
