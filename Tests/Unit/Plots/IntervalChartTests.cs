using System.Xml.Linq;
using Supply.Plots;
using Supply.Plots.Layout;
using Supply.Plots.Pens;

namespace Supply.Tests.Unit.Plots;

public sealed class IntervalChartTests
{
    private static readonly Axis Logarithmic = Axis.Number("Rounds") with { Scale = AxisScale.Logarithmic };

    [Fact]
    public void ManyMistakes_AreReportedAtOnce() => Message(() => IntervalChart.Of(
        "Wrong",
        Logarithmic with { Min = 0 },
        [
            new("", [new("a", 1, 2, double.NaN, 4, 5)]),
            new("E002", [new("b", -1, 3, 2, 4, 5), new("b", 1, 2, 3, 4, 5)]),
            new("E003", []),
            new("E004", [new("c", 1, 2, 3, 4, 5), new("", 1, 2, 3, 4, 5)]) { Published = PublishedMark.Between(3, 2) },
            new("E005", []) { Published = PublishedMark.AtLeast(0) },
            new("E006", []) { Published = PublishedMark.At(double.PositiveInfinity) },
            new("E007", []) { Published = PublishedMark.At(1) with { Value = null } },
        ],
        new VerticalMark(0, "nothing"))).ShouldBe(
        """
        Figure "Wrong" has 14 problems:
          panel 1, x axis: Min is 0; on a logarithmic axis it must be above 0.
          panel 1, layer 1 (intervals): has 4 series ("a", "b", "c", ""); at most 3 can be told apart.
          panel 1, layer 1 (intervals), row 1 "": has no name; each row needs one.
          panel 1, layer 1 (intervals), row 1 "", "a": P50 is NaN; it must be finite.
          panel 1, layer 1 (intervals), row 2 "E002": has 2 intervals of the series "b"; at most 1 can be shown.
          panel 1, layer 1 (intervals), row 2 "E002", "b": P05 is -1; on a logarithmic axis it must be above 0.
          panel 1, layer 1 (intervals), row 2 "E002", "b": P50 2 is below P25 3; quantiles must not decrease.
          panel 1, layer 1 (intervals), row 3 "E003": shows nothing; give it an interval or a published figure.
          panel 1, layer 1 (intervals), row 4 "E004", "": the interval has no name; name its series.
          panel 1, layer 1 (intervals), row 4 "E004", published: Low 3 is above High 2.
          panel 1, layer 1 (intervals), row 5 "E005", published: Low is 0; on a logarithmic axis it must be above 0.
          panel 1, layer 1 (intervals), row 6 "E006", published: Value is Infinity; it must be finite.
          panel 1, layer 1 (intervals), row 7 "E007", published: gives nothing; give Value, Low or High.
          panel 1, annotation 1 (vertical mark): starts at 0; on a logarithmic axis it must be above 0.
        """);

    [Fact]
    public void NoRows_SaysSo() => Message(() => IntervalChart.Of("Empty", Logarithmic, [])).ShouldBe(
        """
        Figure "Empty" has 1 problem:
          panel 1, layer 1 (intervals): has 0 rows; it must have 1..300.
        """);

    [Fact]
    public void WrongAxes_SayWhatBelongsTogether()
    {
        Intervals rows = new([new("E001", []) { Published = PublishedMark.At(1) }]);
        Line line = new([1, 2], [1, 2], "a");
        Message(() => new Figure("Wrong",
        [
            new(Axis.Dates(), Axis.Number("Rounds"), [rows, line]) { Annotations = [new HorizontalMark(1, "one")] },
            new(Logarithmic, Axis.OfRows(), [line]),
        ]).ToSvg()).ShouldBe(
            """
            Figure "Wrong" has 6 problems:
              panel 1: has Intervals and 1 other layers; Intervals must stand alone.
              panel 1, y axis: is of kind Number; with Intervals it must be Rows.
              panel 1, x axis: is of kind Date; with Intervals it must be Number.
              panel 1: has a HorizontalMark; rows can only have a VerticalMark or Shade.
              panel 2, y axis: is of kind Rows; it must be Number.
              panel 2: has a logarithmic axis; only the x axis of Intervals can be.
            """);
    }

    [Fact]
    public void TooLowForItsRows_SaysHowMuchTheyNeed() =>
        Message(() => (IntervalSamples.Influence() with { Height = 200 }).ToSvg()).ShouldContain(
        "at least 141 px are needed. Leave Height null to have it fit.");

