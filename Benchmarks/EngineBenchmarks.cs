using System.Globalization;
using BenchmarkDotNet.Attributes;
using Supply.Benchmarks.Measures;
using Supply.Compilation;
using Supply.Engines.Kernels;
using Supply.Programs;

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

    private StepRun run = null!;

    [Params("block 128", "block 256", "kernel 8", "kernel 16", "kernel 24")]
    public string Engine { get; set; } = "";

    [GlobalSetup]
    public void Prepare()
    {
        var program = Compiler.Compile(Baselines.Russia2022, Metrics.Standard);
        var width = int.Parse(Engine.Split(' ')[1], CultureInfo.InvariantCulture);
        run = Engine.StartsWith('b') ? StepRun.OnBlock(program, width, Replications) : StepRun.OnKernel(program, width / 8, Replications);
    }

    [GlobalCleanup]
    public void Release() => run.Dispose();

    [Benchmark(OperationsPerInvoke = Replications * Steps)]
    public void AllSteps() => run.Run();
}

/// <summary>The cost of a kernel, which a study pays once for each scenario that is large enough, on another thread.</summary>
[MemoryDiagnoser]
public class KernelBenchmarks
{
    private readonly StepProgram program = Compiler.Compile(Baselines.Russia2022, Metrics.Standard);

    [Benchmark]
    public object MakeKernel() => KernelCompiler.Compile(program);
}
