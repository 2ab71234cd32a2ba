namespace Supply;

/// <summary>
/// A supplier's account: what it has been paid, less the value it has dispatched. It sends all that is ordered while the debt to
/// it is at most the credit. Beyond the credit, its exports fall linearly with the debt and stop once the debt reaches credit plus
/// patience; they recover with payment. All values, those of goods included, are in the scenario's money.
/// </summary>
/// <param name="Payments">The goods it is paid with.</param>
/// <param name="Price">Value of a dispatched round, at least 0.</param>
/// <param name="Credit">The debt it accepts before it holds anything back, at least 0.</param>
/// <param name="Patience">The further debt over which its exports fall to nothing, at least 1e-9.</param>
public sealed record BarterAccount(Items<Payment> Payments, Money Price, Money Credit, Money Patience)
{
    /// <summary>Value paid in advance at the start of the horizon, at least 0. Default 0.</summary>
    public Money Opening { get; init; } = Money.None;

    /// <summary>
    /// How long the supplier takes to respond to the account: its willingness is smoothed exponentially with this time constant, at least
    /// 1e-9. Null: it responds at once. Default null.
    /// </summary>
    public Days? Reaction { get; init; }

    /// <summary>For people: price, credit, patience and payments.</summary>
    public override string ToString() => $"{Price} a round, credit {Credit}, patience {Patience}; payments: {string.Join("; ", Payments)}";
}
