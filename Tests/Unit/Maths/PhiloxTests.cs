using System.Globalization;
using Supply.Maths;

namespace Supply.Tests.Unit.Maths;

public unsafe class PhiloxTests
{
    /// <summary>Known answers from DEShawResearch/random123 1.14 (BSD-3): four counter words, two of key, four of output.</summary>
    public static TheoryData<string> KnownAnswers() =>
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Referees", "random123-kat.csv"))
            .Where(line => line.StartsWith("philox4x32,10,", StringComparison.Ordinal))
            .Select(line => line.Split(',')[2]),
    ];

    [Theory]
    [MemberData(nameof(KnownAnswers))]
    public void Block_OfKnownCounters_IsTheKnownAnswer(string words)
    {
        uint[] w = [.. words.Split(' ').Select(word => uint.Parse(word, NumberStyles.HexNumber, CultureInfo.InvariantCulture))];
        Philox.Block(w[0], w[1], w[2], w[3], w[4], w[5]).ShouldBe((w[6], w[7], w[8], w[9]));
    }

    [Fact]
    public void KnownAnswers_InTheReferee_AreThree() => KnownAnswers().Count.ShouldBe(3);

    // Computed in Python from the documented formula, in integers and fractions.
    [Theory]
    [InlineData(1UL, 0U, 0x0123456789ABCDEFUL, 0U, 0.023887529714836098)]
    [InlineData(ulong.MaxValue, uint.MaxValue, 0xFEDCBA9876543210UL, uint.MaxValue, 0.2239828873498736)]
    [InlineData(2024UL, 499U, 7UL, 1600U, 0.3892974537913013)]
    public void Uniform_AtAnAddress_NeverMoves(ulong seed, uint replication, ulong key, uint step, double expected) =>
        Philox.Uniform(seed, replication, key, step).ShouldBe(expected);

    [Fact]
    public void Uniform_OverReplications_HasTheMomentsOfAUniform()
    {
        double[] draws = Draws(100_000);
        double n = draws.Length;
        double mean = draws.Average();
        double variance = draws.Sum(u => (u - 0.5) * (u - 0.5)) / n;
        // The variance of a uniform is 1/12, and that of its squared deviation 1/180.
        Math.Abs(mean - 0.5).ShouldBeLessThan(Tolerance.StandardErrors * Math.Sqrt(1.0 / 12.0 / n));
        Math.Abs(variance - (1.0 / 12.0)).ShouldBeLessThan(Tolerance.StandardErrors * Math.Sqrt(1.0 / 180.0 / n));
        draws.ShouldAllBe(u => u > 0.0 && u < 1.0);
    }

    [Fact]
    public void Uniform_OfNeighbours_IsUncorrelated()
    {
        double[] draws = Draws(100_000);
        double[] nextStep = Draws(100_000, step: 8);
        double[] nextKey = Draws(100_000, key: 12);
        double[] nextSeed = Draws(100_000, seed: 4);
        ShouldBeUncorrelated(draws[..^1], draws[1..]);
        ShouldBeUncorrelated(draws, nextStep);
        ShouldBeUncorrelated(draws, nextKey);
        ShouldBeUncorrelated(draws, nextSeed);
    }

    private static void ShouldBeUncorrelated(double[] a, double[] b)
    {
        double correlation = a.Zip(b, (u, v) => (u - 0.5) * (v - 0.5)).Average() * 12.0;
        Math.Abs(correlation).ShouldBeLessThan(Tolerance.StandardErrors / Math.Sqrt(a.Length));
    }

    private static double[] Draws(int count, ulong seed = 3, ulong key = 11, uint step = 7)
    {
        var draws = new double[count];
        uint[] numbers = [.. Enumerable.Range(0, count).Select(i => (uint)i)];
        fixed (double* row = draws)
        fixed (uint* replications = numbers)
            Philox.Fill(row, seed, replications, key, step, count);
        return draws;
    }
}
