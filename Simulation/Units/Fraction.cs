namespace Supply;

/// <summary>A share between 0 and 1, exact or uncertain.</summary>
/// <remarks><c>Fraction.Of(0.05)</c>, <c>Fraction.Percent(5)</c>; neither a bare number nor an uncertain one becomes one unasked.</remarks>
public sealed record Fraction
{
    private Fraction(Uncertain value) => Value = value;

    /// <summary>None of it: 0.</summary>
    public static Fraction None { get; } = new(0);

    /// <summary>All of it: 1.</summary>
    public static Fraction All { get; } = new(1);

    /// <summary>Fraction, 0..1.</summary>
    public Uncertain Value { get; }

    /// <summary>This share.</summary>
    /// <param name="share">An exact share or an uncertain one, 0..1; a scenario in which it may leave that range does not compile.</param>
    public static Fraction Of(Uncertain share) => new(share);

    /// <summary>An exact share in percent.</summary>
    /// <param name="percent">0..100; a scenario in which it lies outside does not compile.</param>
    public static Fraction Percent(double percent) => new(percent / 100);

    /// <summary>In percent, for people, for example <c>5 to 15 %, all equally likely</c>.</summary>
    public override string ToString() => Value.InPercent();
}
