using Supply.Analysis;
using Supply.Tests.Unit.Studies;

namespace Supply.Tests.Unit.Analysis;

/// <summary>Designs on scenarios whose drivers are known by construction.</summary>
public class DesignRunsTests
{
    // Enough runs that a report, ten of which come in a second, is heard before the last.
    private const int Interrupted = 65_536;

    private static readonly TimeWindow after = new("after", new(2025, 3, 1), new(2025, 12, 31));
    private static readonly Scenario half = SmallAnswers.Shells("Half", Uncertain.Uniform(0.4, 0.6).Named("what is left"));

    private static Study Run(Ensemble? ensemble = null) =>
        (ensemble ?? new Ensemble(4) { Threads = 2 }) is var one ? (one with { Record = new Metrics { Scalars =
            [Metric.FiredPerDay] }.Over(after) })
            .Run(SmallAnswers.Plan, half) : throw new InvalidOperationException();

    [Fact]
    public void Difference_HingesOnOutputAndFactor_AsItsFormulaSays()
    {
        // The difference is -x (1 - f), with x in 80..120 and f in 0.4..0.6, both uniform and independent:
        // V_x = (0.5)^2 Var x, V_f = 100^2 Var f, V = those + Var x Var f.
        var indices = Run().Sobol(Metric.FiredPerDay, half, after, new() { BasePoints = 512 },
            cancellation: TestContext.Current.CancellationToken);
        var (x, f) = (40.0 * 40 / 12, 0.2 * 0.2 / 12);
        var all = (0.25 * x) + (10_000 * f) + (x * f);
        SobolInput Of(string name) => indices.Inputs.Single(one => one.Input.Name == name);
        Of("shell output").First.Value.ShouldBe(0.25 * x / all, Tolerance.SobolIndexOfAScenario);
        Of("what is left").Total.Value.ShouldBe(((10_000 * f) + (x * f)) / all, Tolerance.SobolIndexOfAScenario);
        Of("Rockets, yield").Total.Value.ShouldBe(0, Tolerance.Rounding);
        Of("chance from step to step").Total.Value.ShouldBe(0, Tolerance.Rounding);
        indices.OutcomeWords.ShouldBe("the difference in \"fired per day\" between \"Half\" and \"Plan\"");
    }

    [Fact]
    public void Screening_FindsTheSame()
    {
        var effects = Run().Morris(Metric.FiredPerDay, half, after, cancellation: TestContext.Current.CancellationToken);
        effects.Ranked.Take(2).Select(one => one.Input.Name).ShouldBe(["shell output", "what is left"], ignoreOrder: true);
        effects.Inputs.Single(one => one.Input.Name == "Rockets, yield").MeanSize.ShouldBe(0);
    }

    [Fact]
    public void AnyThreads_AndAnInterruption_GiveTheSameBits()
    {
        using var folder = new House.TemporaryFolder();
        var settings = new SensitivitySettings { BasePoints = Interrupted, Noise = StepNoise.Common };
        var whole = Run().Sobol(Metric.FiredPerDay, half, after, settings, cancellation: TestContext.Current.CancellationToken);
        var alone = Run(new Ensemble(4) { Threads = 1 }).Sobol(Metric.FiredPerDay, half, after, settings,
            cancellation: TestContext.Current.CancellationToken);
        alone.ShouldBe(whole);

        var kept = settings with { Checkpoint = folder["runs"] };
        using var stop = new CancellationTokenSource();
        var part = Run().Sobol(Metric.FiredPerDay, half, after, kept, new Stopper(stop), stop.Token);
        part.IsComplete.ShouldBeFalse();
        part.BasePoints.ShouldBeLessThan(Interrupted);
        part.Verdict().ShouldEndWith("The runs were ended early.");
        Run().Sobol(Metric.FiredPerDay, half, after, kept, cancellation: TestContext.Current.CancellationToken).ShouldBe(whole);
        foreach (var (study, difference) in new (Study, Scenario?)[] { (Run(), null), (Run(new Ensemble(4) { StepDays = 2 }), half) })
        {
            Should.Throw<ArgumentException>(() => study.Sobol(Metric.FiredPerDay, difference, after, kept,
                cancellation: TestContext.Current.CancellationToken)).Message.ShouldContain(
                "holds the runs of another scenario, metric or design");
        }
    }

