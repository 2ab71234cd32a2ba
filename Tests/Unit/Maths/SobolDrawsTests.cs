using MathNet.Numerics.Statistics;
using Supply.Maths;

namespace Supply.Tests.Unit.Maths;

public unsafe class SobolDrawsTests
{
    private const int Keys = 4000;
    private const int Randomisations = SobolDraws.Randomisations;

    private static ulong Key(int number) => DrawKey.Of($"number {number}");

    private static double[] Over(Func<ulong, double> draw) => [.. Enumerable.Range(0, Keys).Select(number => draw(Key(number)))];

    /// <summary>Numbers of a program of 30 lines of Python, written from decision 0035 and section 2 of MODEL.md alone.</summary>
    [Theory]
    [InlineData(0, 0.009411367531104387)]
    [InlineData(1, 0.21250313787406105)]
    [InlineData(77, 0.13870104900617275)]
    [InlineData(5000, 0.6288769039880827)]
    [InlineData(1_234_567, 0.7018709336863566)]
    public void Draws_AreThoseOfTheDecision(uint replication, double expected) =>
        SobolDraws.Uniform(2026, replication, DrawKey.Of("Side/Road/leadTime")).ShouldBe(expected);

    [Fact]
    public void FirstPoints_OfEachRandomisation_HaveOneInEachPart()
    {
        foreach (var points in new[] { 8, 16, 32, 256, 2048 })
        foreach (var randomisation in new[] { 0, 1, 15 })
        foreach (var key in new ulong[] { Key(0), Key(1), 0, ulong.MaxValue })
        {
            Enumerable.Range(0, points)
                .Select(point => (int)(points * SobolDraws.Uniform(7, (uint)((point * Randomisations) + randomisation), key)))
                .Order().ShouldBe(Enumerable.Range(0, points));
        }
    }

    /// <summary>Over many numbers the same replication is uniform: Kolmogorov and Smirnov's distance, 1 time in a million beyond.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(300)]
    [InlineData(123_456)]
    [InlineData(1_999_999_999)]
    public void EachReplication_IsUniform(uint replication)
    {
        var sorted = Over(key => SobolDraws.Uniform(2026, replication, key)).Order().ToArray();
        sorted.ShouldAllBe(u => u > 0 && u < 1);
        var distance = sorted.Index()
            .Max(one => Math.Max(one.Item - (one.Index / (double)Keys), ((one.Index + 1) / (double)Keys) - one.Item));
        distance.ShouldBeLessThan(Math.Sqrt(Math.Log(2e6) / (2 * Keys)));
    }

    /// <summary>Randomisations, seeds and numbers have nothing to do with one another.</summary>
    [Fact]
    public void Randomisations_Seeds_AndKeys_AreIndependent()
    {
        var draws = Over(key => SobolDraws.Uniform(1, 32, key));
        double[][] others =
        [
            Over(key => SobolDraws.Uniform(1, 33, key)), Over(key => SobolDraws.Uniform(2, 32, key)),
            Over(key => SobolDraws.Uniform(1, 32, key + 1)), Over(key => SobolDraws.Uniform(1, 49, key)),
            Over(key => Philox.Uniform(1, 32, key, 0)),
        ];
        foreach (var other in others) Correlation.Pearson(draws, other).ShouldBe(0, Tolerance.StandardErrors / Math.Sqrt(Keys));
    }

    /// <summary>
    /// In an order of its own, the product of two numbers is about as settled as with independent draws: its variance over randomisations
    /// is that, and up to a tenth more.
    /// </summary>
    [Fact]
    public void TwoNumbers_AreSpreadAsIfDrawnApart()
    {
        const int Points = 64;
        var sums = Enumerable.Range(0, Keys / 2).Select(pair => Enumerable.Range(0, Points).Sum(point =>
        {
            double Of(int number) => SobolDraws.Uniform(3, (uint)(point * Randomisations), Key(number)) - 0.5;
            return 12 * Of(2 * pair) * Of((2 * pair) + 1);
        })).ToArray();
        sums.Average().ShouldBe(0, Tolerance.StandardErrors * Math.Sqrt(Points / (Keys / 2.0)));
        sums.Average(sum => sum * sum / Points).ShouldBe(1.1, Tolerance.StandardErrors * Math.Sqrt(2 / (Keys / 2.0)));
    }

    [Fact]
    public void Fill_AtAnyWidth_IsTheScalar()
    {
        uint[] replications = [0, 5, 16, 17, 1000, uint.MaxValue, 3];
        var row = new double[replications.Length];
        fixed (double* result = row)
        fixed (uint* numbers = replications)
        {
            SobolDraws.Fill(result, 9, numbers, 99, replications.Length);
        }

        row.ShouldBe(replications.Select(replication => SobolDraws.Uniform(9, replication, 99)));
    }
}
