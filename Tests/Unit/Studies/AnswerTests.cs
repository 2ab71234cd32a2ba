using Supply.Studies;
using Supply.Tests.Laws;

namespace Supply.Tests.Unit.Studies;

/// <summary>Answers of studies whose results are known.</summary>
public class AnswerTests
{
    private static readonly Scenario half = SmallAnswers.Shells("Half of the shells", 0.5);

    private static Study Half { get; } = SmallAnswers.Run(half);

    [Fact]
    public void Stop_Golden() => GoldenText.ShouldMatch("Golden/AnswerTests.Stop.verified.txt", Half.Answer(half).ToString());

    [Fact]
    public void Sweep_Golden() => GoldenText.ShouldMatch("Golden/AnswerTests.Sweep.verified.txt",
        SmallAnswers.RunSweep().Answer(SmallAnswers.Sweep, source: "a plan").ToString());

    [Fact]
    public void ChangeThatDoesNothing_IsSaidToDoNothing()
    {
        var same = SmallAnswers.Shells("Same", 1);
        var answer = SmallAnswers.Run(same).Answer(same);
        answer.Headline.ShouldBe("\"Same\" changes nothing: rounds fired a day are the same in every run.");
        answer.HingesOn.ShouldBeEmpty();
        answer.Sentences.ShouldNotContain(sentence => sentence.Contains("direction", StringComparison.Ordinal));
        answer.Table.Rows.ShouldAllBe(row => row[3] == "0" && row[4] == "< 1 %");
    }

    [Fact]
    public void HalvedCalibre_CarriesTheChange_AndTheOtherHardlyChanges()
    {
        var answer = Half.Answer(half);
        Half.Answer(half, Metric.FiredPerDay.Of(Calibre.Mm152)).Headline
            .ShouldBe("With \"Half of the shells\", 152 mm rounds fired a day fall by 50 % in the median run.");
        answer.Sentences.ShouldContain("Of the mean change, 152 mm carries 100 %, while 122 mm rocket hardly changes.");
        answer.Table.Rows.Select(row => row[0]).ShouldBe(["all, added up", "152 mm", "122 mm rocket"]);
        answer.Table.Rows[2][3].ShouldBe("0");
        answer.HingesOn.ShouldStartWith("The change hinges on shell output (-42");
    }

    [Fact]
    public void CalibresThatDiffer_AreNotHiddenInATotal()
    {
        var answer = SmallAnswers.Run(half, metric: Metric.FillRate).Answer(half, Metric.FillRate);
        answer.Headline.ShouldBe("With \"Half of the shells\", the fill rate of 152 mm falls by 50 % in the median run.");
        answer.Table.Rows.Select(row => row[0]).ShouldBe(["152 mm", "122 mm rocket"]);
        answer.Notes.ShouldContain(note => note.StartsWith("Calibres differ by more than a factor of two", StringComparison.Ordinal));

        // Exhaustion is that of calibres as well: the total of fire has none.
        Half.Answer(half).Table.Rows[0][5].ShouldBeEmpty();
        Half.Answer(half).Table.Rows[1][5].ShouldNotBeEmpty();
        SmallAnswers.Run(half, metric: Metric.DaysOfSupply).Answer(half, Metric.DaysOfSupply).Table.Rows
            .ShouldNotContain(row => row[0] == "all");
    }

    [Fact]
    public void FallInAStraightLine_IsHalfThereHalfWay()
    {
        var slow = SmallAnswers.Shells("Slowly none", 0, days: 100);
        var metric = Metric.FiredPerDay.Of(Calibre.Mm152);
        var sentence = SmallAnswers.Run(slow, metric: metric).Answer(slow, metric).Sentences
            .Single(one => one.StartsWith("Half of the fall", StringComparison.Ordinal));
        sentence.ShouldBe("Half of the fall is there after 50.5 days (50.5 to 50.5) where it falls, in > 99 % of the runs.");
    }

