using static Supply.Files.Numbers;
using static Supply.Files.Paths;
using static Supply.Files.Values;

namespace Supply.Files;

/// <summary>How routes replenish, and how those who draw on a stockpile share it.</summary>
internal static class Replenishments
{
    private static readonly Union<Replenishment> replenishments = new("a replenishment with \"kind\"", Tag: "kind",
    [
        new Kind<Replenishment, CoverReplenishment>("byCover", f => new(f.Get("cover", Duration, x => x.Cover))),
        new Kind<Replenishment, PushReplenishment>("push", f => new(f.Get("rate", Path, x => x.Rate))),
        new Kind<Replenishment, BaseStockReplenishment>("baseStock", f =>
            new(f.Get("level", Amount, x => x.Level), f.Maybe("review", Duration, x => x.Review))),
        new Kind<Replenishment, ReorderPointReplenishment>("reorderPoint", f => new(
            f.Get("reorderPoint", Amount, x => x.Point),
            f.Get("quantity", Amount, x => x.Quantity),
            f.Maybe("review", Duration, x => x.Review),
            f.Get("mostLots", WholeOrNull, x => x.MostLots, absent: null))),
        new Kind<Replenishment, MinMaxReplenishment>("minMax", f =>
            new(f.Get("reorderPoint", Amount, x => x.Point), f.Get("orderUpTo", Amount, x => x.UpTo), f.Maybe("review", Duration, x => x.Review))),
        new Kind<Replenishment, CalibreReplenishment>("perCalibre", f => new(f.List("rules", OneRule, x => x.Rules))),
    ],
    (_, rule) => rule);

    private static readonly Union<Allocation> allocations = new(
        "an allocation with \"kind\"",
        Tag: "kind",
        [
            new Kind<Allocation, ProportionalAllocation>("proportional", _ => new()),
            new Kind<Allocation, InOrderAllocation>("inOrder", _ => new()),
            new Kind<Allocation, PriorityAllocation>("byPriority", f => new(f.Get("width", Exact, x => x.Width))),
            new Kind<Allocation, EqualCoverAllocation>("equalCover", _ => new()),
        ],
        (f, allocation) => allocation with { WithConsumers = f.Get("withConsumers", Flag, x => x.WithConsumers, absent: false) });

    public static Allocation OneAllocation(Cursor at, Allocation value) => at.Union(allocations, value);

    /// <summary>The replenishment of a route; one by cover is short, <c>"cover"</c>.</summary>
    public static Replenishment? Of(Fields<Route> f)
    {
        var cover = f.Maybe("cover", Duration, x => x.Cover);
        var full = f.Maybe<Replenishment>("replenishment", Rule, x => x.Cover is null ? x.Replenishment : null);
        f.NotBoth("cover", "replenishment", "cannot stand beside \"cover\", which is short for a replenishment by cover; keep one.");
        return full ?? (cover is null ? null : new CoverReplenishment(cover));
    }

    private static Replenishment Rule(Cursor at, Replenishment value) => at.Union(replenishments, value);

    private static int? WholeOrNull(Cursor at, int? value) => Whole(at, value ?? 0);

    private static CalibreRule OneRule(Cursor at, CalibreRule value) => at.Object(
        "a rule with \"calibre\" and \"rule\"",
        f => new CalibreRule(f.Get("calibre", Bore, x => x.Calibre), f.Get("rule", Rule, x => x.Rule)),
        value);
}
