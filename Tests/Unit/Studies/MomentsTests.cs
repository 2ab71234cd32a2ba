using Supply.Studies;

namespace Supply.Tests.Unit.Studies;

public class MomentsTests
{
    /// <summary>However a sample is cut into chunks, the moments of the parts are those of the whole.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(9)]
    [InlineData(1000)]
    public void Parts_MakeTheWhole(int count)
    {
        var random = new Random(count);
        double[] values = [.. Enumerable.Range(0, count).Select(_ => 1e6 + random.NextDouble())];
        var whole = Moments.Of(values);
        var parts = values.Chunk(3).Aggregate(default(Moments), (moments, chunk) => moments.With(Moments.Of(chunk)));
        var mean = values.Average();
        foreach (var moments in new[] { whole, parts })
        {
            moments.Count.ShouldBe(count);
            moments.Mean.ShouldBe(mean, mean * Tolerance.Rounding);
            moments.Squares.ShouldBe(values.Sum(value => (value - mean) * (value - mean)), count * Tolerance.SumOfSquares);
        }
    }

    [Fact]
    public void WhatIsNeverReached_MakesTheMeanInfinite()
    {
        var moments = Moments.Of([1, 2]).With(Moments.Of([double.PositiveInfinity, 3])).With(Moments.Of([4]));
        (moments.Count, moments.Mean).ShouldBe((5, double.PositiveInfinity));
        moments.StandardError.ShouldBe(double.NaN);
    }
}
