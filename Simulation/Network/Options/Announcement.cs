namespace Supply;

/// <summary>A deal that is announced but does not deliver yet: nothing is ordered before it begins, and it may never begin.</summary>
/// <param name="On">The day of the announcement, at whose start the slip begins; it may lie outside the horizon.</param>
/// <param name="Slip">Days from the announcement to the first orders, at least 0.</param>
public sealed record Announcement(Moment On, Days Slip)
{
    /// <summary>The probability that it begins at all, 0..1. Default 1.</summary>
    public Fraction Probability { get; init; } = Fraction.All;

    /// <summary>For people, for example <c>announced for 2025-01-01, later by 30 days; probability 80 %</c>.</summary>
    public override string ToString() => $"announced for {On}, later by {Slip}; probability {Probability}";
}