    [Fact]
    public void Fall_OfAnotherStudy_IsToldWithItsPart()
    {
        var slow = SmallAnswers.Shells("Slowly none", 0, days: 100);
        var months = TimeWindow.Consecutive(SmallAnswers.Turn, new(2025, 12, 31), 10);
        var record = new Metrics { Scalars = [Metric.FiredPerDay] }.Over([.. months]);
        var monthly = new Ensemble(400, Record: record).Run(SmallAnswers.Plan, slow);
        var fall = monthly.Fall(slow, Metric.FiredPerDay, months, part: 0.2);
        fall.Part.ShouldBe(0.2);
        SmallAnswers.Run(slow).Answer(slow, fall: fall).Sentences
            .ShouldContain(one => one.StartsWith("20 % of the fall is there after 20.5 days", StringComparison.Ordinal));
    }

    [Fact]
    public void RiseIsTold_AsOne()
    {
        var more = SmallAnswers.Shells("More shells", 1.5);
        var answer = SmallAnswers.Run(more).Answer(more, Metric.FiredPerDay.Of(Calibre.Mm152));
        answer.Headline.ShouldBe("With \"More shells\", 152 mm rounds fired a day rise by 50 % in the median run.");
        answer.Sentences.ShouldContain(one => one.StartsWith("> 99 % of the runs gain more than a twentieth", StringComparison.Ordinal));
        answer.Sentences.ShouldContain("The direction is sure: down in < 1 % of the runs, up in > 99 %.");
    }

    [Fact]
    public void ChangeInSomeRunsOnly_IsNotTakenForNone()
    {
        var rare = SmallAnswers.Shells("Rare", Uncertain.OneOf(new("no", 3, 1), new("yes", 1, 0.5)).Named("rare"));
        SmallAnswers.Run(rare).Answer(rare).Headline.ShouldStartWith(
            "With \"Rare\", rounds fired a day hardly change in the median run, but fall by more than a twentieth in 2");
    }

    /// <summary>Shells made are 80 to 120 a day times the setting, and at most 200 are fired, besides 10 rockets.</summary>
    [Fact]
    public void SweepOfALever_SaysWhereItLevelsOff()
    {
        var sweep = LeverSweep.Of("shell plants", [3, 0.5, 2.6, 1], factor => [new CapacityChange("Shells", SmallAnswers.Turn, factor)]);
        var study = new Ensemble(200, Record: Answer.Record(SmallAnswers.Plan, sweep))
            .Run([SmallAnswers.Plan, .. sweep.Expand(SmallAnswers.Plan)]);
        var answer = study.Answer(sweep);
        answer.Headline.ShouldStartWith("With shell plants at 0.5, rounds fired a day are 4");
        answer.Headline.ShouldEndWith("in the median run; a higher setting raises them up to shell plants 2.6 and hardly beyond.");
        answer.Table.Columns[0].ShouldBe("shell plants");
        answer.Table.Rows.Select(row => row[0]).ShouldBe(["baseline", "0.5", "1", "2.6", "3"]);
        answer.Why.ShouldBe("");
        answer.ToString().Split('\n').ShouldAllBe(line => line.Length <= Answer.Width);
        Should.Throw<ArgumentException>(() => study.Answer(sweep, Metric.Exhaustion)).Message.ShouldContain("is a date");
    }

    [Fact]
    public void Sweep_SaysWhereItLevelsOff_AndByWhichLimit()
    {
        var answer = SmallAnswers.RunSweep().Answer(SmallAnswers.Sweep);
        answer.Headline.ShouldBe("With nothing ordered from DPRK suppliers, rounds fired a day are 25 % lower than in the baseline, in the "
            + "median run; a larger share raises them up to 40 % and hardly beyond.");
        answer.Why.ShouldStartWith(
            "at 40 % most DPRK rounds are held back because suppliers have no more in stock: of 1,200 rounds ordered");
        answer.Table.Columns[1].ShouldBe("sent a month");
        answer.Sentences[0].ShouldEndWith(" in the baseline, of which 25 % (90 % of the runs: 23 % to 28 %) are DPRK rounds.");
        answer.Table.Rows.Select(row => row[0]).ShouldBe(["baseline", "0 %", "10 %", "40 %", "80 %"]);
        answer.And("A further sentence that takes a line of its own, because it is as long as a line of the answer may be.", "Another.")
            .Table.Rows.Select(row => row[0]).TakeLast(2).ShouldBe(["40 %", "80 %"]);
    }

