using Supply.Compilation;

namespace Supply.Equations;

/// <summary>What somebody wants of a calibre from a stockpile.</summary>
/// <param name="Part">A route or a consumer.</param>
/// <param name="Wish">Rounds in this step.</param>
/// <param name="There">Rounds that it has or that are under way to it.</param>
/// <param name="Need">Rounds required in this step where they go.</param>
internal sealed record Claim(Part Part, Term Wish, Term There, Term Need)
{
    public double Priority => Part switch { Route route => route.Priority, Consumer consumer => consumer.Priority, _ => 0 };
}

/// <summary>How those who share a stockpile share what is there. Each rule gives at most the wish, and together at most the pool.</summary>
internal static class AllocationEquations
{
    /// <summary>What each claim gets; by the proportional rule the wish itself, which taking cuts in proportion.</summary>
    public static Term[] Allot(Allocation rule, IReadOnlyList<Claim> claims, Term pool, ProgramBuilder b) => rule switch
    {
        _ when claims.Count == 1 => [claims[0].Wish],
        InOrderAllocation => InOrder(claims, pool, b),
        PriorityAllocation priority => ByPriority(priority.Width, claims, pool, b),
        EqualCoverAllocation => EqualCover(claims, pool, b),
        _ => [.. claims.Select(claim => claim.Wish)],
    };

    /// <summary>What each claim gets, the proportional rule carried out.</summary>
    public static Term[] Cut(Allocation rule, IReadOnlyList<Claim> claims, Term pool, ProgramBuilder b)
    {
        var allotted = Allot(rule, claims, pool, b);
        var all = b.Sum(allotted);
        return [.. allotted.Select(one => b.Multiply(one, b.Share(pool, all)))];
    }

    private static Term[] InOrder(IReadOnlyList<Claim> claims, Term pool, ProgramBuilder b)
    {
        var given = new Term[claims.Count];
        for (var i = 0; i < given.Length; i++)
        {
            given[i] = b.Min(claims[i].Wish, pool);
            pool = b.Subtract(pool, given[i]);
        }

        return given;
    }

    /// <summary>
    /// From the highest priority down, slice by slice between the ends of the spreads: within a slice the same wishes stand
    /// at every priority, so its claims share in proportion.
    /// </summary>
    private static Term[] ByPriority(double width, IReadOnlyList<Claim> claims, Term pool, ProgramBuilder b)
    {
        var ends = claims.SelectMany(claim => new[] { claim.Priority - width / 2, claim.Priority + width / 2 }).Distinct().OrderDescending().ToArray();
        var given = claims.Select(_ => b.Zero).ToArray();
        foreach (var (top, bottom) in ends.Zip(ends.Skip(1)))
        {
            var slice = claims.Select(claim => claim.Priority - width / 2 <= bottom && claim.Priority + width / 2 >= top
                ? b.Multiply(claim.Wish, b.Constant((top - bottom) / width))
                : b.Zero).ToArray();
            var all = b.Sum(slice);
            var served = b.Share(pool, all);
            for (var i = 0; i < given.Length; i++) given[i] = b.Add(given[i], b.Multiply(slice[i], served));
            pool = b.Max(b.Zero, b.Subtract(pool, all));
        }

        return [.. given.Zip(claims, (one, claim) => b.Min(claim.Wish, one))];
    }

    /// <summary>
    /// Fills all to the same number of steps of supply. The filling is a broken line in that number; the pool lies between two
    /// of its corners, so the number follows by a straight line. What is over, where nothing is required, goes by open wishes.
    /// </summary>
    private static Term[] EqualCover(IReadOnlyList<Claim> claims, Term pool, ProgramBuilder b)
    {
        var (lowAt, lowFill, highAt, highFill) = (b.Zero, b.Zero, b.Constant(double.PositiveInfinity), b.Constant(double.PositiveInfinity));
        foreach (var corner in claims.SelectMany(claim => new[] { Steps(claim, claim.There), Steps(claim, b.Add(claim.There, claim.Wish)) }))
        {
            var fill = b.Sum(Filled(corner));
            var fits = b.Rest(b.Less(pool, fill));
            (lowAt, lowFill) = (b.Select(fits, b.Max(lowAt, corner), lowAt), b.Select(fits, b.Max(lowFill, fill), lowFill));
            (highAt, highFill) = (b.Select(fits, highAt, b.Min(highAt, corner)), b.Select(fits, highFill, b.Min(highFill, fill)));
        }

        var way = b.Divide(b.Multiply(b.Subtract(pool, lowFill), b.Subtract(highAt, lowAt)), b.Subtract(highFill, lowFill));
        var given = Filled(b.Select(b.Less(highAt, b.Constant(double.PositiveInfinity)), b.Add(lowAt, way), lowAt));
        var rest = b.Max(b.Zero, b.Subtract(pool, b.Sum(given)));
        var open = given.Zip(claims, (one, claim) => b.Subtract(claim.Wish, one)).ToArray();
        var served = b.Share(rest, b.Sum(open));
        return [.. given.Zip(open, (one, more) => b.Add(one, b.Multiply(more, served)))];

        Term Steps(Claim claim, Term rounds) => b.Select(b.Less(b.Zero, claim.Need), b.Divide(rounds, claim.Need), b.Zero);

        Term[] Filled(Term steps) =>
            [.. claims.Select(claim => b.Min(claim.Wish, b.Max(b.Zero, b.Subtract(b.Multiply(steps, claim.Need), claim.There))))];
    }
}
