namespace Supply;

/// <summary>Rounds of one calibre and origin at one place.</summary>
/// <param name="Calibre">The calibre.</param>
/// <param name="Origin">The country of manufacture.</param>
/// <param name="Amount">Rounds at the start of the horizon, at least 0.</param>
public sealed record Lot(Calibre Calibre, Origin Origin, Rounds Amount);
