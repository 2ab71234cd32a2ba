using System.Runtime.InteropServices;
using Supply.Engines;
using Supply.Maths;
using Supply.Programs;

namespace Supply.Tests.Engines;

/// <summary>A tile holds the draws that each of its steps would make alone.</summary>
public unsafe class NormalTileTests
{
    private const uint First = 1000;

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(24)]
    [InlineData(48)]
    [InlineData(130)]
    [InlineData(2000)]
    public void Begin_AtEveryHorizon_GivesTheDrawOfEachStep(int width)
    {
        foreach (var steps in new[] { 1, 2, 31, 32, 33, 70 })
        {
            var program = Noise(steps);
            var layout = new BlockLayout(program, width);
            var rows = (double*)NativeMemory.AlignedAlloc((nuint)(layout.Rows * layout.Stride * sizeof(double)), 64);
            try
            {
                NativeMemory.Clear(rows, (nuint)(layout.Rows * layout.Stride * sizeof(double)));
                for (var step = 0; step < steps; step++) Check(program, layout, rows, width, step);
            }
            finally
            {
                NativeMemory.AlignedFree(rows);
            }
        }
    }

    [Fact]
    public void Steps_OfATile_SuitTheWidth() =>
        new[] { 1, 8, 24, 128, 2000 }.Select(width => new BlockLayout(Noise(10), width).Normals.Steps).ShouldBe([1, 32, 32, 8, 1]);

    private static void Check(StepProgram program, BlockLayout layout, double* rows, int width, int step)
    {
        uint[] numbers = [.. Enumerable.Range(0, layout.Stride).Select(lane => unchecked(First + (uint)lane))];
        fixed (uint* replications = numbers) layout.Normals.Begin(rows, EngineRun.Seed, replications, step);
        foreach (var normal in program.Step.Where(instruction => instruction.Op == Op.Normal))
        {
            var row = new ReadOnlySpan<double>(
                rows + ((layout.Normals.FirstRow(normal.Index) + layout.Normals.StepInTile(step)) * layout.Stride), width);
            for (var lane = 0; lane < width; lane++)
            {
                var expected = InverseNormal.Of(
                    Philox.Uniform(EngineRun.Seed, First + (uint)lane, program.Draws[normal.Index], (uint)step));
                if (!row[lane].Equals(expected))
                {
                    throw new ShouldAssertException($"step {step}, lane {lane}: {row[lane]:R} instead of {expected:R}");
                }
            }
        }
    }

    private static StepProgram Noise(int steps)
    {
        var b = new ProgramBuilder(steps);
        var states = new[] { b.NewState("a", b.Zero), b.NewState("b", b.Zero) };
        b.Set(states[0], b.Add(b.Read(states[0]), b.Normal("first")));
        b.Set(states[1], b.Add(b.Read(states[1]), b.Normal("second")));
        return new Assembler(b).Assemble(Horizon.PlainSteps(steps), Metrics.Standard, [], [], []);
    }
}
