using static Supply.Uncertain;

namespace Supply.Cases;

/// <summary>
/// Structures that the record does not settle, as choices with a prior that the claims may change: in which order depots and works issue
/// rounds, whether the force fires what calibre there is, whether it has a wish or fires what comes, and who answers a full depot. For the
/// reasons of each see <c>Decisions/0022</c> to <c>0025</c>.
/// </summary>
internal static partial class Russia2022Case
{
    private static Drawing OrderOfDrawing => Drawing.OneOf(
            new("in proportion", 0.4, Drawing.Proportional),
            new("newest first", 0.35, Drawing.NewestFirst(4, Days.Of(Exactly(30).Assumed("A month of trains is told apart from the one "
                + "before.")))),
            new("DPRK first", 0.25, Drawing.ByPreference(Origin.Dprk)))
        .Named("order of drawing")
        .Assumed("No source says how depots issue rounds: by lot and nature whatever the origin, what came last first, or poor rounds "
            + "first.");

    private static Drawing OrderAtWorks => Drawing.OneOf(
            new("in proportion", 0.5, Drawing.Proportional),
            new("imports first", 0.5, Drawing.ByPreference(Origin.Dprk)))
        .Named("order at the works")
        .Assumed("Half of the arrivals go through Russian plants first (E187); whether before or among the old Russian rounds is not "
            + "said.");

    /// <summary>Tube calibres; a launcher fires no shells, so rockets are apart.</summary>
    private static CalibreMix TubeMix => new([Calibre.Mm152, Calibre.Mm122], Fraction.Of(Uniform(0, 1).Named("elasticity of the calibre "
        + "mix")
        .Assumed("From a rigid mix to whatever is there: forces took older guns of 122 mm out of store because rounds for them came.")))
    {
        Counting = [Rear],
    };

    private static Uncertain Wish => OneOf(
            new Alternative("given", 0.5, Exactly(0).Assumed("Staffs state requirements (E012, E013, E019), and the force wants no more.")),
            new Alternative("as supply allows", 0.5, Exactly(1).Assumed("Shell hunger: what comes is fired, as far as rationing lets it.")))
        .Named("wish")
        .Assumed("Fire cannot tell a wish from supply; requirements are published, and so is rationing.");

    /// <summary>Where the wish follows supply: the published fire of 2022, then the highest rate that was counted.</summary>
    private static RatePath Ceiling(Calibre calibre) => RatePath.Table(Interpolation.Step,
        [.. In2022Points(calibre), (new(2023, 1, 1), Rate.PerDay(
            Exactly(60_000).Cited(new(2022, 7, 15), "D4", "Ukrainian command", "Highest daily counts of the war.", "E063", "E072")
            * OfAll(calibre) * LogNormal(0.75, 1.33).Named("ceiling level").Assumed("A third either way: guns were lost since and others "
                + "came out of store.")))]);

    /// <summary>Cuts as the stock of a calibre at the rear and the front grows, down to a floor.</summary>
    private static Throttle AnswerTo(string whom, double least, string reason) => new([Rear, Front],
        Days.Of(Uniform(60, 180).Named("cover where answers begin")
            .Assumed("Between two and six months of fire a staff stops speaking of shortage.")),
        Days.Of(Uniform(200, 720).Named("cover where answers are complete")
            .Assumed("Between half a year and two years of fire more rounds are of no use in this war.")),
        Days.Of(Uniform(30, 120).Named("days over which cover is measured").Assumed("Reports go by month or by quarter.")))
    {
        Floor = Fraction.Of(Uniform(least, 1).Named($"floor of {whom}").Assumed(reason)),
    };

    private static Throttle LineAnswer => AnswerTo("production", 0.3, "From no answer to seven tenths less: plants are kept busy at any "
        + "price.");

    private static Throttle WorksAnswer => AnswerTo("refurbishment", 0, "From no answer to none restored: works can wait, their rounds "
        + "keep.");

    private static Throttle OrderAnswer => AnswerTo("orders abroad", 0, "From no answer to none bought; deals are political as well.");
}
