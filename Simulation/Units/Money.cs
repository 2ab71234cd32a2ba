namespace Supply;

/// <summary>
/// An amount of money per something (the property says what), at least 0, exact or uncertain. The currency is the
/// analyst's: all costs of a scenario are in the same one.
/// </summary>
/// <remarks><c>Money.Of(1_200)</c>; neither a bare number nor an uncertain one becomes one unasked.</remarks>
public sealed record Money
{
    private Money(Uncertain value) => Value = value;

    /// <summary>No money: 0.</summary>
    public static Money None { get; } = new(0);

    /// <summary>Units of the currency.</summary>
    public Uncertain Value { get; }

    /// <summary>This amount.</summary>
    /// <param name="amount">An exact amount or an uncertain one, at least 0; a scenario in which it may be less does not compile.</param>
    public static Money Of(Uncertain amount) => new(amount);

    /// <summary>For people, for example <c>1,200 units of currency</c>.</summary>
    public override string ToString() => Value.In("unit of currency", "units of currency");
}
