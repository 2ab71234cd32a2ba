namespace Supply;

/// <summary>Rounds of one calibre and origin at one place.</summary>
/// <param name="Calibre">The calibre.</param>
/// <param name="Origin">The country of manufacture.</param>
/// <param name="Amount">Rounds at the start of the horizon, at least 0.</param>
public sealed record Lot(Calibre Calibre, Origin Origin, Rounds Amount)
{
    /// <summary>For people, for example <c>10,000 rounds of 152 mm, DPRK</c>.</summary>
    public override string ToString() => $"{Amount} of {Calibre}, {Origin}";
}
