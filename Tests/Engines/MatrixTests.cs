namespace Supply.Tests.Engines;

/// <summary>A run of the matrix covers what it should cover.</summary>
public class MatrixTests
{
    /// <summary>A width that .NET did not give up would only repeat another run; and the whole matrix needs 512 bits.</summary>
    [Fact]
    public void Vectors_AreAsWideAsAskedFor()
    {
        Matrix.VectorBits.ShouldBeLessThanOrEqualTo(Matrix.AllowedVectorBits);
        if (Matrix.IsFull) Matrix.VectorBits.ShouldBe(Matrix.AllowedVectorBits, "The whole matrix needs a processor with AVX-512.");
    }

    [Fact]
    public void BlockWidths_FillTheirBlocks() =>
        Matrix.BlockWidths.ShouldAllBe(width => width < Matrix.Replications(width));
}
