using Supply.Programs;
using static Supply.Programs.Arithmetic;

namespace Supply.Equations;

/// <summary>
/// A force that fires what there is: what it requires of all calibres of a mix is divided among them between the preferred shares and the
/// shares of the available rounds, and what guns cannot fire of one calibre is wanted of the others.
/// </summary>
internal static class MixEquations
{
    // A smaller share of the available or preferred rounds is made of rounding as much as of rounds, and counts as 0.
    private const double LeastShare = 1e-9;

    /// <summary>Rounds of each calibre that a consumer wants in this step: as required and owed, or as its mixes divide them.</summary>
    public static IReadOnlyDictionary<Calibre, Term> Wanted(Consumer consumer, Side side)
    {
        var wanted = consumer.Demands.ToDictionary(
            demand => demand.Calibre, demand => side.Requirements.WithBacklog(consumer, demand.Calibre));
        foreach (var (index, mix) in consumer.Mixes.Index()) Divide(consumer, mix, index, wanted, side);
        return wanted;
    }

    /// <summary>
    /// Rounds of one calibre beyond its requirement make up for those missing of the others, in proportion; the cause of the remaining
    /// shortfall are the rounds that guns and barrels held back of all calibres.
    /// </summary>
    /// <param name="consumer">The consumer.</param>
    /// <param name="missed">The fire of each calibre of a mix, and the shortfall it would have by itself.</param>
    /// <param name="side">The network.</param>
    public static IEnumerable<(ControlledFire Fire, Term Shortfall)> MakeUp(
        Consumer consumer, (ControlledFire Fire, Term Shortfall)[] missed, Side side)
    {
        Term Total(Func<(ControlledFire Fire, Term Shortfall), Term> rounds) => side.Sum(missed.Select(one =>
            rounds(one) * Weight(consumer, consumer.Demands.First(demand => demand.Calibre == one.Fire.Calibre), side)));
        var missing = Max(0, Total(one => side.Requirements.Of(consumer, one.Fire.Calibre) - one.Fire.Rounds));
        var left = Share(missing, Total(one => one.Shortfall));
        var byGuns = Total(one => one.Fire.ByGuns ?? side.Zero);
        var byBarrels = Total(one => one.Fire.ByBarrels ?? side.Zero);
        var all = Max(missing, byGuns + byBarrels);
        foreach (var (fire, alone) in missed)
        {
            var shortfall = alone * left;
            yield return (fire with { ByGuns = shortfall * Ratio(byGuns, all), ByBarrels = shortfall * Ratio(byBarrels, all) }, shortfall);
        }
    }

    private static Term Weight(Consumer consumer, Demand demand, Side side) =>
        demand.Weight is null ? side.One : side.Number(consumer, $"weight/{demand.Calibre}");

    private static void Divide(Consumer consumer, CalibreMix mix, int index, Dictionary<Calibre, Term> wanted, Side side)
    {
        Demand[] demands = [.. consumer.Demands.Where(demand => mix.Calibres.Contains(demand.Calibre))];
        Term[] weights = [.. demands.Select(demand => Weight(consumer, demand, side))];
        Term[] required = [.. demands.Zip(weights, (demand, weight) => wanted[demand.Calibre] * weight)];
        var total = side.Sum(required).Named("required of mix", consumer, index + 1);
        var shares = Shares(consumer, mix, index, demands, weights, required, total, side);
        var divided = Fill(total, Classes(demands, weights, shares, side), demands.Length, side);
        for (var i = 0; i < demands.Length; i++)
        {
            var rounds = divided[i] / weights[i];
            var label = side.Label("wanted of mix", consumer.Name, demands[i].Calibre);
            wanted[demands[i].Calibre] = side.Rounding.Run(rounds, label).Named("wanted of mix", consumer, demands[i].Calibre);
        }
    }

