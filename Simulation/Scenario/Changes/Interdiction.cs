namespace Supply;

/// <summary>A route passes less and may lose more. Several at once multiply.</summary>
/// <param name="Route">The name of a route.</param>
/// <param name="From">When it begins.</param>
/// <param name="Remaining">Share that still passes of what the route would otherwise have taken, 0..1.</param>
public sealed record Interdiction(string Route, Moment From, Fraction Remaining) : Change(From)
{
    /// <summary>Further share of what is dispatched that is lost on the way, 0..1. Default 0.</summary>
    public Fraction Loss { get; init; } = Fraction.None;
}
