using System.Reflection;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Supply.Engines.Kernels;

/// <summary>
/// The methods of one vector type that the parts call. The JIT turns each into an instruction, also in emitted code, so none of them
/// counts towards its limits of inlining.
/// </summary>
internal sealed class VectorMethods
{
    public required Type Vector { get; init; }

    /// <summary>Doubles in one vector.</summary>
    public required int Lanes { get; init; }

    public required MethodInfo Add { get; init; }

    public required MethodInfo Subtract { get; init; }

    public required MethodInfo Multiply { get; init; }

    public required MethodInfo Divide { get; init; }

    /// <summary>a if a &lt; b, else b, in one instruction; null where there is none.</summary>
    public required MethodInfo? Min { get; init; }

    /// <summary>a if a &gt; b, else b, in one instruction; null where there is none.</summary>
    public required MethodInfo? Max { get; init; }

    public required MethodInfo Less { get; init; }

    public required MethodInfo Greater { get; init; }

    public required MethodInfo AreEqual { get; init; }

    public required MethodInfo Select { get; init; }

    public required MethodInfo And { get; init; }

    public required MethodInfo Sqrt { get; init; }

    public required MethodInfo Floor { get; init; }

    public required MethodInfo Broadcast { get; init; }

    /// <summary>One double of a vector.</summary>
    public required MethodInfo Lane { get; init; }

    public static VectorMethods Of(bool wide) => wide ? Wide : Narrow;

    private static VectorMethods Wide { get; } = new()
    {
        Vector = typeof(Vector512<double>),
        Lanes = Vector512<double>.Count,
        Add = Operator<Vector512<double>>("op_Addition"),
        Subtract = Operator<Vector512<double>>("op_Subtraction"),
        Multiply = Operator<Vector512<double>>("op_Multiply"),
        Divide = Operator<Vector512<double>>("op_Division"),
        Min = Avx512F.IsSupported ? Two<Vector512<double>>(Avx512F.Min) : null,
        Max = Avx512F.IsSupported ? Two<Vector512<double>>(Avx512F.Max) : null,
        Less = Two<Vector512<double>>(Vector512.LessThan),
        Greater = Two<Vector512<double>>(Vector512.GreaterThan),
        AreEqual = Two<Vector512<double>>(Vector512.Equals),
        Select = Three<Vector512<double>>(Vector512.ConditionalSelect),
        And = Operator<Vector512<double>>("op_BitwiseAnd"),
        Sqrt = One<Vector512<double>>(Vector512.Sqrt),
        Floor = One<Vector512<double>>(Vector512.Floor),
        Broadcast = ((Func<double, Vector512<double>>)Vector512.Create).Method,
        Lane = ((Func<Vector512<double>, int, double>)Vector512.GetElement).Method,
    };

    private static VectorMethods Narrow { get; } = new()
    {
        Vector = typeof(Vector256<double>),
        Lanes = Vector256<double>.Count,
        Add = Operator<Vector256<double>>("op_Addition"),
        Subtract = Operator<Vector256<double>>("op_Subtraction"),
        Multiply = Operator<Vector256<double>>("op_Multiply"),
        Divide = Operator<Vector256<double>>("op_Division"),
        Min = Avx.IsSupported ? Two<Vector256<double>>(Avx.Min) : null,
        Max = Avx.IsSupported ? Two<Vector256<double>>(Avx.Max) : null,
        Less = Two<Vector256<double>>(Vector256.LessThan),
        Greater = Two<Vector256<double>>(Vector256.GreaterThan),
        AreEqual = Two<Vector256<double>>(Vector256.Equals),
        Select = Three<Vector256<double>>(Vector256.ConditionalSelect),
        And = Operator<Vector256<double>>("op_BitwiseAnd"),
        Sqrt = One<Vector256<double>>(Vector256.Sqrt),
        Floor = One<Vector256<double>>(Vector256.Floor),
        Broadcast = ((Func<double, Vector256<double>>)Vector256.Create).Method,
        Lane = ((Func<Vector256<double>, int, double>)Vector256.GetElement).Method,
    };

    // Operators, not the methods of the same meaning: the JIT inlines those methods, up to a limit, instead of treating them as intrinsics.
    private static MethodInfo Operator<T>(string name) => typeof(T).GetMethod(name, [typeof(T), typeof(T)])!;

    private static MethodInfo One<T>(Func<T, T> method) => method.Method;

    private static MethodInfo Two<T>(Func<T, T, T> method) => method.Method;

    private static MethodInfo Three<T>(Func<T, T, T, T> method) => method.Method;
}
