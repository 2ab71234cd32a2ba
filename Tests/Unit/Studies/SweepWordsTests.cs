namespace Supply.Tests.Unit.Studies;

/// <summary>How the headline of a sweep describes medians that rise, fall, do both, level off or stay.</summary>
public class SweepWordsTests
{
    // Fire is 100 a day times the factor of each setting, give or take a fifth, and 10 rockets.
    [Theory]
    [InlineData(new[] { 1, 0.5 }, "lowers them up to the largest setting, plants 2.")]
    [InlineData(new[] { 0.5, 1 }, "raises them up to the largest setting, plants 2.")]
    [InlineData(new[] { 1.5, 0.5, 1 }, "moves them up and down up to the largest setting, plants 3.")]
    [InlineData(new[] { 1, 1.5, 0.5 }, "moves them up and down up to the largest setting, plants 3.")]
    [InlineData(new[] { 0.5, 0.5, 1 }, "raises them up to the largest setting, plants 3.")]
    [InlineData(new[] { 0.5, 1, 1, 1 }, "raises them up to plants 2 and hardly beyond.")]
    [InlineData(new[] { 1, 0.5, 0.5 }, "lowers them up to plants 2 and hardly beyond.")]
    [InlineData(new[] { 0.5, 1.001, 1, 1.5, 1.5 }, "raises them up to plants 4 and hardly beyond.")]
    [InlineData(new[] { 0.5, 0.5, 0.5 }, "; from plants 1 to plants 3, a higher setting hardly changes them.")]
    public void Headline_TellsTheWay(double[] factors, string ending)
    {
        var sweep = LeverSweep.Of("plants", factors.Select((_, i) => 1.0 + i),
            setting => [new CapacityChange("Shells", SmallAnswers.Turn, factors[(int)setting - 1])]);
        Headline(sweep).ShouldEndWith(ending);
    }

    [Fact]
    public void OneSetting_HasItsMedian()
    {
        var sweep = LeverSweep.Of("plants", [1], _ => [new CapacityChange("Shells", SmallAnswers.Turn, 0.5)]);
        Headline(sweep).ShouldStartWith("With plants at 1, the median of rounds fired a day is 6");
    }

    [Fact]
    public void FirstSetting_IsComparedWithTheBaseline()
    {
        string First(double factor) => Headline(LeverSweep.Of("plants", [1, 2],
            setting => setting > 1 || factor != 1 ? [new CapacityChange("Shells", SmallAnswers.Turn, setting > 1 ? 1.5 : factor)] : []));
        First(1).ShouldStartWith("With plants at 1, rounds fired a day are what they are in the baseline;");
        First(0.5).ShouldStartWith("With plants at 1, rounds fired a day are 4");
        First(0.5).ShouldContain(" % lower than in the baseline, in the median run;");
        First(1.4).ShouldContain(" % higher than in the baseline, in the median run;");
        First(1.002).ShouldStartWith("With plants at 1, rounds fired a day hardly change in the median run;");
    }

    private static string Headline(LeverSweep sweep) => new Ensemble(200, Record: Answer.Record(SmallAnswers.Plan, sweep))
        .Run([SmallAnswers.Plan, .. sweep.Expand(SmallAnswers.Plan)]).Answer(sweep).Headline;
}
