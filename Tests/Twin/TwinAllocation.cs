namespace Supply.Tests.Twin;

/// <summary>A claim on a stockpile, with the numbers that the rules of section 6 look at.</summary>
internal sealed record TwinClaim(Part Part, double Wish, double There, double Need, double Priority);

/// <summary>The allocation rules of section 6, by search where the engine computes.</summary>
internal static class TwinAllocation
{
    private const int Halvings = 200;

    public static double[] Give(Allocation rule, TwinClaim[] claims, double pool)
    {
        var all = claims.Sum(claim => claim.Wish);
        if (claims.Length == 0 || all <= Math.Max(0, pool)) return [.. claims.Select(claim => claim.Wish)];
        return rule switch
        {
            InOrderAllocation => InOrder(claims, pool),
            PriorityAllocation one => ByPriority(one.Width, claims, pool),
            EqualCoverAllocation => EqualCover(claims, pool),
            _ => [.. claims.Select(claim => claim.Wish * pool / all)],
        };
    }

    private static double[] InOrder(TwinClaim[] claims, double pool)
    {
        var given = new double[claims.Length];
        for (var i = 0; i < given.Length; i++) pool -= given[i] = Math.Min(claims[i].Wish, pool);
        return given;
    }

    /// <summary>The price above which the claims add up to the pool.</summary>
    private static double[] ByPriority(double width, TwinClaim[] claims, double pool)
    {
        double[] At(double price) =>
            [.. claims.Select(claim => claim.Wish * Math.Clamp((claim.Priority + width / 2 - price) / width, 0, 1))];
        var (low, high) = (claims.Min(claim => claim.Priority) - width, claims.Max(claim => claim.Priority) + width);
        for (var i = 0; i < Halvings; i++)
        {
            var middle = (low + high) / 2;
            if (At(middle).Sum() > pool) low = middle;
            else high = middle;
        }

        return At(high);
    }

    /// <summary>The steps of supply up to which the pool fills all; the rest by open wishes.</summary>
    private static double[] EqualCover(TwinClaim[] claims, double pool)
    {
        double[] At(double steps) => [.. claims.Select(claim => Math.Min(claim.Wish, Math.Max(0, steps * claim.Need - claim.There)))];
        var (low, high) = (0.0, 1.0);
        foreach (var claim in claims.Where(claim => claim.Need > 0)) high = Math.Max(high, (claim.There + claim.Wish) / claim.Need);
        for (var i = 0; i < Halvings; i++)
        {
            var middle = (low + high) / 2;
            if (At(middle).Sum() <= pool) low = middle;
            else high = middle;
        }

        var given = At(low);
        var open = claims.Select((claim, i) => claim.Wish - given[i]).ToArray();
        var (rest, wanted) = (Math.Max(0, pool - given.Sum()), open.Sum());
        return [.. given.Select((one, i) => wanted > 0 ? one + open[i] * Math.Min(1, rest / wanted) : one)];
    }
}
