namespace Supply;

/// <summary>Something a supplier is paid with.</summary>
/// <param name="Good">What it is: food, oil products, money, technology; one payment of a good in an account.</param>
/// <param name="PerMonth">Value per month of 30.4375 days, at least 0.</param>
public sealed record Payment(string Good, Uncertain PerMonth)
{
    /// <summary>When it begins; null: before the horizon. Default null.</summary>
    public Moment? From { get; init; }

    /// <summary>When it ends, after <see cref="From"/>; null: after the horizon. Default null.</summary>
    public Moment? Until { get; init; }
}

/// <summary>
/// What a supplier has been paid against what it has dispatched. It sends all that is ordered while what it is owed is at most the
/// credit; beyond it, exports are scaled down in a straight line, to nothing once it is owed credit and patience; with payment they
/// recover. All values are in one unit of the analyst's choice, for example a thousand US dollars.
/// </summary>
/// <param name="Payments">What it is paid with.</param>
/// <param name="Price">Value of a dispatched round, at least 0.</param>
/// <param name="Credit">Value it may be owed before it holds anything back, at least 0.</param>
/// <param name="Patience">Further value over which exports fall to nothing, above 0.</param>
public sealed record BarterAccount(Items<Payment> Payments, Uncertain Price, Uncertain Credit, Uncertain Patience)
{
    /// <summary>Value paid in advance at the start of the horizon, at least 0. Default 0.</summary>
    public Uncertain Opening { get; init; } = 0;

    /// <summary>
    /// How long the supplier takes to answer to the account: its willingness is smoothed exponentially with this time constant,
    /// above 0. Null: it answers at once. Default null.
    /// </summary>
    public Days? Reaction { get; init; }
}
