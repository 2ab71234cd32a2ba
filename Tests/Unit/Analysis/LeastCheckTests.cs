using Supply.Analysis;
using Supply.Tests.Unit.Studies;

namespace Supply.Tests.Unit.Analysis;

/// <summary>Faults that a search for least settings would refuse after a study are found before it.</summary>
public sealed class LeastCheckTests : IDisposable
{
    private static readonly SettableLever lever = SettableLever.Capacity("Shells", SmallAnswers.Turn);
    private static readonly FireGoal[] goals = [new(130, SmallAnswers.Window)];

    private readonly House.TemporaryFolder folder = new();

    private string Kept => folder["least"];

    public void Dispose() => folder.Dispose();

    private static PreparedStudy Prepared(int replications = 20) =>
        new Ensemble(replications, Record: new Metrics().And(Metric.FiredPerDay)).Prepare(SmallAnswers.Plan);

    [Fact]
    public void GoalsLeverAndSettings_NeedNoRun()
    {
        FireGoal early = new(130, new("early", new(2025, 1, 1), new(2025, 2, 1)));
        Should.Throw<ArgumentException>(() => Prepared().CheckLeast(lever, [early])).Message.ShouldBe(
            "The window of the goal begins on 2025-01-01, before the lever acts (2025-03-01).");
        Should.Throw<ScenarioException>(() => Prepared().CheckLeast(SettableLever.Capacity("Shell", SmallAnswers.Turn), goals)).Message
            .ShouldContain("\"Shell\"");
        Should.Throw<ScenarioException>(() => Prepared().CheckLeast(SettableLever.Date("late", new(2025, 3, 1), new(2025, 5, 1),
            date => [new CapacityChange(date == new DateOnly(2025, 3, 1) ? "Shell" : "Shells", date, 2)]), goals));
        Should.Throw<ArgumentOutOfRangeException>(() => Prepared().CheckLeast(lever, goals, probability: 2));
        Should.Throw<ArgumentOutOfRangeException>(() => Prepared().CheckLeast(lever, goals, precision: 0));
    }

    [Fact]
    public void Checkpoint_IsBegun_AndTheSearchGoesOnFromIt()
    {
        Prepared().CheckLeast(lever, goals, checkpoint: Kept);
        File.ReadAllLines(Kept).ShouldHaveSingleItem();
        var study = Prepared().Run(cancellation: TestContext.Current.CancellationToken);
        var found = study.Least(lever, goals, checkpoint: Kept, cancellation: TestContext.Current.CancellationToken);
        found[0].Values.ShouldBe(study.Least(lever, goals, cancellation: TestContext.Current.CancellationToken)[0].Values);
        var lines = File.ReadAllLines(Kept);
        lines.Length.ShouldBeGreaterThan(10);
        Prepared().CheckLeast(lever, goals, checkpoint: Kept);
        File.ReadAllLines(Kept).ShouldBe(lines);
    }

    [Fact]
    public void Checkpoint_OfOthers_OrThatCannotBeWritten_IsFound()
    {
        Prepared().CheckLeast(lever, goals, checkpoint: Kept);
        Should.Throw<ArgumentException>(() => Prepared(21).CheckLeast(lever, goals, checkpoint: Kept)).Message.ShouldBe(
            $"\"{Kept}\" holds the runs of another study, lever, goal or precision; name another file.");
        Should.Throw<ArgumentException>(() => Prepared().CheckLeast(lever, goals, checkpoint: folder.Path)).Message.ShouldBe(
            $"The checkpoint \"{folder.Path}\" is a folder; it must name a file.");
        Should.Throw<IOException>(() => Prepared().CheckLeast(lever, goals, checkpoint: Path.Combine(Kept, "below")));
    }
}
