namespace Supply;

/// <summary>One point of a tabulated path.</summary>
/// <param name="At">The day from whose start (step) or at whose start (linear) the rate holds.</param>
/// <param name="Rate">The rate, at least 0.</param>
public sealed record RatePoint(Moment At, Rate Rate)
{
    /// <summary>For people, for example <c>2025-01-01: 100 rounds/day</c>.</summary>
    public override string ToString() => $"{At}: {Rate}";
}
