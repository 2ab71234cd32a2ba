using Supply.Maths;

namespace Supply.Tests.Engines;

/// <summary>Packing the tails does not change the values, wherever they lie.</summary>
public unsafe class PackedNormalsTests
{
    private const int Longest = 1100;
    private const double Untouched = 12345;

    public static TheoryData<string> Kinds => [.. Rows.Keys];

    private static Dictionary<string, Func<Random, int, double>> Rows { get; } = new()
    {
        ["no tail"] = (random, _) => 0.08 + (0.84 * random.NextDouble()),
        ["all tails"] = (random, i) => i % 2 == 0 ? 0.07 * random.NextDouble() : 1 - (0.07 * random.NextDouble()),
        ["one tail in a vector"] = (random, i) => i % 8 == i / 8 % 8 ? 0.01 : 0.5 + (0.4 * random.NextDouble()),
        ["uniform"] = (random, _) => random.NextDouble(),
        ["far tails"] = (random, i) => i % 3 == 0 ? Math.ScaleB(random.NextDouble(), -40) : random.NextDouble(),
        ["edges"] = (random, i) =>
            (i % 9) switch { 0 => 0, 1 => 1, 2 => double.NaN, 3 => -1, 4 => 2, 5 => double.PositiveInfinity, 6 => 0.075, 7 => 0.925,
                _ => 0.5 },
    };

    [Theory, MemberData(nameof(Kinds))]
    public void Apply_AtEveryLength_EqualsTheScalar(string kind)
    {
        var random = new Random(3);
        double[] uniforms = [.. Enumerable.Range(0, Longest).Select(i => Rows[kind](random, i))];
        double[] expected = [.. uniforms.Select(InverseNormal.Of)];
        foreach (var length in Enumerable.Range(0, 70).Concat([511, 512, 513, 519, 520, 521, 1023, 1024, 1025, Longest]))
        {
            var apart = Enumerable.Repeat(Untouched, Longest + 1).ToArray();
            double[] inPlace = [.. uniforms];
            fixed (double* p = uniforms, a = apart, b = inPlace)
            {
                PackedNormals.Apply(a, p, length);
                PackedNormals.Apply(b, b, length);
            }

            apart.Take(length).Select(Bits).ShouldBe(expected.Take(length).Select(Bits), $"length {length}");
            inPlace.Take(length).Select(Bits).ShouldBe(expected.Take(length).Select(Bits), $"in place, length {length}");
            apart.Skip(length).Distinct().ShouldBe([Untouched]);
            inPlace.Skip(length).Select(Bits).ShouldBe(uniforms.Skip(length).Select(Bits));
        }
    }

    private static long Bits(double value) => BitConverter.DoubleToInt64Bits(value);
}
