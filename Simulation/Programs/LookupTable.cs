namespace Supply.Programs;

/// <summary>A path through points that are known at set-up.</summary>
/// <param name="Points">The values of the points.</param>
/// <param name="Left">For each step the point at or before it.</param>
/// <param name="Weight">For each step the share of the way to the next point, 0..1.</param>
internal sealed record LookupTable(Term[] Points, int[] Left, double[] Weight);
