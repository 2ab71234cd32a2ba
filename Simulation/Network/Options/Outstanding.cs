namespace Supply;

/// <summary>Rounds of one calibre that were ordered or required before the start of the horizon and are still owed.</summary>
/// <param name="Calibre">The calibre.</param>
/// <param name="Amount">Rounds, at least 0.</param>
public sealed record Outstanding(Calibre Calibre, Rounds Amount)
{
    /// <summary>For people, for example <c>10,000 rounds of 152 mm</c>.</summary>
    public override string ToString() => $"{Amount} of {Calibre}";
}
