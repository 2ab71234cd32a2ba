using BenchmarkDotNet.Attributes;
using Supply.Benchmarks.Measures;
using Supply.Programs;

namespace Supply.Benchmarks;

/// <summary>
/// Delays whose lag is drawn, so that each replication reads a different slot: written, read and added up by the scalar engine, a block
/// and a kernel. One operation is one delay in one step of one replication.
/// </summary>
[IterationTime(100)]
public class DelayBenchmarks
{
    private const int Replications = 128;
    private const int Steps = 200;
    private const int Delays = 16;
    private const int LongestLag = 40;

    private StepRun run = null!;

    [Params("scalar", "block 128", "kernel")]
    public string Engine { get; set; } = "";

    [GlobalSetup]
    public void Prepare()
    {
        var program = Program();
        run = Engine switch
        {
            "scalar" => StepRun.OnBlock(program, 1, Replications),
            "kernel" => StepRun.OnKernel(program, Replications),
            _ => StepRun.OnBlock(program, Replications, Replications),
        };
    }

    [GlobalCleanup]
    public void Release() => run.Dispose();

    [Benchmark(OperationsPerInvoke = Replications * Steps * Delays)]
    public void WriteAndRead() => run.Run();

    /// <summary>Each delay takes the output of the one before; the sum of all is a recorded state.</summary>
    private static StepProgram Program()
    {
        var b = new ProgramBuilder(Steps);
        var total = b.NewState("total", b.Zero);
        var (passed, sum) = (b.One, b.Read(total));
        for (var i = 0; i < Delays; i++)
        {
            var lag = b.Parameter($"lag {i}", $"lag {i}", new(1, LongestLag),
                uniform => b.Floor(b.Add(b.One, b.Multiply(uniform, b.Constant(LongestLag - 1)))));
            var delay = b.NewDelay($"delay {i}", lag, LongestLag);
            b.Push(delay, passed);
            passed = b.Delayed(delay);
            sum = b.Add(sum, passed);
        }

        b.Set(total, sum);
        RecordedSeries recorded = new(Metric.OnHand, SampleRule.Value, sum);
        RecordedScalar scalar = new(recorded, new TimeWindow("all", Moment.AtStep(0), Moment.AtStep(Steps - 1)), 0, Steps - 1);
        return new Assembler(b).Assemble(Horizon.PlainSteps(Steps), new Metrics(), [], [scalar], []);
    }
}
