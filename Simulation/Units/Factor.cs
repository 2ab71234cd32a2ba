namespace Supply;

/// <summary>A number that something is multiplied by, at least 0, exact or uncertain.</summary>
/// <param name="Value">The factor, without unit.</param>
public sealed record Factor(Uncertain Value)
{
    /// <summary>An exact factor.</summary>
    public static implicit operator Factor(double factor) => new(factor);

    /// <summary>An uncertain factor.</summary>
    public static implicit operator Factor(Uncertain factor) => new(factor);
}
