using System.Runtime.InteropServices;
using BenchmarkDotNet.Attributes;
using Supply.Maths;

namespace Supply.Benchmarks;

/// <summary>
/// Single functions and operations over a row as wide as a block: the loop over vectors, compared with the scalar definition applied one
/// number after another. One operation is one number.
/// </summary>
// A fifth of the usual half second covers a million calls; .ci/run executes all benchmarks.
[IterationTime(100)]
public unsafe class MathsBenchmarks
{
    private const int Width = 128;
    private const int Alignment = 64;
    private double* uniforms;
    private double* numbers;
    private double* result;
    private uint* replications;
    private uint step;

    [GlobalSetup]
    public void Prepare()
    {
        uniforms = Row();
        numbers = Row();
        result = Row();
        replications = (uint*)NativeMemory.AlignedAlloc(Width * sizeof(uint), 64);
        for (var i = 0; i < Width; i++) replications[i] = (uint)i;
        Philox.Fill(uniforms, 1, replications, 2, 0, Width);
        for (var i = 0; i < Width; i++) numbers[i] = InverseNormal.Of(uniforms[i]);
    }

    [GlobalCleanup]
    public void Release()
    {
        NativeMemory.AlignedFree(replications);
        NativeMemory.AlignedFree(uniforms);
        NativeMemory.AlignedFree(numbers);
        NativeMemory.AlignedFree(result);
    }

    [Benchmark(OperationsPerInvoke = Width)]
    public void ExpVector() => Rows.Apply<Exp>(result, numbers, Width);

    [Benchmark(OperationsPerInvoke = Width)]
    public void ExpScalar()
    {
        for (var i = 0; i < Width; i++) result[i] = Exp.Of(numbers[i]);
    }

    [Benchmark(OperationsPerInvoke = Width)]
    public void LogVector() => Rows.Apply<Log>(result, uniforms, Width);

    [Benchmark(OperationsPerInvoke = Width)]
    public void LogScalar()
    {
        for (var i = 0; i < Width; i++) result[i] = Log.Of(uniforms[i]);
    }

    [Benchmark(OperationsPerInvoke = Width)]
    public void InverseNormalVector() => Rows.Apply<InverseNormal>(result, uniforms, Width);

    [Benchmark(OperationsPerInvoke = Width)]
    public void InverseNormalScalar()
    {
        for (var i = 0; i < Width; i++) result[i] = InverseNormal.Of(uniforms[i]);
    }

    [Benchmark(OperationsPerInvoke = Width)]
    public void PhiloxVector() => Philox.Fill(result, 1, replications, 2, step++, Width);

    [Benchmark(OperationsPerInvoke = Width)]
    public void PhiloxScalar()
    {
        step++;
        for (var i = 0; i < Width; i++) result[i] = Philox.Uniform(1, (uint)i, 2, step);
    }

    [Benchmark(OperationsPerInvoke = Width)]
    public void MinVector() => Rows.Apply<Min>(result, uniforms, numbers, Width);

    [Benchmark(OperationsPerInvoke = Width)]
    public void MinScalar()
    {
        for (var i = 0; i < Width; i++) result[i] = Min.Of(uniforms[i], numbers[i]);
    }

    private static double* Row() => (double*)NativeMemory.AlignedAlloc(Width * sizeof(double), Alignment);
}
