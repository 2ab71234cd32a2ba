using Supply.Cases;
using Supply.Inference;

namespace Supply.Tests.Unit.Cases;

public sealed class BothSidesRecordTests
{
    /// <summary>Claims on either side and on the ratio are read from one scenario, each from its own side.</summary>
    [Fact]
    public void EveryClaim_IsRead_FromItsSide()
    {
        var calibration = BothSides.Calibration;
        calibration.Claims.Count.ShouldBe(Claim.Of(Russia2022.Record).Count + Claim.Of(Ukraine2022.Record).Count);
        calibration.Claims.ShouldAllBe(claim => claim.Check.Outcomes.All(
            outcome => outcome.Metric.Side != null || outcome.Metric.Opponent != null));
        foreach (var (claim, values) in calibration.Claims.Zip(calibration.Prior(20)))
        {
            values.Count(double.IsFinite).ShouldBeGreaterThan(15, claim.Id);
        }
    }

    [Fact]
    public void RussianReadings_AreThoseOfRussiaAlone()
    {
        var (both, alone) = (BothSides.Record, Russia2022.Record);
        foreach (var (check, own) in both.Checks.Zip(alone.Checks))
        {
            check.Id.ShouldBe(own.Id);
            check.Reading?.Metrics.Select(metric => metric.Side).ShouldAllBe(side => side == "Russia");
            (check.Low, check.High, check.Scale).ShouldBe((own.Low, own.High, own.Scale));
        }
    }
}