    [Fact]
    public void WhatWasNotRecorded_IsNamed_AndNothingIsThrown()
    {
        var window = new TimeWindow("late", new(2025, 6, 1), new(2025, 12, 31));
        var study = new Ensemble(50, Record: Metrics.Standard.Over(window)).Run(SmallAnswers.Plan, half);
        var answer = study.Answer(half);
        answer.Headline.ShouldStartWith("With \"Half of the shells\", rounds fired a day fall by ");
        answer.Notes.ShouldContain("Not said, because not recorded: \"fired per day\" of each calibre and fill rate and days of supply of "
            + "each calibre; record it with Record: Answer.Record(...), with this metric and window (late).");
        study.Answer(half, Metric.ProducedPerDay.At("Shells")).Headline.ShouldBe(
            "There is no answer for \"produced per day, Shells\", late (2025-06-01 to 2025-12-31): it was not recorded.");
        var swept = SmallAnswers.RunSweep(Metrics.Standard).Answer(SmallAnswers.Sweep);
        swept.Notes.ShouldContain(note => note.Contains("deliveries", StringComparison.Ordinal));
        swept.Table.Rows.Count.ShouldBeGreaterThan(2);
    }

    [Fact]
    public void Probability_OfADate_IsAnAnswerToo()
    {
        var answer = SmallAnswers.Run(half, metric: Metric.Exhaustion).Answer(half, Metric.Exhaustion.Of(Calibre.Mm152));
        answer.Headline.ShouldBe("With \"Half of the shells\", the probability of exhaustion, 152 mm goes from "
            + $"{answer.Table.Rows[0][1]} to > 99 %.");
        Should.Throw<ArgumentException>(() => SmallAnswers.RunSweep().Answer(SmallAnswers.Sweep, Metric.Exhaustion)).Message
            .ShouldStartWith("\"exhaustion\" is a date;");
    }

    [Fact]
    public void Inputs_AreNamed_DrawnOrGiven()
    {
        Half.Answer(half).Notes[0].ShouldStartWith(
            "Baseline: \"Plan\"; inputs are drawn from their ranges (prior). 400 replications, seed 2026:");
        var given = (Half.Ensemble with { Parameters = Half.Baseline.Parameters }).Run(SmallAnswers.Plan, half);
        given.Answer(half).Notes[0].ShouldContain("inputs are given (posterior)");
        given.Answer(half, source: "137 claims").Notes[0].ShouldContain("inputs: 137 claims.");
    }

    [Fact]
    public void Discrepancy_IsNamed_WithWhatHasNone()
    {
        var paths = new Dictionary<(string, DiscrepancyKind), DiscrepancyPath>
        {
            [("Side", DiscrepancyKind.Fire)] = new([new double[400]], [.. Enumerable.Repeat(0.1, 400)], (_, row) => row % 2 == 0 ? 1 : -1),
        };
        var study = (Half.Ensemble with { Discrepancy = new(new(2025, 1, 1), paths) }).Run(SmallAnswers.Plan, half);
        const string Note = "Rounds fired a day contain what the model leaves out (discrepancy); fill rate, days of supply and exhaustion "
            + "do not.";
        study.Answer(half).Notes.ShouldContain(Note);
        Half.Answer(half).Notes.ShouldNotContain(Note);
        ShouldFit(study.Answer(half));
    }

    /// <summary>Sentences follow the results: another factor, another number in the headline and the table.</summary>
    [Theory]
    [InlineData(0, "100 %")]
    [InlineData(0.25, "75 %")]
    [InlineData(0.6, "40 %")]
    [InlineData(0.9, "10 %")]
    public void Headline_FollowsTheResults(double factor, string fall)
    {
        var changed = SmallAnswers.Shells("Changed", factor);
        SmallAnswers.Run(changed).Answer(changed, Metric.FiredPerDay.Of(Calibre.Mm152)).Headline
            .ShouldBe($"With \"Changed\", 152 mm rounds fired a day fall by {fall} in the median run.");
    }

