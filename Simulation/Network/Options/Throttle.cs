namespace Supply;

/// <summary>
/// Production, refurbishment or orders that are cut as the stock of their calibre grows. Capacity or orders are multiplied by a factor: 1
/// while the cover is at most <see cref="BeginsAt"/>, the floor from <see cref="CompleteAt"/> on, and linear between. Cover is the counted
/// stock over what the consumers at the counted stockpiles require of the calibre, or fire of it where their wish follows supply; where no
/// such consumer fires it, over that of all consumers of the network. It is taken at the start of a step, before anything moves; in the
/// first step nothing is cut.
/// </summary>
/// <param name="Counting">Stockpiles whose rounds count, at least one; each can hold the calibre.</param>
/// <param name="BeginsAt">Days of cover at which throttling begins, at least 0.</param>
/// <param name="CompleteAt">Days of cover at which it is complete; above <paramref name="BeginsAt"/>.</param>
/// <param name="Averaging">Days over which stock and rate are smoothed exponentially before cover is taken; at least 1e-9.</param>
public sealed record Throttle(Items<string> Counting, Days BeginsAt, Days CompleteAt, Days Averaging)
{
    /// <summary>The factor where throttling is complete, 0..1. Default 0: capacity or orders stop.</summary>
    public Fraction Floor { get; init; } = Fraction.None;

    /// <summary>For people, for example <c>from 90 days of cover to 0 % at 180 days, counting "Rear depots"</c>.</summary>
    public override string ToString() => $"from {BeginsAt} of cover to {Floor} at {CompleteAt}, averaged over {Averaging}, counting "
        + string.Join(", ", Counting.Select(name => $"\"{name}\""));
}
