namespace Supply;

/// <summary>
/// Ships call more or less often at the port of a route: the number of calls is multiplied. 0 is a pause. Several at once multiply.
/// </summary>
/// <param name="Route">The name of a route with sailings.</param>
/// <param name="From">When it begins.</param>
/// <param name="Factor">Multiplier of the number of calls, 0..10; only far tails of a distribution may lie beyond.</param>
public sealed record SailingChange(string Route, Moment From, Uncertain Factor) : Change(From);

/// <summary>A supplier is not paid; its account runs down as it dispatches.</summary>
/// <param name="Origin">The origin of a supplier with an account.</param>
/// <param name="From">When it begins.</param>
public sealed record PaymentStop(Origin Origin, Moment From) : Change(From)
{
    /// <summary>The good that is no longer paid; null: all. Default null.</summary>
    public string? Good { get; init; }
}

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
