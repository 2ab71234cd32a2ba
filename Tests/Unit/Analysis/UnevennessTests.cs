using System.Text.Json.Nodes;
using Supply.Analysis;

namespace Supply.Tests.Unit.Analysis;

public class UnevennessTests
{
    private static readonly JsonNode referee =
        JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Referees", "discrepancy.json")))!;

    private static readonly Dictionary<string, Func<IReadOnlyList<double[]>, double>> measures = new()
    {
        ["CD"] = Unevenness.Centred, ["WD"] = Unevenness.WrapAround, ["MD"] = Unevenness.Mixture, ["L2-star"] = Unevenness.Star,
    };

    public static TheoryData<string> Names() => [.. measures.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Measures_AreThoseOfTheReferee(string name)
    {
        foreach (var (set, value) in referee[name]!.AsObject())
        {
            var sobol = new SobolPoints(5);
            double[][] points = set == "sobol128x5" ? [.. Enumerable.Range(0, 128).Select(sobol.Point)]
                : [.. referee[set]!.AsArray().Select(point => point!.AsArray().Select(x => (double)x!).ToArray())];
            measures[name](points).ShouldBe((double)value!, Tolerance.Discrepancy, set);
        }
    }

    [Fact]
    public void BadPoints_AreRefused()
    {
        Should.Throw<ArgumentException>(() => Unevenness.Centred([])).Message.ShouldStartWith("There are no points");
        Should.Throw<ArgumentException>(() => Unevenness.Star([[0.5, 1.5]])).Message.ShouldStartWith("Coordinate 1 of point 0 is 1.5");
        Should.Throw<ArgumentException>(() => Unevenness.Star([[0.5, 0.5], [0.5]])).Message.ShouldStartWith("Point 1 has 1 coordinates");
    }
}
