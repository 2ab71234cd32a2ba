using Supply.Maths;

namespace Supply.Tests.Engines;

/// <summary>Each operation gives the same bits as its scalar definition, for every width and on every edge value.</summary>
public unsafe class MathsTwinTests
{
    private const int LongestRow = 256;

    private static readonly double[] Edges =
    [
        0.0, -0.0, 1.0, -1.0, 0.5, double.Epsilon, -double.Epsilon, 2.2250738585072009e-308, 2.2250738585072014e-308,
        double.MaxValue, double.MinValue, double.PositiveInfinity, double.NegativeInfinity, double.NaN,
        BitConverter.UInt64BitsToDouble(0x7FF8000000000123), 709.782712893384, 709.7827128933841, -708.0,
        -708.0000000000001, -745.2, 0.70710678118654746, 0.70710678118654757, 1.4142135623730949, 1.4142135623730951,
        0.075, 0.925, 0.07499999999999996, 0.9250000000000002, 1.3887943864964021e-11, 1e-11, 1e-300, 1e-30,
        9.999999999999999e-31, 0.9999999999999999, 1.0000000000000002, 1.0 / (1UL << 53), 4503599627370495.5, -0.5, 2.5,
    ];

    public static TheoryData<string> UnaryNames() => [.. Unaries.Keys];

    public static TheoryData<string> BinaryNames() => [.. Binaries.Keys];

    public static TheoryData<string> TernaryNames() => [.. Ternaries.Keys];

    [Theory]
    [MemberData(nameof(UnaryNames))]
    public void Unary_AtEveryWidth_EqualsItsScalar(string name) => Unaries[name]();

    [Theory]
    [MemberData(nameof(BinaryNames))]
    public void Binary_AtEveryWidth_EqualsItsScalar(string name) => Binaries[name]();

    [Theory]
    [MemberData(nameof(TernaryNames))]
    public void Ternary_AtEveryWidth_EqualsItsScalar(string name) => Ternaries[name]();

    [Fact]
    public void OwnFunctions_OfInvalidArguments_GiveTheOneNaNInEveryLane()
    {
        double[] arguments = [.. Enumerable.Repeat(BitConverter.UInt64BitsToDouble(0x7FF8000000000123), Rows.Lanes)];
        var results = new double[3 * Rows.Lanes];
        fixed (double* a = arguments, result = results)
        {
            Rows.Apply<Exp>(result, a, Rows.Lanes);
            Rows.Apply<Log>(result + Rows.Lanes, a, Rows.Lanes);
            Rows.Apply<InverseNormal>(result + (2 * Rows.Lanes), a, Rows.Lanes);
        }
        results.Select(BitConverter.DoubleToInt64Bits).Distinct().ShouldBe([BitConverter.DoubleToInt64Bits(double.NaN)]);
    }

    private static Dictionary<string, Action> Unaries { get; } = new()
    {
        ["Exp"] = CheckUnary<Exp>,
        ["Log"] = CheckUnary<Log>,
        ["InverseNormal"] = CheckUnary<InverseNormal>,
        ["Sqrt"] = CheckUnary<Sqrt>,
        ["Floor"] = CheckUnary<Floor>,
        ["FlushTiny"] = CheckUnary<FlushTiny>,
    };

    private static Dictionary<string, Action> Binaries { get; } = new()
    {
        ["Add"] = CheckBinary<Add>,
        ["Subtract"] = CheckBinary<Subtract>,
        ["Multiply"] = CheckBinary<Multiply>,
        ["Divide"] = CheckBinary<Divide>,
        ["Min"] = CheckBinary<Min>,
        ["Max"] = CheckBinary<Max>,
        ["LessThan"] = CheckBinary<LessThan>,
        ["After"] = CheckBinary<After<FlushTiny, Subtract>>,
        ["Share"] = CheckBinary<Share>,
    };

    private static Dictionary<string, Action> Ternaries { get; } = new()
    {
        ["Select"] = CheckTernary<Select>,
        ["Left"] = CheckTernary<Left<Subtract, Multiply>>,
        ["Right"] = CheckTernary<Right<Subtract, Divide>>,
        ["IfAbove"] = CheckTernary<IfAbove>,
    };

