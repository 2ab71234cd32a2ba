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
            new Kind<Change, CapacityChange>("capacityChange", f =>
                new(f.Get("part", Text, x => x.Part), f.Get("from", When, x => x.From), f.Get("factor", Number, x => x.Factor))),
            new Kind<Change, RequirementChange>("requirementChange", Demands.Requirement),
            new Kind<Change, DemandChange>("demandChange", Demands.Mechanism),
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

    private static Interdiction Interdict(Fields<Interdiction> f) => new(
        f.Get("route", Text, x => x.Route),
        f.Get("from", When, x => x.From),
        f.Get("remaining", Share, x => x.Remaining))
    {
        Loss = f.Get("loss", Share, x => x.Loss, absent: Fraction.None),
    };
}
