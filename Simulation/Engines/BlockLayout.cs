using Supply.Programs;

namespace Supply.Engines;

/// <summary>Rows of a block in addition to those of its program: where delays are written, and the normal draws of a tile.</summary>
internal sealed class BlockLayout
{
    /// <param name="program">The program.</param>
    /// <param name="width">Replications side by side.</param>
    public BlockLayout(StepProgram program, int width)
    {
        // Whole vectors in each row keep the next row aligned.
        Stride = width < Maths.Rows.Lanes ? width : (width + Maths.Rows.Lanes - 1) / Maths.Rows.Lanes * Maths.Rows.Lanes;
        DelayWrites = new DelayWrites(program, program.Rows);
        Normals = new NormalTile(program, program.Rows + DelayWrites.Rows, width, Stride);
        Rows = program.Rows + DelayWrites.Rows + Normals.Rows;
    }

    /// <summary>Doubles from row to row.</summary>
    public int Stride { get; }

    /// <summary>All rows, those of the program included.</summary>
    public int Rows { get; }

    public DelayWrites DelayWrites { get; }

    public NormalTile Normals { get; }
}
