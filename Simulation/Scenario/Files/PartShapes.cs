using static Supply.Files.NumberShapes;
using static Supply.Files.RatePathShapes;
using static Supply.Files.ValueShapes;

namespace Supply.Files;

/// <summary>Networks and their parts.</summary>
internal static class PartShapes
{
    // Within these, the spread of a priority is more than its last digits.
    private static readonly Limits priorities = new(-1e6, 1e6);

    private static readonly Union<Part> parts = new(
        "a part with \"kind\" and \"name\"",
        Tag: "kind",
        [
            new Kind<Part, Stockpile>("stockpile", Depot),
            new Kind<Part, Reserve>("reserve", f =>
                new(f.Get("name", Name, x => x.Name), f.ListOrEmpty("opening", OneLot, x => x.Opening, lotsEach))
            {
                Drawing = f.Get("drawing".As("the drawing"), DrawingShapes.OneDrawing, x => x.Drawing, absent: Drawing.Proportional),
            }),
            new Kind<Part, ProductionLine>("productionLine", Line),
            new Kind<Part, RefurbishmentWorks>("refurbishmentWorks", Works),
            new Kind<Part, Supplier>("supplier", Sender),
            new Kind<Part, Route>("route", Link),
            new Kind<Part, Consumer>("consumer", Force),
            new Kind<Part, InputStock>("inputStock", MakingShapes.Stock),
            new Kind<Part, InputSource>("inputSource", MakingShapes.Source),
            new Kind<Part, GunPark>("gunPark", MakingShapes.Park),
        ],
        (f, part) => part with { Key = f.Maybe("key", Name, x => x.Key == x.Name ? null : x.Key) ?? part.Name });

    private static readonly Each<Lot> lotsEach = new((lot, _) => $"{lot.Calibre}, {lot.Origin}")
    {
        Key = (lot, _) => $"{lot.Calibre}/{lot.Origin}", Unique = "lots of {1}; it may have one. Add them up.",
    };

    // Several consignments of one kind of round may arrive on different days.
    private static readonly Each<Consignment> consignmentsEach = new((one, i) => $"{one.Calibre}, {one.Origin} ({i + 1})")
    {
        Key = (_, i) => PropertyWords.Number(i),
    };

    private static readonly Each<Outstanding> outstandingEach = new((one, _) => one.Calibre.ToString());

    private static readonly Each<Offer> offersEach =
        new((offer, _) => offer.Calibre.ToString()) { Unique = "offers of {1}; it may have one. Add them up." };

    private static readonly Each<Demand> demandsEach =
        new((demand, _) => demand.Calibre.ToString()) { Unique = "demands for {1}; it may have one. Add them up." };

    private static readonly Each<CalibreMix> mixesEach = new((_, i) => PropertyWords.Number(i + 1))
    {
        Words = "{0} {1}", Key = (_, i) => PropertyWords.Number(i),
    };

    private static readonly Each<OriginEffect> effectsEach = new((effect, _) => effect.Origin.ToString())
    {
        Words = "effect of rounds of {1}", Unique = "effects of rounds of {1}; it may have one.",
    };

    private static readonly Each<string> countedEach =
        new((name, _) => name) { Words = "{0}", Unique = "counted stockpiles \"{1}\"; name it once." };

    private static readonly Union<Rationing> rationings = new(
        "a rationing with \"kind\": \"none\" or \"byCover\"",
        Tag: "kind",
        [
            new Kind<Rationing, NoRationing>("none", _ => new()),
            new Kind<Rationing, CoverRationing>("byCover", ByCover),
        ],
        (_, rationing) => rationing);

    private static readonly Form<Unmet> unmet = Choice("what becomes of unmet requirement", ("lost", Unmet.Lost),
        ("backordered", Unmet.Backordered));

    /// <summary>A part of any kind.</summary>
    public static Part OnePart(Cursor at, Part value) => at.Union(parts, value);

    /// <summary>Every kind of part.</summary>
    public static IReadOnlyList<Kind<Part>> Kinds => parts.Kinds;

    /// <summary>Name of a kind of part in messages, without article.</summary>
    public static string WordsOf<T>() where T : Part => parts.Kinds.First(kind => kind.Type == typeof(T)).Words;

    /// <summary>Name of the kind of a part in messages, without article.</summary>
    public static string WordsOf(Part part) => parts.KindOf(part).Words;

    /// <summary>The kind of a part with its article; works are many.</summary>
    public static string WithArticle(Part part) => part is RefurbishmentWorks ? WordsOf(part) : PropertyWords.WithArticle(WordsOf(part));

    /// <summary>The effects of rounds of a network.</summary>
    public static Items<OriginEffect> Effects(Fields<Network> f) =>
        f.ListOrEmpty("effects", MakingShapes.Effect, x => x.Effects, effectsEach);

