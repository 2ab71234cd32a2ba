namespace Supply;

/// <summary>A route dispatches nothing; its ships do not sail. Several at once act as one.</summary>
/// <param name="Route">The name of a route.</param>
/// <param name="From">When it closes.</param>
public sealed record RouteClosure(string Route, Moment From) : Change(From)
{
    /// <summary>The fate of rounds under way. Default: they continue.</summary>
    public UnderWay UnderWay { get; init; } = UnderWay.Continues;
}
