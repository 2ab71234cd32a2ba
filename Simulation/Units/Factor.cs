namespace Supply;

/// <summary>A number that something is multiplied by, at least 0, exact or uncertain.</summary>
/// <remarks><c>Factor.Of(1.5)</c>; neither a bare number nor an uncertain one becomes one unasked.</remarks>
public sealed record Factor
{
    private Factor(Uncertain value) => Value = value;

    /// <summary>The factor, without unit.</summary>
    public Uncertain Value { get; }

    /// <summary>This factor.</summary>
    /// <param name="factor">An exact factor or an uncertain one, at least 0; a scenario in which it may be less does not compile.</param>
    public static Factor Of(Uncertain factor) => new(factor);

    /// <summary>Several factors, for example one for each month.</summary>
    /// <param name="factors">Exact or uncertain, each at least 0.</param>
    public static Items<Factor> Each(params ReadOnlySpan<Uncertain> factors)
    {
        var all = new Factor[factors.Length];
        for (var i = 0; i < all.Length; i++) all[i] = new(factors[i]);
        return Items.Of<Factor>(all);
    }

    /// <summary>For people, for example <c>times 1.5</c>.</summary>
    public override string ToString() => "times " + Value;
}