    [Fact]
    public void Quaternary_AtEveryWidth_EqualsItsScalar()
    {
        double[][] a = Inputs(1), b = Inputs(2), c = Inputs(3);
        for (int set = 0; set < a.Length; set++)
        {
            double[] first = a[set], second = b[set], third = c[set], fourth = a[(set + 1) % a.Length];
            Check(first.Length, i => LeftOfThree<Add, Left<Multiply, Subtract>>.Of(first[i], second[i], third[i], fourth[i]),
                (result, width) =>
            {
                fixed (double* pa = first, pb = second, pc = third, pd = fourth)
                    Rows.Apply<LeftOfThree<Add, Left<Multiply, Subtract>>>(result, pa, pb, pc, pd, width);
            });
        }
    }

    private static void CheckUnary<TOperation>()
        where TOperation : struct, IUnary
    {
        foreach (double[] a in Inputs(1))
        {
            Check(a.Length, i => TOperation.Of(a[i]), (result, width) =>
            {
                fixed (double* pa = a)
                    Rows.Apply<TOperation>(result, pa, width);
            });
        }
    }

    private static void CheckBinary<TOperation>()
        where TOperation : struct, IBinary
    {
        double[][] a = Inputs(1), b = Inputs(2);
        for (int set = 0; set < a.Length; set++)
        {
            double[] first = a[set], second = b[set];
            Check(first.Length, i => TOperation.Of(first[i], second[i]), (result, width) =>
            {
                fixed (double* pa = first, pb = second)
                    Rows.Apply<TOperation>(result, pa, pb, width);
            });
        }
    }

    private static void CheckTernary<TOperation>()
        where TOperation : struct, ITernary
    {
        double[][] a = Inputs(1), b = Inputs(2), c = Inputs(3);
        for (int set = 0; set < a.Length; set++)
        {
            double[] first = a[set], second = b[set], third = c[set];
            Check(first.Length, i => TOperation.Of(first[i], second[i], third[i]), (result, width) =>
            {
                fixed (double* pa = first, pb = second, pc = third)
                    Rows.Apply<TOperation>(result, pa, pb, pc, width);
            });
        }
    }

    private delegate void Apply(double* result, int width);

    private static void Check(int longest, Func<int, double> scalar, Apply apply)
    {
        const double untouched = 12345.0;
        double[] expected = [.. Enumerable.Range(0, longest).Select(scalar)];
        for (int width = 0; width <= longest; width++)
        {
            var result = new double[longest + 1];
            Array.Fill(result, untouched);
            fixed (double* row = result)
                apply(row, width);
            result.Take(width).Select(Bits).ShouldBe(expected.Take(width).Select(Bits), $"at width {width}");
            result.Skip(width).Distinct().ShouldBe([untouched]);
        }
    }

    /// <summary>Rows in the domain of each function, a row of mixed size and sign, and edges in every combination and lane.</summary>
    private static double[][] Inputs(int operand)
    {
        var random = new Random(operand);
        double[] Row(Func<double> draw) => [.. Enumerable.Range(0, LongestRow).Select(_ => draw())];
        int stride = operand switch { 1 => 1, 2 => 5, _ => 7 };
        double[] edges = [.. Enumerable.Range(0, 3 * LongestRow).Select(i => Edges[((i * stride) + (i / Edges.Length)) % Edges.Length])];
        return
        [
            Row(random.NextDouble),
            Row(() => (random.NextDouble() - 0.5) * 100.0),
            Row(() => BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue))),
            Row(() => Math.Pow(10.0, -320.0 * random.NextDouble())),
            edges[..LongestRow], edges[LongestRow..(2 * LongestRow)], edges[(2 * LongestRow)..],
        ];
    }

    // Which NaN an arithmetic operation returns is the processor's choice, so all NaN count as one.
    private static long Bits(double value) => BitConverter.DoubleToInt64Bits(double.IsNaN(value) ? double.NaN : value);
}
