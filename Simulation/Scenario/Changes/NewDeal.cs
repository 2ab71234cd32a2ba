namespace Supply;

/// <summary>New terms of trade with a supplier. Several at once multiply.</summary>
/// <param name="Origin">The origin of a supplier with an account.</param>
/// <param name="From">When it begins.</param>
public sealed record NewDeal(Origin Origin, Moment From) : Change(From)
{
    /// <summary>Multiplier of all payments, 0..10; only far tails of a distribution may lie beyond. Default 1.</summary>
    public Uncertain Payments { get; init; } = 1;

    /// <summary>Multiplier of the price of a round, 0..10; only far tails of a distribution may lie beyond. Default 1.</summary>
    public Uncertain Price { get; init; } = 1;
}
