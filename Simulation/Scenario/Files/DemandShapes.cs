using static Supply.Files.NumberShapes;
using static Supply.Files.ValueShapes;

namespace Supply.Files;

/// <summary>Mechanisms that move the requirement of a consumer, and changes of it.</summary>
internal static class DemandShapes
{
    private static readonly Form<Growth> growth = Choice("a growth", ("linear", Growth.Linear), ("logistic", Growth.Logistic));

    private static readonly Form<DemandMechanism> mechanism = Choice("a mechanism of demand",
        ("season", DemandMechanism.Season), ("displacement", DemandMechanism.Displacement), ("response", DemandMechanism.Response));

    private const int LongestTrail = 36_525;

    private static readonly NumberRule roundsPerRound = NumberRule.Factor with { Unit = "rounds per round" };

    /// <summary>How much a round counts for in a mix.</summary>
    public static NumberRule WeightInMix { get; } = NumberRule.Factor with { Varies = false, Least = NumberRule.LeastDivisor };

    private static readonly Each<Calibre> calibresEach = new((calibre, _) => calibre.ToString())
    {
        Words = "{0}", Unique = "calibres {1}; name it once.",
    };

    private static readonly Each<string> availableEach =
        new((name, _) => name) { Words = "{0}", Unique = "counted stockpiles \"{1}\"; name it once." };

    public static CalibreMix OneMix(Cursor at, CalibreMix value) => at.Object(
        "a mix with \"calibres\" and \"elasticity\"",
        f => new CalibreMix(f.List("calibres", OfCalibre, x => x.Calibres, calibresEach), f.Get("elasticity", Share, x => x.Elasticity))
        {
            Counting = f.ListOrEmpty("counting".As("mix counts") with { StandsAlone = true }, Reference.To<Stockpile>(), x => x.Counting,
                availableEach),
        },
        value);

    public static Season OneSeason(Cursor at, Season value) => at.Object(
        "a season with \"peak\" and \"amplitude\"",
        f => new Season(f.Get("peak", When, x => x.Peak), f.Get("amplitude", Share, x => x.Amplitude)),
        value);

    public static Displacement OneDisplacement(Cursor at, Displacement value) => at.Object(
        "a displacement with \"from\", \"over\", \"ceiling\" and \"growth\"",
        f => new Displacement(
            f.Get("from".As("beginning"), When, x => x.From),
            f.Get("over".As("duration"), DurationToDivideBy, x => x.Over),
            f.Get("ceiling", Share, x => x.Ceiling),
            f.Get("growth", growth, x => x.Growth)),
        value);

    public static Response OneResponse(Cursor at, Response value) => at.Object(
        "a response with \"opponent\", \"weight\" and \"ratio\"",
        f => new Response(f.Get("opponent", Name, x => x.Opponent), f.Get("weight", Share, x => x.Weight),
            f.Get("ratio", OneRatio, x => x.Ratio))
        {
            TrailingDays = f.Get("trailingDays".As("number of trailing days"), WholeIn(new Limits(1, LongestTrail) { AtLeastAStep = true }),
                x => x.TrailingDays, absent: 30),
        },
        value);

    private static Ratio OneRatio(Cursor at, Ratio value) => Ratio.Of(at.Uncertain(roundsPerRound, value?.Value!));

    public static RequirementChange Requirement(Fields<RequirementChange> f) => new(
        f.Get("consumer", Reference.To<Consumer>(), x => x.Consumer),
        f.Get("from", Beginning, x => x.From),
        f.Get("factor", ChangeFactor, x => x.Factor))
    {
        Onset = f.Maybe("onset", DurationToDivideBy, x => x.Onset),
        Fading = f.Maybe("fading", DurationToDivideBy, x => x.Fading),
    };

    public static RequiredRate Rate(Fields<RequiredRate> f) => new(
        f.Get("consumer", Reference.To<Consumer>(), x => x.Consumer),
        f.Get("calibre", Bore, x => x.Calibre),
        f.Get("from", Beginning, x => x.From),
        f.Get("rate", Flow, x => x.Rate))
    {
        Onset = f.Maybe("onset", DurationToDivideBy, x => x.Onset),
    };

    public static DemandChange Mechanism(Fields<DemandChange> f) => new(
        f.Get("consumer", Reference.To<Consumer>(), x => x.Consumer),
        f.Get("from", Beginning, x => x.From),
        f.Get("mechanism", mechanism, x => x.Mechanism),
        f.Get("factor", ChangeFactor, x => x.Factor));
}
