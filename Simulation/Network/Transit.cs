namespace Supply;

/// <summary>How the times that rounds spend on a route differ around its lead time.</summary>
public abstract record Transit
{
    private protected Transit() { }

    /// <summary>A conveyor: every round takes the lead time, rounded to whole steps, and overtakes none.</summary>
    public static Transit Fixed { get; } = new FixedTransit();

    /// <summary>
    /// Rounds pass stages one after another, each for the lead time over their number on average (an Erlang distribution): some come
    /// early, some late. Its standard deviation is the lead time over the square root of the order. It takes a step for each
    /// stage at least.
    /// </summary>
    /// <param name="order">The number of stages, 1 to 100; 1 mixes all that is under way, many come close to a conveyor.</param>
    public static Transit Erlang(int order) => new ErlangTransit(order);

    /// <summary>
    /// Each step's dispatch has a lead time of its own, all calibres alike: the route's lead time, which is the median, times a
    /// log-normal factor, drawn anew and independent of all others, rounded to whole steps, halves up, at least one. So a shipment may
    /// overtake those before it (order crossover).
    /// </summary>
    /// <param name="spread">Standard deviation of the logarithm of the factor, at least 0: at 0.5 one shipment in twenty takes more than 2.3 times the median.</param>
    /// <param name="longest">The most that a shipment takes, not below the least lead time of the route; what is drawn beyond it takes so long.</param>
    public static Transit PerShipment(Factor spread, Days longest) => new PerShipmentTransit(spread, longest);
}

internal sealed record FixedTransit : Transit;

internal sealed record ErlangTransit(int Order) : Transit;

internal sealed record PerShipmentTransit(Factor Spread, Days Longest) : Transit;
