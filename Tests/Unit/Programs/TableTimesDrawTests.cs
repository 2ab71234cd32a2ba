using static Supply.Uncertain;

namespace Supply.Tests.Unit.Programs;

/// <summary>A table by step times a draw of the replication changes from step to step.</summary>
public class TableTimesDrawTests
{
    [Fact]
    public void StepTable_TimesADraw_IsTheTableTimesTheDraw()
    {
        var path = RatePath.Table(Interpolation.Step,
            (Moment.AtStep(0), Rate.PerDay(10)), (Moment.AtStep(4), Rate.PerDay(30))).Times(LogNormal(0.5, 2).Named("level"));
        var result = Produced(path, out var total);
        for (var i = 0; i < total.Count; i++) total[i].ShouldBe(result.Parameters[i, 0] * (4 * 10 + 6 * 30), 1e-9);
    }

    [Fact]
    public void Drift_OnAConstantRate_Spreads()
    {
        Produced(RatePath.Constant(Rate.PerDay(10)).Times(Drift(Moment.AtStep(2), 50)), out var total);
        total.Distinct().Count().ShouldBe(total.Count);
    }

    private static ScenarioResult Produced(RatePath path, out IReadOnlyList<double> total)
    {
        var network = new Network("N", new Stockpile("S"), new ProductionLine("L", Calibre.Mm152, Origin.Russia, "S", path));
        var metric = Metric.ProducedPerDay.Total();
        var result = new Ensemble(8, 1, new Metrics { Scalars = [metric] }).Run(new Scenario("x", network, Horizon.PlainSteps(10)))["x"];
        total = result.Scalar(metric);
        return result;
    }
}
