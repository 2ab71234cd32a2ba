namespace Supply;

/// <summary>A good that a supplier is paid with.</summary>
/// <param name="Good">The good: food, oil products, money, technology; an account has at most one payment for each good.</param>
/// <param name="PerMonth">Value per month of 30.4375 days, at least 0.</param>
public sealed record Payment(string Good, Money PerMonth)
{
    /// <summary>The first day of payment; null: before the horizon. Default null.</summary>
    public Moment? From { get; init; }

    /// <summary>
    /// The first day without payment: that day does not count. After <see cref="From"/>; null: payment goes on beyond the horizon.
    /// Default null.
    /// </summary>
    public Moment? Until { get; init; }

    /// <summary>For people, for example <c>oil: 500 units of currency a month</c>.</summary>
    public override string ToString() => 
        $"{Good}: {PerMonth} a month{(From is { } from ? $" from {from}" : "")}{(Until is { } until ? $" until {until}" : "")}";
}
