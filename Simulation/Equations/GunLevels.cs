using Supply.Compilation;

namespace Supply.Equations;

/// <summary>What a gun park holds, and its books.</summary>
internal sealed class GunLevels(GunPark park, Side side)
{
    private static readonly Quantity[] BarrelsIn = [Quantity.BarrelsMade, Quantity.BarrelsRecovered, Quantity.GunsReturned];
    private static readonly Quantity[] BarrelsOut = [Quantity.BarrelsWorn, Quantity.BarrelsLost];
    private static readonly Quantity[] GunsOut = [Quantity.GunsLost, Quantity.GunsCannibalised];

    /// <summary>Guns in service.</summary>
    public StateRef Guns { get; } = side.Level("guns", park, () => Opening(park.Guns, "guns", park, side));

    /// <summary>Guns in service that have a barrel; all of them at the start.</summary>
    public StateRef Fitted { get; } = side.Level("guns with a barrel", park, () => Opening(park.Guns, "guns", park, side));

    /// <summary>Barrels in stock.</summary>
    public StateRef Spare { get; } = side.Level("spare barrels", park, () => Opening(park.Barrels, "barrels", park, side));

    /// <summary>Guns in reserve.</summary>
    public StateRef Reserve { get; } = side.Level("guns in reserve", park, () => Opening(park.Reserve, "reserve", park, side));

    /// <summary>Rounds off what is too small to count and books the levels at the end of the step.</summary>
    public void Close()
    {
        side.Close(Quantity.GunsInService, park, Guns);
        side.Close(Quantity.GunsWithBarrel, park, Fitted);
        side.Close(Quantity.SpareBarrels, park, Spare);
        side.Close(Quantity.GunsInReserve, park, Reserve);
    }

    /// <summary>
    /// Guns: opening in service and in reserve = lost + cannibalised + in service + in reserve. Barrels: opening of guns and spare +
    /// made + recovered + returned with their guns = worn + lost + of guns + spare.
    /// </summary>
    public IEnumerable<(string Name, Term Residual, Term Scale)> Books()
    {
        Term Sum(Quantity[] quantities) => side.Ledger.Sum(side, quantities, [park.Name]);
        yield return BalanceEquations.Close(side, side.Label("balance of guns", park.Name), [Guns, Reserve], side.Builder.Zero, Sum(GunsOut));
        yield return BalanceEquations.Close(side, side.Label("balance of barrels", park.Name), [Fitted, Spare], Sum(BarrelsIn), Sum(BarrelsOut));
    }

    /// <summary>Takes a share of a level and gives what was taken.</summary>
    public Term Take(StateRef level, Term share)
    {
        var b = side.Builder;
        var taken = b.Multiply(b.Read(level), share);
        b.Set(level, b.Subtract(b.Read(level), taken));
        return taken;
    }

    public void Add(StateRef level, Term more) => side.Builder.Set(level, side.Builder.Add(side.Builder.Read(level), more));

    private static Term Opening(Units units, string property, GunPark park, Side side) => side.Numbers.Of(units.Value, side.Address(park, property));
}
