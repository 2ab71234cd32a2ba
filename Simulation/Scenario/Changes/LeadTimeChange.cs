namespace Supply;

/// <summary>
/// The lead time of a route with <see cref="Transit.Erlang"/> is multiplied, also for rounds already under way: a longer haul, a
/// slower border. Several at once multiply.
/// </summary>
/// <param name="Route">The name of a route with an Erlang transit.</param>
/// <param name="From">When it begins.</param>
/// <param name="Factor">Multiplier of the lead time, 0..10; only far tails of a distribution may lie beyond.</param>
public sealed record LeadTimeChange(string Route, Moment From, Uncertain Factor) : Change(From);
