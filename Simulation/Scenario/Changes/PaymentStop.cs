namespace Supply;

/// <summary>A supplier is not paid; its account runs down as it dispatches.</summary>
/// <param name="Origin">The origin of a supplier with an account.</param>
/// <param name="From">When it begins.</param>
public sealed record PaymentStop(Origin Origin, Moment From) : Change(From)
{
    /// <summary>The good that is no longer paid; null: all. Default null.</summary>
    public string? Good { get; init; }
}
