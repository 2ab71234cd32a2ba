using Supply.Studies;

namespace Supply.Tests.Unit.Studies;

public class ReadableNumberTests
{
    public static TheoryData<double, Measure, string> Numbers => new()
    {
        { 1234567.4, Measure.Rounds, "1,230,000" },
        { 0.0456, Measure.Points, "4.6 pp" },
        { 3.26, Measure.Rounds, "3" },
        { 3.26, Measure.Rounds.PerDay, "3.3" },
        { 3.26, Measure.Ratio, "3.26" },
        { 12.26, Measure.Days, "12" },
        { 0.456, Measure.Fraction, "46 %" },
        { 0.0456, Measure.Fraction, "4.6 %" },
        { -0.0001, Measure.Rounds, "-0.0001" },
        { 3e-9, Measure.Rounds.PerDay, "0.000000003" },
        { 1e-13, Measure.Rounds, "0" },
        { 9.86e14, Measure.Rounds, "986,000,000,000,000" },
        { 0, Measure.Fraction, "0.0 %" },
        { 0.00025, Measure.Fraction, "< 0.1 %" },
        { 0.0006, Measure.Fraction, "0.1 %" },
        { 0.9949, Measure.Fraction, "99 %" },
        { 0.995, Measure.Fraction, "99.5 %" },
        { 0.9994, Measure.Fraction, "99.9 %" },
        { 0.9995, Measure.Fraction, "> 99.9 %" },
        { 0.99976, Measure.Fraction, "> 99.9 %" },
        { 1, Measure.Fraction, "100 %" },
        { 1.002, Measure.Fraction, "100 %" },
        { 0.0002, Measure.Points, "0.02 pp" },
        { -0.00003, Measure.Points, "-0.003 pp" },
        { -12.7, Measure.Days, "-13" },
        { double.NaN, Measure.Rounds, "undefined" },
        { double.NaN, Measure.Fraction, "undefined" },
        { double.PositiveInfinity, Measure.Days, "not reached" },
    };

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Numbers_ReadWell(double value, Measure measure, string text) => ReadableNumber.Number(value, measure).ShouldBe(text);

    [Fact]
    public void Differences_OfFractions_AreInPoints()
    {
        Measure.Fraction.OfDifferences.ShouldBe(Measure.Points);
        Measure.Rounds.PerDay.OfDifferences.ShouldBe(Measure.Rounds.PerDay);
    }

    [Fact]
    public void Bands_AreMedianAndLimits()
    {
        ReadableNumber.Band(Distribution.Of([0.1, 0.2, 0.3]), Measure.Fraction).ShouldBe("20 % [11 to 29]");
        ReadableNumber.Band(Distribution.Of([double.NaN]), Measure.Fraction).ShouldBe("undefined");
    }

    [Fact]
    public void Dates_CountFromTheStart()
    {
        var dated = Horizon.Dated(new(2024, 1, 1), new(2024, 12, 31));
        ReadableNumber.Date(31, dated).ShouldBe("2024-02-01");
        ReadableNumber.Date(double.PositiveInfinity, dated).ShouldBe("not reached");
        ReadableNumber.Date(double.NaN, dated).ShouldBe("undefined");
        ReadableNumber.Date(31, Horizon.PlainSteps(50)).ShouldBe("day 31");
    }
}
