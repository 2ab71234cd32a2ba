namespace Supply;

/// <summary>
/// Ships call more or less often at the port of a route: the number of calls is multiplied. 0 is a pause. Several at once multiply.
/// </summary>
/// <param name="Route">The name of a route with sailings.</param>
/// <param name="From">When it begins.</param>
/// <param name="Factor">Multiplier of the number of calls, 0..10; only far tails of a distribution may lie beyond.</param>
public sealed record SailingChange(string Route, Moment From, Uncertain Factor) : Change(From);
