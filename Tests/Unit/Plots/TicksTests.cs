using Supply.Plots;
using Supply.Plots.Layout;
using Supply.Plots.Pens;

namespace Supply.Tests.Unit.Plots;

public sealed class TicksTests
{
    [Theory]
    [InlineData(0, 34_210, NumberStyle.Auto, "0 10k 20k 30k")]
    [InlineData(0, 17e6, NumberStyle.Auto, "0 5m 10m 15m")]
    [InlineData(0, 9_000, NumberStyle.Auto, "0 2,000 4,000 6,000 8,000")]
    [InlineData(0, 1.1e6, NumberStyle.Thousands, "0 250,000 500,000 750,000 1,000,000")]
    [InlineData(0, 0.6, NumberStyle.Percent, "0\u00a0% 20\u00a0% 40\u00a0% 60\u00a0%")]
    [InlineData(0, 3, NumberStyle.Auto, "0 1 2 3")]
    [InlineData(-0.4, 0.4, NumberStyle.Auto, "−0.4 −0.2 0 0.2 0.4")]
    [InlineData(0, 2.4e9, NumberStyle.Compact, "0 0.5bn 1.0bn 1.5bn 2.0bn")]
    public void Numbers_AreRoundAndReadable(double min, double max, NumberStyle style, string expected)
    {
        var ticks = NumberTicks.Within(min, max, NumberTicks.Step(max - min, 5), style);
        string.Join(' ', ticks.Labels.Select(l => l.Text)).ShouldBe(expected);
    }

    [Theory]
    [InlineData(0.1234, NumberStyle.Percent, "12.3\u00a0%")]
    [InlineData(16_950_000, NumberStyle.Auto, "17m")]
    [InlineData(1234, NumberStyle.Auto, "1,234")]
    [InlineData(-12_340, NumberStyle.Auto, "−12.3k")]
    public void OneNumber_HasThreeFigures(double value, NumberStyle style, string expected) =>
        NumberText.One(value, style).ShouldBe(expected);

    /// <summary>A number that there is not is never 0: it has the words of tables, without a unit.</summary>
    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void NumberThatThereIsNot_HasTheWordsOfTables(double value)
    {
        foreach (var style in Enum.GetValues<NumberStyle>())
        {
            NumberText.One(value, style).ShouldBe(Table.Cell(value, Measure.Fraction));
            NumberText.Round(value, style).ShouldBe(Table.Cell(value, Measure.Fraction));
            Finding.Short(value, style).ShouldBe(Table.Cell(value, Measure.Rounds));
        }
    }

    [Theory]
    [InlineData("2022-02-24", "2027-12-31", 600, "2022 2023 2024 2025 2026 2027")]
    [InlineData("2024-11-17", "2026-03-31", 500, "Q4 Q1 Q2 Q3 Q4 Q1 2024 2025 2026")]
    [InlineData("2024-11-17", "2025-03-16", 500, "Nov Dec Jan Feb Mar 2024 2025")]
    [InlineData("2024-11-17", "2024-12-06", 400, "17 Nov 24 Nov 1 Dec 2024")]
    [InlineData("2000-01-01", "2027-12-31", 400, "2000 2005 2010 2015 2020 2025")]
    public void Dates_FitTheWidth(string from, string to, double pixels, string expected)
    {
        var invariant = System.Globalization.CultureInfo.InvariantCulture;
        var ticks = DateTicks.Across(Axis.At(DateOnly.Parse(from, invariant)), Axis.At(DateOnly.Parse(to, invariant)), pixels);
        string.Join(' ', ticks.Labels.Select(l => l.Text)).ShouldBe(expected);
    }

    [Fact]
    public void Years_StandInTheMiddleOfTheirYear()
    {
        var ticks = DateTicks.Across(Axis.At(new(2024, 1, 1)), Axis.At(new(2026, 1, 1)), 120);
        ticks.Labels[0].At.ShouldBe((Axis.At(new(2024, 1, 1)) + Axis.At(new(2025, 1, 1))) / 2);
        ticks.Major.ShouldBe([Axis.At(new(2024, 1, 1)), Axis.At(new(2025, 1, 1)), Axis.At(new(2026, 1, 1))]);
    }

    [Fact]
    public void Dates_AreSaidAsPeopleSayThem()
    {
        DateTicks.Say(Axis.At(new(2025, 1, 1))).ShouldBe("Jan 2025");
        DateTicks.Say(Axis.At(new(2025, 1, 1)), withDay: true).ShouldBe("1 Jan 2025");
    }

    [Fact]
    public void VerticalAxis_StartsAtZeroAndEndsAtARoundNumber() =>
        DataRange.Y(SampleFigures.Small(3_000, 8_700, 4_000).Panels[0], 5).ShouldBe((0, 10_000, 2_000));
}
