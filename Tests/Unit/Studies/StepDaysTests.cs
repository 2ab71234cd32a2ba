using Supply.Engines;
using Supply.Engines.Kernels;
using Supply.Plots;
using Supply.Studies;
using Supply.Tests.Engines;
using Supply.Tests.House;
using Supply.Tests.Unit.Inference;

namespace Supply.Tests.Unit.Studies;

/// <summary>Scenarios in longer steps than their own, for exploring.</summary>
public sealed class StepDaysTests
{
    private const string Said = "In steps of 7 days instead of 1 day, for exploring.";

    private static readonly Metrics record = new Metrics { Every = 30 }.And(Metric.FiredPerDay, Metric.OnHand, Metric.FillRate);

    private static Scenario Half { get; } = SmallAnswers.Shells("half", Uncertain.Exactly(0.5));

    private static Ensemble Weekly { get; } = new(40, Record: record.Over(SmallAnswers.Window)) { StepDays = 7 };

    private static readonly Lazy<Study> weekly = new(() => Weekly.Run(SmallAnswers.Plan, Half));

    // 365 days have 53 weeks, the last of which ends on 6 January.
    [Theory]
    [InlineData(Engine.Block)]
    [InlineData(Engine.Kernel)]
    public void Study_HasTheBitsOfTheScenarioWrittenInThoseSteps(Engine engine)
    {
        if (engine == Engine.Kernel && !KernelCompiler.IsSupported) return;
        var horizon = Horizon.Dated(new(2025, 1, 1), new(2026, 1, 6), 7);
        SmallAnswers.Plan.Horizon.InStepsOf(7).ShouldBe(horizon);
        var ensemble = new Ensemble(100, Record: record) { Engine = engine, StepDays = 7 };
        var study = ensemble.Run(SmallAnswers.Plan, Half);
        var written = (ensemble with { StepDays = null, Record = record with { Every = 4 } })
            .Run(SmallAnswers.Plan with { Horizon = horizon }, Half with { Horizon = horizon });
        study.ShouldBeThoseOf(written);
        study.Scenarios.Select(result => result.Scenario).ShouldBe([SmallAnswers.Plan, Half]);
        study.Scenarios.ShouldAllBe(result => result.Horizon == horizon);
        written.Steps.ShouldBeEmpty();
    }

    [Fact]
    public void NumbersAreNearThoseOfDays()
    {
        var world = Small.TwoStocks(1) with { Horizon = Horizon.Dated(new(2024, 1, 1), new(2025, 12, 31)) };
        var less = world.With("less", new CapacityChange("Plant", new(2024, 9, 5), 0.5));
        var daily = new Ensemble(300, Record: record.Over(TimeWindow.Year(2025)));
        var (days, weeks) = (daily.Run(world, less), (daily with { StepDays = 7 }).Run(world, less));
        foreach (var (one, other) in days.Scenarios.Zip(weeks.Scenarios))
        {
            foreach (var metric in new[] { Metric.FiredPerDay, Metric.FillRate })
            {
                var (exact, near) = (one.Distribution(metric).Mean, other.Distribution(metric).Mean);
                (near / exact).ShouldBe(1, Tolerance.StepsOfAWeek, $"{metric} of {one.Scenario.Name}: {exact} and {near}");
            }
        }

        weeks.Baseline.Parameters.Keys.ShouldBe(days.Baseline.Parameters.Keys);
        foreach (var key in weeks.Baseline.Parameters.Keys)
        {
            weeks.Baseline.Parameters.Column(key).ShouldBe(days.Baseline.Parameters.Column(key), key);
        }
    }

    // 1 March is day 59, and the next week begins on day 63, 5 March. The last week begins on 31 December.
    [Fact]
    public void WindowsDatesAndTimesThatMove_AreSaid()
    {
        weekly.Value.Steps.ShouldBe(
        [
            Said,
            "Windows are counted in whole steps, those that start in them: from the turn: 2025-03-05 to 2026-01-06.",
            "Dates act from the first step that starts on or after them: 2025-03-01 on 2025-03-05.",
        ]);
        Weekly.Prepare(SmallAnswers.Plan, Half).Steps.ShouldBe(weekly.Value.Steps);
        weekly.Value.Only(Half).Steps.ShouldBe(weekly.Value.Steps);

        // A route of 5 days takes a step.
        (Weekly with { Record = null }).Run(SmallAnswers.Supplied).Steps.ShouldBe([Said, "Times shorter than a step take one."]);
        (Weekly with { StepDays = 1 }).Run(SmallAnswers.Supplied).Steps.ShouldBeEmpty();
    }

