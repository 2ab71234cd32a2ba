using Supply.Programs;
using static Supply.Equations.GunLevels;
using static Supply.Programs.Arithmetic;

namespace Supply.Equations;

/// <summary>Rounds of a demand in this step: controlled, or fired.</summary>
/// <param name="Consumer">The consumer.</param>
/// <param name="Calibre">The calibre.</param>
/// <param name="Rounds">How many.</param>
/// <param name="ByGuns">Rounds allowed by rationing that the guns could not fire even if each had a barrel; null: none.</param>
/// <param name="ByBarrels">Further rounds that they cannot fire because some have no barrel; null: none.</param>
internal sealed record ControlledFire(Consumer Consumer, Calibre Calibre, Term Rounds, Term? ByGuns = null, Term? ByBarrels = null);

/// <summary>
/// Guns in service, guns of them with a barrel, spare barrels and guns in reserve. Firing wears barrels out; fire is at most what
/// the guns with a barrel can fire.
/// </summary>
internal static class GunEquations
{
    /// <summary>Barrels are made, and the reserve gives guns and barrels, in proportion to what is wanted of it.</summary>
    public static void Make(GunPark park, Side side)
    {
        var levels = new GunLevels(park, side);
        var made = PerStep(park.BarrelProduction, "barrelProduction", park, side) * ChangeEquations.CapacityFactor(side, park.Name);
        var toCannibalise = PerStep(park.Cannibalised, "cannibalised", park, side);
        var toReturn = PerStep(park.Returned, "returned", park, side);
        var wanted = toCannibalise + toReturn;
        var taken = Take(levels.Hulls, Share(wanted, levels.Hulls.Now));
        var cannibalised = taken * Share(toCannibalise, wanted);
        var returned = taken * Share(toReturn, wanted);
        var recovered = cannibalised * side.Number(park, "usable");
        levels.Spare.Now += made + recovered;
        levels.Guns.Now += returned;
        levels.Armed.Now += returned;
        side.Book(Quantity.BarrelsMade, park, made);
        side.Book(Quantity.BarrelsRecovered, park, recovered);
        side.Book(Quantity.GunsCannibalised, park, cannibalised);
        side.Book(Quantity.GunsReturned, park, returned);
    }

    /// <summary>Guns are lost with their barrels; then spare barrels go to guns without one.</summary>
    public static void Lose(GunPark park, Side side)
    {
        var levels = new GunLevels(park, side);
        var share = Share(PerStep(park.Losses, "losses", park, side), levels.Guns.Now);
        side.Book(Quantity.GunsLost, park, Take(levels.Guns, share));
        side.Book(Quantity.BarrelsLost, park, Take(levels.Armed, share));
        var without = Max(0, levels.Guns.Now - levels.Armed.Now);
        levels.Armed.Now += Take(levels.Spare, Share(without, levels.Spare.Now)).Named("barrels fitted", park);
    }

    /// <summary>The most rounds that a park can fire in this step.</summary>
    public static Term Limit(GunPark park, Side side) => new GunLevels(park, side).Armed.Now * PerGun(park, side);

    /// <summary>Cuts what the demands on a park want to what its guns can fire.</summary>
    public static IReadOnlyList<ControlledFire> Cap(IReadOnlyList<ControlledFire> controlled, Side side)
    {
        foreach (var park in side.Parts<GunPark>()) controlled = Cap(park, controlled, side);
        return controlled;
    }

    /// <summary>
    /// Books the causes of a shortfall. Where a backlog is fired as well, guns and barrels may hold back more than the shortfall; then it
    /// is divided between them in proportion.
    /// </summary>
    public static void Miss(ControlledFire fire, Term shortfall, Side side)
    {
        void Book(Quantity quantity, Term rounds) => side.Book(quantity, fire.Consumer, fire.Calibre, rounds);
        if (fire is not { ByGuns: { } byGuns, ByBarrels: { } byBarrels })
        {
            Book(Quantity.ShortOfRounds, shortfall);
            return;
        }

        var held = byGuns + byBarrels;
        var counted = Share(shortfall, held);
        Book(Quantity.ShortOfGuns, byGuns * counted);
        Book(Quantity.ShortOfBarrels, byBarrels * counted);
        Book(Quantity.ShortOfRounds, Max(0, shortfall - held));
    }

    /// <summary>Barrels worn by all that a park fired in this step.</summary>
    public static void Wear(GunPark park, IEnumerable<ControlledFire> fired, Side side)
    {
        var levels = new GunLevels(park, side);
        var rounds = side.Sum(fired.Where(fire => IsFiredBy(park, fire)).Select(fire => fire.Rounds));
        var share = Share(rounds / side.Number(park, "barrelLife"), levels.Armed.Now);
        side.Book(Quantity.BarrelsWorn, park, Take(levels.Armed, share).Named("barrels worn", park));
    }

    private static Term PerGun(GunPark park, Side side) => Min(side.PerStep(park, "perGun"), side.Number(park, "barrelLife"));

    private static bool IsFiredBy(GunPark park, ControlledFire fire) =>
        fire.Consumer.Demands.First(demand => demand.Calibre == fire.Calibre).Guns == park.Name;

    private static IReadOnlyList<ControlledFire> Cap(GunPark park, IReadOnlyList<ControlledFire> controlled, Side side)
    {
        var levels = new GunLevels(park, side);
        var perGun = PerGun(park, side);
        var wanted = side.Sum(controlled.Where(Mine).Select(fire => fire.Rounds));
        var byGuns = Share(levels.Guns.Now * perGun, wanted);
        var byBarrels = Share(levels.Armed.Now * perGun, wanted).Named("share that guns can fire", park);
        return [.. controlled.Select(fire => Mine(fire) ? Cut(fire) : fire)];

        bool Mine(ControlledFire fire) => IsFiredBy(park, fire);

        ControlledFire Cut(ControlledFire fire)
        {
            var (ifAllArmed, rounds) = (side.Rounding.Down(fire.Rounds * byGuns), side.Rounding.Down(fire.Rounds * byBarrels));
            return fire with { Rounds = rounds, ByGuns = fire.Rounds - ifAllArmed, ByBarrels = ifAllArmed - rounds };
        }
    }

    private static Term PerStep(RatePath? path, string key, GunPark park, Side side) => path is null ? side.Zero : side.PerStep(park, key);
}