    [Fact]
    public void Groups_AreVariedTogether_AndUnknownNamesAreRefused()
    {
        var grouped = Run().Sobol(Metric.FiredPerDay, half, after, new()
        {
            BasePoints = 512, Groups = new Dictionary<string, Items<string>> { ["shells"] = ["shell output", "what is left"] },
        }, cancellation: TestContext.Current.CancellationToken);
        grouped.Inputs[0].Input.Name.ShouldBe("shells");
        grouped.Inputs[0].Total.Value.ShouldBe(1, Tolerance.SobolIndexOfAScenario);
        Should.Throw<ArgumentException>(() => Run().Sobol(Metric.FiredPerDay, half, after, new()
        {
            Groups = new Dictionary<string, Items<string>> { ["shells"] = ["shell outputs"] },
        }, cancellation: TestContext.Current.CancellationToken)).Message.ShouldStartWith(
            "Group \"shells\": no input \"shell outputs\". Nearest: \"shell output\"");
    }

    [Fact]
    public void CorrelatedInputs_AreOneGroup_WhoseShareIsAll()
    {
        var joined = new SensitivitySettings { BasePoints = 512, Correlations = [new("shell output", "what is left", 0.7)] };
        var grouped = Run().Sobol(Metric.FiredPerDay, half, after, joined, cancellation: TestContext.Current.CancellationToken);
        var both = grouped.Inputs.Single(one => one.Input.Members.Count == 2);
        both.Input.Name.ShouldContain(" with ");
        both.First.Value.ShouldBe(1, Tolerance.SobolIndexOfAScenario);
        both.Total.Value.ShouldBe(1, Tolerance.SobolIndexOfAScenario);

        // -x (1 - f): a large output that goes with a large factor makes the difference vary less.
        grouped.Variance.ShouldBeLessThan(Run().Sobol(Metric.FiredPerDay, half, after, new() { BasePoints = 64 },
            cancellation: TestContext.Current.CancellationToken).Variance);
        Should.Throw<ArgumentException>(() => Run().Sobol(Metric.FiredPerDay, half, after, joined with
        {
            Correlations = [new("shell output", "what is lost", 2)],
        }, cancellation: TestContext.Current.CancellationToken)).Message.Split('\n').Length.ShouldBe(2);
        Should.Throw<ArgumentException>(() => Run().Sobol(Metric.FiredPerDay, half, after, joined with
        {
            Groups = new Dictionary<string, Items<string>> { ["shells"] = ["shell output"] },
        }, cancellation: TestContext.Current.CancellationToken)).Message.ShouldContain(
            "are correlated; a group must hold all of them or none.");
    }

