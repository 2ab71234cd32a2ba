using Supply.Analysis;

namespace Supply.Tests.Unit.Analysis;

/// <summary>The inverse question where the answer has a closed form.</summary>
public class LeastTests
{
    private static readonly DateOnly from = new(2025, 3, 1);
    private static readonly TimeWindow late = new("late", new(2025, 6, 1), new(2025, 12, 31));

    //   Plant, P a day -------------> Depot -> Force, which wants 50 a day
    //   Arsenal, stock without end ---^  nothing ordered unless a share says so; five days on the way
    private static Scenario Net(Uncertain plant) => new("Net", new Network("Side",
        new Stockpile("Depot"),
        new ProductionLine("Plant", Calibre.Mm152, Origin.Russia, "Depot", Rate.PerDay(plant)),
        new Supplier("Arsenal", Origin.Dprk, [new(Calibre.Mm152, Rounds.Of(1e9), Rate.Zero, Rate.Zero)]),
        new Route("Sea", "Arsenal", "Depot", Days.Of(5)),
        new Consumer("Force", "Depot", [new(Calibre.Mm152, Rate.PerDay(50))])),
        Horizon.Dated(new(2025, 1, 1), new(2025, 12, 31)));

    private static SettableLever Share(double most = 0.9) => SettableLever.Share(Origin.Dprk, from, ShareMeaning.Added, most);

    private static Study Run(Uncertain plant, int replications = 1) =>
        new Ensemble(replications, Record: new Metrics().And(Metric.FiredPerDay)).Run(Net(plant));

    [Fact]
    public void LeastShare_OfASmallNetwork_HasItsClosedForm()
    {
        // 50 made and s / (1 - s) 50 sent are 100 at s = 1 - 50 / 100; the wish of 50 is raised to 100.
        var least = Run(50).Least(Share(), new FireGoal(100, late), precision: 1e-13, cancellation: TestContext.Current.CancellationToken);
        least.Kinds.ShouldBe([LeastKind.Found]);
        least.Values[0].ShouldBe(0.5, Tolerance.LeastShare);
        least.Verdict.ShouldStartWith("100 rounds a day, late with 80 % probability needs at least 50 % DPRK share of supply");
    }

    [Fact]
    public void LeastShares_AreADistribution_OnTheDrawsOfEachRun()
    {
        var study = Run(Uncertain.Uniform(40, 50).Named("plant"), 50);
        var least = study.Least(Share(), new FireGoal(80, late), precision: 1e-12, cancellation: TestContext.Current.CancellationToken);
        for (var i = 0; i < 50; i++)
        {
            least.Values[i].ShouldBe(1 - (study.Baseline.Parameters[i, 0] / 80), Tolerance.LeastShare);
        }

        // Nine of ten runs need at most the share that a plant of the lowest tenth needs.
        least.With(0.9).ShouldBe(least.Values.Order().ElementAt(44));
        least.ChanceAt(least.With(0.9)).ShouldBe(0.9);
    }

    [Fact]
    public void LeastFactor_OfAPlant_IsTheQuotient() => Run(50).Least(SettableLever.Capacity("Plant", from), new FireGoal(80, late),
        precision: 1e-12, cancellation: TestContext.Current.CancellationToken).Values[0].ShouldBe(1.6, 10 * Tolerance.LeastShare);

    [Fact]
    public void AlreadyMet_None_AndCurves()
    {
        var answers = Run(50).Least(Share(0.5), [new(40, late), new(70, late), new(1000, late)], probability: 0.5,
            cancellation: TestContext.Current.CancellationToken);
        answers.Select(one => one.Kinds[0]).ShouldBe([LeastKind.AlreadyMet, LeastKind.Found, LeastKind.None]);
        answers[0].Values[0].ShouldBe(0);
        answers[2].Values[0].ShouldBe(double.PositiveInfinity);
        answers[0].Verdict.ShouldStartWith("40 rounds a day, late: already met with 50 % probability at 0.0 %");
        answers[2].Verdict.ShouldStartWith("1,000 rounds a day, late: no setting of DPRK share of supply up to 50 % is enough");
        LeastAnswer.Of(answers, answers[1], Run(50)).ToString().Split('\n').ShouldAllBe(line => line.Length <= Answer.Width);
    }

    [Fact]
    public void MoreThatDoesNotHelp_IsSaid()
    {
        // Sixty days of a doubled plant: the goal holds over June and July only if they begin in time, and not before.
        var window = new TimeWindow("june", new(2025, 6, 1), new(2025, 7, 30));
        var lever = SettableLever.Date("doubled plant", new(2025, 2, 1), new(2025, 10, 1),
            date => [new CapacityChange("Plant", date, 2) { Until = date.AddDays(90) }]);
        var least = Run(50).Least(lever, new FireGoal(80, window) { Part = 0.9 }, precision: 1,
            cancellation: TestContext.Current.CancellationToken);
        least.Kinds.ShouldBe([LeastKind.NotMonotone]);
        least.Verdict.ShouldContain("In 100 % of runs more does not always help");
    }

