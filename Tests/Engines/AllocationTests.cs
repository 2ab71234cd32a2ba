using Supply.Compilation;
using Supply.Execution;

namespace Supply.Tests.Engines;

public class AllocationTests
{
    /// <summary>A run allocates the same whatever its number of steps: nothing in the step loop.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(128)]
    public void StepLoop_AllocatesNothing(int width)
    {
        var few = Allocated(width, steps: 20);
        var many = Allocated(width, steps: 200);
        many.ShouldBe(few);
    }

    private static long Allocated(int width, int steps)
    {
        var rich = RichScenario.Of();
        var scenario = rich with { Horizon = Horizon.Dated(new(2024, 1, 1), new DateOnly(2024, 1, 1).AddDays(steps - 1)), Changes = [] };
        var program = Compiler.Compile(scenario, Recorded.Everything(scenario));
        var recorder = new Recorder(program, width, new SampleStore());
        using var block = new Block(program, width, seed: 1);
        for (var i = 0; i < 3; i++) block.Run(0, null, recorder);
        var before = GC.GetAllocatedBytesForCurrentThread();
        block.Run(0, null, recorder);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
