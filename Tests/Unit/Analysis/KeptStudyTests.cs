using Supply.Analysis;
using Supply.Tests.Unit.Studies;

namespace Supply.Tests.Unit.Analysis;

/// <summary>Analyses say the same of a study in memory, with one thread, and in a folder that was written in parts.</summary>
public sealed class KeptStudyTests
{
    private const int Replications = 5000;
    private static readonly TimeWindow after = SmallAnswers.Window;
    private static readonly Scenario half = SmallAnswers.Shells("Half", Uncertain.Uniform(0.4, 0.8).Named("what is left"));

    [Fact]
    public void Analyses_DoNotDependOnThreads_NorOnWhereTheStudyLies()
    {
        using var folder = new House.TemporaryFolder();
        var ensemble = new Ensemble(Replications, Record: Answer.Record(SmallAnswers.Plan, half, window: after));
        var whole = Said(ensemble.Run(SmallAnswers.Plan, half));
        Said((ensemble with { Threads = 1 }).Run(SmallAnswers.Plan, half)).ShouldBe(whole);
        for (var part = 1; part <= 2; part++)
        {
            ensemble.Into(folder["kept"]).Part(part, 2).Run([SmallAnswers.Plan, half], cancellation: TestContext.Current.CancellationToken);
        }

        Said(Study.Load(folder["kept"])).ShouldBe(whole);
    }

    /// <summary>All that each analysis says, to the last digit of its numbers.</summary>
    private static string Said(Study study)
    {
        var changed = study.Scenarios[1].Scenario;
        var data = study.Data(Metric.FiredPerDay, changed, after, relative: true);
        var drivers = study.Drivers(Metric.FiredPerDay, changed, after);
        var boxes = Prim.Where(data, share => share < -0.35, "lose more than 35 %", new() { MostBoxes = 2 });
        var tree = Tree.Of(data);
        var knowing = ValueOfKnowing.OfQuestion(data, share => share < -0.35, "it costs more than 35 %");
        var robust = study.Robustness([new(Metric.FiredPerDay, 80) { Window = after }]);
        return string.Join("\n",
        [
            .. drivers.All.Select(one => $"{one.Name} {one.Correlation:R} {one.Share?.Value:R}"),
            .. boxes.Boxes.Select(box => $"{box.Words} {box.Density:R} {box.Coverage:R}"), string.Join(" ", boxes.Reproducibility),
            .. tree.Leaves.Select(leaf => $"{leaf.Words} {leaf.Density:R}"), $"{tree.Explained:R}",
            .. knowing.Inputs.Select(one => $"{one.Input.Name} {one.Value:R} {one.Low90:R} {one.High90:R}"),
            robust.Table().ToString(), study.Enough(Metric.FiredPerDay).Verdict,
        ]);
    }
}
