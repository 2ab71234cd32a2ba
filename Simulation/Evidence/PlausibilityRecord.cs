namespace Supply.Evidence;

/// <summary>The published record on a shipped case.</summary>
/// <param name="Case">The case.</param>
/// <param name="Checks">The checks, by subject and then by date.</param>
/// <param name="Contradictions">Groups of rows that cannot be true together, and which of them the case follows.</param>
/// <param name="NoCheck">Why a row about the case is not a check.</param>
public sealed record PlausibilityRecord(
    Scenario Case,
        IReadOnlyList<PlausibilityCheck> Checks, IReadOnlyList<string> Contradictions, IReadOnlyDictionary<string, string> NoCheck);
