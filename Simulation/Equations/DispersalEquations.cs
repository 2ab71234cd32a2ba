using Supply.Programs;
using static Supply.Programs.Arithmetic;

namespace Supply.Equations;

/// <summary>
/// A dispersed stockpile: its routes pass less, what they take is longer under way, and strikes destroy less. A lead time is fixed in a
/// replication, so a longer haul is a second way in addition to the route's, taken by rounds dispatched meanwhile.
/// </summary>
internal static class DispersalEquations
{
    /// <summary>The share of what a route would take that passes.</summary>
    public static Term Throughput(Route route, Side side) => OfCounting(route.From, "throughput", side);

    /// <summary>The share of its loss that a strike causes.</summary>
    public static Term Exposure(Stockpile stockpile, Side side) => OfCounting(stockpile.Name, "exposure", side);

    /// <summary>Whether some dispersal makes the hauls of a route longer.</summary>
    public static bool IsEverLonger(Route route, Side side) => Longer(route, side).Any();

    /// <summary>Puts rounds on the way by which they go in this step; gives those that take no time.</summary>
    public static Term Send(Route route, Cell cell, Term rounds, Side side)
    {
        var usual = side.One;
        foreach (var (change, placed, counts) in Longer(route, side))
        {
            Way(route, cell, change, placed, side).Push(rounds * counts);
            usual -= counts;
        }

        if (route.IsInstant) return rounds * usual;
        side.Stores.Delay(route, cell).Push(rounds * usual);
        return side.Zero;
    }

    /// <summary>Rounds due in this step, by all ways.</summary>
    public static Term Due(Route route, Cell cell, Side side) => Longer(route, side).Aggregate(
        route.IsInstant ? side.Zero : ClosureEquations.Due(route, side.Stores.Delay(route, cell), side),
        (due, one) => due + ClosureEquations.Due(route, Way(route, cell, one.Change, one.Placed, side), side));

    /// <summary>Days that a route takes longer in this step.</summary>
    public static Term FurtherHaul(Route route, Side side) =>
        side.Sum(Longer(route, side).Select(one => side.Number(one.Placed, "furtherHaul") * one.Counts));

    private static IEnumerable<(Dispersal Change, PlacedChange Placed, Term Counts)> Longer(Route route, Side side) =>
        ChangeEquations.Counting<Dispersal>(side, route.From)
            .Where(one => one.Change.FurtherHaul is { } haul && !(haul.IsZero && route.IsInstant));

    private static DelayRef Way(Route route, Cell cell, Dispersal change, PlacedChange placed, Side side) =>
        side.Stores.FurtherDelay(route, cell, $"the haul from {change.From}", change.FurtherHaul!, placed.Numbers.AddressOf("furtherHaul"));

    /// <summary>A share of the dispersal that counts; 1 without one.</summary>
    private static Term OfCounting(string stockpile, string key, Side side) => ChangeEquations.Counting<Dispersal>(side, stockpile)
        .Aggregate(side.One, (share, one) => If(one.Counts, side.Number(one.Placed, key), share));
}
