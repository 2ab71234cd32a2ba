namespace Supply;

/// <summary>A number of things that are not rounds, at least 0, exact or uncertain: guns, barrels, units of a material.</summary>
/// <param name="Value">How many; the property that holds the number says which things.</param>
public sealed record Units(Uncertain Value)
{
    /// <summary>None.</summary>
    public static Units None { get; } = new(0);

    /// <summary>An exact number.</summary>
    public static implicit operator Units(double units) => new(units);

    /// <summary>An uncertain number.</summary>
    public static implicit operator Units(Uncertain units) => new(units);
}