    /// <summary>Other numbers of the library, a correlation that differs in its third digit, a window of one name: other runs.</summary>
    [Fact]
    public void Checkpoint_BelongsToAllThatDecidesItsValues()
    {
        using var folder = new House.TemporaryFolder();
        SensitivitySettings Joined(double correlation) => new()
        {
            BasePoints = 8, Correlations = [new("shell output", "what is left", correlation)], Checkpoint = folder["runs"],
        };
        Run().Sobol(Metric.FiredPerDay, half, after, Joined(0.701), cancellation: TestContext.Current.CancellationToken);
        Should.Throw<ArgumentException>(() => Run().Sobol(Metric.FiredPerDay, half, after, Joined(0.702),
            cancellation: TestContext.Current.CancellationToken)).Message.ShouldContain("another scenario, metric or design");

        string Decisive(TimeWindow window, Study? study = null)
        {
            var runs = new DesignRuns(study ?? Run(), Metric.FiredPerDay, half, window, Joined(0.701));
            return runs.Decisive(runs.Sobol());
        }

        var words = Decisive(after);
        words.Split('\n').ShouldContain(FormattableString.Invariant($"numbers of version {Release.Numbers}"));
        Decisive(new("2025-03-01 on", new(2025, 3, 1), new(2025, 6, 30))).ShouldNotBe(
            Decisive(new("2025-03-01 on", new(2025, 3, 1), new(2025, 12, 31))));
        Inference.Commas.During(() => Decisive(after)).ShouldBe(words);

        // Days of a fill rate are a setting of the record; other metrics of it change nothing here.
        Study With(Metrics record) => new Ensemble(4, Record: record.Over(after)).Run(SmallAnswers.Plan, half);
        Decisive(after, With(new() { Scalars = [Metric.OnHand], Series = [Metric.OnHand], Every = 9 })).ShouldBe(words);
        Decisive(after, With(new() { Scalars = [Metric.FiredPerDay], FillDays = 7 })).ShouldNotBe(words);
    }

    [Fact]
    public void Checks_FindWhatADesignWouldRefuse_WithoutItsRuns()
    {
        using var folder = new House.TemporaryFolder();
        var one = Run(new Ensemble(1));
        SensitivitySettings Named(string name) => new() { Groups = new Dictionary<string, Items<string>> { ["shells"] = [name] } };
        foreach (var check in new Action<SensitivitySettings>[]
        {
            settings => one.CheckSobol(Metric.FiredPerDay, half, after, settings),
            settings => one.CheckMorris(Metric.FiredPerDay, half, after, settings),
        })
        {
            check(Named("shell output"));
            Should.Throw<ArgumentException>(() => check(Named("shell outputs"))).Message.ShouldStartWith(
                "Group \"shells\": no input \"shell outputs\".");
            Should.Throw<ArgumentException>(() => check(new() { Correlations = [new("shell output", "what is lost", 0.5)] })).Message
                .ShouldStartWith("Correlations: no input \"what is lost\".");
            Should.Throw<ArgumentException>(() => check(new() { BasePoints = 1, Levels = 5 }));
            Should.Throw<ArgumentException>(() => check(new() { Checkpoint = folder.Path })).Message.ShouldContain("is a folder");
        }

        // It is begun; the same design goes on from it, and another does not.
        var kept = new SensitivitySettings { BasePoints = 8, Checkpoint = folder["runs"] };
        one.CheckSobol(Metric.FiredPerDay, half, after, kept);
        File.ReadAllLines(folder["runs"]).ShouldHaveSingleItem();
        var whole = Run().Sobol(Metric.FiredPerDay, half, after, kept with { Checkpoint = null },
            cancellation: TestContext.Current.CancellationToken);
        Run().Sobol(Metric.FiredPerDay, half, after, kept, cancellation: TestContext.Current.CancellationToken).ShouldBe(whole);
        File.ReadAllLines(folder["runs"]).Length.ShouldBe(1 + 8);
        one.CheckSobol(Metric.FiredPerDay, half, after, kept);
        File.ReadAllLines(folder["runs"]).Length.ShouldBe(1 + 8);
        Should.Throw<ArgumentException>(() => one.CheckMorris(Metric.FiredPerDay, half, after, kept)).Message.ShouldContain(
            "holds the runs of another scenario, metric or design");
    }

    [Fact]
    public void GivenInputs_AreRefused()
    {
        var drawn = Run();
        var given = (drawn.Ensemble with { Parameters = drawn.Scenarios[1].Parameters }).Run(SmallAnswers.Plan, half);
        Should.Throw<ArgumentException>(() => given.Sobol(Metric.FiredPerDay, half, after,
            cancellation: TestContext.Current.CancellationToken)).Message.ShouldStartWith(
            "The inputs of this study were given");
    }

    private sealed class Stopper(CancellationTokenSource stop) : IProgress<RunProgress>
    {
        public void Report(RunProgress value) => stop.Cancel();
    }
}
