using static Supply.Files.NumberShapes;
using static Supply.Files.RatePathShapes;
using static Supply.Files.ValueShapes;

namespace Supply.Files;

/// <summary>Inputs of rounds, the condition rounds come in, and the guns that fire them.</summary>
internal static class MakingShapes
{
    private static readonly Form<Units> units = Count("units");
    private static readonly Form<Units> unitsPerRound = Count("units/round");
    private static readonly Form<Units> guns = Count("guns");
    private static readonly Form<Units> barrels = Count("barrels");
    private static readonly Form<RatePath> unitsOverTime = PathOf("units");
    private static readonly Form<RatePath> gunsOverTime = PathOf("guns");
    private static readonly Form<RatePath> barrelsOverTime = PathOf("barrels");

    public static Each<InputUse> UsesEach { get; } = new((use, _) => use.Stock)
    {
        Words = "use of \"{1}\" per round", ByPartKey = true, Unique = "inputs \"{1}\"; it may have one. Add them up.",
    };

    private static readonly Each<string> countedEach =
        new((name, _) => name) { Words = "{0}", Unique = "counted stockpiles \"{1}\"; name it once." };

    public static InputStock Stock(Fields<InputStock> f) => new(
        f.Get("name", Name, x => x.Name),
        f.Get("opening", units, x => x.Opening, absent: Units.None));

    public static InputSource Source(Fields<InputSource> f) => new(
        f.Get("name", Name, x => x.Name),
        f.Get("to", Reference.To<InputStock>(), x => x.To),
        f.Get("rate", unitsOverTime, x => x.Rate))
    {
        LeadTime = f.Maybe("leadTime", Duration, x => x.LeadTime),
        Loss = f.Get("loss", Share, x => x.Loss, absent: Fraction.None),
        UnitCost = f.Maybe("unitCost", PerUnit, x => x.UnitCost),
    };

    public static InputUse Use(Cursor at, InputUse value) => at.Object(
        "an input with \"stock\" and \"perRound\"",
        f => new InputUse(f.Get("stock".As("inputs") with { StandsAlone = true }, Reference.To<InputStock>(), x => x.Stock),
            f.Get("perRound".Inline(), unitsPerRound, x => x.PerRound)),
        value);

    public static Throttle OneThrottle(Cursor at, Throttle value) => at.Object(
        "a throttle with \"counting\", \"beginsAt\", \"completeAt\" and \"averaging\"",
        f => new Throttle(
            f.List("counting".As("throttle counts") with { StandsAlone = true }, Reference.To<Stockpile>(), x => x.Counting, countedEach),
            f.Get("beginsAt".As("beginning cover"), Duration, x => x.BeginsAt),
            f.Get("completeAt".As("complete cover"), Duration, x => x.CompleteAt),
            f.Get("averaging".As("averaging time"), DurationToDivideBy, x => x.Averaging))
        {
            Floor = f.Get("floor", Share, x => x.Floor, absent: Fraction.None),
        },
        value);

    public static LotCondition Condition(Cursor at, LotCondition value) => at.Object(
        "a condition of lots with \"rework\" and \"useless\"",
        f => new LotCondition(
            f.Get("rework", Share, x => x.Rework, absent: Fraction.None),
            f.Get("useless", Share, x => x.Useless, absent: Fraction.None)),
        value);

    public static OriginEffect Effect(Cursor at, OriginEffect value) => at.Object(
        "an effect with \"origin\" and \"effect\"",
        f => new OriginEffect(f.Get("origin", Country, x => x.Origin), f.Get("effect".Inline(), Share, x => x.Effect)),
        value);

    public static GunPark Park(Fields<GunPark> f) => new(
        f.Get("name", Name, x => x.Name),
        f.Get("guns".As("number of guns"), guns, x => x.Guns),
        f.Get("perGun".As("rate per gun"), Flow, x => x.PerGun),
        f.Get("barrelLife", AmountToDivideBy, x => x.BarrelLife))
    {
        Barrels = f.Get("barrels".As("number of spare barrels"), barrels, x => x.Barrels, absent: Units.None),
        BarrelProduction = f.Maybe("barrelProduction", barrelsOverTime, x => x.BarrelProduction),
        Reserve = f.Get("reserve", guns, x => x.Reserve, absent: Units.None),
        Cannibalised = f.Maybe("cannibalised".As("rate of cannibalised guns"), gunsOverTime, x => x.Cannibalised),
        Usable = f.Get("usable".As("usable share"), Share, x => x.Usable, absent: Fraction.All),
        Returned = f.Maybe("returned".As("rate of returned guns"), gunsOverTime, x => x.Returned),
        Losses = f.Maybe("losses".As("rate of losses"), gunsOverTime, x => x.Losses),
    };
}
