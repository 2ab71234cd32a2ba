using Supply.Programs;

namespace Supply.Equations;

/// <summary>Contents of a gun park, and its books.</summary>
internal sealed class GunLevels(GunPark park, Side side)
{
    private static readonly Quantity[] BarrelsIn = [Quantity.BarrelsMade, Quantity.BarrelsRecovered, Quantity.GunsReturned];
    private static readonly Quantity[] BarrelsOut = [Quantity.BarrelsWorn, Quantity.BarrelsLost];
    private static readonly Quantity[] GunsOut = [Quantity.GunsLost, Quantity.GunsCannibalised];

    /// <summary>Guns in service.</summary>
    public StateRef Guns { get; } = side.Stores.Level("guns", park, () => side.Number(park, "guns"));

    /// <summary>Guns in service that have a barrel; all of them at the start.</summary>
    public StateRef Armed { get; } = side.Stores.Level("guns with a barrel", park, () => side.Number(park, "guns"));

    /// <summary>Barrels in stock.</summary>
    public StateRef Spare { get; } = side.Stores.Level("spare barrels", park, () => side.Number(park, "barrels"));

    /// <summary>Guns in reserve.</summary>
    public StateRef Hulls { get; } = side.Stores.Level("guns in reserve", park, () => side.Number(park, "reserve"));

    /// <summary>Rounds off what is too small to count and books the levels at the end of the step.</summary>
    public void Close()
    {
        side.Close(Quantity.GunsInService, park, Guns);
        side.Close(Quantity.GunsWithBarrel, park, Armed);
        side.Close(Quantity.SpareBarrels, park, Spare);
        side.Close(Quantity.GunsInReserve, park, Hulls);
    }

    /// <summary>
    /// Guns: opening in service and in reserve = lost + cannibalised + in service + in reserve. Barrels: opening of guns and spare +
    /// made + recovered + returned with their guns = worn + lost + of guns + spare.
    /// </summary>
    public IEnumerable<Book> Books()
    {
        Term Sum(Quantity[] quantities) => side.Ledger.Sum(side, quantities, [park.Name]);
        var (guns, barrels) = (side.Label("balance of guns", park.Name), side.Label("balance of barrels", park.Name));
        yield return new(guns, guns, [Guns, Hulls], side.Zero, Sum(GunsOut));
        yield return new(barrels, barrels, [Armed, Spare], Sum(BarrelsIn), Sum(BarrelsOut));
    }

    /// <summary>Takes a share of a level and gives what was taken.</summary>
    public static Term Take(StateRef level, Term share)
    {
        var taken = level.Now * share;
        level.Now -= taken;
        return taken;
    }
}
