using static Supply.Files.NumberShapes;
using static Supply.Files.RatePathShapes;
using static Supply.Files.ValueShapes;

namespace Supply.Files;

/// <summary>How routes replenish, and how those who draw on a stockpile share it.</summary>
internal static class ReplenishmentShapes
{
    // A number of a rule per calibre has the calibre behind its name in the address of its draw.
    private static readonly Union<Replenishment> replenishments = new("a replenishment with \"kind\"", Tag: "kind",
    [
        new Kind<Replenishment, CoverReplenishment>("byCover", f => new(f.Get("cover".As(key: "cover/{0}"), Duration, x => x.Cover))),
        new Kind<Replenishment, PushReplenishment>("push", f => new(f.Get("rate".As("push", "push/{0}"), Path, x => x.Rate))),
        new Kind<Replenishment, BaseStockReplenishment>("baseStock", f =>
            new(f.Get("level".As(key: "level/{0}"), Amount, x => x.Level), Review(f))),
        new Kind<Replenishment, ReorderPointReplenishment>("reorderPoint", f => new(
            Point(f, x => x.Point),
            f.Get("quantity".As(key: "quantity/{0}"), AmountToDivideBy, x => x.Quantity),
            Review(f),
            f.Get("mostLots", WholeOrNull, x => x.MostLots, absent: null))),
        new Kind<Replenishment, MinMaxReplenishment>("minMax", f => new(
            Point(f, x => x.Point),
            f.Get("orderUpTo".As("order-up-to level", "orderUpTo/{0}"), Amount, x => x.UpTo),
            Review(f))),
        new Kind<Replenishment, CalibreReplenishment>("perCalibre", f => new(
            f.List("rules".Inline(), OneRule,
                x => x.Rules, new((rule, _) => rule.Calibre.Name) { Unique = "rules for {1}; it may have one." }))),
    ],
    (_, rule) => rule);

    private static readonly Union<Allocation> allocations = new(
        "an allocation with \"kind\"",
        Tag: "kind",
        [
            new Kind<Allocation, ProportionalAllocation>("proportional", _ => new()),
            new Kind<Allocation, InOrderAllocation>("inOrder", _ => new()),
            new Kind<Allocation, PriorityAllocation>("byPriority", f => new(
                f.Get("width".As("width of its allocation by priority"), ExactIn(new Limits(NumberRule.LeastDivisor)), x => x.Width))),
            new Kind<Allocation, EqualCoverAllocation>("equalCover", _ => new()),
        ],
        (f, allocation) => allocation with { WithConsumers = f.Get("withConsumers", Flag, x => x.WithConsumers, absent: false) });

    public static Allocation OneAllocation(Cursor at, Allocation value) => at.Union(allocations, value);

    /// <summary>The replenishment of a route; one by cover is short, <c>"cover"</c>.</summary>
    public static Replenishment? Of(Fields<Route> f)
    {
        var cover = f.Maybe("cover", Duration, x => x.Cover);
        var full = f.Maybe<Replenishment>("replenishment".Inline(), Rule, x => x.Cover is null ? x.Replenishment : null);
        f.NotBoth("cover", "replenishment", "cannot stand beside \"cover\", which is short for a replenishment by cover; keep one.");
        return full ?? (cover is null ? null : new CoverReplenishment(cover));
    }

    private static Rounds Point<T>(Fields<T> f, Func<T, Rounds> of) => f.Get("reorderPoint".As(key: "reorderPoint/{0}"), Amount, of);

    private static Days? Review<T>(Fields<T> f) where T : OrderingReplenishment => f.Maybe("review", ExactDuration, x => x.Review);

    private static Replenishment Rule(Cursor at, Replenishment value) => at.Union(replenishments, value);

    private static int? WholeOrNull(Cursor at, int? value) => at.Whole(new Limits(1), value ?? 0);

    private static CalibreRule OneRule(Cursor at, CalibreRule value) => at.Object(
        "a rule with \"calibre\" and \"rule\"",
        f => new CalibreRule(f.Get("calibre", Bore, x => x.Calibre), f.Get("rule".Inline(), Rule, x => x.Rule)),
        value);
}
