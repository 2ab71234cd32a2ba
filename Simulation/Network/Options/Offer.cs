namespace Supply;

/// <summary>A foreign supplier's rounds of one calibre.</summary>
/// <param name="Calibre">The calibre.</param>
/// <param name="Exportable">Stock it is ready to part with at the start of the horizon, at least 0.</param>
/// <param name="Production">Its own production, which adds to that stock, at least 0.</param>
/// <param name="Orders">
/// Rounds planned to be dispatched, at least 0; the stock may not cover them. Null where the route of the supplier orders by a <see
/// cref="Route.Replenishment"/>. Default null.
/// </param>
public sealed record Offer(Calibre Calibre, Rounds Exportable, RatePath Production, RatePath? Orders = null)
{
    /// <summary>
    /// How the orders are cut as the stock of the calibre grows; orders that a target share sets are not. Null: they are not cut. Default
    /// null.
    /// </summary>
    public Throttle? Throttle { get; init; }

    /// <summary>For people, for example <c>152 mm: 10,000 rounds, making 50 rounds/day, ordered 100 rounds/day</c>.</summary>
    public override string ToString() => $"{Calibre}: {Exportable}, making {Production}{(Orders is null ? "" : $", ordered {Orders}")}";
}
