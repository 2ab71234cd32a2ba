using Supply.Programs;
using static Supply.Programs.Arithmetic;

namespace Supply.Equations;

/// <summary>
/// A consumer's required rate is cut by rationing to the controlled rate, and fired from its stockpile, over origins as the drawing of
/// that says.
/// </summary>
internal static class ConsumerEquations
{
    public static void Require(Consumer consumer, Side side)
    {
        if (WishEquations.Follows(consumer, side) is { } follows) side.Ledger.Follow(side, consumer, follows);
        foreach (var demand in consumer.Demands)
        {
            side.Book(Quantity.Required, consumer, demand.Calibre, side.Requirements.Of(consumer, demand.Calibre));
        }
    }

    /// <summary>Rounds of each calibre that a consumer may fire.</summary>
    public static IEnumerable<ControlledFire> Ration(Consumer consumer, Side side)
    {
        var wanted = MixEquations.Wanted(consumer, side);
        return consumer.Demands.Select(demand =>
            new ControlledFire(consumer, demand.Calibre, Ration(consumer, demand.Calibre, wanted[demand.Calibre], side)));
    }

    private static Term Ration(Consumer consumer, Calibre calibre, Term wanted, Side side)
    {
        if (consumer.Rationing is not CoverRationing rule) return wanted;
        var counted = side.Stores.Pool(consumer.At, calibre) + side.Sum(rule.Counting.Select(place => side.Stores.Pool(place, calibre)));
        var (safety, cover) = (side.Number(consumer, "rationing/safety"), side.Number(consumer, "rationing/cover"));
        var sustained = Max(0, counted - safety) / cover * side.StepDays;
        return side.Rounding.Down(Min(wanted, sustained)).Named("controlled", consumer, calibre);
    }

    public static Want Want(Consumer consumer, Calibre calibre, Term wish, Side side) =>
        new(consumer, wish, side.Zero, side.Requirements.Of(consumer, calibre));

    /// <summary>
    /// The consumers at a stockpile fire a calibre; its allocation says how they share what is there. Gives what each fired.
    /// </summary>
    /// <param name="stockpile">The stockpile.</param>
    /// <param name="calibre">The calibre.</param>
    /// <param name="controlled">Rounds that rationing and guns allow each consumer.</param>
    /// <param name="side">The network.</param>
    public static IEnumerable<ControlledFire> Fire(
        Stockpile stockpile, Calibre calibre, IReadOnlyList<ControlledFire> controlled, Side side)
    {
        Want[] wants = [.. controlled.Select(one => Want(one.Consumer, calibre, one.Rounds, side))];
        var allotted = AllocationEquations.Allot(stockpile.Allocation, wants, side.Stores.Pool(stockpile.Name, calibre), side);
        var label = side.Label("share fired", wants.Length == 1 ? wants[0].Part.Name : stockpile.Name, calibre);
        var total = controlled.Select(_ => side.Zero).ToArray();
        foreach (var (cell, parts) in Withdrawal.Take(stockpile, calibre, allotted, label, side))
        {
            for (var i = 0; i < parts.Length; i++)
            {
                var consumer = controlled[i].Consumer;
                var fired = parts[i].Named("fired", consumer, cell);
                side.Book(Quantity.Fired, consumer, cell, fired);
                side.Book(Quantity.EffectiveFired, consumer, cell, fired * Effect(cell.Origin, side));
                total[i] += fired;
            }
        }

        return controlled.Zip(total, (one, rounds) => one with { Rounds = rounds });
    }

    /// <summary>Books what is required and was not fired, and its causes; a backlog keeps it.</summary>
    /// <param name="fired">All that was fired in the step.</param>
    /// <param name="side">The network.</param>
    public static void Miss(IReadOnlyList<ControlledFire> fired, Side side)
    {
        var missed = fired.ToDictionary(fire => (fire.Consumer, fire.Calibre), fire => (
            Fire: fire, Shortfall: Max(0, side.Requirements.Of(fire.Consumer, fire.Calibre) - fire.Rounds)));
        foreach (var consumer in fired.Select(fire => fire.Consumer).Distinct())
        {
            foreach (var mix in consumer.Mixes)
            {
                var members = fired.Where(fire => fire.Consumer == consumer && mix.Calibres.Contains(fire.Calibre));
                foreach (var one in MixEquations.MakeUp(consumer, [.. members.Select(fire => missed[(consumer, fire.Calibre)])], side))
                {
                    missed[(consumer, one.Fire.Calibre)] = one;
                }
            }
        }

        foreach (var fire in fired)
        {
            var (causes, shortfall) = missed[(fire.Consumer, fire.Calibre)];
            Miss(causes, shortfall, side);
        }
    }

    private static void Miss(ControlledFire fire, Term shortfall, Side side)
    {
        var (consumer, calibre) = (fire.Consumer, fire.Calibre);
        side.Book(Quantity.Shortfall, consumer, calibre, shortfall);
        GunEquations.Miss(fire, shortfall, side);
        if (side.Stores.Owed(consumer.Name, calibre) is not { } backlog) return;
        backlog.Now = Max(0, side.Requirements.WithBacklog(consumer, calibre) - fire.Rounds);
    }

    /// <summary>Effective rounds that one round of an origin counts for.</summary>
    private static Term Effect(Origin origin, Side side) =>
        side.Network.Effects.Any(effect => effect.Origin == origin) ? side.NumberOfNetwork($"effects/{origin}") : side.One;
}
