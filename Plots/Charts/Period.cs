namespace Supply.Plots;

/// <summary>A period of whole days.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day, not before <paramref name="From"/>.</param>
public readonly record struct Period(DateOnly From, DateOnly To);