    [Fact]
    public void Digits_DoNotMoveWithTheSeed()
    {
        // Two seeds in three agree where digits end at two standard errors; a digit more would nearly always differ.
        var medians = Enumerable.Range(1, 9).Select(seed => SmallAnswers.Run(half, seed: (ulong)seed).Answer(half).Table.Rows[1][1]);
        medians.GroupBy(text => text).Max(same => same.Count()).ShouldBeGreaterThanOrEqualTo(5);
    }

    [Fact]
    public void And_KeepsItsSentence_AndTheLines()
    {
        var answer = Half.Answer(half).And("A further sentence.", "And one more.");
        answer.ToString().ReplaceLineEndings(" ").ShouldContain("A further sentence. And one more.");
        ShouldFit(answer);
    }

    [Fact]
    public void Why_NamesTheFlowsThatChange()
    {
        Half.Answer(half).Why.ShouldBe("of all calibres, 50 fewer are made a day, on average; 50 fewer are fired, and stocks on every "
            + "level take up the rest.");
        SmallAnswers.Run(SmallAnswers.Shells("Same", 1)).Answer().Why.ShouldBeEmpty();
    }

    [Fact]
    public void DaysOfSupply_StandByCalibre()
    {
        var table = Half.Answer(half).Table;
        table.Columns[^1].ShouldBe("days of supply");
        table.Rows[0][^1].ShouldBeEmpty();
        table.Rows[2][^1].ShouldMatch("^[0-9.,]+ -> [0-9.,]+$");
    }

    [Fact]
    public void SeveralScenarios_TheLargestChangeIsNamed_AndFollowsTheResults()
    {
        Scenario[] all = [SmallAnswers.Plan, SmallAnswers.Shells("A little", 0.9), SmallAnswers.Shells("Much", 0.5),
            SmallAnswers.Shells("Same", 1)];
        var answer = Of(all);
        answer.Headline.ShouldBe("Of 3 scenarios \"Much\" changes rounds fired a day most: they fall by 45 % in the median run.");
        answer.Table.Rows.Select(row => row[0]).ShouldBe(["Plan", "A little", "Much", "Same"]);
        answer.Table.Rows[3][2].ShouldBe("0");
        answer.Sentences.ShouldContain("\"Same\" changes nothing in any run.");
        ShouldFit(answer);

        all[2] = SmallAnswers.Shells("Much", 1.5);
        Of(all).Headline.ShouldBe("Of 3 scenarios \"Much\" changes rounds fired a day most: they rise by 45 % in the median run.");
        Of([all[0], all[3], SmallAnswers.Shells("Also the same", 1)]).Headline
            .ShouldBe("None of the 2 scenarios changes rounds fired a day in any run.");
        var alone = Of([all[0]]);
        alone.Headline.ShouldBe("The median of rounds fired a day is 110.");
        alone.HingesOn.ShouldStartWith("The level of rounds fired a day hinges on shell output");

        static Answer Of(Scenario[] scenarios) =>
            new Ensemble(400, Record: Answer.Record(scenarios, window: SmallAnswers.Window)).Run(scenarios).Answer(
                window: SmallAnswers.Window);
    }

    [Fact]
    public void WindowOfAStudy_BeginsWithItsFirstChange()
    {
        Answer.WindowOf([SmallAnswers.Plan, half]).ShouldBe(new TimeWindow("from 2025-03-01", SmallAnswers.Turn, new(2025, 12, 31)));
        Answer.WindowOf([SmallAnswers.Plan]).From.ShouldBe(new Moment(2025, 1, 1));
        Should.Throw<ArgumentException>(() => Answer.WindowOf([])).Message.ShouldStartWith("There are no scenarios");
    }

