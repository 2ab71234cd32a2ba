using Supply.Compilation;

namespace Supply.Equations;

/// <summary>Rounds of a demand in this step: controlled, or fired.</summary>
/// <param name="Consumer">The consumer.</param>
/// <param name="Calibre">The calibre.</param>
/// <param name="Rounds">How many.</param>
/// <param name="ByGuns">Of what rationing allows, what guns hold back though each had a barrel; null: nothing.</param>
/// <param name="ByBarrels">What they hold back beyond that because some have no barrel; null: nothing.</param>
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
        var b = side.Builder;
        var levels = new GunLevels(park, side);
        var made = Wanted(park.BarrelProduction, "barrelProduction", park, side);
        made = b.Multiply(made, Dated.CapacityFactor(side, park.Name));
        var (cannibalised, returned) = (Wanted(park.Cannibalised, "cannibalised", park, side), Wanted(park.Returned, "returned", park, side));
        var wanted = b.Add(cannibalised, returned);
        var taken = levels.Take(levels.Reserve, b.Share(wanted, b.Read(levels.Reserve)));
        var torn = b.Multiply(taken, b.Share(cannibalised, wanted));
        var back = b.Multiply(taken, b.Share(returned, wanted));
        var recovered = b.Multiply(torn, side.Numbers.Of(park.Usable.Value, side.Address(park, "usable")));
        levels.Add(levels.Spare, b.Add(made, recovered));
        levels.Add(levels.Guns, back);
        levels.Add(levels.Fitted, back);
        side.Ledger.Book(Quantity.BarrelsMade, side, park, made);
        side.Ledger.Book(Quantity.BarrelsRecovered, side, park, recovered);
        side.Ledger.Book(Quantity.GunsCannibalised, side, park, torn);
        side.Ledger.Book(Quantity.GunsReturned, side, park, back);
    }

    /// <summary>Guns are lost with their barrels; then spare barrels go to guns without one.</summary>
    public static void Lose(GunPark park, Side side)
    {
        var b = side.Builder;
        var levels = new GunLevels(park, side);
        var share = b.Share(Wanted(park.Losses, "losses", park, side), b.Read(levels.Guns));
        side.Ledger.Book(Quantity.GunsLost, side, park, levels.Take(levels.Guns, share));
        side.Ledger.Book(Quantity.BarrelsLost, side, park, levels.Take(levels.Fitted, share));
        var without = b.Max(b.Zero, b.Subtract(b.Read(levels.Guns), b.Read(levels.Fitted)));
        var fitted = levels.Take(levels.Spare, b.Share(without, b.Read(levels.Spare)));
        fitted.Label ??= side.Label("barrels fitted", park.Name);
        levels.Add(levels.Fitted, fitted);
    }

    /// <summary>Cuts what the demands on a park want to what its guns can fire.</summary>
    public static IReadOnlyList<ControlledFire> Cap(IReadOnlyList<ControlledFire> controlled, Side side)
    {
        foreach (var park in side.Parts<GunPark>()) controlled = Cap(park, controlled, side);
        return controlled;
    }

    /// <summary>
    /// Books what a shortfall is for want of. Where a backlog is fired as well, guns may hold back more than the shortfall; then it is
    /// theirs, in proportion.
    /// </summary>
    public static void Miss(ControlledFire fire, Term shortfall, Side side)
    {
        var b = side.Builder;
        void Book(Quantity quantity, Term rounds) => side.Ledger.Book(quantity, side, fire.Consumer.Name, fire.Calibre, null, rounds);
        if (fire is not { ByGuns: { } byGuns, ByBarrels: { } byBarrels })
        {
            Book(Quantity.ShortOfRounds, shortfall);
            return;
        }

        var held = b.Add(byGuns, byBarrels);
        var counted = b.Share(shortfall, held);
        Book(Quantity.ShortOfGuns, b.Multiply(byGuns, counted));
        Book(Quantity.ShortOfBarrels, b.Multiply(byBarrels, counted));
        Book(Quantity.ShortOfRounds, b.Max(b.Zero, b.Subtract(shortfall, held)));
    }

    /// <summary>Barrels worn by all that a park fired in this step.</summary>
    public static void Wear(GunPark park, IEnumerable<ControlledFire> fired, Side side)
    {
        var b = side.Builder;
        var levels = new GunLevels(park, side);
        var rounds = b.Sum(fired.Where(fire => IsFiredBy(park, fire)).Select(fire => fire.Rounds));
        var worn = levels.Take(levels.Fitted, b.Share(b.Divide(rounds, Life(park, side)), b.Read(levels.Fitted)));
        worn.Label ??= side.Label("barrels worn", park.Name);
        side.Ledger.Book(Quantity.BarrelsWorn, side, park, worn);
    }

    private static bool IsFiredBy(GunPark park, ControlledFire fire) =>
        fire.Consumer.Demands.First(demand => demand.Calibre == fire.Calibre).Guns == park.Name;

    private static IReadOnlyList<ControlledFire> Cap(GunPark park, IReadOnlyList<ControlledFire> controlled, Side side)
    {
        var b = side.Builder;
        var levels = new GunLevels(park, side);
        var each = b.Min(side.Numbers.PerStep(park.PerGun, side.Address(park, "perGun")), Life(park, side));
        var wanted = b.Sum(controlled.Where(Mine).Select(fire => fire.Rounds));
        var byGuns = b.Share(b.Multiply(b.Read(levels.Guns), each), wanted);
        var byBarrels = b.Share(b.Multiply(b.Read(levels.Fitted), each), wanted);
        byBarrels.Label ??= side.Label("share that guns can fire", park.Name);
        return [.. controlled.Select(fire => Mine(fire) ? Cut(fire) : fire)];

        bool Mine(ControlledFire fire) => IsFiredBy(park, fire);

        ControlledFire Cut(ControlledFire fire)
        {
            var (all, some) = (side.Rounding.Down(b.Multiply(fire.Rounds, byGuns)), side.Rounding.Down(b.Multiply(fire.Rounds, byBarrels)));
            return fire with { Rounds = some, ByGuns = b.Subtract(fire.Rounds, all), ByBarrels = b.Subtract(all, some) };
        }
    }

    private static Term Wanted(RatePath? path, string property, GunPark park, Side side) =>
        path is null ? side.Builder.Zero : side.Numbers.PerStep(path, side.Address(park, property));

    private static Term Life(GunPark park, Side side) => side.Numbers.Of(park.BarrelLife.Value, side.Address(park, "barrelLife"));
}
