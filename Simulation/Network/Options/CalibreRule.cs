namespace Supply;

/// <summary>How a route replenishes one calibre.</summary>
/// <param name="Calibre">The calibre.</param>
/// <param name="Rule">Any rule except another one per calibre.</param>
public sealed record CalibreRule(Calibre Calibre, Replenishment Rule)
{
    /// <summary>For people, for example <c>152 mm: cover of 30 days</c>.</summary>
    public override string ToString() => $"{Calibre}: {Rule}";
}
