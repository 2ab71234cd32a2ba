using static Supply.Files.NumberShapes;
using static Supply.Files.ValueShapes;

namespace Supply.Files;

/// <summary>Dated changes.</summary>
internal static class ChangeShapes
{
    private static readonly Form<string> capacities = Reference.To(
        part => part is ProductionLine or RefurbishmentWorks or Route or InputSource or GunPark,
        () => "line, works, route, input source or gun park");

    private static readonly Union<Change> kinds = new(
        "a change with \"kind\" and \"from\"",
        Tag: "kind",
        [
            new Kind<Change, ExportLimit>("exportLimit", f =>
                new(f.Get("origin", SupplierOf, x => x.Origin), f.Get("from", Beginning, x => x.From),
                    f.Get("limit", Flow, x => x.Limit))) { Aim = "on" },
            new Kind<Change, TargetShare>("targetShare", Target),
            new Kind<Change, OrderChange>("orderChange", f => new(
                f.Get("origin", SupplierOf, x => x.Origin),
                f.Get("from", Beginning, x => x.From),
                f.Get("factor", ChangeFactor, x => x.Factor))
            {
                Onset = f.Maybe("onset", DurationToDivideBy, x => x.Onset),
            }) { Aim = "on" },
            new Kind<Change, OrderRate>("orderRate", f => new(
                f.Get("origin", SupplierOf, x => x.Origin),
                f.Get("calibre", Bore, x => x.Calibre),
                f.Get("from", Beginning, x => x.From),
                f.Get("rate", Flow, x => x.Rate))
            {
                Onset = f.Maybe("onset", DurationToDivideBy, x => x.Onset),
            }) { Aim = "on" },
            new Kind<Change, Interdiction>("interdiction", Interdict),
            new Kind<Change, DepotStrike>("depotStrike", f => new(
                f.Get("stockpile", Reference.To<Stockpile>(), x => x.Stockpile),
                f.Get("from", Beginning, x => x.From),
                f.Get("lossFraction", Share, x => x.LossFraction))) { Aim = "on" },
            new Kind<Change, CapacityChange>("capacityChange", Capacity),
            new Kind<Change, RequirementChange>("requirementChange", DemandShapes.Requirement),
            new Kind<Change, RequiredRate>("requiredRate", DemandShapes.Rate),
            new Kind<Change, DemandChange>("demandChange", DemandShapes.Mechanism),
            new Kind<Change, InputSanction>("inputSanction", Sanction) { Aim = "on" },
            new Kind<Change, StrikeHazard>("strikeHazard", Hazard) { Aim = "on" },
            new Kind<Change, Dispersal>("dispersal", Disperse),
            .. ShipmentShapes.Changes,
        ],
        (f, change) => change with
        {
            Until = f.Get("until", WhenOrNull, x => x.Until, absent: null),
            If = f.Maybe("if", Condition, x => x.If),
        });

    private static StockCondition Condition(Cursor at, StockCondition value) => at.Object(
        """{ "calibre": "152 mm", "below": { "value": 100000, "unit": "rounds" } }""",
        f => new StockCondition(f.Get("calibre", Bore, x => x.Calibre), f.Get("below", Amount, x => x.Below)),
        value);

    /// <summary>The meaning of a target share for the other sources.</summary>
    public static Form<ShareMeaning> Meaning { get; } = Choice("a meaning of a target share",
        ("added", ShareMeaning.Added), ("substituted", ShareMeaning.Substituted));

    public static Change OneChange(Cursor at, Change value) => at.Union(kinds, value);

    /// <summary>Every kind of change.</summary>
    public static IReadOnlyList<Kind<Change>> Kinds => kinds.Kinds;

    /// <summary>The kind of a change.</summary>
    public static Kind<Change> KindOf(Change change) => kinds.KindOf(change);

    private static TargetShare Target(Fields<TargetShare> f) => new(
        f.Get("origin", SupplierOf, x => x.Origin),
        f.Get("from", Beginning, x => x.From),
        f.Get("share", Share, x => x.Share),
        f.Get("meaning", Meaning, x => x.Meaning));

    private static CapacityChange Capacity(Fields<CapacityChange> f) => new(
        f.Get("part", capacities, x => x.Part),
        f.Get("from", Beginning, x => x.From),
        f.Get("factor", ChangeFactor, x => x.Factor))
    {
        Onset = f.Maybe("onset", DurationToDivideBy, x => x.Onset),
    };

    private static Interdiction Interdict(Fields<Interdiction> f) => new(
        f.Get("route", Reference.To<Route>(), x => x.Route),
        f.Get("from", Beginning, x => x.From),
        f.Get("remaining", Share, x => x.Remaining))
    {
        Loss = f.Get("loss", Share, x => x.Loss, absent: Fraction.None),
    };

    private static InputSanction Sanction(Fields<InputSanction> f) => new(
        f.Get("source", Reference.To<InputSource>(), x => x.Source),
        f.Get("from", Beginning, x => x.From),
        f.Get("remaining", Share, x => x.Remaining))
    {
        Evaded = f.Get("evaded", Share, x => x.Evaded, absent: Fraction.None),
        EvasionDelay = f.Maybe("evasionDelay", Duration, x => x.EvasionDelay),
        PriceFactor = f.Maybe("priceFactor", In(NumberRule.Factor with { Varies = false }), x => x.PriceFactor),
    };

    private static StrikeHazard Hazard(Fields<StrikeHazard> f) => new(
        f.Get("stockpile", Reference.To<Stockpile>(), x => x.Stockpile),
        f.Get("from", Beginning, x => x.From),
        f.Get("eventsPerYear", In(new("events/year")), x => x.EventsPerYear),
        f.Get("medianLoss", Share, x => x.MedianLoss),
        f.Get("spread", FactorIn(NumberRule.Spread), x => x.Spread))
    {
        ArtilleryShare = f.Get("artilleryShare", Share, x => x.ArtilleryShare, absent: Fraction.All),
    };

    private static Dispersal Disperse(Fields<Dispersal> f) => new(
        f.Get("stockpile", Reference.To<Stockpile>(), x => x.Stockpile),
        f.Get("from", Beginning, x => x.From),
        f.Get("throughput", Share, x => x.Throughput))
    {
        FurtherHaul = f.Maybe("furtherHaul", Duration, x => x.FurtherHaul),
        Exposure = f.Get("exposure", Share, x => x.Exposure, absent: Fraction.All),
    };
}
