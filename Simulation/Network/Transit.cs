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
}

internal sealed record FixedTransit : Transit;

internal sealed record ErlangTransit(int Order) : Transit;
