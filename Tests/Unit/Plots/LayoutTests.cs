using Supply.Plots;
using Supply.Plots.Layout;
using Supply.Plots.Pens;

namespace Supply.Tests.Unit.Plots;

using LabelSpacing = Supply.Plots.Layout.LabelSpacing;

public sealed class LayoutTests
{
    public static TheoryData<int, int, LegendPlace> Cases
    {
        get
        {
            TheoryData<int, int, LegendPlace> data = [];
            for (var i = 0; i < SampleFigures.All().Count(); i++)
            {
                foreach (var width in new[] { 400, 560, 760, 1100 })
                {
                    data.Add(i, width, LegendPlace.Auto);
                }

                data.Add(i, 760, LegendPlace.Top);
                data.Add(i, 760, LegendPlace.Direct);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Words_NeverOverlapNorLeaveThePicture(int figure, int width, LegendPlace legend)
    {
        var sample = SampleFigures.All().ElementAt(figure) with { Width = width, Columns = width < 700 ? 1 : null };
        sample = legend == LegendPlace.Auto ? sample : sample with { Legend = legend };
        var plan = FigurePlan.Of(sample);
        var canvas = new SvgPen("f");
        FigurePainter.Paint(canvas, plan);
        var page = new Box(0, 0, width, plan.Height);
        foreach (var label in canvas.Labels)
        {
            page.Contains(label.Box).ShouldBeTrue($"\"{label.Text}\" at {label.Box} leaves {page}");
        }

        var clashes =
            from pair in canvas.Labels.Index()
            from other in canvas.Labels.Skip(pair.Index + 1)
            where pair.Item.Box.Intersects(other.Box)
            select $"\"{pair.Item.Text}\" {pair.Item.Box} and \"{other.Text}\" {other.Box}";
        clashes.ShouldBeEmpty();
    }

    [Fact]
    public void Spread_LabelsOfOnePlace_StandAroundIt() =>
        LabelSpacing.Centres([50, 50, 50], [10, 10, 10], 0, 100).ShouldBe([40, 50, 60]);

    [Fact]
    public void Spread_AtTheEdge_StaysInside() =>
        LabelSpacing.Centres([99, 100], [10, 10], 0, 100).ShouldBe([85, 95]);

    [Fact]
    public void Spread_FarApart_MovesNothing() =>
        LabelSpacing.Centres([80, 20], [10, 10], 0, 100).ShouldBe([80, 20]);

    [Fact]
    public void Marks_CloseTogether_KeepNamesClearOfOtherLines()
    {
        var panel = SampleFigures.FanOfThreePanels().Panels[0];
        var (min, max) = DataRange.X(panel);
        var names = MarkStrip.Place(panel, new Scale(min, max, 60, 700), 744);
        var crossed =
            from line in names.Where(n => n.HasLine)
            from name in names.Where(n => n != line)
            where name.Box.Crosses(line.X, 0, line.X, line.LineTop)
            select $"{string.Join(' ', name.Lines)} by the line of {string.Join(' ', line.Lines)}";
        crossed.ShouldBeEmpty();
    }

    [Fact]
    public void Wrap_LongWord_IsBroken() =>
        TextSize.Wrap("aaaaaaaaaaaaaaaaaaaa b", 10, 40).ShouldAllBe(line => TextSize.Width(line, 10, false) <= 40);

    [Fact]
    public void UnknownColourKeys_GetDifferentColours_KnownKeepTheirs()
    {
        var inks = new FigureColours(new Figure("f",
        [
            new(Axis.Number("x"), Axis.Number("y"),
            [
                new Line([0], [1], "one"), new Line([0], [1], "dprk"), new Line([0], [1], "two"), new Line([0], [1], "#123abc"),
            ]),
        ]));
        new[] { inks["one"], inks["dprk"], inks["two"], inks["#123abc"] }.ShouldBe(["#6B4C9A", "#D55E00", "#8A9A1B", "#123ABC"]);
    }

    /// <summary>A scenario in the blue of Russia or the vermilion of the DPRK would be taken for the country.</summary>
    [Fact]
    public void DealtColours_BelongToNoMeaning_HoweverManyThereAre()
    {
        string[] keys = [.. Enumerable.Range(0, 20).Select(i => $"scenario {i}")];
        var inks = new FigureColours(new Figure("f",
            [new(Axis.Number("x"), Axis.Number("y"), [.. keys.Select(key => new Line([0], [1], key))])]));
        keys.Select(key => inks[key]).Intersect(Palette.Owned.Append(FigureStyle.Disagrees)).ShouldBeEmpty();
        keys.Take(Palette.Free.Count).Select(key => inks[key]).Distinct().Count().ShouldBe(Palette.Free.Count);
    }

    [Fact]
    public void Samples_ShowNoColourOfAMeaningThatTheyDoNotHave()
    {
        var wrong = from figure in SampleFigures.All()
            let inks = FigurePlan.Of(figure).Inks
            from line in figure.Panels.SelectMany(panel => panel.Layers).OfType<Line>()
            where Palette.Fixed(line.Colour) is null && Palette.Owned.Contains(inks[line.Colour])
            select $"{figure.Title}: {line.Colour}";
        wrong.ShouldBeEmpty();
        SampleFigures.FanOfOne().ToSvg().ShouldNotContain("#0072B2");
    }

    [Fact]
    public void NumberAndPercent_StayInOneLine() =>
        TextSize.Wrap("aaa 90 % of runs", 10, TextSize.Width("aaa 90 ", 10)).ShouldBe(["aaa", "90\u00a0%", "of runs"]);
}
