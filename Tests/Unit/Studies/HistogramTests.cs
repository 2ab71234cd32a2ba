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
                .ShouldBe(exact[i], (Math.Abs(exact[i]) * Tolerance.HistogramBin) + Tolerance.HistogramZero);
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
    public void WhatIsTooSmallOrTooLarge_StaysInOrder()
    {
        var histogram = new Histogram();
        histogram.Quantile(0.5).ShouldBe(double.NaN);
        histogram.Add([0, -1, 1e-9, 5e-324]);
        histogram.Quantile(1).ShouldBe(0);
        histogram.Add([1e300, double.PositiveInfinity, double.MaxValue, 1e15, 2e13]);
        histogram.Quantile(0.3).ShouldBe(0);
        histogram.Quantile(1).ShouldBeGreaterThan(1.7e13);
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
