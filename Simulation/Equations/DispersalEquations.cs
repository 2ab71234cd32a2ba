using Supply.Compilation;

namespace Supply.Equations;

/// <summary>
/// A dispersed stockpile: its routes pass less, what they take is longer under way, and strikes destroy less. A lead time is fixed in a
/// replication, so a longer haul is a way of its own beside the route's, taken by what is dispatched meanwhile.
/// </summary>
internal static class DispersalEquations
{
    /// <summary>The share of what a route would take that passes.</summary>
    public static Term Throughput(Route route, Side side) => Acting(route.From, change => change.Throughput, "throughput", side);

    /// <summary>The share of its loss that a strike causes.</summary>
    public static Term Exposure(Stockpile stockpile, Side side) => Acting(stockpile.Name, change => change.Exposure, "exposure", side);

    /// <summary>Puts rounds on the way by which they go in this step.</summary>
    public static void Push(Route route, Cell cell, Term underWay, Side side)
    {
        var b = side.Builder;
        var usual = b.One;
        foreach (var (change, key, counts) in Longer(route, side))
        {
            b.Push(Haul(route, cell, change, key, side), b.Multiply(underWay, counts));
            usual = b.Subtract(usual, counts);
        }

        b.Push(side.Delay(route.Name, cell), b.Multiply(underWay, usual));
    }

    /// <summary>What arrives in this step, by all ways.</summary>
    public static Term Arrived(Route route, Cell cell, Side side) => Longer(route, side).Aggregate(
        ClosureEquations.Saved(route, side.Delay(route.Name, cell), side),
        (sum, haul) => side.Builder.Add(sum, ClosureEquations.Saved(route, Haul(route, cell, haul.Change, haul.Key, side), side)));

    /// <summary>Days that a route takes longer in this step.</summary>
    public static Term Further(Route route, Side side) => Longer(route, side).Aggregate(side.Builder.Zero, (days, haul) => side.Builder.Add(days,
        side.Builder.Multiply(side.Numbers.Of(haul.Change.FurtherHaul!.Value, haul.Key + "/furtherHaul"), haul.Counts)));

    private static IEnumerable<(Dispersal Change, string Key, Term Counts)> Longer(Route route, Side side) =>
        Dated.Exclusive<Dispersal>(side, route.From).Where(one => one.Change.FurtherHaul is not null);

    private static DelayRef Haul(Route route, Cell cell, Dispersal change, string key, Side side) =>
        side.Delay(route, cell, $"the haul from {change.From}", change.FurtherHaul!, key + "/furtherHaul");

    private static Term Acting(string stockpile, Func<Dispersal, Fraction> share, string property, Side side) =>
        Dated.Exclusive<Dispersal>(side, stockpile).Aggregate(side.Builder.One, (value, one) => side.Builder.Select(
            one.Counts, side.Numbers.Of(share(one.Change).Value, $"{one.Key}/{property}"), value));
}
