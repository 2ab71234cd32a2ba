using BenchmarkDotNet.Attributes;
using Supply.Compilation;
using Supply.Execution;
using Supply.Execution.Kernels;

namespace Supply.Benchmarks;

/// <summary>
/// The engines alone, without summaries: the shipped baseline on one thread, kernel already made. One operation is one step of
/// one replication.
/// </summary>
[MemoryDiagnoser]
public class EngineBenchmarks
{
    private const int Replications = 768;
    private const int Steps = 2137;

    private StepProgram program = null!;
    private Recorder recorder = null!;
    private Block block = null!;

    [Params("block 128", "block 256", "kernel 8", "kernel 16", "kernel 24")]
    public string Engine { get; set; } = "";

    [GlobalSetup]
    public void Prepare()
    {
        program = Compiler.Compile(Baselines.Russia2022, Metrics.Standard);
        recorder = new Recorder(program, Replications, new SampleStore());
        var width = int.Parse(Engine.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
        block = Engine.StartsWith('b')
            ? new Block(program, width, 2026)
            : new Block(KernelCompiler.Compile(program, width / 8, System.Runtime.Intrinsics.Vector512.IsHardwareAccelerated), 2026);
    }

    [GlobalCleanup]
    public void Release() => block.Dispose();

    [Benchmark(OperationsPerInvoke = Replications * Steps)]
    public void AllSteps()
    {
        for (var first = 0; first < Replications; first += block.Width) block.Run((uint)first, null, recorder);
    }
}

/// <summary>What a study pays once for each scenario that is large enough, on another thread.</summary>
[MemoryDiagnoser]
public class KernelBenchmarks
{
    private readonly StepProgram program = Compiler.Compile(Baselines.Russia2022, Metrics.Standard);

    [Benchmark]
    public object MakeKernel() => KernelCompiler.Compile(program);
}
