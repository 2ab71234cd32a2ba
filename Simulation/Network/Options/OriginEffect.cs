namespace Supply;

/// <summary>The worth of a round of an origin when fired.</summary>
/// <param name="Origin">The country of manufacture.</param>
/// <param name="Effect">
/// Its effect as a share of that of a sound round of its calibre, 0..1; duds, dispersion and weak charges reduce it.
/// </param>
public sealed record OriginEffect(Origin Origin, Fraction Effect)
{
    /// <summary>For people, for example <c>DPRK: effect 70 %</c>.</summary>
    public override string ToString() => $"{Origin}: effect {Effect}";
}
