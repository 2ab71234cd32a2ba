namespace Supply;

/// <summary>
/// The planned orders placed with one origin are multiplied, all calibres alike: an initiative that doubles, an ally that stops giving. A
/// target share that counts replaces planned orders and is not multiplied. Several at once multiply.
/// </summary>
/// <param name="Origin">The origin of the supplier.</param>
/// <param name="From">When it begins.</param>
/// <param name="Factor">Multiplier of the planned orders, 0..10; only far tails of a distribution may lie beyond.</param>
public sealed record OrderChange(Origin Origin, Moment From, Uncertain Factor) : Change(From)
{
    /// <summary>
    /// Days over which it ramps up in a straight line, at least 1e-9: the factor is 1 + (factor - 1) w, where w rises from 0 to 1. Null: at
    /// once. Default null.
    /// </summary>
    public Days? Onset { get; init; }
}
