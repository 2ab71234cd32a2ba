namespace Supply;

/// <summary>The condition in which rounds arrive.</summary>
/// <param name="Rework">Share that needs rework before use, 0..1.</param>
/// <param name="Useless">Share that is useless, 0..1; with <paramref name="Rework"/> at most 1.</param>
public sealed record LotCondition(Fraction Rework, Fraction Useless)
{
    /// <summary>For people, for example <c>rework 30 %, useless 5 %</c>.</summary>
    public override string ToString() => $"rework {Rework}, useless {Useless}";
}