    [Fact]
    public void LatestDate_IsFound()
    {
        // The plant is doubled from a date on; the goal of 80 over June holds if that is by 1 June, because nothing is in stock.
        var lever = SettableLever.Date("doubled plant", new(2025, 4, 1), new(2025, 8, 1), date => [new CapacityChange("Plant", date, 2)]);
        var least = Run(50).Least(lever, new FireGoal(80, new("june", new(2025, 6, 1), new(2025, 6, 30))), precision: 1,
            cancellation: TestContext.Current.CancellationToken);
        least.Verdict.ShouldContain("needs doubled plant by 2025-06-01");
    }

    /// <summary>Between two days, and between two neighbours among the numbers, there is nothing to try: the search ends there.</summary>
    [Theory]
    [InlineData(0.5)]
    [InlineData(double.Epsilon)]
    public void Precision_FinerThanSettingsLie_EndsTheSearch(double precision)
    {
        // A search without an end ends here, and says that it was cancelled.
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var dates = SettableLever.Date("doubled plant", new(2025, 4, 1), new(2025, 8, 1), date => [new CapacityChange("Plant", date, 2)]);
        var june = new FireGoal(80, new("june", new(2025, 6, 1), new(2025, 6, 30)));
        var latest = Run(50).Least(dates, june, precision: precision, cancellation: limit.Token);
        latest.Values.ShouldBe(Run(50).Least(dates, june, precision: 1, cancellation: limit.Token).Values);
        latest.Precision.ShouldBe(1);
        LeastAnswer.Of([latest], latest, Run(50)).Notes[0].ShouldEndWith("to 1 day.");

        var share = Run(50).Least(Share(), new FireGoal(100, late), precision: precision, cancellation: limit.Token);
        share.Values[0].ShouldBe(0.5, Math.Max(precision, Tolerance.LeastShare));
    }

    /// <summary>Where the first part of a study is missing, its replications keep their numbers, and the chance of each step.</summary>
    [Fact]
    public void Replications_KeepTheirDraws_WherePartsAreMissing()
    {
        const int panel = 4096, more = 60;
        var noisy = new Scenario("Noisy", new Network("Side",
            new Stockpile("Depot"),
            new ProductionLine("Plant", Calibre.Mm152, Origin.Russia, "Depot",
                RatePath.Constant(Rate.PerDay(50)).Times(Uncertain.Noise(0.5, 30))),
            new Consumer("Force", "Depot", [new(Calibre.Mm152, Rate.PerDay(50))])),
            Horizon.Dated(new(2025, 1, 1), new(2025, 12, 31)));
        var (lever, goal) = (SettableLever.Capacity("Plant", from), new FireGoal(80, late));
        var ensemble = new Ensemble(panel + more, Record: new Metrics().And(Metric.FiredPerDay));
        var whole = ensemble.Run(noisy).Least(lever, goal, precision: 0.01, cancellation: TestContext.Current.CancellationToken);

        using var folder = new House.TemporaryFolder();
        ensemble.Into(folder["kept"]).Part(2, 2).Run([noisy], cancellation: TestContext.Current.CancellationToken);
        var part = StudyFolder.Open(folder["kept"], isPartial: true);
        part.Replications.ShouldBe(Enumerable.Range(panel, more));
        part.Least(lever, goal, precision: 0.01, cancellation: TestContext.Current.CancellationToken).Values
            .ShouldBe(whole.Values.Skip(panel));
        whole.Values.Skip(panel).ShouldNotBe(whole.Values.Take(more));
    }

    [Fact]
    public void WantedProbability_AndRareAnswers_AreNotRoundedAway()
    {
        var sure = Run(50).Least(Share(), [new(100, late)], probability: 0.999, cancellation: TestContext.Current.CancellationToken);
        sure[0].Headline.ShouldStartWith("100 rounds a day, late with 99.9 % probability needs");
        sure[0].Table().Rows.Select(row => row[0]).ShouldContain("enough in 99.9 % of runs");
        const int runs = 5000;
        var rare = new LeastSetting(Share(), new FireGoal(80, late),
            [.. Enumerable.Range(0, runs).Select(i => i == 0 ? LeastKind.NotMonotone : LeastKind.Found)],
            [.. Enumerable.Repeat(0.4, runs)], 0.01);
        rare.Verdict.ShouldEndWith("In < 0.1 % of runs more does not always help; there the first setting that is enough counts.");
    }

    [Fact]
    public void AnyThreads_GiveTheSameBits()
    {
        var plant = Uncertain.Uniform(40, 50).Named("plant");
        Items<double> Of(int threads) => (new Ensemble(200, Record: new Metrics().And(Metric.FiredPerDay)) { Threads = threads })
            .Run(Net(plant)).Least(Share(), new FireGoal(80, late), cancellation: TestContext.Current.CancellationToken).Values;
        Of(1).ShouldBe(Of(3));
    }

