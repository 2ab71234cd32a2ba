namespace Supply.Tests.Unit.Studies;

/// <summary>Two studies in one table of changes.</summary>
public class StudyComparisonTests
{
    private const int Changed = 4;
    private static readonly Scenario half = SmallAnswers.Shells("Cut", 0.5);
    private static readonly Scenario third = SmallAnswers.Shells("Cut", 1.0 / 3);

    private static Metrics Record { get; } = new Metrics { Scalars = [Metric.FiredPerDay, Metric.FillRate] }
        .And(Metric.Exhaustion).Over(SmallAnswers.Window);

    private static Study Run(Scenario scenario, ulong seed = 2026, int replications = 200, bool keepRows = true) =>
        new Ensemble(replications, seed, Record) { KeepRows = keepRows }.Run(SmallAnswers.Plan, scenario);

    /// <summary>A half and a third of 80 to 120 shells a day: 16.7 less in the median run, 13.3 to 20 in all.</summary>
    [Fact]
    public void SameDraws_ChangeInTheSameRun_IsWithoutNoise()
    {
        var table = Run(half).Compare(Run(third), null, Metric.FiredPerDay);
        table.Columns.ShouldBe(["scenario", "metric", "before", "after", "change", "change, same run"]);
        var row = table.Rows.ShouldHaveSingleItem();
        row[0].ShouldBe("Cut");
        row[1].ShouldBe("fired per day");
        row[Changed].ShouldBe("-17");
        row[Changed + 1].ShouldBe("-17 [-20 to -14]");
        table.Notes.ShouldContain(note => note.StartsWith("Both have the same draws", StringComparison.Ordinal));
        table.Notes.ShouldContain("1 more row is the same in both.");
        table.Notes.ShouldContain("\"Cut\" is another scenario than before.");
    }

    [Fact]
    public void SameStudy_HasNoRows()
    {
        var table = Run(half).Compare(Run(half));
        table.Rows.ShouldBeEmpty();
        table.Notes.ShouldContain(note => note.EndsWith("more rows are the same in both.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(2027, 200, true, "because seeds differ: 2026 and 2027.")]
    [InlineData(2026, 100, true, "because they hold other replications: 200 and 100.")]
    [InlineData(2026, 200, false, "because the values of each replication were not kept")]
    public void OtherDraws_HaveNoChangeInTheSameRun(ulong seed, int replications, bool keepRows, string reason)
    {
        var table = Run(half).Compare(Run(third, seed, replications, keepRows));
        table.Columns.ShouldBe(["scenario", "metric", "before", "after", "change"]);
        table.Rows.ShouldAllBe(row => row.Count == table.Columns.Count);
        table.Notes.ShouldContain(note => note.Contains(reason, StringComparison.Ordinal));
    }

    /// <summary>Points of a design and independent draws of one seed are other draws.</summary>
    [Fact]
    public void OtherDesign_HasNoChangeInTheSameRun()
    {
        var points = new Ensemble(200, 2026, Record) { Design = EnsembleDesign.Sobol }.Run(SmallAnswers.Plan, third);
        var table = Run(half).Compare(points);
        table.Columns.ShouldBe(["scenario", "metric", "before", "after", "change"]);
        table.Notes.ShouldContain(note => note.Contains("because designs differ: independent and sobol.", StringComparison.Ordinal));
        points.Compare(points).Notes.ShouldContain(note => note.StartsWith("Both have the same draws", StringComparison.Ordinal));
    }

    /// <summary>The same replications, though one study has them in two parts and the other in one.</summary>
    [Fact]
    public void OtherParts_AreTheSameDraws()
    {
        using var folder = new House.TemporaryFolder();
        var ensemble = new Ensemble(Supply.Engines.Recorder.PanelSize + 10, 2026, Record);
        var parts = ensemble.Into(folder["s"]).Run(SmallAnswers.Plan, half).ShouldNotBeNull();
        ensemble.Run(SmallAnswers.Plan, half).Compare(parts).Notes.ShouldContain(
            note => note.StartsWith("Both have the same draws", StringComparison.Ordinal));
    }

    /// <summary>Outcomes have windows of their own, and no window is declared for all.</summary>
    [Fact]
    public void OutcomesAlone_AreCompared_AndNeedTheirWindowInTables()
    {
        var ensemble = new Ensemble(200, Record: new Metrics().And(new Outcome(Metric.FiredPerDay, SmallAnswers.Window)));
        var (before, after) = (ensemble.Run(SmallAnswers.Plan, half), ensemble.Run(SmallAnswers.Plan, third));
        var row = before.Compare(after).Rows.ShouldHaveSingleItem();
        row[1].ShouldBe("fired per day, from the turn");
        row[Changed].ShouldBe("-17");
        before.Table(SmallAnswers.Window, Metric.FiredPerDay).Rows.Count.ShouldBe(2);
        foreach (var ask in new Action[]
        {
            () => before.Table(Metric.FiredPerDay), () => before.Differences(null, Metric.FiredPerDay),
            () => before.Drivers(Metric.FiredPerDay),
        })
        {
            Should.Throw<ArgumentException>(ask).Message.ShouldStartWith(
                "Only outcomes were recorded, each over a window of its own; name the window.");
        }
    }

    [Fact]
    public void NothingInCommon_IsRefused_WithWhatToDo()
    {
        var other = new Ensemble(5, Record: Record).Run(SmallAnswers.Plan with { Name = "Another" });
        Should.Throw<ArgumentException>(() => Run(half).Compare(other)).Message
            .ShouldStartWith("The studies have no scenario of the same name: \"Plan\", \"Cut\" and \"Another\".");
        var june = new TimeWindow("June", new DateOnly(2025, 6, 1), new DateOnly(2025, 6, 30));
        var year = new Ensemble(5, Record: new Metrics { Scalars = [Metric.FiredPerDay] }.Over(june)).Run(SmallAnswers.Plan);
        Should.Throw<ArgumentException>(() => Run(half).Compare(year, SmallAnswers.Window)
            .Rows.ShouldBeEmpty()).Message.ShouldContain("recorded no metric over the same window");
        Should.Throw<ArgumentException>(() => Run(half).Compare(year, null, Metric.OnHand)).Message
            .ShouldStartWith("\"on hand\" was recorded in neither study");
    }

    [Fact]
    public void Folders_AreComparedAsTheirStudies()
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            var (before, after) = (Run(half), Run(third));
            before.Save(Path.Combine(folder, "a"));
            after.Save(Path.Combine(folder, "b"));
            Study.Compare(Path.Combine(folder, "a"), Path.Combine(folder, "b")).ShouldBe(before.Compare(after));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
