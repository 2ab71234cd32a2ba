namespace Supply;

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
