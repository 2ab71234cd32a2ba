using System.Globalization;
using Supply.Analysis;

namespace Supply.Tests.Unit.Analysis;

public class SobolPointsTests
{
    [Fact]
    public void Points_AreThoseOfJoeAndKuo()
    {
        var points = new SobolPoints(8);
        foreach (var row in Rows("sobol-joe-kuo-points.csv")) points.Point((int)row[0]).ShouldBe(row[1..]);
    }

    [Fact]
    public void HighDimensions_AreThoseOfJoeAndKuo()
    {
        var points = new SobolPoints(50);
        foreach (var row in Rows("sobol-joe-kuo-high-dims.csv"))
        {
            var dimension = (int)row[0] - 1;
            new[] { 1, 7, 100, 777, 1000, 1023 }.Select(point => points[point, dimension]).ShouldBe(row[1..7]);
            Enumerable.Range(0, 1024).Average(point => points[point, dimension]).ShouldBe(row[7]);
        }
    }

    [Fact]
    public void Scrambled_HaveOnePointInEachPartOfEveryAxis_AndOtherSeedsOtherPoints()
    {
        const int Points = 256;
        var scrambled = new SobolPoints(SobolPoints.MostDimensions, 7);
        foreach (var dimension in new[] { 0, 1, 2, 40, 500, SobolPoints.MostDimensions - 1 })
        {
            Enumerable.Range(0, Points).Select(point => (int)(scrambled[point, dimension] * Points)).Order()
                .ShouldBe(Enumerable.Range(0, Points));
        }

        scrambled.Point(3)[..4].ShouldBe(new SobolPoints(4, 7).Point(3));
        scrambled.Point(3)[..4].ShouldNotBe(new SobolPoints(4, 8).Point(3));
        Enumerable.Range(0, Points).SelectMany(scrambled.Point).ShouldAllBe(x => x > 0 && x < 1);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1025)]
    public void Dimensions_OutOfRange_AreRefused(int dimensions) =>
        Should.Throw<ArgumentOutOfRangeException>(() =>
            new SobolPoints(dimensions)).Message.ShouldStartWith("Dimensions must lie in 1..1024.");

    internal static IEnumerable<double[]> Rows(string file) => File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Referees",
        file)).Skip(1)
        .Select(line => line.Split(',').Select(word => double.Parse(word, CultureInfo.InvariantCulture)).ToArray());
}
