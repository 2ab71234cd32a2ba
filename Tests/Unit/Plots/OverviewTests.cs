using System.Xml.Linq;
using Supply.Plots;
using Supply.Tests.Unit.Studies;

namespace Supply.Tests.Unit.Plots;

/// <summary>A scenario at a glance, in tables and as a diagram.</summary>
public class OverviewTests
{
    [Fact]
    public void Tables_NameStocksRatesAndLeadTimes()
    {
        var overview = SmallAnswers.Supplied.Overview();
        overview.Parts.Select(part => part.Name).ShouldBe(["Depot", "Plant", "Arsenal", "Force"]);
        overview.Parts[2].Numbers.ShouldBe("152 mm: 0 rounds, making 30 rounds/day, ordered 20 rounds/day");
        overview.Ways.ShouldContain(new OverviewWay("Side", "Arsenal", "Depot", "Sea: 5 days"));
        overview.ToString().ShouldContain("wants 500 rounds/day");
        overview.Tables.Count.ShouldBe(2);
    }

    /// <summary>Boxes do not lie on one another, every part has its name, and rounds go from left to right.</summary>
    [Fact]
    public void Diagram_HasABoxForEachPart()
    {
        foreach (var scenario in new[] { SmallAnswers.Supplied, Baselines.Russia2022, Baselines.BothSides })
        {
            var overview = scenario.Overview();
            var svg = XDocument.Parse(overview.ToSvg());
            XNamespace space = "http://www.w3.org/2000/svg";
            double Of(XElement one, string name) =>
                double.Parse(one.Attribute(name)!.Value, System.Globalization.CultureInfo.InvariantCulture);
            var boxes = svg.Descendants(space + "rect").Skip(1)
                .Select(one => (Left: Of(one, "x"), Top: Of(one, "y"), Width: Of(one, "width"), Height: Of(one, "height"))).ToArray();
            boxes.Length.ShouldBe(overview.Parts.Count);
            foreach (var (i, one) in boxes.Index())
            {
                boxes.Skip(i + 1).ShouldAllBe(other => one.Left + one.Width <= other.Left || other.Left + other.Width <= one.Left
                    || one.Top + one.Height <= other.Top || other.Top + other.Height <= one.Top);
                (one.Left + one.Width).ShouldBeLessThanOrEqualTo(Of(svg.Root!, "width"));
                (one.Top + one.Height).ShouldBeLessThanOrEqualTo(Of(svg.Root!, "height"));
            }
        }
    }

    [Fact]
    public void Save_WritesSvgAlone()
    {
        using var folder = new House.TemporaryFolder();
        SmallAnswers.Supplied.Overview().Save(folder["network.svg"]);
        File.ReadAllText(folder["network.svg"]).ShouldStartWith("<svg");
        Should.Throw<ArgumentException>(() => SmallAnswers.Supplied.Overview().Save(folder["network.png"])).Message
            .ShouldStartWith($"\"{folder["network.png"]}\" does not end in .svg");
    }
}
