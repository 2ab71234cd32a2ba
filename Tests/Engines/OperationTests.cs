namespace Supply.Tests.Engines;

/// <summary>Progress, cancellation, and one replication again, alone and in full.</summary>
public class OperationTests
{
    private static readonly Ensemble Some = new(64) { BlockWidth = 8, Engine = Engine.Block };

    [Fact]
    public void Progress_NeverGoesBack_AndEndsWithAll()
    {
        var reports = new List<RunProgress>();
        (Some with { Threads = 1 }).Run(
            [RichScenario.Of("a"), RichScenario.Of("b")], progress: new Listener(reports.Add),
            cancellation: TestContext.Current.CancellationToken);
        reports.Select(report => report.Done).ShouldBeInOrder();
        reports.ShouldAllBe(report => report.Total == 128 && report.Done > 0 && report.PerSecond > 0);
        reports[^1].Done.ShouldBe(128);
        reports[^1].Scenario.ShouldBe("b");
        reports[^1].Left.ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public void Cancelled_ReturnsTheFinishedScenarios_AsTheyAreInAWholeRun()
    {
        using var cancellation = new CancellationTokenSource();
        var part = Some.Run([RichScenario.Of("a"), RichScenario.Of("b"), RichScenario.Of("c")], _ => cancellation.Cancel(),
            cancellation: cancellation.Token);
        part.IsComplete.ShouldBeFalse();
        part.Scenarios.Select(result => result.Scenario.Name).ShouldBe(["a"]);
        var whole = Some.Run(RichScenario.Of("a"), RichScenario.Of("b"));
        whole.IsComplete.ShouldBeTrue();
        part.Baseline.Scalar(Metric.FiredPerDay).ShouldBe(whole.Baseline.Scalar(Metric.FiredPerDay));
    }

    [Fact]
    public void CancelledAtOnce_SaysSo()
    {
        using var cancellation = new CancellationTokenSource();
        cancellation.Cancel();
        Should.Throw<OperationCanceledException>(() => Some.Run([RichScenario.Of()], cancellation: cancellation.Token))
            .Message.ShouldBe("The run was cancelled before its first scenario was finished.");
    }

    [Fact]
    public void Replay_IsTheReplicationOfTheEnsemble_BitForBit()
    {
        var scenario = RichScenario.Of();
        var total = Metric.FiredPerDay.Total().Of(Calibre.Mm152).From(Origin.Dprk).At("Force");
        var level = Metric.OnHand.At("Rear").Of(Calibre.Mm122).From(Origin.Russia);
        var study = new Ensemble(40, 7, new Metrics { Series = [total, level], Scalars = [level], Every = 1 }).Run(scenario);
        var alone = new Ensemble(1, 7, study.Ensemble.Record!);
        foreach (var replication in new[] { 0, 17, 39 })
        {
            var trace = alone.Replay(scenario, replication);
            trace.Fault.ShouldBeNull();
            trace.Of(level with { Aggregate = Aggregate.Total })[^1].ShouldBe(study.Baseline.Scalar(level)[replication]);
            foreach (var (key, i) in study.Baseline.Parameters.Keys.Select((key, i) => (key, i)))
            {
                trace.Parameters.Column(key)[0].ShouldBe(study.Baseline.Parameters[replication, i]);
            }
        }

        var first = new Ensemble(1, 7, study.Ensemble.Record!).Run(scenario).Baseline;
        var replayed = alone.Replay(scenario, 0);
        foreach (var metric in study.Ensemble.Record!.Series)
        {
            replayed.Of(metric with { Aggregate = Aggregate.Total }).ShouldBe(first.Series(metric).Points.Select(point => point.Median));
        }
    }

    [Fact]
    public void Trace_IsWrittenWithARowForEachStep()
    {
        var path = Path.GetTempFileName();
        try
        {
            var scenario = RichScenario.Of();
            new Ensemble(1).Replay(scenario, 3).WriteCsv(path);
            var lines = File.ReadAllLines(path);
            lines.Length.ShouldBe(scenario.Horizon.Steps + 1);
            lines[0].ShouldStartWith("\"step\",\"date\",");
            lines[1].ShouldStartWith("0,2024-01-01,");
            lines[0].ShouldContain("\"fired in total, Force, 152 mm, Russia\"");
        }
        finally
        {
            File.Delete(path);
        }
    }

    private sealed class Listener(Action<RunProgress> told) : IProgress<RunProgress>
    {
        public void Report(RunProgress value) => told(value);
    }
}
