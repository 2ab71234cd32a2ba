using Supply.Evidence;

namespace Supply.Inference;

/// <summary>The scopes of witnesses before any claim is believed.</summary>
/// <param name="Known">The scopes that a case gives.</param>
/// <param name="DriftFrom">The day from which they drift.</param>
/// <param name="SideOf">The side that a claim is about; null: none or several.</param>
internal sealed record ScopePriors(IReadOnlyList<WitnessScope> Known, DateOnly DriftFrom, Func<Claim, string?> SideOf)
{
    /// <summary>The scope of a claim's witness on its subject; by default about 1, by the reliability of the witness.</summary>
    public WitnessScope Of(Claim claim) =>
        Find(claim.Witness, claim) ?? Find(WitnessScope.Anybody, claim)
        ?? new(claim.Witness, claim.Subject, 0, claim.Reliability switch { 'A' or 'B' => 0.15, 'C' => 0.2, 'D' => 0.25, _ => 0.4 });

    private WitnessScope? Find(string witness, Claim claim) => Known.FirstOrDefault(scope =>
        (scope.Witness, scope.Subject) == (witness, claim.Subject) && (scope.Side is null || scope.Side == SideOf(claim)));

    /// <summary>The years of drift in a claim, up to the middle of its days; at least 0.</summary>
    public double Years(Claim claim) =>
        Math.Max(0, ((claim.From.DayNumber + claim.To.DayNumber) / 2.0) - DriftFrom.DayNumber) / 365.25;
}
