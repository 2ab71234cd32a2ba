namespace Supply;

/// <summary>The condition in which rounds arrive.</summary>
/// <param name="Rework">Share that needs rework before use, 0..1.</param>
/// <param name="Useless">Share that is useless, 0..1; with <paramref name="Rework"/> at most 1.</param>
public sealed record LotCondition(Fraction Rework, Fraction Useless);

/// <summary>The worth of a round of an origin when fired.</summary>
/// <param name="Origin">The country of manufacture.</param>
/// <param name="Effect">
/// Its effect as a share of that of a sound round of its calibre, 0..1; duds, dispersion and weak charges reduce it.
/// </param>
public sealed record OriginEffect(Origin Origin, Fraction Effect);

/// <summary>Which rounds of a reserve works take first.</summary>
public enum RefurbishmentOrder
{
    /// <summary>All origins in proportion.</summary>
    Proportional,

    /// <summary>Legacy stock, then imports that need rework.</summary>
    LegacyFirst,

    /// <summary>Imports that need rework, then legacy stock.</summary>
    ImportsFirst,
}
