using Supply.Programs;
using static Supply.Programs.Arithmetic;

namespace Supply.Equations;

/// <summary>Rounds of a calibre that a part wants from a stockpile.</summary>
/// <param name="Part">A route or a consumer.</param>
/// <param name="Wish">Rounds in this step.</param>
/// <param name="There">Rounds that it has or that are under way to it.</param>
/// <param name="Need">Rounds required in this step where they go.</param>
internal sealed record Want(Part Part, Term Wish, Term There, Term Need)
{
    public double Priority => Part switch
    {
        Route route => route.Priority,
        Consumer consumer => consumer.Priority,
        _ => throw new NotSupportedException($"{Part.GetType().Name} has no priority."),
    };
}

/// <summary>How those who share a stockpile share what is there. Each rule gives at most the wish, and together at most the pool.</summary>
internal static class AllocationEquations
{
    /// <summary>A need below this counts as none: a quotient by it is beyond what arithmetic carries.</summary>
    private const double Tiny = 1e-30;

    /// <summary>Rounds that each gets; by the proportional rule the wish itself, which taking cuts in proportion.</summary>
    public static Term[] Allot(Allocation rule, IReadOnlyList<Want> wants, Term pool, Side side) => rule switch
    {
        _ when wants.Count == 1 => [wants[0].Wish],
        ProportionalAllocation => [.. wants.Select(want => want.Wish)],
        InOrderAllocation => InOrder(wants, pool),
        PriorityAllocation priority => ByPriority(priority.Width, wants, pool, side),
        EqualCoverAllocation => EqualCover(wants, pool, side),
        _ => throw new NotSupportedException($"{rule.GetType().Name} has no equations."),
    };

    /// <summary>Rounds that each gets, with the proportional rule carried out.</summary>
    public static Term[] Cut(Allocation rule, IReadOnlyList<Want> wants, Term pool, Side side)
    {
        var allotted = Allot(rule, wants, pool, side);
        var share = Share(pool, side.Sum(allotted));
        return [.. allotted.Select(one => one * share)];
    }

    private static Term[] InOrder(IReadOnlyList<Want> wants, Term pool)
    {
        var given = new Term[wants.Count];
        var left = pool;
        for (var i = 0; i < given.Length; i++)
        {
            given[i] = Min(wants[i].Wish, left);
            left -= given[i];
        }

        return given;
    }

    /// <summary>
    /// From the highest priority down, slice by slice between the ends of the spreads: within a slice the wishes are
    /// the same at every priority, so they share in proportion.
    /// </summary>
    private static Term[] ByPriority(double width, IReadOnlyList<Want> wants, Term pool, Side side)
    {
        var ends = wants.SelectMany(want => new[] { Lowest(want), Highest(want) }).Distinct().OrderDescending().ToArray();
        var given = wants.Select(_ => side.Zero).ToArray();
        var left = pool;
        foreach (var (top, bottom) in ends.Zip(ends.Skip(1)))
        {
            Term[] slice = [.. wants.Select(want => Slice(want, top, bottom))];
            var all = side.Sum(slice);
            var served = Share(left, all);
            for (var i = 0; i < given.Length; i++) given[i] += slice[i] * served;
            left = Max(0, left - all);
        }

        return [.. given.Zip(wants, (rounds, want) => Min(want.Wish, rounds))];

        double Lowest(Want want) => want.Priority - width / 2;

        double Highest(Want want) => want.Priority + width / 2;

        Term Slice(Want want, double top, double bottom) =>
            Lowest(want) <= bottom && Highest(want) >= top ? want.Wish * ((top - bottom) / width) : side.Zero;
    }

    /// <summary>
    /// Fills all to the same number of steps of supply. The filling is a broken line in that number; the pool lies between two
    /// of its corners, so the number follows by a straight line. What is over, where nothing is required, goes by open wishes.
    /// </summary>
    private static Term[] EqualCover(IReadOnlyList<Want> wants, Term pool, Side side)
    {
        var unlimited = side.Builder.Constant(double.PositiveInfinity);
        var (lowAt, lowFill, highAt, highFill) = (side.Zero, side.Zero, unlimited, unlimited);
        foreach (var corner in wants.SelectMany(want => new[] { Steps(want, want.There), Steps(want, want.There + want.Wish) }))
        {
            var fill = side.Sum(Filled(corner));
            var fits = Rest(pool < fill);
            (lowAt, lowFill) = (If(fits, Max(lowAt, corner), lowAt), If(fits, Max(lowFill, fill), lowFill));
            (highAt, highFill) = (If(fits, highAt, Min(highAt, corner)), If(fits, highFill, Min(highFill, fill)));
        }

        var way = (pool - lowFill) * (highAt - lowAt) / (highFill - lowFill);
        var given = Filled(If(highAt < unlimited, lowAt + way, lowAt));
        var over = Max(0, pool - side.Sum(given));
        Term[] open = [.. given.Zip(wants, (rounds, want) => want.Wish - rounds)];
        var served = Share(over, side.Sum(open));
        return [.. given.Zip(open, (rounds, more) => rounds + more * served)];

        Term Steps(Want want, Term rounds) => If(want.Need > Tiny, rounds / want.Need, 0);

        Term[] Filled(Term steps) => [.. wants.Select(want => Min(want.Wish, Max(0, steps * want.Need - want.There)))];
    }
}
