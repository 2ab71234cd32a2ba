namespace Supply;

/// <summary>
/// The guns that fire for the demands whose <see cref="Demand.Guns"/> name this park. A gun needs a barrel, barrels wear out by firing,
/// and a gun with a worn barrel waits for another: from production, or from guns in reserve that are cannibalised. So guns and barrels
/// limit fire even where depots are full.
/// </summary>
/// <param name="Name">Unique in its network.</param>
/// <param name="Guns">Guns in service when the horizon starts, each with a barrel; at least 0.</param>
/// <param name="PerGun">The most that one gun fires, rounds per time, at least 0.</param>
/// <param name="BarrelLife">
/// Rounds that wear out a barrel; at least 1e-9. Barrels are worn to all degrees, so a share of them wears out in each step.
/// </param>
public sealed record GunPark(string Name, Units Guns, Rate PerGun, Rounds BarrelLife) : Part(Name)
{
    /// <summary>Spare barrels when the horizon starts, at least 0. Default none.</summary>
    public Units Barrels { get; init; } = Units.None;

    /// <summary>New barrels over time, at least 0; null: none. Default null.</summary>
    public RatePath? BarrelProduction { get; init; }

    /// <summary>Guns in reserve when the horizon starts, at least 0. Default none.</summary>
    public Units Reserve { get; init; } = Units.None;

    /// <summary>
    /// Guns of the reserve cannibalised for their barrels over time, whether or not a gun waits for one, at least 0; when the reserve runs
    /// short it shares the rest with the guns that return. Null: none. Default null.
    /// </summary>
    public RatePath? Cannibalised { get; init; }

    /// <summary>Share of cannibalised guns whose barrel can be used, 0..1. Default 1.</summary>
    public Fraction Usable { get; init; } = Fraction.All;

    /// <summary>
    /// Guns of the reserve that return to service over time, with their barrels, as long as it lasts, at least 0; null: none. Default null.
    /// </summary>
    public RatePath? Returned { get; init; }

    /// <summary>Guns lost over time, with the barrels they have, at least 0; null: none. Default null.</summary>
    public RatePath? Losses { get; init; }
}
