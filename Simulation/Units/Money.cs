namespace Supply;

/// <summary>
/// An amount of money per something (the property says what), at least 0, exact or uncertain. The currency is the
/// analyst's: all costs of a scenario are in the same one.
/// </summary>
/// <param name="Value">Units of the currency.</param>
public sealed record Money(Uncertain Value)
{
    /// <summary>An exact amount.</summary>
    public static implicit operator Money(double amount) => new(amount);

    /// <summary>An uncertain amount.</summary>
    public static implicit operator Money(Uncertain amount) => new(amount);
}
