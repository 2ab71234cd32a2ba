namespace Supply;

/// <summary>A source of one input: its production at home, or its imports through a third country.</summary>
/// <param name="Name">Unique in its network.</param>
/// <param name="To">The input stock that it fills.</param>
/// <param name="Rate">Its supply over time, units of the input per time, at least 0.</param>
public sealed record InputSource(string Name, string To, RatePath Rate) : Part(Name)
{
    /// <summary>
    /// Dispatch to receipt, rounded to whole steps, halves up, at least one step, drawn once per replication; null: the supply can be
    /// used in the same step, as with exactly 0. An uncertain one may not reach 0. Nothing is in transit when the horizon starts. Default
    /// null.
    /// </summary>
    public Days? LeadTime { get; init; }

    /// <summary>Share lost or diverted on the way, 0..1, booked at dispatch. Default 0.</summary>
    public Fraction Loss { get; init; } = Fraction.None;

    /// <summary>Price of a unit at dispatch, at least 0; null: its cost is not counted. Default null.</summary>
    public Money? UnitCost { get; init; }
}
