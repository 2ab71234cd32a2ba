namespace Supply;

/// <summary>How lead times vary on a route.</summary>
public abstract record Transit
{
    private protected Transit() { }

    /// <summary>A conveyor: every round takes the lead time, rounded to whole steps, and none overtakes another.</summary>
    public static Transit Fixed { get; } = new FixedTransit();

    /// <summary>
    /// Rounds pass through stages, each taking on average the lead time over the number of stages (an Erlang distribution), so some come
    /// early and some late. The standard deviation is the lead time over the square root of the order. Each stage takes at least one
    /// step.
    /// </summary>
    /// <param name="order">The number of stages, 1 to 100; 1 mixes everything in transit, a large number comes close to a conveyor.</param>
    public static Transit Erlang(int order) => new ErlangTransit(order);

    /// <summary>
    /// Each step's dispatch has its own lead time, the same for all calibres: the route's lead time, which is the median, times a
    /// log-normal factor, drawn independently for each dispatch, rounded to whole steps, halves up, at least one. So a shipment may
    /// overtake earlier ones (order crossover).
    /// </summary>
    /// <param name="spread">
    /// Standard deviation of the logarithm of the factor, at least 0: at 0.5 one shipment in twenty takes more than 2.3 times the median.
    /// </param>
    /// <param name="longest">
    /// The most that a shipment takes, not below the least lead time of the route; a longer draw is cut to it.
    /// </param>
    public static Transit PerShipment(Factor spread, Days longest) => new PerShipmentTransit(spread, longest);

    /// <summary>For people, for example <c>fixed</c>, <c>Erlang of order 3</c>.</summary>
    public sealed override string ToString() => Words;

    /// <summary>The words of <see cref="ToString"/>.</summary>
    private protected abstract string Words { get; }
}

internal sealed record FixedTransit : Transit
{
    private protected override string Words => "fixed";
}

internal sealed record ErlangTransit(int Order) : Transit
{
    private protected override string Words => FormattableString.Invariant($"Erlang of order {Order}");
}

internal sealed record PerShipmentTransit(Factor Spread, Days Longest) : Transit
{
    private protected override string Words => $"drawn for each shipment, spread {Spread.Value}, at most {Longest}";
}