    [Fact]
    public void TablesFiguresAndPages_SayTheStep()
    {
        var study = weekly.Value;
        study.Table(Metric.FiredPerDay).Notes.ShouldContain(Said);
        study.Differences(null, Metric.FiredPerDay).Notes.ShouldContain(Said);
        study.Drivers(Metric.FiredPerDay).Table().Notes.ShouldContain(Said);
        string.Join(' ', study.Answer().ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ShouldContain(Said);
        study.ToString().ShouldContain("seed 2026, steps of 7 days: ");
        study.Ensemble.ToString().ShouldContain("seed 2026, steps of 7 days; ");
        study.ToHtml().ShouldContain(Said);
        study.Baseline.ToHtml().ShouldContain(Said);
        study.Report().Made.ShouldContain(Said);
        FanChart.Of(study, Metric.FiredPerDay).Source.ShouldEndWith(Said);
        FanChart.Of(study, Metric.FiredPerDay).ToSvg().ShouldContain("exploring.");
        TornadoChart.Of(study.Drivers(Metric.FiredPerDay)).Source.ShouldEndWith(Said);
        study.Compare((Weekly with { StepDays = null }).Run(SmallAnswers.Plan, Half)).Notes.ShouldContain(
            $"Before: {Said}");
    }

    [Fact]
    public void Folder_KeepsTheStep_AndRefusesAnother()
    {
        using var folder = new TemporaryFolder();
        var ensemble = new Ensemble(Recorder.PanelSize + 20, Record: record.Over(SmallAnswers.Window)) { StepDays = 7 };
        var whole = ensemble.Run(SmallAnswers.Plan, Half);
        foreach (var part in new[] { 2, 1 }) ensemble.Into(folder["s"]).Part(part, 2).Run(SmallAnswers.Plan, Half);
        var kept = StudyFolder.Open(folder["s"]);
        kept.ShouldBeThoseOf(whole);
        kept.Steps.ShouldBe(whole.Steps);
        kept.Ensemble.StepDays.ShouldBe(7);
        Manifest.Read(folder["s"])!.Study!.StepDays.ShouldBe(7);
        Should.Throw<InvalidDataException>(() => (ensemble with { StepDays = 14 }).Into(folder["s"]).Run(SmallAnswers.Plan, Half))
            .Message.ShouldContain("it has steps of 7 days and not steps of 14 days");
        Should.Throw<InvalidDataException>(() => (ensemble with { StepDays = null }).Into(folder["s"]).Run(SmallAnswers.Plan, Half))
            .Message.ShouldContain("it has steps of 7 days and not the steps of its scenarios");
    }

    [Fact]
    public void ShippedCase_RunsFromItsPosterior_InPairsAsAlone()
    {
        Assert.SkipUnless(Supply.Cases.Russia2022.Posterior.IsUsable, "The verdict refuses the shipped posterior.");
        var fired = new Metrics { Scalars = [Metric.FiredPerDay] }.Over(TimeWindow.Year(2026));
        var ensemble = new Ensemble(70, Record: fired) { StepDays = 7 };
        var stop = Baselines.Russia2022.With("Stop", new ExportLimit(Origin.Dprk, new(2026, 1, 1), Rate.Zero));
        var study = ensemble.Run(Baselines.Russia2022, stop);
        study.Source.ShouldStartWith("Conditioned on");
        study.Steps[0].ShouldBe(Said);
        study[stop].Scalar(Metric.FiredPerDay).ShouldBe(ensemble.Run(stop).Baseline.Scalar(Metric.FiredPerDay));
        var daily = (ensemble with { Replications = 1, StepDays = null }).Run(stop).Baseline.Parameters;
        foreach (var key in daily.Keys) study[stop].Parameters.Column(key)[0].ShouldBe(daily.Column(key)[0], key);
    }

    /// <summary>Replays, and runs with given parameters, are in the steps of the ensemble.</summary>
    [Fact]
    public void SingleRuns_HaveTheSameSteps()
    {
        var trace = Weekly.Replay(Half, 3);
        trace.Of(trace.Metrics[0]).Count.ShouldBe(53);
        var outcome = new Outcome(Metric.FiredPerDay, SmallAnswers.Window);
        var (values, _) = new Simulator(Half, [outcome], Weekly, 40).Run(weekly.Value[Half].Parameters);
        values[0].ShouldBe(weekly.Value[Half].Scalar(Metric.FiredPerDay));
    }

    [Theory]
    [InlineData(0, "StepDays is 0; it must lie in 1..366.")]
    [InlineData(-7, "StepDays is -7; it must lie in 1..366.")]
    [InlineData(367, "StepDays is 367; it must lie in 1..366.")]
    public void StepsOutOfRange_AreRefused(int days, string message) =>
        Should.Throw<ArgumentException>(() => (Weekly with { StepDays = days }).Run(SmallAnswers.Plan)).Message.ShouldBe(message);

    [Fact]
    public void ScenariosThatHaveNoSuchSteps_AreRefused()
    {
        string Of(Scenario scenario) => Should.Throw<ArgumentException>(() => (Weekly with { Record = record }).Run(scenario)).Message;
        Of(Small.TwoStocks(9)).ShouldBe("StepDays is 7, but \"Two stocks\" has plain steps; only dates can be moved to longer steps.");
        Of(SmallAnswers.Plan with { Horizon = Horizon.Dated(new(2025, 1, 1), new(2025, 12, 31), 2) })
            .ShouldBe("StepDays is 7; it must be a multiple of the 2 days that a step of \"Plan\" has.");
        var byStep = SmallAnswers.Plan.With("early", new CapacityChange("Shells", Moment.AtStep(3), 2));
        Should.Throw<ScenarioException>(() => Weekly.Run(byStep))
            .Message.ShouldContain("a step of the scenario's own; write a date");
        Should.Throw<ScenarioException>(() => (Weekly with { Record = record.Over(TimeWindow.Between(new(2025, 3, 2), new(2025, 3, 3))) })
            .Run(SmallAnswers.Plan)).Message.ShouldContain("no step starts from");
        Should.Throw<InvalidOperationException>(() => Horizon.PlainSteps(3).InStepsOf(7));
        Should.Throw<ArgumentException>(() => (SmallWar.Calibration(SmallWar.Claims) with { Ensemble = Weekly }).Run(null, null,
            TestContext.Current.CancellationToken)).Message.ShouldContain("StepDays of the ensemble is 7; claims are believed");
    }
}