    public static Network Side(Cursor at, Network value) => at.Object(
        "a network with \"name\" and \"parts\"",
        f =>
        {
            var name = f.Get("name", Name, x => x.Name);
            var key = f.Maybe("key", Name, x => x.Key == x.Name ? null : x.Key) ?? name;
            return new Network(name, f.List("parts", OnePart, x => x.Parts))
            {
                Key = key,
                Effects = Effects(f),
            };
        },
        value);

    private static Lot OneLot(Cursor at, Lot value) => at.Object(
        "a lot with \"calibre\", \"origin\" and \"amount\"",
        f => new Lot(f.Get("calibre", OfCalibre, x => x.Calibre), f.Get("origin", OfOrigin, x => x.Origin),
            f.Get("amount".Inline(), Amount, x => x.Amount)),
        value);

    private static Consignment OneConsignment(Cursor at, Consignment value) => at.Object(
        "a consignment with \"calibre\", \"origin\" and \"amount\"",
        f => new Consignment(f.Get("calibre", OfCalibre, x => x.Calibre), f.Get("origin", OfOrigin, x => x.Origin),
            f.Get("amount".Inline(), Amount, x => x.Amount))
        {
            Arrives = f.Maybe("arrives".As("arrival"), Duration, x => x.Arrives),
        },
        value);

    private static Outstanding OneOutstanding(Cursor at, Outstanding value) => at.Object(
        "rounds outstanding with \"calibre\" and \"amount\"",
        f => new Outstanding(f.Get("calibre", OfCalibre, x => x.Calibre), f.Get("amount".Inline(), Amount, x => x.Amount)),
        value);

    private static Stockpile Depot(Fields<Stockpile> f) =>
        new(f.Get("name", Name, x => x.Name), f.ListOrEmpty("opening", OneLot, x => x.Opening, lotsEach))
    {
        Allocation = f.Get("allocation".As(""), ReplenishmentShapes.OneAllocation, x => x.Allocation, absent: Allocation.Proportional),
        Drawing = f.Get("drawing".As("the drawing"), DrawingShapes.OneDrawing, x => x.Drawing, absent: Drawing.Proportional),
        HoldingCost = f.Maybe("holdingCost", PerRoundAndDay, x => x.HoldingCost),
    };

    private static ProductionLine Line(Fields<ProductionLine> f) => new(
        f.Get("name", Name, x => x.Name),
        f.Get("calibre", OfCalibre, x => x.Calibre),
        f.Get("origin", OfOrigin, x => x.Origin),
        f.Get("to", Reference.To<Stockpile>(), x => x.To),
        f.Get("capacity", Path, x => x.Capacity))
    {
        Yield = f.Get("yield", Share, x => x.Yield, absent: Fraction.All),
        Inputs = f.ListOrEmpty("inputs", MakingShapes.Use, x => x.Inputs, MakingShapes.UsesEach),
        UnitCost = f.Maybe("unitCost", PerRound, x => x.UnitCost),
        Throttle = f.Maybe("throttle", MakingShapes.OneThrottle, x => x.Throttle),
    };

    private static RefurbishmentWorks Works(Fields<RefurbishmentWorks> f) => new(
        f.Get("name", Name, x => x.Name),
        f.Get("calibre", OfCalibre, x => x.Calibre),
        f.Get("from", Reference.To<Reserve>(), x => x.From),
        f.Get("to", Reference.To<Stockpile>(), x => x.To),
        f.Get("capacity", Path, x => x.Capacity))
    {
        Yield = f.Get("yield", Share, x => x.Yield, absent: Fraction.All),
        LastYield = f.Maybe("lastYield", Share, x => x.LastYield),
        Throttle = f.Maybe("throttle", MakingShapes.OneThrottle, x => x.Throttle),
    };

    private static Supplier Sender(Fields<Supplier> f) => new(
        f.Get("name", Name, x => x.Name),
        f.Get("origin", OfOrigin, x => x.Origin),
        f.List("offers".Inline(), OneOffer, x => x.Offers, offersEach))
    {
        ExportLimit = f.Maybe("exportLimit", Path, x => x.ExportLimit),
        Account = f.Maybe("account".As(""), ShipmentShapes.Account, x => x.Account),
        Announced = f.Maybe("announced".As("the announced deal"), ShipmentShapes.Deal, x => x.Announced),
        Rework = f.Get("rework", Share, x => x.Rework, absent: Fraction.None),
        Useless = f.Get("useless", Share, x => x.Useless, absent: Fraction.None),
        FirstLots = f.Maybe("firstLots".As("the first lots"), MakingShapes.Condition, x => x.FirstLots),
        ReworkTo = f.Maybe("reworkTo", Reference.To<Reserve>(), x => x.ReworkTo),
        UnitCost = f.Maybe("unitCost", PerRound, x => x.UnitCost),
    };

