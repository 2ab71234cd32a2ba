namespace Supply.Tests.Unit.Studies;

public class MetricTests
{
    [Fact]
    public void Names_SayQuantityAndWhatNarrowsIt()
    {
        Metric.FiredPerDay.ToString().ShouldBe("fired per day");
        new Metric(Quantity.HeldByExportLimit).Total().ToString().ShouldBe("held by export limit in total");
        Metric.OnHand.Total().ToString().ShouldBe("on hand");
        Metric.FiredPerDay.Of(Calibre.Mm152).From(Origin.Dprk).ToString().ShouldBe("fired per day, 152 mm, DPRK");
        new Metric(Quantity.Lost).At("Sea").On("Russia").ToString().ShouldBe("lost per day, Russia, Sea");
        Metric.Share(Origin.Iran).ToString().ShouldBe("share, Iran");
        Metric.FireRatio("Red", "Blue").ToString().ShouldBe("fire ratio, Red, against Blue");
        Metric.EffectiveFireRatio("Red", "Blue", new RoundEffect(Origin.Dprk, 0.6)).ToString()
            .ShouldBe("effective fire ratio, Red, against Blue, DPRK counts 0.6");
    }

    [Theory]
    [InlineData(Quantity.Fired, "rounds/day")]
    [InlineData(Quantity.Rejected, "rounds/day")]
    [InlineData(Quantity.OnHand, "rounds")]
    [InlineData(Quantity.Exportable, "rounds")]
    [InlineData(Quantity.OnOrder, "rounds")]
    [InlineData(Quantity.OrderCount, "orders/day")]
    [InlineData(Quantity.Cost, "money/day")]
    [InlineData(Quantity.FillRate, "fraction")]
    [InlineData(Quantity.Share, "fraction")]
    [InlineData(Quantity.DaysOfSupply, "days")]
    [InlineData(Quantity.Exhaustion, "days")]
    [InlineData(Quantity.FireRatio, "ratio")]
    [InlineData(Quantity.EffectiveFireRatio, "ratio")]
    public void Units_FollowFromTheQuantity(Quantity quantity, string unit) => new Metric(quantity).Unit.ShouldBe(unit);

    [Fact]
    public void Totals_AreRounds() => Metric.FiredPerDay.Total().Unit.ShouldBe("rounds");

    [Fact]
    public void And_AddsEachMetricOnce_AndExhaustionAsScalarAlone()
    {
        var metrics = new Metrics().And(Metric.OnHand, Metric.Exhaustion).And(Metric.OnHand);
        metrics.Series.ShouldBe([Metric.OnHand]);
        metrics.Scalars.ShouldBe([Metric.OnHand, Metric.Exhaustion]);
    }

    [Fact]
    public void Windows_AreNamedAfterTheirLimits()
    {
        TimeWindow.Year(2024).ToString().ShouldBe("2024 (2024-01-01 to 2024-12-31)");
        TimeWindow.Between(new(2024, 1, 1), new(2024, 2, 1)).ToString().ShouldBe("2024-01-01 to 2024-02-01");
    }
}
