using System.Globalization;
using Supply.Programs;

namespace Supply;

/// <summary>
/// How a path goes through its points: in each step the value of a point a, or with a weight w above 0 and the next point b
/// a + (b - a) * w.
/// </summary>
/// <param name="Name">Its name in expressions, for example <c>path 2</c>; its points are lines of the listing.</param>
/// <param name="Points">For each step the number of the point at or before it, from 0.</param>
/// <param name="Weights">For each step the share of the way to the next point, 0..1.</param>
public sealed record ExplanationPath(string Name, Items<int> Points, Items<double> Weights)
{
    /// <summary>The path in runs, for example <c>path 2 = point 0 x 59, point 0 to 1 x 31</c>; a long one without its middle.</summary>
    public override string ToString() => $"{Name} = {RunLengths.Of(Points.Zip(Weights, Place))}";

    private static string Place(int point, double weight) => weight == 0
        ? string.Create(CultureInfo.InvariantCulture, $"point {point}")
        : string.Create(CultureInfo.InvariantCulture, $"point {point} to {point + 1}");
}
