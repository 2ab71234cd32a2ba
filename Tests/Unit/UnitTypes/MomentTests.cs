namespace Supply.Tests.Unit.UnitTypes;

public class MomentTests
{
    [Fact]
    public void Moment_IsADateOrAStep()
    {
        Moment date = new DateOnly(2025, 6, 1);
        (date.Date, date.Step, date.ToString()).ShouldBe((new DateOnly(2025, 6, 1), null, "2025-06-01"));
        var step = Moment.AtStep(12);
        (step.Date, step.Step, step.ToString()).ShouldBe((null, 12, "step 12"));
    }

    [Fact]
    public void Moments_CompareByValue()
    {
        new Moment(2025, 6, 1).ShouldBe(new DateOnly(2025, 6, 1));
        Moment.AtStep(0).ShouldBe(default);
        Moment.AtStep(1).ShouldNotBe(Moment.AtStep(2));
    }

    [Fact]
    public void Moment_ThatIsNoDate_IsRefused() => Should.Throw<ArgumentOutOfRangeException>(() => new Moment(2025, 2, 29));
}
