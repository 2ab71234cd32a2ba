using Supply.Studies;

namespace Supply.Tests.Unit.Studies;

public class HistogramTests
{
    /// <summary>Rounds, days, shares and mixtures of them, all with some zeros.</summary>
    public static TheoryData<int> Kinds => [.. Enumerable.Range(0, 5)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Quantiles_AreWithinABinOfTheExactOnes(int kind)
    {
        var values = Values(kind, 20_000);
        var histogram = new Histogram();
        foreach (var chunk in values.Chunk(4096)) histogram.Add(chunk);
        var exact = Distribution.Of(values).Quantiles;
        for (var i = 0; i < Quantiles.Levels.Count; i++)
        {
            histogram.Quantile(Quantiles.Levels[i])
                .ShouldBe(exact[i], Math.Abs(exact[i]) * Tolerance.HistogramBin);
        }
    }

    [Fact]
    public void Order_DoesNotMatter()
    {
        var values = Values(4, 5_000);
        var (forth, back) = (new Histogram(), new Histogram());
        foreach (var chunk in values.Chunk(100)) forth.Add(chunk);
        foreach (var chunk in values.Reverse().Chunk(333)) back.Add(chunk);
        foreach (var level in new[] { 0, 0.001, 0.5, 0.9, 1 }) forth.Quantile(level).ShouldBe(back.Quantile(level));
    }

    [Fact]
    public void Parts_MergeToTheWhole()
    {
        var values = Values(4, 5_000);
        var (whole, merged) = (new Histogram(), new Histogram());
        whole.Add(values);
        foreach (var chunk in values.Chunk(777).Reverse())
        {
            var part = new Histogram();
            part.Add(chunk);
            merged.Add(part);
        }

        merged.Count.ShouldBe(whole.Count);
        foreach (var level in new[] { 0, 0.001, 0.5, 0.9, 1 }) merged.Quantile(level).ShouldBe(whole.Quantile(level));
    }

    /// <summary>Fractions, rounds, sums of money, numbers that are hardly there, and none of a sign that was expected.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(5000)]
    [InlineData(0.1)]
    [InlineData(9.86e14)]
    [InlineData(3e-9)]
    [InlineData(1e-300)]
    [InlineData(1e300)]
    [InlineData(0)]
    [InlineData(-86_000)]
    [InlineData(double.PositiveInfinity)]
    public void Constant_StaysWhatItIs(double value)
    {
        var histogram = new Histogram();
        histogram.Add(Enumerable.Repeat(value, 16_385).ToArray());
        foreach (var level in Quantiles.Levels) histogram.Quantile(level).ShouldBe(value);

        // One replication that differs does not make a band of the others.
        histogram.Add([value * 2, value / 2]);
        foreach (var level in Quantiles.Levels) histogram.Quantile(level).ShouldBe(value);
    }

    [Fact]
    public void Quantiles_LieBetweenLeastAndGreatest_AndAscend()
    {
        var random = new Random(7);
        for (var sample = 0; sample < 200; sample++)
        {
            var (scale, spread) = (Math.Pow(10, random.Next(-12, 17)), Math.Pow(10, -random.Next(0, 16)));
            var count = random.Next(1, 40);
            double[] values = [.. Enumerable.Range(0, count).Select(_ => scale * (1 + (spread * (random.NextDouble() - 0.5))))];
            if (sample % 3 == 0) values = [.. values.Select(value => random.Next(2) == 0 ? -value : value), 0];
            var histogram = new Histogram();
            histogram.Add(values);
            double[] quantiles = [.. Enumerable.Range(0, 101).Select(percent => histogram.Quantile(percent / 100.0))];
            quantiles[0].ShouldBe(values.Min());
            quantiles[^1].ShouldBe(values.Max());
            quantiles.ShouldBe(quantiles.Order());
        }
    }

    [Fact]
    public void NeverReached_IsAValueOfItsOwn()
    {
        var histogram = new Histogram();
        histogram.Quantile(0.5).ShouldBe(double.NaN);
        histogram.Add([1, 2, double.PositiveInfinity, double.PositiveInfinity]);
        histogram.Quantile(0).ShouldBe(1);
        histogram.Quantile(1).ShouldBe(double.PositiveInfinity);
    }

    private static double[] Values(int kind, int count)
    {
        var random = new Random(kind);
        double Exponential(double scale) => -scale * Math.Log(1 - random.NextDouble());
        return
        [
            .. Enumerable.Range(0, count).Select(i => kind switch
            {
                0 => 10_000 + (3_000 * random.NextDouble()),
                1 => Exponential(1e6),
                2 => Math.Min(1, 0.4 + random.NextDouble()),
                3 => i % 3 == 0 ? 0 : Exponential(0.01),
                _ => Math.Pow(10, (random.NextDouble() * 16) - 4),
            }),
        ];
    }
}
