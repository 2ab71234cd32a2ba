namespace Supply;

/// <summary>Unserviceable rounds that can be refurbished.</summary>
/// <param name="Name">Unique in its network.</param>
/// <param name="Opening">Rounds there when the horizon starts; at most one lot per calibre and origin.</param>
public sealed record Reserve(string Name, Items<Lot> Opening) : Part(Name)
{
    /// <summary>
    /// Which origins works take first: <c>Drawing.ByPreference(Origin.Dprk)</c> takes rework of imports before legacy stock. Default <see
    /// cref="Drawing.Proportional"/>.
    /// </summary>
    public Drawing Drawing { get; init; } = Drawing.Proportional;

    /// <summary>A reserve that starts empty.</summary>
    public Reserve(string name) : this(name, Items<Lot>.Empty) { }
}
