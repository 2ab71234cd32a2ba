namespace Supply;

/// <summary>A number of things that are not rounds, at least 0, exact or uncertain: guns, barrels, units of a material.</summary>
/// <remarks><c>Units.Of(300)</c>; neither a bare number nor an uncertain one becomes one unasked.</remarks>
public sealed record Units
{
    private Units(Uncertain value) => Value = value;

    /// <summary>None.</summary>
    public static Units None { get; } = new(0);

    /// <summary>How many; the property that holds the number says which things.</summary>
    public Uncertain Value { get; }

    /// <summary>This many things.</summary>
    /// <param name="units">An exact number or an uncertain one, at least 0; a scenario in which it may be less does not compile.</param>
    public static Units Of(Uncertain units) => new(units);

    /// <summary>For people, for example <c>300 units</c>.</summary>
    public override string ToString() => Value.In("unit", "units");
}
