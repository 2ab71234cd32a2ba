using Supply.Summary;

namespace Supply.Tests.Unit.Summary;

public class PeopleTests
{
    [Theory]
    [InlineData(1234567.4, "rounds", "1,230,000")]
    [InlineData(0.0456, People.Points, "4.6 pp")]
    [InlineData(3.26, "rounds", "3")]
    [InlineData(3.26, "rounds/day", "3.3")]
    [InlineData(12.26, "days", "12")]
    [InlineData(0.456, "fraction", "46 %")]
    [InlineData(0.0456, "fraction", "4.6 %")]
    [InlineData(-0.0001, "rounds", "0")]
    [InlineData(-12.7, "days", "-13")]
    [InlineData(double.NaN, "rounds", "undefined")]
    [InlineData(double.PositiveInfinity, "days", "not reached")]
    public void Numbers_ReadWell(double value, string unit, string text) => People.Number(value, unit).ShouldBe(text);

    [Fact]
    public void Bands_AreMedianAndLimits()
    {
        People.Band(Distribution.Of([0.1, 0.2, 0.3]), "fraction").ShouldBe("20 % [11 to 29]");
        People.Band(Distribution.Of([double.NaN]), "fraction").ShouldBe("undefined");
    }

    [Fact]
    public void Dates_CountFromTheStart()
    {
        var dated = Horizon.Dated(new(2024, 1, 1), new(2024, 12, 31));
        People.Date(31, dated).ShouldBe("2024-02-01");
        People.Date(double.PositiveInfinity, dated).ShouldBe("not reached");
        People.Date(double.NaN, dated).ShouldBe("undefined");
        People.Date(31, Horizon.PlainSteps(50)).ShouldBe("day 31");
    }
}
