namespace Supply;

/// <summary>The fate of rounds that are under way when their route closes.</summary>
public enum UnderWay
{
    /// <summary>They go on and arrive: the closure stops dispatch alone.</summary>
    Continues,

    /// <summary>
    /// Rounds that would arrive wait before the end of the route and are delivered in the first step in which it is open.
    /// </summary>
    Waits,

    /// <summary>All that is under way when the closure begins is lost.</summary>
    Lost,
}

/// <summary>A route dispatches nothing; its ships do not sail. Several at once act as one.</summary>
/// <param name="Route">The name of a route.</param>
/// <param name="From">When it closes.</param>
public sealed record RouteClosure(string Route, Moment From) : Change(From)
{
    /// <summary>The fate of rounds under way. Default: they continue.</summary>
    public UnderWay UnderWay { get; init; } = UnderWay.Continues;
}

/// <summary>
/// The lead time of a route with <see cref="Transit.Erlang"/> is multiplied, also for rounds already under way: a longer haul, a
/// slower border. Several at once multiply.
/// </summary>
/// <param name="Route">The name of a route with an Erlang transit.</param>
/// <param name="From">When it begins.</param>
/// <param name="Factor">Multiplier of the lead time, 0..10; only far tails of a distribution may lie beyond.</param>
public sealed record LeadTimeChange(string Route, Moment From, Uncertain Factor) : Change(From);