    [Fact]
    public void BadGoals_AreListed() => Should.Throw<ArgumentException>(() => Run(50).Least(Share(),
        [new(0, late) { Part = 2 }, new(10, new("early", new(2025, 2, 1), new(2025, 5, 1))) { Metric =
            Metric.FillRate }], cancellation: TestContext.Current.CancellationToken)).Message.Split('\n')
        .ShouldBe([
            "The goal is 0 rounds a day; it must be above 0.",
            "The part that counts as reached is 2; it must lie above 0 and be at most 1.",
            "The goal is on \"fill rate\"; it must be on rounds fired per day, whatever their origin.",
            "The window of the goal begins on 2025-02-01, before the lever acts (2025-03-01).",
        ]);

    [Fact]
    public void Interrupted_GoesOnToTheSameBits_AndRunsNothingTwice()
    {
        using var folder = new House.TemporaryFolder();
        FireGoal[] goals = [new(70, late), new(80, late)];
        Study Study(int threads, int? step = null) =>
            (new Ensemble(200, Record: new Metrics().And(Metric.FiredPerDay)) { Threads = threads, StepDays = step })
                .Run(Net(Uncertain.Uniform(40, 50).Named("plant")));
        Items<LeastSetting> Of(int threads, string? checkpoint) => Study(threads).Least(Share(), goals, checkpoint: checkpoint,
            cancellation: TestContext.Current.CancellationToken);
        var whole = Of(2, null);
        Items<double>[] Values(Items<LeastSetting> answers) => [.. answers.Select(one => one.Values)];
        Values(Of(1, folder["least"])).ShouldBe(Values(whole));
        var lines = File.ReadAllLines(folder["least"]);
        lines.Length.ShouldBeGreaterThan(2 * 10);

        // As an end of the process at any moment leaves it: some of the answers, and no part of one.
        foreach (var kept in new[] { 1, 2, 5, lines.Length / 2, lines.Length - 1 })
        {
            File.WriteAllLines(folder["least"], lines[..kept]);
            Values(Of(3, folder["least"])).ShouldBe(Values(whole));
            File.ReadAllLines(folder["least"]).ShouldBe(lines);
        }

        foreach (var (study, lever) in new[] { (Study(1), Share(0.8)), (Study(1, step: 2), Share()) })
        {
            Should.Throw<ArgumentException>(() => study.Least(lever, goals, checkpoint: folder["least"],
                cancellation: TestContext.Current.CancellationToken)).Message
                .ShouldEndWith("holds the runs of another study, lever, goal or precision; name another file.");
        }

        File.WriteAllLines(folder["least"], [lines[0], lines[1], lines[2][..7]]);
        Should.Throw<InvalidDataException>(() => Of(1, folder["least"])).Message.ShouldBe(
            $"The checkpoint {folder["least"]} is damaged: line 3 does not match its checksum. Move or delete it to start again.");
    }

    [Fact]
    public void Cancelled_GoesOnFromItsCheckpoint()
    {
        using var folder = new House.TemporaryFolder();
        using var stop = new CancellationTokenSource();
        var asked = 0;

        // The program of each date is made when a run first needs it: the sixth asks the search to end.
        SettableLever Dated(Action made) => SettableLever.Date("doubled plant", new(2025, 4, 1), new(2025, 8, 1), date =>
        {
            made();
            return [new CapacityChange("Plant", date, 2)];
        });
        FireGoal[] goals = [new(80, new("june", new(2025, 6, 1), new(2025, 6, 30)))];
        var whole = Run(50).Least(Dated(() => { }), goals, precision: 1, cancellation: TestContext.Current.CancellationToken);
        Run(50).Least(Dated(() =>
        {
            if (++asked == 6) stop.Cancel();
        }), goals, precision: 1, checkpoint: folder["least"], cancellation: stop.Token).ShouldBeEmpty();
        var kept = File.ReadAllLines(folder["least"]).Length;
        kept.ShouldBeInRange(2, 8);
        var again = Run(50).Least(Dated(() => { }), goals, precision: 1, checkpoint: folder["least"],
            cancellation: TestContext.Current.CancellationToken);
        again[0].Values.ShouldBe(whole[0].Values);
        File.ReadAllLines(folder["least"]).Length.ShouldBeGreaterThan(kept);
    }

    [Fact]
    public void Cancelled_KeepsTheGoalsThatAreAnswered()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Run(50).Least(Share(), [new(80, late)], cancellation: stop.Token).ShouldBeEmpty();
        Should.Throw<OperationCanceledException>(() => Run(50).Least(Share(), new FireGoal(80, late), cancellation: stop.Token));
    }
}
