using static Supply.Files.Numbers;
using static Supply.Files.Values;

namespace Supply.Files;

/// <summary>Dated changes.</summary>
internal static class Changes
{
    private static readonly Union<Change> kinds = new(
        "a change with \"kind\" and \"from\"",
        Tag: "kind",
        [
            new Kind<Change, ExportLimit>("exportLimit", f =>
                new(f.Get("origin", Country, x => x.Origin), f.Get("from", When, x => x.From), f.Get("limit", Flow, x => x.Limit))),
            new Kind<Change, TargetShare>("targetShare", Target),
            new Kind<Change, Interdiction>("interdiction", Interdict),
            new Kind<Change, DepotStrike>("depotStrike", f =>
                new(f.Get("stockpile", Text, x => x.Stockpile), f.Get("from", When, x => x.From), f.Get("lossFraction", Share, x => x.LossFraction))),
            new Kind<Change, CapacityChange>("capacityChange", Capacity),
            new Kind<Change, RequirementChange>("requirementChange", Demands.Requirement),
            new Kind<Change, DemandChange>("demandChange", Demands.Mechanism),
            new Kind<Change, InputSanction>("inputSanction", Sanction),
            new Kind<Change, StrikeHazard>("strikeHazard", Hazard),
            new Kind<Change, Dispersal>("dispersal", Disperse),
            .. Shipments.Changes,
        ],
        (f, change) => change with { Until = f.Get("until", WhenOrNull, x => x.Until, absent: null) });

    /// <summary>What a target share means for the other sources.</summary>
    public static Form<ShareMeaning> Meaning { get; } = Choice("a meaning of a target share",
        ("added", ShareMeaning.Added), ("substituted", ShareMeaning.Substituted));

    public static Change OneChange(Cursor at, Change value) => at.Union(kinds, value);

    private static TargetShare Target(Fields<TargetShare> f) => new(
        f.Get("origin", Country, x => x.Origin),
        f.Get("from", When, x => x.From),
        f.Get("share", Share, x => x.Share),
        f.Get("meaning", Meaning, x => x.Meaning));

    private static CapacityChange Capacity(Fields<CapacityChange> f) => new(
        f.Get("part", Text, x => x.Part),
        f.Get("from", When, x => x.From),
        f.Get("factor", Number, x => x.Factor))
    {
        Onset = f.Maybe("onset", Duration, x => x.Onset),
    };

    private static Interdiction Interdict(Fields<Interdiction> f) => new(
        f.Get("route", Text, x => x.Route),
        f.Get("from", When, x => x.From),
        f.Get("remaining", Share, x => x.Remaining))
    {
        Loss = f.Get("loss", Share, x => x.Loss, absent: Fraction.None),
    };

    private static InputSanction Sanction(Fields<InputSanction> f) => new(
        f.Get("source", Text, x => x.Source),
        f.Get("from", When, x => x.From),
        f.Get("remaining", Share, x => x.Remaining))
    {
        Evaded = f.Get("evaded", Share, x => x.Evaded, absent: Fraction.None),
        EvasionDelay = f.Maybe("evasionDelay", Duration, x => x.EvasionDelay),
        PriceFactor = f.Maybe("priceFactor", Number, x => x.PriceFactor),
    };

    private static StrikeHazard Hazard(Fields<StrikeHazard> f) => new(
        f.Get("stockpile", Text, x => x.Stockpile),
        f.Get("from", When, x => x.From),
        f.Get("eventsPerYear", Number, x => x.EventsPerYear),
        f.Get("medianLoss", Share, x => x.MedianLoss),
        f.Get("spread", Number, x => x.Spread))
    {
        ArtilleryShare = f.Get("artilleryShare", Share, x => x.ArtilleryShare, absent: Fraction.All),
    };

    private static Dispersal Disperse(Fields<Dispersal> f) => new(
        f.Get("stockpile", Text, x => x.Stockpile),
        f.Get("from", When, x => x.From),
        f.Get("throughput", Share, x => x.Throughput))
    {
        FurtherHaul = f.Maybe("furtherHaul", Duration, x => x.FurtherHaul),
        Exposure = f.Get("exposure", Share, x => x.Exposure, absent: Fraction.All),
    };
}
