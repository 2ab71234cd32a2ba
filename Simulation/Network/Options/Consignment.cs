namespace Supply;

/// <summary>Rounds of one calibre and origin that are under way on a route at the start of the horizon.</summary>
/// <param name="Calibre">The calibre.</param>
/// <param name="Origin">The country of manufacture.</param>
/// <param name="Amount">Rounds, at least 0.</param>
public sealed record Consignment(Calibre Calibre, Origin Origin, Rounds Amount)
{
    /// <summary>
    /// When all of them arrive: days after the start of the horizon, rounded to whole steps, halves up; 0 is the first step. Null: as if
    /// they had been dispatched evenly over the lead time before the start. Default null.
    /// </summary>
    public Days? Arrives { get; init; }

    /// <summary>For people, for example <c>10,000 rounds of 152 mm, DPRK, arriving after 3 days</c>.</summary>
    public override string ToString() => $"{Amount} of {Calibre}, {Origin}{(Arrives is null ? "" : $", arriving after {Arrives}")}";
}
