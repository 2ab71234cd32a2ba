namespace Supply.Tests.Unit.UnitTypes;

public class HorizonTests
{
    private static readonly Horizon weeks = Horizon.Dated(new(2024, 2, 1), new(2024, 3, 1), stepDays: 7);

    [Fact]
    public void Dated_CountsBothEnds() => Horizon.Dated(new(2024, 1, 1), new(2024, 12, 31)).Steps.ShouldBe(366);

    [Fact]
    public void Dated_LeavesOutAStepThatReachesBeyondTheEnd()
    {
        weeks.Steps.ShouldBe(4);
        weeks.End.ShouldBe(new DateOnly(2024, 2, 28));
    }

    [Theory]
    [InlineData(2024, 2, 1, 0)]
    [InlineData(2024, 2, 2, 1)]
    [InlineData(2024, 2, 8, 1)]
    [InlineData(2024, 1, 31, 0)]
    [InlineData(2024, 1, 24, -1)]
    [InlineData(2024, 3, 1, 5)]
    public void StepAt_IsTheFirstStepThatStartsOnOrAfter(int year, int month, int day, int step) =>
        weeks.StepAt(new Moment(year, month, day)).ShouldBe(step);

    [Fact]
    public void StepAt_OfAStep_IsThatStep() => weeks.StepAt(Moment.AtStep(3)).ShouldBe(3);

    [Fact]
    public void StepAt_OfADate_NeedsADatedHorizon() =>
        Should.Throw<ArgumentException>(() => Horizon.PlainSteps(5).StepAt(new Moment(2024, 1, 1)))
            .Message.ShouldBe("2024-01-01 is a date, but the horizon has plain steps. (Parameter 'moment')");

    [Fact]
    public void AResult_HasTheDateOfTheEndOfItsStep()
    {
        (weeks.StartOf(2), weeks.EndOf(2), weeks.EndDay(2)).ShouldBe((new(2024, 2, 15), new(2024, 2, 21), 20));
        weeks.Label(2).ShouldBe("2024-02-21");
        Horizon.PlainSteps(5, 2.5).Label(2).ShouldBe("7.5");
    }

    [Fact]
    public void ADailyStep_StartsAndEndsOnItsDay()
    {
        var daily = Horizon.Dated(new(2024, 2, 1), new(2024, 2, 29));
        (daily.StartOf(3), daily.EndOf(3), daily.EndDay(3)).ShouldBe((new(2024, 2, 4), new(2024, 2, 4), 3));
    }

    [Fact]
    public void PlainSteps_HaveNoDates()
    {
        var plain = Horizon.PlainSteps(5);
        (plain.Start, plain.End, plain.StartOf(1), plain.EndOf(1)).ShouldBe((null, null, null, null));
    }

    [Fact]
    public void Horizons_CompareByValue() => Horizon.PlainSteps(5).ShouldBe(Horizon.PlainSteps(5, 1));
}