    private static Offer OneOffer(Cursor at, Offer value) => at.Object(
        "an offer with \"calibre\", \"exportable\", \"production\", and \"orders\" unless its route orders",
        f => new Offer(
            f.Get("calibre", OfCalibre, x => x.Calibre),
            f.Get("exportable".As("exportable stock", "exportable/{0}"), Amount, x => x.Exportable),
            f.Get("production".As(key: "production/{0}"), Path, x => x.Production),
            f.Maybe("orders".As(key: "orders/{0}"), Path, x => x.Orders))
        {
            Throttle = f.Maybe("throttle".As(key: "throttle/{0}"), MakingShapes.OneThrottle, x => x.Throttle),
        },
        value);

    private static Route Link(Fields<Route> f) => new(
        f.Get("name", Name, x => x.Name),
        f.Get("from", Reference.To<Supplier, Stockpile>(), x => x.From),
        f.Get("to", Reference.To<Stockpile>(), x => x.To),
        f.Get("leadTime", Duration, x => x.LeadTime))
    {
        Capacity = f.Maybe("capacity", Path, x => x.Capacity),
        Sailings = f.Maybe("sailings".As(""), ShipmentShapes.Ships, x => x.Sailings),
        Preference = f.Get("preference", WholeIn(new Limits(0)), x => x.Preference, absent: 0),
        Transit = f.Get("transit".As(""), ShipmentShapes.Way, x => x.Transit, absent: Transit.Fixed),
        Loss = f.Get("loss", Share, x => x.Loss, absent: Fraction.None),
        Replenishment = ReplenishmentShapes.Of(f),
        Priority = f.Get("priority", ExactIn(priorities), x => x.Priority, absent: 0),
        InTransit = f.ListOrEmpty("inTransit".As("opening in transit"), OneConsignment, x => x.InTransit, consignmentsEach),
        OnOrder = f.ListOrEmpty("onOrder".As("opening on order"), OneOutstanding, x => x.OnOrder,
            outstandingEach with { Unique = "openings on order of {1}; it may have one. Add them up." }),
        HoldingCost = f.Maybe("holdingCost", PerRoundAndDay, x => x.HoldingCost),
        UnitCost = f.Maybe("unitCost", PerRound, x => x.UnitCost),
        FixedCost = f.Maybe("fixedCost", PerOrder, x => x.FixedCost),
        BacklogCost = f.Maybe("backlogCost", PerRoundAndDay, x => x.BacklogCost),
    };

    private static Consumer Force(Fields<Consumer> f) => new(
        f.Get("name", Name, x => x.Name),
        f.Get("at", Reference.To<Stockpile>(), x => x.At),
        f.List("demands".Inline(), OneDemand, x => x.Demands, demandsEach))
    {
        Rationing = f.Get("rationing".As("the rationing"),
            (node, rationing) => node.Union(rationings, rationing), x => x.Rationing, absent: Rationing.None),
        FollowsSupply = f.Maybe("followsSupply".As("wish that follows supply"), In(NumberRule.Switch), x => x.FollowsSupply),
        Mixes = f.ListOrEmpty("mixes".As("mix"), DemandShapes.OneMix, x => x.Mixes, mixesEach),
        Season = f.Maybe("season".As("the season"), DemandShapes.OneSeason, x => x.Season),
        Displacement = f.Maybe("displacement".As("the displacement"), DemandShapes.OneDisplacement, x => x.Displacement),
        Response = f.Maybe("response".As("the response"), DemandShapes.OneResponse, x => x.Response),
        Unmet = f.Get("unmet", unmet, x => x.Unmet, absent: Unmet.Lost),
        Backordered = f.ListOrEmpty("backordered".As("opening backlog"), OneOutstanding, x => x.Backordered,
            outstandingEach with { Unique = "opening backlogs of {1}; it may have one. Add them up." }),
        Priority = f.Get("priority", ExactIn(priorities), x => x.Priority, absent: 0),
        ShortageCost = f.Maybe("shortageCost", PerRound, x => x.ShortageCost),
        BacklogCost = f.Maybe("backlogCost", PerRoundAndDay, x => x.BacklogCost),
    };

    private static Demand OneDemand(Cursor at, Demand value) => at.Object(
        "a demand with \"calibre\" and \"required\"",
        f => new Demand(f.Get("calibre", OfCalibre, x => x.Calibre),
            f.Get("required".As("required rate", "required/{0}"), Path, x => x.Required))
        {
            Ceiling = f.Maybe("ceiling".As(key: "ceiling/{0}"), Path, x => x.Ceiling),
            Guns = f.Maybe("guns", Reference.To<GunPark>(), x => x.Guns),
            Weight = f.Maybe("weight".As("weight in a mix", "weight/{0}"), FactorIn(DemandShapes.WeightInMix), x => x.Weight),
        },
        value);

    private static CoverRationing ByCover(Fields<CoverRationing> f) => new(
        f.Get("cover", VaryingDurationToDivideBy, x => x.Cover),
        f.Get("safety".As("safety stock"), Amount, x => x.Safety, absent: Rounds.None),
        f.ListOrEmpty("counting".As("rationing counts") with { StandsAlone = true }, Reference.To<Stockpile>(),
            x => x.Counting, countedEach));
}
