namespace Supply;

/// <summary>Unserviceable rounds that can be refurbished.</summary>
/// <param name="Name">Unique in its network.</param>
/// <param name="Opening">Rounds there when the horizon starts; at most one lot per calibre and origin.</param>
public sealed record Reserve(string Name, Items<Lot> Opening) : Part(Name)
{
    /// <summary>
    /// Which rounds works take first; imports are those of origins whose supplier sends its rework to this reserve. Default <see
    /// cref="RefurbishmentOrder.Proportional"/>.
    /// </summary>
    public RefurbishmentOrder Order { get; init; }

    /// <summary>A reserve that starts empty.</summary>
    public Reserve(string name) : this(name, Items<Lot>.Empty) { }
}
