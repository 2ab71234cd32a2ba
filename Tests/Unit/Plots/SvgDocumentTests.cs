using System.Globalization;
using System.Xml.Linq;
using Supply.Plots;

namespace Supply.Tests.Unit.Plots;

public sealed class SvgDocumentTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void EveryFigure_IsWellFormed_WithTitleAndDescription()
    {
        foreach (var figure in SampleFigures.All())
        {
            var root = XDocument.Parse(figure.ToSvg()).Root.ShouldNotBeNull();
            root.Name.ShouldBe(Svg + "svg");
            root.Attribute("role")?.Value.ShouldBe("img");
            var title = root.Element(Svg + "title").ShouldNotBeNull();
            var description = root.Element(Svg + "desc").ShouldNotBeNull();
            title.Value.ShouldBe(figure.Title);
            description.Value.ShouldContain(figure.Panels[0].Y.Label);
            root.Attribute("aria-labelledby")?.Value.ShouldBe($"{title.Attribute("id")?.Value} {description.Attribute("id")?.Value}");
        }
    }

    [Fact]
    public void SameFigure_GivesTheSameText_InAnyCulture()
    {
        var first = SampleFigures.FanOfFour().ToSvg();
        var before = CultureInfo.CurrentCulture;
        try
        {
            var commas = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            commas.NumberFormat.NumberDecimalSeparator = ",";
            CultureInfo.CurrentCulture = commas;
            SampleFigures.FanOfFour().ToSvg().ShouldBe(first);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        first.ShouldNotContain("\r");
    }

    [Fact]
    public void SpecialCharacters_AreEscaped()
    {
        var figure = SampleFigures.Small(1, 2) with { Title = "a < b & \"c\" > d\u0001", Source = "<script>", Description = "x & y" };
        var root = XDocument.Parse(figure.ToSvg()).Root.ShouldNotBeNull();
        root.Element(Svg + "title")?.Value.ShouldBe("a < b & \"c\" > d ");
        root.Element(Svg + "desc")?.Value.ShouldBe("x & y");
        root.Descendants(Svg + "script").ShouldBeEmpty();
    }

    [Fact]
    public void MissingValue_BreaksTheLine() => Pieces(SampleFigures.Small(1, 2, double.NaN, 4, 5)).ShouldBe(2);

    [Fact]
    public void NoMissingValue_IsOnePiece() => Pieces(SampleFigures.Small(1, 2, 3, 4, 5)).ShouldBe(1);

    [Fact]
    public void MissingValue_BreaksTheBand()
    {
        var figure = new Figure("Band",
        [
            new(Axis.Number("Day"), Axis.Number("Rounds"),
                [new Band([0, 1, 2, 3, 4], [1, 1, double.NaN, 1, 1], [2, 2, 2, 2, 2], "#123456")]),
        ]);
        var path = XDocument.Parse(figure.ToSvg()).Descendants(Svg + "path").Single(p => p.Attribute("fill")?.Value == "#123456");
        path.Attribute("d")?.Value.Count(c => c == 'Z').ShouldBe(2);
    }

    [Fact]
    public void MissingText_NeverReachesThePicture() => SampleFigures.Hind().ToSvg().ShouldNotContain("NaN");

    [Fact]
    public void Points_ShowBoundsAsArrowsAndRangesAsBars()
    {
        var text = SampleFigures.Years().ToSvg();
        text.ShouldContain(">E001<");
        text.ShouldContain(">E003<");
        text.ShouldContain(">Published, held out<");
    }

    [Fact]
    public void Small_MatchesTheGoldenFile()
    {
        var figure = SampleFigures.Small(1_000, 4_000, 2_500) with { Width = 400, Source = "Source: made up." };
        GoldenText.ShouldMatch("Golden/SvgDocumentTests.Small.verified.svg", figure.ToSvg());
    }

    private static int Pieces(Figure figure)
    {
        var line = XDocument.Parse(figure.ToSvg()).Descendants(Svg + "path").Single(p => p.Attribute("stroke-width")?.Value == "2.2");
        return line.Attribute("d")?.Value.Count(c => c == 'M') ?? 0;
    }
}
