namespace Supply.Analysis;

/// <summary>
/// A continuous function on 0..1 with a value in the middle of each of equal classes: straight in between, and on to both ends.
/// </summary>
internal sealed class ClassLine
{
    private readonly double[] nodes;

    /// <param name="middles">The values in the middles of the classes, at least two.</param>
    public ClassLine(double[] middles)
    {
        nodes =
        [
            middles[0] + ((middles[0] - middles[1]) / 2), .. middles, middles[^1] + ((middles[^1] - middles[^2]) / 2),
        ];
        Mean = Pieces().Sum(piece => piece.Width * (nodes[piece.At] + nodes[piece.At + 1]) / 2);
    }

    public double Mean { get; }

    private int Classes => nodes.Length - 2;

    public double At(double place)
    {
        var scaled = (place * Classes) + 0.5;
        var node = Math.Clamp((int)scaled, 0, Classes);

        // The first and last pieces are half as long.
        var beyond = node == 0 ? 2 * (scaled - 0.5) : node == Classes ? 2 * (scaled - Classes) : scaled - node;
        return nodes[node] + (beyond * (nodes[node + 1] - nodes[node]));
    }

    /// <summary>The mean of the product of two functions with the same classes.</summary>
    public double MeanOfProduct(ClassLine other) => Pieces().Sum(piece =>
    {
        var (a, b, c, d) = (nodes[piece.At], nodes[piece.At + 1], other.nodes[piece.At], other.nodes[piece.At + 1]);
        return piece.Width * ((2 * ((a * c) + (b * d))) + (a * d) + (b * c)) / 6;
    });

    private IEnumerable<(int At, double Width)> Pieces() =>
        Enumerable.Range(0, Classes + 1).Select(i => (i, (i == 0 || i == Classes ? 0.5 : 1) / Classes));
}
