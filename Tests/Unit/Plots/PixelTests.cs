using System.Text;
using System.Xml.Linq;
using ScottPlot;
using SkiaSharp;
using Supply.Plots;
using Supply.Plots.Layout;
using Supply.Plots.Pens;
using Box = Supply.Plots.Layout.Box;
using Figure = Supply.Plots.Figure;

namespace Supply.Tests.Unit.Plots;

/// <summary>Pictures of pixels: each trap that a drawing library lays has a test.</summary>
public sealed class PixelTests
{
    private const int Scale = 2;
    private static readonly Figure band = new("Band",
    [
        new(Axis.Number("Day"), Axis.Number("Rounds") with { Min = 0, Max = 4 },
            [new Band([0, 10], [1, 1], [3, 3], "#FF0000") { Opacity = 0.5 }]),
    ]);

    public static TheoryData<int> Samples => [.. Enumerable.Range(0, SampleFigures.All().Count())];

    /// <summary>A machine without fonts would leave the words out and say nothing.</summary>
    [Theory, MemberData(nameof(Samples))]
    public void EveryWord_LeavesInkInItsPlace(int sample)
    {
        var figure = SampleFigures.All().ElementAt(sample);
        using var picture = SKBitmap.Decode(figure.ToPng(Scale));
        var plan = FigurePlan.Of(figure);
        (picture.Width, picture.Height).ShouldBe((Scale * figure.Width, Scale * (int)Math.Ceiling(plan.Height)));
        var pen = new SvgPen("f");
        FigurePainter.Paint(pen, plan);
        pen.Labels.ShouldNotBeEmpty();
        pen.Labels.Where(label => !HasInk(picture, label.Box)).Select(label => $"\"{label.Text}\" at {label.Box}").ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Samples))]
    public void BothPens_PlaceTheSameWords(int sample)
    {
        var plan = FigurePlan.Of(SampleFigures.All().ElementAt(sample));
        var svg = new SvgPen("f");
        FigurePainter.Paint(svg, plan);
        using var surface = SKSurface.CreateNull(10, 10);
        var skia = new SkiaPen(surface.Canvas);
        FigurePainter.Paint(skia, plan);
        skia.Labels.ShouldBe(svg.Labels);
    }

    /// <summary>The plan estimates widths without a font; the face of the pictures keeps within them.</summary>
    [Theory]
    [InlineData("Rounds fired per day, 152 mm", false)]
    [InlineData("Published claims against what the other witnesses predict", true)]
    [InlineData("0123456789,.%k", false)]
    [InlineData("E094 2024-2025 (≥ 12,500)", false)]
    public void TheFace_KeepsWithinTheRoomOfThePlan(string text, bool bold)
    {
        var (room, width) = (TextSize.Width(text, 13, bold), SkiaPen.Width(text, new(13, "#000000", Bold: bold)));
        width.ShouldBeInRange(0.8 * room, room);
    }

    [Fact]
    public void TheFace_IsOfTheLibrary_AndScottPlotFindsItByItsName()
    {
        _ = band.ToScottPlot();
        Faces.Of(false, false).FamilyName.ShouldBe("Liberation Sans");
        Fonts.GetTypeface(ScottPage.FontName, FontWeight.Normal, FontSlant.Upright, FontSpacing.Normal)
            .ShouldBeSameAs(Faces.Of(false, false));
        Fonts.FontResolvers.OfType<Faces>().ShouldHaveSingleItem();
        typeof(Figure).Assembly.GetManifestResourceNames().ShouldContain("LICENSE-LiberationSans.txt");
    }

    [Fact]
    public void OtherPlots_KeepTheirFont()
    {
        var before = (Fonts.Default, Fonts.Sans, new Plot().Axes.Left.TickLabelStyle.FontName);
        _ = SampleFigures.FanOfFour().ToPng();
        (Fonts.Default, Fonts.Sans, new Plot().Axes.Left.TickLabelStyle.FontName).ShouldBe(before);
    }

    [Fact]
    public void SameFigure_GivesTheSameBytes() =>
        SampleFigures.FanOfThreePanels().ToPng().ShouldBe(SampleFigures.FanOfThreePanels().ToPng());

    /// <summary>The first render of a plot draws several times on one canvas, which darkens bands.</summary>
    [Fact]
    public void Bands_AreAsDarkAsTheyAreMeantToBe_TheFirstTimeToo()
    {
        var page = band.ToScottPlot();
        var first = page.ToPng(1);
        MiddleOf(first).ShouldBe(new SKColor(255, 128, 128));
        page.ToPng(1).ShouldBe(first);
        page[0].Axes.SetLimitsY(0.5, 3.5);
        MiddleOf(page.ToPng(1)).ShouldBe(new SKColor(255, 128, 128));
    }

    [Fact]
    public void Paper_IsWhite()
    {
        using var picture = SKBitmap.Decode(band.ToPng(1));
        new[] { picture.GetPixel(0, 0), picture.GetPixel(picture.Width - 1, 0), picture.GetPixel(0, picture.Height - 1) }
            .ShouldAllBe(colour => colour == SKColors.White);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2.5)]
    public void Scale_MultipliesThePixels(double scale)
    {
        using var picture = SKBitmap.Decode(band.ToPng(scale));
        picture.Width.ShouldBe((int)(scale * 760));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(9)]
    [InlineData(double.NaN)]
    public void WrongScale_SaysItsLimits(double scale) =>
        Should.Throw<ArgumentOutOfRangeException>(() => band.ToPng(scale)).Message.ShouldContain("must lie in 0..8, above 0");

    [Theory]
    [InlineData("a.png", SKEncodedImageFormat.Png)]
    [InlineData("a.PNG", SKEncodedImageFormat.Png)]
    [InlineData("a.jpg", SKEncodedImageFormat.Jpeg)]
    [InlineData("a.jpeg", SKEncodedImageFormat.Jpeg)]
    [InlineData("deep/er/a.webp", SKEncodedImageFormat.Webp)]
    public void Save_WritesWhatTheEndingSays(string name, SKEncodedImageFormat format)
    {
        using var folder = new House.TemporaryFolder();
        band.Save(folder[name]);
        using var codec = SKCodec.Create(folder[name]);
        codec.EncodedFormat.ShouldBe(format);
        codec.Info.Width.ShouldBe(2 * band.Width);
        using var picture = SKBitmap.Decode(codec);
        picture.GetPixel(0, 0).ShouldBe(SKColors.White);
    }

    [Fact]
    public void Save_AsSvg_IsTheText()
    {
        using var folder = new House.TemporaryFolder();
        band.Save(folder["a/b.svg"]);
        File.ReadAllText(folder["a/b.svg"]).ShouldBe(band.ToSvg());
    }

    [Theory]
    [InlineData("a.gif", "ends in \".gif\"")]
    [InlineData("a.pdf", "ends in \".pdf\"")]
    [InlineData("a", "has no ending")]
    public void Save_WithAnotherEnding_NamesThoseThereAre(string name, string reason)
    {
        using var folder = new House.TemporaryFolder();
        Should.Throw<ArgumentException>(() => band.Save(folder[name])).Message
            .ShouldEndWith($"{reason}; the file of a figure ends in .svg, .png, .jpg, .jpeg or .webp.");
        Directory.GetFileSystemEntries(folder.Path).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(".png")]
    [InlineData(".jpg")]
    [InlineData(".webp")]
    public void Files_HoldTheDescription_ForReadersWhoCannotSee(string ending)
    {
        var figure = SampleFigures.FanOfOne() with { Title = "Fire & <stock> 152 mm · 포탄" };
        using var folder = new House.TemporaryFolder();
        figure.Save(folder["a" + ending]);
        var xmp = Metadata.Xmp(File.ReadAllBytes(folder["a" + ending]), ending);
        var packet = XDocument.Parse(xmp);
        XNamespace dc = "http://purl.org/dc/elements/1.1/", iptc = "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/";
        packet.Descendants(dc + "title").Single().Value.ShouldBe(figure.Title);
        packet.Descendants(iptc + "AltTextAccessibility").Single().Value.ShouldBe(FigureDescription.Describe(figure));
    }

    [Fact]
    public void AVeryLongDescription_StillFitsAJpegFile()
    {
        using var folder = new House.TemporaryFolder();
        (band with { Description = new string('&', 100_000) }).Save(folder["a.jpg"]);
        using var picture = SKBitmap.Decode(folder["a.jpg"]);
        picture.Width.ShouldBe(2 * band.Width);
    }

    [Fact]
    public void Html_HasAlternativeText_AndNeedsNoOtherFile()
    {
        var figure = band with { Title = "a < b & \"c\"" };
        var element = XElement.Parse(figure.ToHtml().Replace("></figure>", "/></figure>", StringComparison.Ordinal));
        var image = element.Element("img").ShouldNotBeNull();
        image.Attribute("alt")?.Value.ShouldBe($"{figure.Title}. {FigureDescription.Describe(figure)}");
        var source = image.Attribute("src").ShouldNotBeNull().Value;
        Encoding.UTF8.GetString(Convert.FromBase64String(source["data:image/svg+xml;base64,".Length..])).ShouldBe(figure.ToSvg());
    }

    private static bool HasInk(SKBitmap picture, Box box)
    {
        var paper = picture.GetPixel((int)(Scale * box.Left), (int)(Scale * box.Top));
        for (var y = (int)(Scale * box.Top); y < (int)(Scale * box.Bottom); y++)
        {
            for (var x = (int)(Scale * box.Left); x < (int)(Scale * box.Right); x++)
            {
                if (Far(picture.GetPixel(x, y), paper))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool Far(SKColor a, SKColor b) =>
        Math.Abs(a.Red - b.Red) + Math.Abs(a.Green - b.Green) + Math.Abs(a.Blue - b.Blue) > 150;

    /// <summary>The colour between grid lines in the middle of the plot.</summary>
    private static SKColor MiddleOf(byte[] png)
    {
        using var picture = SKBitmap.Decode(png);
        var plot = FigurePlan.Of(band).Panels[0].Plot;
        return picture.GetPixel((int)((plot.Left + plot.Right) / 2) + 20, (int)((plot.Top + plot.Bottom) / 2) + 20);
    }
}