    [Theory]
    [InlineData(1_000, 50_000_000, 250, "1k 10k 100k 1m 10m")]
    [InlineData(1_000, 50_000_000, 400, "1,000 10,000 100,000 1m 10m")]
    [InlineData(150_000, 6_000_000, 400, "200,000 500,000 1m 2m 5m")]
    [InlineData(0.18, 7, 300, "0.2 0.5 1 2 5")]
    [InlineData(0.0004, 3, 300, "0.001 0.01 0.1 1")]
    [InlineData(1, 1e9, 130, "1 1k 1m 1bn")]
    [InlineData(1.1, 1.9, 300, "1.2 1.4 1.6 1.8")]
    [InlineData(6, 45, 300, "10 20")]
    public void LogarithmicTicks_AreRoundAndReadable(double min, double max, double pixels, string expected)
    {
        var ticks = LogTicks.Across(new(min, max, 0, pixels) { Logarithmic = true }, NumberStyle.Auto);
        string.Join(' ', ticks.Labels.Select(l => l.Text)).ShouldBe(expected);
    }

    [Fact]
    public void EqualRatios_AreEqualDistances()
    {
        var scale = new Scale(1, 100, 0, 200) { Logarithmic = true };
        scale[10].ShouldBe(100, Tolerance.Rounding);
        scale[1].ShouldBe(0);
    }

    [Fact]
    public void Groups_AreBroughtTogether_RowsWithoutOneFirst()
    {
        IntervalRow Row(string name, string group) => new(name, [new("a", 1, 2, 3, 4, 5)]) { Group = group };
        var plan = new RowsPlan(new([Row("1", "x"), Row("2", "y"), Row("3", ""), Row("4", "x")]), 700);
        string.Join(' ', plan.Rows.Select(r => r.Row?.Label ?? r.Label[0])).ShouldBe("3 x 1 4 y 2");
    }

    [Fact]
    public void Description_NamesTheRowsThatDisagree() =>
        IntervalChart.Of("Two", Logarithmic,
        [
            new("E001", [new("others", 1, 2, 3, 4, 5)]) { Published = PublishedMark.At(3) },
            new("E002", [new("others", 1, 2, 3, 4, 5)]) { Published = PublishedMark.AtLeast(9) with { Disagrees = true } },
        ]).ToSvg().ShouldContain(">2 rows against Rounds, 0.9 to 10. Intervals: others. Published figures that disagree: E002.<");

    [Fact]
    public void Disagreement_ShowsInFormAndColour()
    {
        var svg = IntervalChart.Of("One", Logarithmic,
            [new("E001", []) { Published = PublishedMark.Between(1, 2) with { Disagrees = true } }]).ToSvg();
        var bar = XDocument.Parse(svg).Descendants().Single(e => e.Attribute("stroke-dasharray") is not null);
        bar.Attribute("stroke")?.Value.ShouldBe("#B00020");
        svg.ShouldContain("font-weight=\"bold\" fill=\"#222222\">E001<");
    }

    [Fact]
    public void MedianBeyondTheAxis_HasNoTick()
    {
        string Svg(double max) =>
            IntervalChart.Of("One", Logarithmic with { Min = 1, Max = max }, [new("E001", [new("a", 2, 3, 50, 60, 70)])]).ToSvg();
        int Ticks(string svg) => XDocument.Parse(svg).Descendants().Count(e => e.Attribute("stroke-width")?.Value == "2.4");

        // One tick is that of the sample in the legend.
        (Ticks(Svg(100)), Ticks(Svg(10))).ShouldBe((2, 1));
    }

    [Fact]
    public void HeightGrowsWithTheRows()
    {
        double Height(int rows)
        {
            return FigurePlan.Of(IntervalChart.Of("Rows", Logarithmic, IntervalSamples.Claimed(rows))).Height;
        }

        (Height(130) - Height(65)).ShouldBeGreaterThan(65 * 20);
    }

    [Fact]
    public void EveryForm_MatchesTheGoldenFile() =>
        GoldenText.ShouldMatch("Golden/IntervalChartTests.EveryForm.verified.svg", IntervalSamples.Few().ToSvg());

    [Fact]
    public void TwoSeries_MatchTheGoldenFile() =>
        GoldenText.ShouldMatch("Golden/IntervalChartTests.TwoSeries.verified.svg", IntervalSamples.PriorAndPosterior().ToSvg());

    private static string Message(Func<object> act) => Should.Throw<ArgumentException>(() => { act(); }).Message;
}