    [Fact]
    public void Levers_HaveTheirSharesOfTheWhole()
    {
        var factorial = new Factorial(SmallAnswers.Plan, new Lever("fewer shells", [new CapacityChange("Shells", SmallAnswers.Turn, 0.5)]),
            new Lever("no rockets", [new CapacityChange("Rockets", SmallAnswers.Turn, 0)]));
        var metric = Metric.FiredPerDay.Of(Calibre.Mm152);
        var study = new Ensemble(400, Record: new Metrics { Scalars = [metric] }.Over(SmallAnswers.Window)).Run([.. factorial.Scenarios]);
        var answer = study.Effects(factorial, metric, SmallAnswers.Window).Answer();
        answer.Headline.ShouldBe("All 2 levers together lower 152 mm rounds fired a day by 50 (50 %) on average.");
        answer.Sentences[0].ShouldBe("Averaged over all orders in which they could come, fewer shells 100 % and no rockets 0 % of it.");
        answer.Sentences.ShouldContain("Their effects add up: together they do what they do one by one.");
        answer.Table.Rows[^1][0].ShouldBe("all together");
        ShouldFit(answer);
    }

    [Theory]
    [InlineData(new[] { 0.2, 0.2, 0.2, 0.6 }, "To bring back the fire in half of the runs, output has to grow by 20 % (now).")]
    [InlineData(new[] { 0.0, 0.0, 0.0, 0.6 }, "Without growth of output, the fire is there in half of the runs (now).")]
    [InlineData(new[] { 0.1, double.PositiveInfinity, double.PositiveInfinity, double.PositiveInfinity },
        "No tested growth of output brings back the fire in half of the runs (now).")]
    public void WhatIsNeeded_IsSaid(double[] values, string headline)
    {
        var many = Enumerable.Repeat(values, 100).SelectMany(one => one);
        var answer = Half.Answer("output", "the fire", [("now", new NeededSetting(Items.From(many)))]);
        answer.Headline.ShouldBe(headline);
        ShouldFit(answer);
    }

    [Fact]
    public void WhatIsNeeded_IsLeastWithOneOfSeveral()
    {
        NeededSetting Of(params double[] values) => new(Items.From(Enumerable.Repeat(values, 100).SelectMany(one => one)));
        var answer = Half.Answer("output", "the fire", [("now", Of(0.4, 0.4, 0.4, 0.6)), ("with lines", Of(0.2, 0.2, 0.2, 0.2)),
            ("with imports", Of(0, 0, 0, 0.3))]);
        answer.Sentences.ShouldContain("Least is needed with with imports: none in half of the runs.");
        answer.Table.Rows.Select(row => string.Join(" | ", row)).ShouldBe([
            "now | < 1 % | 40 % | 60 % | 60 % | < 1 %", "with lines | < 1 % | 20 % | 20 % | 20 % | < 1 %",
            "with imports | 75 % | none | 30 % | 30 % | < 1 %"]);
        Half.Answer("output", "the fire", [("now", Of(0.4)), ("with lines", Of(0.2))]).Sentences
            .ShouldContain("Least is needed with with lines: 20 % in half of the runs.");
    }

    /// <summary>Whatever the scenario, its change and its names, an answer fits its lines and columns and has words.</summary>
    [Fact]
    public void AnswerOfAnyScenario_Fits() => Law.ForAll(25, sample =>
    {
        var baseline = sample.Scenario with { Changes = Items<Change>.Empty };
        var name = new string('x', 30) + " " + new string('y', sample.Number % 89);
        var changed = sample.Scenario with { Name = name };
        if (changed.Changes.Count == 0) return;
        foreach (var metric in new[] { Metric.FiredPerDay, Metric.DaysOfSupply, Metric.OnHand, Metric.FillRate, Metric.Exhaustion })
        {
            var ensemble = new Ensemble(sample.Number % 2 == 0 ? 3 : 30, Record: Answer.Record(baseline, changed, metric));
            ShouldFit(ensemble.Run(baseline, changed).Answer(changed, metric));
        }
    });

    private static void ShouldFit(Answer answer)
    {
        var text = answer.ToString();
        var lines = text.TrimEnd('\n').Split('\n');
        lines.Length.ShouldBeLessThanOrEqualTo(Answer.MostLines, text);
        lines.Max(line => line.Length).ShouldBeLessThanOrEqualTo(Answer.Width, text);
        text.ShouldNotContain("NaN");
        text.ShouldNotContain("∞");
    }
}
