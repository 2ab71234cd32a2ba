using Supply.Compilation;
using Supply.Engines;
using Supply.Engines.Kernels;

namespace Supply.Tests.Engines;

public class AllocationTests
{
    /// <summary>A run allocates the same whatever its number of steps: nothing in the step loop.</summary>
    [Theory]
    [InlineData(1, false)]
    [InlineData(128, false)]
    [InlineData(16, true)]
    public void StepLoop_AllocatesNothing(int width, bool kernel)
    {
        var few = Allocated(width, kernel, steps: 20);
        var many = Allocated(width, kernel, steps: 200);
        many.ShouldBe(few);
    }

    private static long Allocated(int width, bool kernel, int steps)
    {
        var rich = RichScenario.Of();
        var scenario = rich with { Horizon = Horizon.Dated(new(2024, 1, 1), new DateOnly(2024, 1, 1).AddDays(steps - 1)), Changes = [] };
        var program = Compiler.Compile(scenario, Recorded.Everything(scenario));
        var recorder = new Recorder(program, width, new SampleArrays());
        using var block = kernel ? new Block(KernelCompiler.Compile(program, width / 8, wide: true), seed: 1)
            : new Block(program, width, seed: 1);
        for (var i = 0; i < 3; i++) block.Run(0, null, recorder);

        // A collection caused by another test meanwhile counts memory that was only reserved for this thread, so the smallest of several
        // counts is taken.
        return Enumerable.Range(0, 5).Min(_ =>
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            block.Run(0, null, recorder);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        });
    }
}
