namespace Supply.Inference;

/// <summary>How often a kind of move was accepted.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Proposed">Proposals.</param>
/// <param name="Accepted">Proposals that were accepted.</param>
public sealed record MoveDiagnostics(MoveKind Kind, long Proposed, long Accepted)
{
    /// <summary>The share that was accepted, 0..1; NaN when nothing was proposed.</summary>
    public double Share => Accepted / (double)Proposed;
}
