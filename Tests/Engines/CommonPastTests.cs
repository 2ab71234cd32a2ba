using Supply.Cases;
using Supply.Compilation;
using Supply.Engines;
using Supply.Engines.Kernels;
using Supply.Programs;
using Supply.Studies;
using Supply.Tests.Laws;

namespace Supply.Tests.Engines;

/// <summary>The common past of scenarios is run once; no bit differs from running each from its first step.</summary>
public class CommonPastTests
{
    private const int Replications = 150;

    private static readonly Scenario baseline = AsBuilt.Russia;

    [Fact]
    public void ScenariosThatBeginInTheirPast_HaveTheBitsOfWholeRuns()
    {
        var begun = 0;
        Law.ForAll(Matrix.Cases(60, 600), sample =>
        {
            var changes = sample.Scenario.Changes;
            foreach (var kept in new[] { 0, changes.Count / 2 }.Distinct().Where(kept => kept < changes.Count))
            {
                var first = sample.Scenario with { Changes = Items.From(changes.Take(kept)) };
                begun += Compare(first, sample.Scenario, [1, 8, 100]) ? 1 : 0;
            }
        });
        begun.ShouldBeGreaterThan(30);
    }

    [Fact]
    public void Kernels_BeginInThePastAsWell()
    {
        if (!KernelCompiler.IsSupported) return;
        var later = RichScenario.Of();
        var first = later with { Changes = Items.From(later.Changes.OrderBy(change => later.Horizon.StepAt(change.From)).SkipLast(2)) };
        var step = CommonPast.FirstDifference(first, later);
        step.ShouldBeGreaterThan(0);
        var (one, other) = (Programs(first), Programs(later));
        foreach (var groups in Matrix.KernelGroups)
        {
            using var block = new Block(KernelCompiler.Compile(one, groups, wide: true), EngineRun.Seed);
            using var next = new Block(KernelCompiler.Compile(other, groups, wide: true), EngineRun.Seed);
            var (recorded, past) = Keep(one, step, block);
            EngineRun.ShouldEqual(
                Begin(PastOf.Of(past, recorded, other).ShouldNotBeNull(), other, next), EngineRun.OnBlock(other, Replications), other);
        }
    }

    [Fact]
    public void Study_HasTheNumbersOfEachScenarioRunAlone()
    {
        Scenario[] scenarios =
        [
            baseline,
            .. new[] { 2024, 2025, 2026 }.Select(year => baseline.With($"Nothing from {year}",
                new TargetShare(Origin.Dprk, new(year, 1, 1), Fraction.Percent(0), ShareMeaning.Substituted))),
        ];
        foreach (var engine in Matrix.Engines)
        {
            Compare(new Ensemble(Replications) { Engine = engine, FromPrior = true });
        }

        // With reported numbers that lie off.
        Compare(new Ensemble(Replications));

        void Compare(Ensemble ensemble)
        {
            var prepared = ensemble.Prepare(scenarios);
            prepared.CommonPast.Begin.ShouldBe([0, .. scenarios.Skip(1).Select(one => one.Horizon.StepAt(one.Changes[^1].From))]);
            var study = prepared.Run();
            foreach (var scenario in scenarios)
            {
                var alone = ensemble.Run(scenario);
                foreach (var metric in alone.Ensemble.Record!.Scalars)
                {
                    var (actual, expected) = (study[scenario].Scalar(metric), alone.Baseline.Scalar(metric));
                    actual.Zip(expected).ShouldAllBe(pair => Bits.Same(pair.First, pair.Second), $"{metric}, {scenario.Name}");
                }

                foreach (var metric in alone.Ensemble.Record.Series)
                {
                    study[scenario].Series(metric).Points.ShouldBe(alone.Baseline.Series(metric).Points, $"{metric}, {scenario.Name}");
                }
            }
        }
    }

    [Fact]
    public void PastOfAnotherStep_IsNotTaken()
    {
        var later = baseline.With("Nothing", new TargetShare(Origin.Dprk, new(2024, 1, 1), Fraction.Percent(0), ShareMeaning.Substituted));
        var step = CommonPast.FirstDifference(baseline, later);
        var (one, other) = (Programs(baseline), Programs(later));
        foreach (var (late, holds) in new[] { (0, true), (60, false) })
        {
            using var block = new Block(one, 16, EngineRun.Seed);
            var (recorded, past) = Keep(one, step + late, block);
            PastOf.Of(past, recorded, other).ShouldNotBeNull().Holds(0, 8, EngineRun.Seed, null).ShouldBe(holds);
        }
    }