    /// <summary>The share of each calibre in the mix, before guns.</summary>
    private static Term[] Shares(
        Consumer consumer, CalibreMix mix, int index, Demand[] demands, Term[] weights, Term[] required, Term total, Side side)
    {
        var elasticity = side.Number(consumer, $"mixes/{PropertyKey(index)}/elasticity");
        Term[] there = [.. demands.Zip(weights, (demand, weight) => weight * Available(consumer, mix, demand.Calibre, side))];
        var all = side.Sum(there);
        Term[] preferred = [.. required.Select(rounds => Share(rounds, total))];
        Term[] raw = [.. preferred.Zip(there, (share, rounds) =>
            Power(share, 1 - elasticity) * Power(Share(rounds, all), elasticity))];
        var sum = side.Sum(raw);
        var answers = Min(0 < all, 0 < sum);
        return
        [
            .. demands.Select((demand, i) =>
                If(answers, Share(raw[i], sum), preferred[i]).Named("share of mix", consumer, demand.Calibre)),
        ];
    }

    private static Term Available(Consumer consumer, CalibreMix mix, Calibre calibre, Side side) =>
        side.Sum(mix.Counting.Prepend(consumer.At).Select(place => side.Stores.Pool(place, calibre)));

    /// <summary>A share to a power of at least 0; 1 for 0 to the power of 0.</summary>
    private static Term Power(Term share, Term power) =>
        If(share < LeastShare, 1 - (0 < power), Exp(power * Log(Max(LeastShare, share))));

    /// <summary>Calibres that one gun park fires share its limit; a calibre without guns has none.</summary>
    private static IReadOnlyList<GunClass> Classes(Demand[] demands, Term[] weights, Term[] shares, Side side) =>
    [
        .. demands.Index().GroupBy(demand => demand.Item.Guns ?? $"\n{demand.Item.Calibre}").Select(group =>
        {
            int[] members = [.. group.Select(demand => demand.Index)];
            var share = side.Sum(members.Select(i => shares[i]));
            if (demands[members[0]].Guns is not { } guns) return new GunClass(members, shares, share, null);

            // The limit counts rounds; a class of several weights counts for as much as its shares say.
            var perRound = Ratio(share, side.Sum(members.Select(i => shares[i] / weights[i])));
            return new GunClass(members, shares, share, GunEquations.Limit(side.Part<GunPark>(guns), side) * perRound);
        }),
    ];

    /// <summary>
    /// Divides a total in proportion to shares that add up to 1, none beyond its limit: what one cannot take goes to the others. What is
    /// beyond all limits is divided in proportion, for guns to hold back.
    /// </summary>
    private static Term[] Fill(Term total, IReadOnlyList<GunClass> classes, int demands, Side side)
    {
        var full = classes.Select(_ => side.Zero).ToArray();
        Term Rest() => total - side.Sum(classes.Select((one, i) => one.Limit is null ? side.Zero : If(full[i], one.Limit, 0)));
        Term Free() => side.Sum(classes.Select((one, i) => one.Limit is null ? one.Share : If(full[i], 0, one.Share)));
        foreach (var _ in classes.Where(one => one.Limit is not null))
        {
            var level = Ratio(Rest(), Free());
            full = [.. classes.Select((one, i) => one.Limit is null ? side.Zero : If(full[i], 1, one.Limit < one.Share * level))];
        }

        var (rest, free) = (Rest(), Free());
        var last = Ratio(rest, free);
        var beyond = If(0 < free, 0, Max(0, rest));
        var divided = new Term[demands];
        foreach (var (i, one) in classes.Index())
        {
            var taken = one.Limit is null ? one.Share * last : If(full[i], one.Limit, one.Share * last);
            foreach (var member in one.Members)
            {
                divided[member] = (taken + beyond * one.Share) * Ratio(one.Shares[member], one.Share);
            }
        }

        return divided;
    }

    /// <summary>A quotient, 0 where the divisor is 0.</summary>
    private static Term Ratio(Term a, Term b) => If(0 < b, a / b, 0);

    private static string PropertyKey(int index) => Files.PropertyWords.Number(index);

    /// <summary>Calibres of a mix that share the guns that fire them.</summary>
    /// <param name="Members">Their places among the demands of the mix.</param>
    /// <param name="Shares">The shares of all demands of the mix.</param>
    /// <param name="Share">The sum of the members' shares.</param>
    /// <param name="Limit">The most that the guns fire in a step, in the unit of the mix; null: no limit.</param>
    private sealed record GunClass(int[] Members, Term[] Shares, Term Share, Term? Limit);
}
