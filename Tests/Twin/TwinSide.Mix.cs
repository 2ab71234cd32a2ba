namespace Supply.Tests.Twin;

/// <summary>Event 7 for consumers with a mix of calibres.</summary>
internal sealed partial class TwinSide
{
    /// <summary>The rounds of a calibre that a consumer wants: as required, or as its mix divides them.</summary>
    private double Mixed(Consumer consumer, Calibre calibre)
    {
        var index = consumer.Mixes.ToList().FindIndex(mix => mix.Calibres.Contains(calibre));
        if (index < 0) return Wanted(consumer, calibre);
        var mix = consumer.Mixes[index];
        var demands = consumer.Demands.Where(demand => mix.Calibres.Contains(demand.Calibre)).ToList();
        var e = Once(consumer, $"mixes/{index}/elasticity", mix.Elasticity.Value);
        var required = demands.ConvertAll(demand => Required(consumer, demand.Calibre) * Counts(consumer, demand));
        var there = demands.ConvertAll(demand => Counts(consumer, demand)
            * Math.Max(0, mix.Counting.Append(consumer.At).Sum(place => Pool(onHand, place, demand.Calibre))));
        var total = required.Sum();
        if (total == 0) return 0;

        var preferred = required.ConvertAll(one => one / total);
        var shares = preferred;
        if (there.Sum() > 0)
        {
            double Power(double share, double to) => share < 1e-9 ? (to > 0 ? 0 : 1) : Math.Pow(share, to);
            var raw = preferred.Zip(there, (p, a) => Power(p, 1 - e) * Power(a / there.Sum(), e)).ToList();
            if (raw.Sum() > 0) shares = raw.ConvertAll(one => one / raw.Sum());
        }

        var at = demands.FindIndex(demand => demand.Calibre == calibre);
        var mine = demands[at].Guns is { } guns ? demands.FindAll(demand => demand.Guns == guns) : [demands[at]];
        double ShareOf(IEnumerable<Demand> some) => some.Sum(demand => shares[demands.IndexOf(demand)]);
        var group = ShareOf(mine);
        var rounds = group > 0
            ? Filled(consumer, demands, shares, total, demands[at]) * shares[at] / group / Counts(consumer, demands[at]) : 0;
        return rounding.Run(rounds, $"mix {consumer.Name} {calibre}");
    }

    /// <summary>
    /// The part of a total that the guns of a demand get. Groups become full in the order of limit over share; those before it get their
    /// limit, the
    /// others what is left in proportion to their shares.
    /// </summary>
    private double Filled(Consumer consumer, List<Demand> demands, List<double> shares, double total, Demand of)
    {
        var groups = demands.GroupBy(demand => demand.Guns ?? $"none {demand.Calibre}").Select(group =>
        {
            var share = group.Sum(demand => shares[demands.IndexOf(demand)]);
            var rounds = group.Sum(demand => shares[demands.IndexOf(demand)] / Counts(consumer, demand));
            var park = ParkOf(consumer, group.First().Calibre);
            return (
                Mine: group.Contains(of), Share: share,
                Limit: park is null ? double.PositiveInfinity : rounds > 0 ? park.Most * share / rounds : 0);
        }).Where(group => group.Share > 0).OrderBy(group => group.Limit / group.Share).ToArray();

        var open = groups.ToList();
        var left = total;
        double Free() => open.Sum(group => group.Share);
        while (open.Count > 0 && open[0].Limit < left * open[0].Share / Free())
        {
            left -= open[0].Limit;
            open.RemoveAt(0);
        }

        var own = groups.Single(group => group.Mine);
        return open.Contains(own) ? left * own.Share / Free() : own.Limit + (open.Count == 0 ? left * own.Share : 0);
    }

    /// <summary>Event 8: rounds held back by guns and by barrels, of all calibres of the mix in proportion to their shortfalls.</summary>
    private (double ByGuns, double ByBarrels) Causes(
        Consumer consumer, Calibre calibre, double shortfall, Func<Calibre, double> fired, Func<Calibre,
            (double ByGuns, double ByBarrels)> held)
    {
        if (consumer.Mixes.SingleOrDefault(mix => mix.Calibres.Contains(calibre)) is not { } mix) return held(calibre);
        var demands = consumer.Demands.Where(demand => mix.Calibres.Contains(demand.Calibre)).ToArray();
        double guns = demands.Sum(demand => Counts(consumer, demand) * held(demand.Calibre).ByGuns);
        double barrels = demands.Sum(demand => Counts(consumer, demand) * held(demand.Calibre).ByBarrels);
        var missing = demands.Sum(demand => Counts(consumer, demand) * (Required(consumer, demand.Calibre) - fired(demand.Calibre)));
        var all = Math.Max(Math.Max(0, missing), guns + barrels);
        return all > 0 ? (shortfall * guns / all, shortfall * barrels / all) : (0, 0);
    }

    private double Counts(Consumer consumer, Demand demand) =>
        demand.Weight is { } weight ? Once(consumer, $"weight/{demand.Calibre}", weight.Value) : 1;

    /// <summary>Event 8: the shortfall of each calibre, of which the others in its mix may have made up a part.</summary>
    private double Shortfall(Consumer consumer, Calibre calibre, Func<Calibre, double> fired)
    {
        double Missing(Demand demand) => Math.Max(0, Required(consumer, demand.Calibre) - fired(demand.Calibre));
        var own = consumer.Demands.Single(demand => demand.Calibre == calibre);
        if (consumer.Mixes.SingleOrDefault(mix => mix.Calibres.Contains(calibre)) is not { } mix) return Missing(own);
        var demands = consumer.Demands.Where(demand => mix.Calibres.Contains(demand.Calibre)).ToArray();
        var all = demands.Sum(demand => Counts(consumer, demand) * (Required(consumer, demand.Calibre) - fired(demand.Calibre)));
        var each = demands.Sum(demand => Counts(consumer, demand) * Missing(demand));
        return each > 0 ? Missing(own) * Math.Min(1, Math.Max(0, all) / each) : 0;
    }
}