    /// <summary>The records of a replication that failed later are blanked: they are not the past of another scenario.</summary>
    [Fact]
    public void FailureOfTheFirstScenario_IsNotThatOfOthers()
    {
        // Rare, so that none is among those that are run both ways.
        var luck = Uncertain.OneOf(new Alternative("none", 40, 0), new("huge", 1, 1));
        var capacity = Enumerable.Range(0, 19).Aggregate(((RatePath)Rate.PerDay(1e15)).Times(luck), (path, _) => path.Times(1e15));
        var plan = new Scenario("Plan", new Network("Side", new Stockpile("Depot"),
            new ProductionLine("Plant", Calibre.Mm152, Origin.Russia, "Depot", capacity) { Yield = Fraction.Of(0.5) },
            new Consumer("Force", "Depot", [new(Calibre.Mm152, Rate.PerDay(10))])), Horizon.PlainSteps(20));
        var failing = plan.With("Failing",
            [.. Enumerable.Range(8, 10).Select(step => new CapacityChange("Plant", Moment.AtStep(step), 10))]);
        var early = new TimeWindow("early", Moment.AtStep(0), Moment.AtStep(5));
        var study = new Ensemble(200, Record: new Metrics().And(Metric.ProducedPerDay).Over(early)) { AllowFailed = 200 }
            .Run(failing, plan);
        study[failing].Failed.ShouldNotBeEmpty();
        study[failing].Failed.ShouldAllBe(replication => replication >= 8);
        study[plan].Failed.ShouldBeEmpty();
        study[plan].Scalar(Metric.ProducedPerDay, early).ShouldAllBe(value => double.IsFinite(value));
    }

    [Fact]
    public void FirstDifference_IsThatOfTheFirstChange()
    {
        var change = new TargetShare(Origin.Dprk, new(2025, 3, 1), Fraction.Percent(10), ShareMeaning.Substituted);
        var later = baseline.With("One", change);
        var step = baseline.Horizon.StepAt(change.From);
        CommonPast.FirstDifference(baseline, later).ShouldBe(step);
        CommonPast.FirstDifference(later, baseline).ShouldBe(step);
        CommonPast.FirstDifference(later, later.With("Two", change with { From = new(2025, 6, 1) }))
            .ShouldBe(baseline.Horizon.StepAt(new(2025, 6, 1)));
        CommonPast.FirstDifference(baseline, baseline with { Name = "Same" }).ShouldBe(baseline.Horizon.Steps - 1);
        CommonPast.FirstDifference(baseline, baseline with { WholeRounds = true }).ShouldBe(0);
    }

    [Fact]
    public void FewSteps_AreKept_ThoseThatSaveMost()
    {
        Scenario[] scenarios =
        [
            baseline,
            .. Enumerable.Range(1, 40).Select(month => baseline.With($"From {month}", new TargetShare(
                Origin.Dprk, new DateOnly(2023, 1, 1).AddMonths(month), Fraction.Percent(0), ShareMeaning.Substituted))),
        ];
        var past = CommonPast.Of(scenarios, Programs(baseline), Recorder.PanelSize);
        past.Kept.Count.ShouldBeInRange(1, 39);
        past.Kept.ShouldBe(past.Kept.Order());
        past.Bytes.ShouldBeLessThanOrEqualTo(CommonPast.MostBytes);
        CommonPast.Of(scenarios, Programs(baseline), Recorder.PanelSize, CommonPast.MostBytesOfAPart).Kept.Count
            .ShouldBeInRange(1, past.Kept.Count - 1);
        foreach (var (scenario, begin) in scenarios.Zip(past.Begin).Skip(1))
        {
            begin.ShouldBeLessThanOrEqualTo(CommonPast.FirstDifference(baseline, scenario));
        }

        CommonPast.Of(scenarios, Programs(baseline), 10).Kept.ShouldBeEmpty();
    }

    private static bool Compare(Scenario first, Scenario later, int[] widths)
    {
        var step = CommonPast.FirstDifference(first, later);
        if (step == 0) return false;
        var (one, other) = (Programs(first, later), Programs(later, later));
        foreach (var width in widths)
        {
            using var block = new Block(one, width, EngineRun.Seed);
            var (recorded, past) = Keep(one, step, block);
            if (PastOf.Of(past, recorded, other) is not { } begin) return false;
            using var next = new Block(other, width, EngineRun.Seed);
            EngineRun.ShouldEqual(Begin(begin, other, next), EngineRun.OnBlock(other, Replications), other);
            begin.Holds(0, 8, EngineRun.Seed, null).ShouldBeTrue();
        }

        return true;
    }

    private static StepProgram Programs(Scenario scenario, Scenario? recorded = null) =>
        Compiler.Compile(scenario, Recorded.Everything(recorded ?? scenario) with { Every = 5 });

    private static (Recorder Recorded, Past Past) Keep(StepProgram program, int step, Block block)
    {
        var recorder = new Recorder(program, Replications, new SampleArrays());
        var past = new Past(program, step, Replications, new SampleArrays(), offset: 0);
        for (var first = 0; first < Replications; first += block.Width) block.Run((uint)first, null, recorder, kept: [past]);
        return (recorder, past);
    }

    private static Recorder Begin(PastOf past, StepProgram program, Block block)
    {
        var recorder = new Recorder(program, Replications, new SampleArrays());
        past.Restore(recorder);
        for (var first = 0; first < Replications; first += block.Width) block.Run((uint)first, null, recorder, past);
        return recorder;
    }
}
