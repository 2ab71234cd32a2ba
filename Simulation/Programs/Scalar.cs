using Supply.Maths;

namespace Supply.Programs;

/// <summary>The meaning of an operation on plain numbers, for folding known terms with the bits that an engine would give.</summary>
internal static class Scalar
{
    public static double Apply(Op op, double a, double b, double c) => op switch
    {
        Op.Add => a + b,
        Op.Subtract => a - b,
        Op.Multiply => a * b,
        Op.Divide => a / b,
        Op.Min => a < b ? a : b,
        Op.Max => a > b ? a : b,
        Op.Less => a < b ? 1 : 0,
        Op.Select => a != 0 ? b : c,
        Op.Sqrt => Math.Sqrt(a),
        Op.Exp => Exp.Of(a),
        Op.Log => Log.Of(a),
        Op.InverseNormal => InverseNormal.Of(a),
        Op.Floor => Math.Floor(a),
        Op.FlushTiny => a < 1e-30 ? 0 : a,
        _ => throw new ArgumentOutOfRangeException(nameof(op), op, "has no operands to fold"),
    };
}
