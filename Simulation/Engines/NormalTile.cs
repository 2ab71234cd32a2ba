using System.Numerics;
using Supply.Maths;
using Supply.Programs;

namespace Supply.Engines;

/// <summary>
/// The normal draws of a step depend only on their addresses, so those of several steps are made at once: there are then enough values in
/// the tails for packing. Each draw has a row for each step of the tile, among the rows of the block.
/// </summary>
internal sealed unsafe class NormalTile
{
    // Values of one draw that make a tile worthwhile; more would only overflow the first-level cache.
    private const int Values = 1024;
    private const int MostSteps = 32;

    private readonly StepProgram program;
    private readonly int[] draws;
    private readonly int[] firstRows;
    private readonly int width;
    private readonly int stride;

    /// <param name="program">The program whose draws are made.</param>
    /// <param name="firstRow">The first of the rows for the draws.</param>
    /// <param name="width">Replications side by side.</param>
    /// <param name="stride">Doubles from row to row.</param>
    public NormalTile(StepProgram program, int firstRow, int width, int stride)
    {
        (this.program, this.width, this.stride) = (program, width, stride);
        draws = [.. program.Step.Concat(program.Observed).Where(instruction => instruction.Op == Op.Normal)
            .Select(instruction => instruction.Index).Distinct()];

        // A power of two, so that the steps of a tile are found without a division. A few replications are drawn step by step.
        Steps = width < Maths.Rows.Lanes ? 1 : Math.Clamp((int)BitOperations.RoundUpToPowerOf2((uint)(Values / stride)), 1, MostSteps);
        firstRows = new int[program.Draws.Length];
        foreach (var (i, draw) in draws.Index()) firstRows[draw] = firstRow + (i * Steps);
    }

    /// <summary>Steps in a tile.</summary>
    public int Steps { get; }

    public int Rows => draws.Length * Steps;

    /// <summary>The row of a draw in the first step of a tile; the rows of the other steps follow it.</summary>
    public int FirstRow(int draw) => firstRows[draw];

    /// <summary>The position of a step in its tile.</summary>
    public int StepInTile(int step) => step & (Steps - 1);

    /// <summary>Makes the draws of the tile that holds a step, so that a run may begin with it.</summary>
    public void Enter(double* rows, ulong seed, uint* replications, int step)
    {
        if (StepInTile(step) != 0) Begin(rows, seed, replications, step - StepInTile(step));
    }

    /// <summary>Makes the draws of the tile that begins with a step; does nothing at other steps. Steps must come in order.</summary>
    public void Begin(double* rows, ulong seed, uint* replications, int step)
    {
        if (StepInTile(step) != 0) return;
        var steps = Math.Min(Steps, program.Horizon.Steps - step);
        foreach (var draw in draws)
        {
            var first = rows + ((nint)firstRows[draw] * stride);
            for (var k = 0; k < steps; k++)
            {
                Philox.Fill(first + ((nint)k * stride), seed, replications, program.Draws[draw], (uint)(step + k), width);
            }
            PackedNormals.Apply(first, first, steps * stride);
        }
    }
}
