namespace Supply;

/// <summary>
/// The capacity of a production line, refurbishment works or route, the rate of an input source, or the barrel production of a gun park is
/// multiplied. Several at once multiply.
/// </summary>
/// <param name="Part">The name of a line, works, route that has a capacity, input source, or gun park that makes barrels.</param>
/// <param name="From">When it begins.</param>
/// <param name="Factor">Multiplier of the capacity, 0..10; only far tails of a distribution may lie beyond.</param>
public sealed record CapacityChange(string Part, Moment From, Uncertain Factor) : Change(From)
{
    /// <summary>
    /// Days over which it ramps up in a straight line, at least 1e-9: the factor is 1 + (factor - 1) w, where w rises from 0 to 1. Null: at
    /// once. Default null.
    /// </summary>
    public Days? Onset { get; init; }
}
