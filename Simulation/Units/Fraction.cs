namespace Supply;

/// <summary>A share between 0 and 1, exact or uncertain.</summary>
/// <param name="Value">Fraction, 0..1.</param>
public sealed record Fraction(Uncertain Value)
{
    /// <summary>None of it: 0.</summary>
    public static Fraction None { get; } = new(0);

    /// <summary>All of it: 1.</summary>
    public static Fraction All { get; } = new(1);

    /// <summary>An exact share, 0..1.</summary>
    public static implicit operator Fraction(double share) => new(share);

    /// <summary>An uncertain share, 0..1.</summary>
    public static implicit operator Fraction(Uncertain share) => new(share);
}
