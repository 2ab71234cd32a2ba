using static Supply.Calibre;
using static Supply.Origin;
using static Supply.Rate;
using static Supply.Uncertain;

namespace Supply.Tests.Twin;

/// <summary>
/// Scenarios that together contain every kind of part, path, number and change. Their numbers are odd on purpose: no comparison may be a
/// tie.
/// </summary>
internal static class TwinScenarios
{
    private static readonly DateOnly First = new(2024, 3, 1);

    /// <summary>
    /// <code>
    /// Plant, Second plant, Works, More works -> Depot -+-> Forward -+-> Front (by cover)
    /// Sea supplier -> Depot                            |            +-> Other front
    /// Land supplier -> Rail yard ----------------------+-> Forward
    /// </code>
    /// Every kind of part and number, every path but per step.
    /// </summary>
    public static Scenario Full { get; } = new("Full", FullNetwork("Russia"), Horizon.Dated(First, new(2025, 2, 3)));

    /// <summary>The same with every kind of change.</summary>
    public static Scenario Changed { get; } = Full.With("Changed",
        new ExportLimit(Dprk, At(40), PerDay(Uniform(1300, 2900))) { Until = At(120) },
        new ExportLimit(Dprk, At(80), PerMonth(21_003)) { Until = At(160) },
        new ExportLimit(Dprk, At(80), PerYear(301_003)) { Until = At(100) },
        new ExportLimit(Iran, At(130), PerDay(77.7)),
        new Interdiction("Sea", At(60), Fraction.Of(Uniform(0.2, 0.7))) { Until = At(150), Loss = Fraction.Of(0.113) },
        new Interdiction("Sea", At(60), Fraction.Of(0.913)) { Until = At(90), Loss = Fraction.Of(Triangular(0, 0.1, 0.3)) },
        new Interdiction("Depot to forward", At(110), Fraction.Of(0.37)) { Loss = Fraction.Of(0.05) },
        new DepotStrike("Depot", At(70), Fraction.Of(Uniform(0.1, 0.5))),
        new DepotStrike("Depot", At(70), Fraction.Of(0.21)),
        new DepotStrike("Front", At(200), Fraction.Of(0.61)),
        new CapacityChange("Plant", At(50), LogNormal(0.5, 0.9)) { Until = At(210) },
        new CapacityChange("Plant", At(90), 1.63) { Onset = Days.Of(Uniform(30, 50)) },
        new CapacityChange("Works", At(33), 0.41),
        new CapacityChange("Sea", At(140), 0.52),
        new CapacityChange("Yard to forward", At(140), 0.52 * Uniform(0.8, 1.1)),
        new RequirementChange("Group", At(100), Normal(1.3, 0.02)) { Until = At(230) },
        new RequirementChange("Group", At(180), 0.77),
        new RequirementChange("Other group", At(20), 1.21));

    /// <summary>Shares of two origins, added and substituted, one after another and at once.</summary>
    public static Scenario Shares { get; } = Full.With("Shares",
        new TargetShare(Dprk, At(20), Fraction.Of(Uniform(0.1, 0.3)), ShareMeaning.Added) { Until = At(170) },
        new TargetShare(Dprk, At(70), Fraction.Of(0.43), ShareMeaning.Substituted) { Until = At(130) },
        new TargetShare(Iran, At(100), Fraction.Of(Triangular(0.1, 0.2, 0.4)), ShareMeaning.Substituted) { Until = At(220) },
        new TargetShare(Iran, At(240), Fraction.Of(0.11), ShareMeaning.Added),
        new TargetShare(Iran, At(240), Fraction.Of(0.31), ShareMeaning.Substituted),
        new TargetShare(Dprk, At(270), Fraction.Of(0.23), ShareMeaning.Substituted),
        new CapacityChange("Plant", At(60), 0.71),
        new CapacityChange("Works", At(150), 1.4));

    /// <summary>Orders and required rates that are multiplied and set, at once and one after another, with a share on top.</summary>
    public static Scenario Asked { get; } = Full.With("Asked",
        new OrderChange(Dprk, At(30), Uniform(0.4, 1.9)) { Until = At(140) },
        new OrderChange(Dprk, At(60), 1.37) { Onset = Days.Of(Uniform(20, 60)) },
        new OrderChange(Iran, At(45), 0) { Until = At(99) },
        new OrderRate(Dprk, Calibre.Mm152, At(90), PerMonth(Uniform(9_000, 31_000))) { Until = At(210), Onset = Days.Of(Uniform(25, 45)) },
        new OrderRate(Dprk, Calibre.Mm152, At(150), PerDay(333)) { Until = At(170) },
        new OrderRate(Iran, Calibre.Mm152, At(120), PerYear(55_003)),
        new RequiredRate("Group", Calibre.Mm152, At(50), PerDay(Uniform(700, 1900))) { Until = At(160), Onset = Days.Of(Uniform(10, 30)) },
        new RequiredRate("Group", Calibre.Mm152, At(110), PerMonth(21_000)) { Until = At(130) },
        new RequirementChange("Group", At(80), 1.19),
        new TargetShare(Iran, At(240), Fraction.Of(0.31), ShareMeaning.Substituted),
        new CapacityChange("Plant", At(20), 1.7) { If = new(Calibre.Mm152, Rounds.Of(Uniform(20_000, 400_000))) },
        new OrderChange(Dprk, At(70), 1.3) { If = new(Calibre.Mm152, Rounds.Of(Uniform(20_000, 400_000))), Until = At(260) },
        new RequirementChange("Group", At(40), 0.83) { If = new(Calibre.Mm152, Rounds.Of(Uniform(20_000, 400_000))) },
        new Interdiction("Sea", At(90), Fraction.Of(0.7))
        {
            If = new(Calibre.Mm152, Rounds.Of(Uniform(20_000, 400_000))), Loss = Fraction.Of(0.1),
        });

    /// <summary>No source of the calibre except the origin whose share is substituted.</summary>
    public static Scenario Alone { get; } = new Scenario("Alone", new Network("Russia",
            new Stockpile("Depot"),
            new Supplier("Sea supplier", Dprk, [new(Mm152, Rounds.Of(40_001), PerDay(313), PerDay(1007))]),
            new Route("Sea", "Sea supplier", "Depot", Days.Of(11)),
            new Consumer("Group", "Depot", [new(Mm152, PerDay(899))])),
        Horizon.Dated(First, new(2024, 6, 30))).With("Alone",
            new TargetShare(Dprk, At(30), Fraction.Of(0.6), ShareMeaning.Substituted) { Until = At(60) },
            new TargetShare(Dprk, At(70), Fraction.Of(0.6), ShareMeaning.Added));

    /// <summary>Steps without dates, of half a day, with a value for each step and stocks that run out.</summary>
    public static Scenario HalfDays { get; } = new Scenario("Half days", new Network("Blue",
            new Stockpile("Depot", [new(Mm152, new("X"), Rounds.Of(31_001)), new(Mm152, new("Y"), Rounds.Of(LogNormal(9_000, 30_000, 0.5))),
                new(Mm122, new("Y"), Rounds.Of(777))]),
            new ProductionLine("Plant", Mm152, new("X"), "Depot",
                RatePath.PerStep([.. Enumerable.Range(0, 150).Select(i => 300 + 7.3 * i % 211)])),
            new ProductionLine("Slow ramp", Mm152, new("X"), "Depot",
                RatePath.Logistic(Moment.AtStep(40), PerDay(51.3), PerDay(Pert(90, 170, 201)), Days.Of(Pert(11, 12, 40)),
                    Days.Of(Uniform(0, 9)))
                    .Times(Noise(0.1, 3))),
            new ProductionLine("Ramp", Mm152, new("Z"), "Depot",
                RatePath.Linear(Moment.AtStep(11), PerMonth(1_003), Moment.AtStep(67), PerYear(Uniform(20_000, 60_000)))
                    .Times(Drift(Moment.AtStep(20), 0.9))),
            new Stockpile("Front"),
            new Route("Road", "Depot", "Front", Days.Of(Uniform(0.1, 4))) { Cover = Days.Of(Uniform(2, 6)), Capacity = PerDay(1_613),
                Loss = Fraction.Of(0.013) },
            new Consumer("Group", "Front",
            [
                new(Mm152, RatePath.Constant(PerDay(1_501)).Times(Noise(0.4, 2.7))),
                new(Mm122, RatePath.Table(Interpolation.Step, (Moment.AtStep(5), PerDay(21.1)), (Moment.AtStep(33), PerDay(77.7)))),
            ])),
        Horizon.PlainSteps(150, 0.5)).With("Half days",
            new CapacityChange("Road", Moment.AtStep(40), 0.83) { Until = Moment.AtStep(90) },
            new DepotStrike("Depot", Moment.AtStep(55), Fraction.Of(0.313)));

    /// <summary>Steps of a week; dates fall between steps.</summary>
    public static Scenario Weeks { get; } =
        (Changed with { Name = "Weeks", Horizon = Horizon.Dated(First, new(2025, 2, 3), 7) }).Stretched();

    /// <summary>Two sides with parts of the same names, and a number shared between them.</summary>
    public static Scenario Sides { get; } =
        new Scenario("Sides", [FullNetwork("Russia"), Small("Ukraine")], Horizon.Dated(First, new(2024, 8, 5)))
        .With("Sides",
            new DepotStrike("Ukraine/Depot", At(30), Fraction.Of(Uniform(0.2, 0.4))),
            new DepotStrike("Russia/Depot", At(30), Fraction.Of(Uniform(0.2, 0.4))),
            new CapacityChange("Ukraine/Plant", At(50), Uniform(0.2, 0.4)),
            new RequirementChange("Ukraine/Group", At(60), 1.5),
            new RequirementChange("Other group", At(60), 1.5),
            new TargetShare(Dprk, At(40), Fraction.Of(0.3), ShareMeaning.Substituted),
            new TargetShare(new("Poland"), At(70), Fraction.Of(0.3), ShareMeaning.Added));

    /// <summary>Two sides that answer each other's fire, with seasons, displacement, offensives and changes of all of them.</summary>
    public static Scenario Demand { get; } =
        new Scenario("Demand", [Moving("Russia", "Ukraine", 1), Moving("Ukraine", "Russia", 0.4)], Horizon.Dated(First, new(2025, 6, 30)))
        .With("Demand",
            new RequirementChange("Russia/Group", At(50), Uniform(1.2, 1.9)) { Onset = Days.Of(Uniform(10, 30)), Until = At(120),
                Fading = Days.Of(41) },
            new RequirementChange("Russia/Group", At(100), 0.71) { Onset = Days.Of(200), Until = At(180),
                Fading = Days.Of(Triangular(3, 20, 60)) },
            new RequirementChange("Ukraine/Group", At(90), Normal(1.4, 0.02)) { Until = At(150), Fading = Days.Of(33.3) },
            new RequirementChange("Ukraine/Group", At(200), 1.3) { Onset = Days.Of(17), Until = At(260) },
            new RequirementChange("Russia/Group", At(300), 1.21 * Noise(0.2, 9)) { Onset = Days.Of(50) },
            new DemandChange("Russia/Group", At(77), DemandMechanism.Season, Uniform(0, 4)) { Until = At(230) },
            new DemandChange("Russia/Group", At(140), DemandMechanism.Displacement, 0) { Until = At(170) },
            new DemandChange("Ukraine/Group", At(140), DemandMechanism.Displacement, Uniform(2, 4)),
            new DemandChange("Russia/Group", At(160), DemandMechanism.Response, 0.31),
            new DemandChange("Ukraine/Group", At(170), DemandMechanism.Response, 3) { Until = At(280) });

    /// <summary>Network, parts and shared number under other names: keys and draws stay.</summary>
    public static Scenario Renamed { get; } = Rename(Changed);

    private static Moment At(int day) => First.AddDays(day);

    private static Network FullNetwork(string name)
    {
        var season = Noise(0.21, 17).Named("season");
        var lineage = OneOf(new("RUSI", 0.5, 2_307_001), new("KIEL", 1.5, Uniform(1_500_000, 3_000_000)), new("OTHER", 0.7, OneOf(
            new("low", 1, LogNormal(300_000, 900_000)), new("high", 2, 3_000_003)))).Named("lineage");
        var quality = Uniform(0.02, 0.09).Named("quality");
        return new(name,
            new Stockpile("Depot", [new(Mm152, Russia, Rounds.Of(Uniform(90_000, 300_000))), new(Mm122, Russia, Rounds.Of(61_003)),
                new(Mm152, Belarus, Rounds.Of(Triangular(9_000, 11_000, 31_000)))]),
            new Stockpile("Rail yard", [new(Mm122, Iran, Rounds.Of(1_003))]),
            new Stockpile("Forward", [new(Mm122, Belarus, Rounds.Of(7_003))]),
            new Stockpile("Front", [new(Mm152, Russia, Rounds.Of(Normal(30_001, 1_000)))]),
            new Stockpile("Other front"),
            new Reserve("Old rounds", [new(Mm152, Russia, Rounds.Of(lineage)), new(Mm152, Belarus, Rounds.Of(101_003)),
                new(Mm122, Russia, Rounds.Of(LogNormal(100_000, 400_000, 0.8)))]),
            new Reserve("Rework shed"),
            new ProductionLine("Plant", Mm152, Russia, "Depot",
                RatePath.FirstOrder(At(25), PerMonth(Uniform(40_000, 60_000)), PerMonth(Triangular(70_000, 90_000, 99_000)),
                    Days.Of(Uniform(50, 200)))
                    .Times(season).Times(Drift(At(60), 0.35))) { Yield = Fraction.Of(Uniform(0.9, 0.99)) },
            new ProductionLine("Second plant", Mm122, Russia, "Depot",
                RatePath.Table((At(-20), PerYear(150_003)), (At(77), PerMonth(Normal(19_000, 500))), (At(300), PerDay(811)))),
            new RefurbishmentWorks("Works", Mm152, "Old rounds", "Depot",
                RatePath.Table(Interpolation.Step, (At(13), PerDay(900)), (At(99), PerDay(Uniform(1_000, 2_500))))
                    .Times(season * LogNormal(0.8, 1.2)))
            { Yield = Fraction.Of(Uniform(0.8, 0.95) * Exactly(0.99)) },
            new RefurbishmentWorks("More works", Mm152, "Old rounds", "Forward",
                RatePath.Linear(At(33), PerDay(100), At(133), PerDay(1_400))) { Yield = Fraction.Of(0.83) },
            new RefurbishmentWorks("Small works", Mm122, "Old rounds", "Depot", PerDay(501 * Drift(At(10), 0.2) * Noise(0.1, 5))),
            new RefurbishmentWorks("Rework works", Mm152, "Rework shed", "Forward", PerDay(51)) { Yield = Fraction.Of(0.97) },
            new Supplier("Sea supplier", Dprk,
            [
                new(Mm152, Rounds.Of(OneOf(new("few", 1, 150_003), new("many", 2, 700_003))), PerMonth(20_003),
                    PerDay(Uniform(2_000, 4_000))),
                new(Mm122, Rounds.Of(90_003), PerDay(107), RatePath.Linear(At(0), PerDay(203), At(90), PerDay(1_001)).Times(Noise(0.3, 9))),
            ])
            { ExportLimit = RatePath.Table(Interpolation.Step, (At(0), PerDay(3_801)), (At(200), PerDay(2_701))),
                Rework = Fraction.Of(Uniform(0.1, 0.2)), Useless = Fraction.Of(quality), ReworkTo = "Rework shed" },
            new Supplier("Land supplier", Iran, [new(Mm122, Rounds.Of(30_003), PerDay(50), PerDay(401)),
                new(Mm152, Rounds.Of(10_003), PerDay(50), PerDay(91))]),
            new Route("Sea", "Sea supplier", "Depot", Days.Of(Uniform(14, 30))) { Capacity = RatePath.Constant(PerDay(3_303)).Times(season),
                Loss = Fraction.Of(Uniform(0.01, 0.03)) },
            new Route("Land", "Land supplier", "Rail yard", Days.Of(5.5)),
            new Route("Depot to forward", "Depot", "Forward", Days.Of(Uniform(2, 7))) { Cover = Days.Of(Uniform(8, 15)),
                Capacity = PerDay(6_007) },
            new Route("Yard to forward", "Rail yard", "Forward", Days.Of(1)) { Cover = Days.Of(9), Capacity = PerDay(301),
                Loss = Fraction.Of(quality) },
            new Route("Depot to front", "Depot", "Front", Days.Of(4.2)) { Cover = Days.Of(3.1) },
            new Route("Forward to front", "Forward", "Front", Days.Of(1.7)) { Cover = Days.Of(Uniform(4, 7)), Loss = Fraction.Of(0.01) },
            new Route("Forward to other front", "Forward", "Other front", Days.Of(2.2)) { Cover = Days.Of(5), Capacity = PerDay(2_003) },
            new Consumer("Group", "Front",
            [
                new(Mm152, RatePath.Constant(PerDay(Uniform(3_000, 5_000))).Times(Noise(0.2, 11))),
                new(Mm122, PerDay(1_201)),
            ])
            { Rationing = Rationing.ByCover(Days.Of(Uniform(10, 30)), Rounds.Of(Uniform(1_000, 5_000)), ["Forward", "Depot"]) },
            new Consumer("Other group", "Other front",
            [
                new(Mm152, RatePath.Table((At(10), PerDay(1_103)), (At(110), PerDay(2_111))).Times(season)),
            ]));
    }

    private static Network Small(string name) => new(name,
        new Stockpile("Depot", [new(Mm152, new("Ukraine"), Rounds.Of(50_003))]),
        new ProductionLine("Plant", Mm152, new("Ukraine"), "Depot",
            PerDay(Uniform(500, 700))) { Yield = Fraction.Of(Uniform(0.02, 0.09).Named("quality")) },
        new Supplier("Partner", new("Poland"), [new(Mm152, Rounds.Of(100_003), PerDay(91), PerDay(703))]),
        new Route("Border", "Partner", "Depot", Days.Of(Uniform(1, 9))),
        new Consumer("Group", "Depot", [new(Mm152, RatePath.Constant(PerDay(1_503)).Times(Noise(0.21, 17).Named("season")))])
        { Rationing = Rationing.ByCover(Days.Of(20)) });

    private static Network Moving(string name, string opponent, double scale) => new(name,
        new Stockpile("Depot", [new(Mm152, new(name), Rounds.Of(400_003 * scale)),
            new(Mm122, new(name), Rounds.Of(Uniform(40_000, 90_000)))]),
        new ProductionLine("Plant", Mm152, new(name), "Depot", PerDay(Exactly(scale) * Uniform(1_500, 1_700))),
        new Consumer("Group", "Depot",
        [
            new(Mm152, RatePath.Constant(PerDay(scale * 4_003)).Times(Noise(0.21, 17))),
            new(Mm122, PerDay(Uniform(500, 900))),
        ])
        {
            Rationing = Rationing.ByCover(Days.Of(Uniform(20, 90))),
            Season = new(At(-30), Fraction.Of(Uniform(0.1, 0.5))),
            Displacement = scale == 1 ? new(At(60), Days.Of(211), Fraction.Of(Uniform(0.2, 0.6)), Growth.Linear)
                : new(At(33), Days.Of(Uniform(90, 300)), Fraction.Of(0.37), Growth.Logistic),
            Response = new($"{opponent}/Group", Fraction.Of(Uniform(0.2, 0.8)),
                Ratio.Of(Exactly(1 / scale) * Uniform(0.3, 0.6))) { TrailingDays = scale == 1 ? 30 : 7 },
        });

    private static Scenario Rename(Scenario scenario)
    {
        string New(string name) => name + " (new)";
        Part Renamed(Part part) => part switch
        {
            ProductionLine line => line with { To = New(line.To) },
            RefurbishmentWorks works => works with { From = New(works.From), To = New(works.To) },
            Supplier supplier => supplier with { ReworkTo = supplier.ReworkTo is { } to ? New(to) : null },
            Route route => route with { From = New(route.From), To = New(route.To) },
            Consumer consumer => consumer with
            {
                At = New(consumer.At),
                Rationing = consumer.Rationing is CoverRationing rule ? rule with { Counting = Items.From(rule.Counting.Select(New)) }
                    : consumer.Rationing,
            },
            Reserve reserve => reserve with
            {
                Opening = Items.From(reserve.Opening.Select(
                    lot => lot.Amount.Value.Name == "lineage" ? lot with { Amount = Rounds.Of(lot.Amount.Value.Named("witness")) } : lot)),
            },
            _ => part,
        } with { Name = New(part.Name) };
        Change Moved(Change change) => change switch
        {
            Interdiction one => one with { Route = New(one.Route) },
            DepotStrike one => one with { Stockpile = New(one.Stockpile) },
            CapacityChange one => one with { Part = New(one.Part) },
            RequirementChange one => one with { Consumer = New(one.Consumer) },
            RequiredRate one => one with { Consumer = New(one.Consumer) },
            _ => change,
        };
        var network = scenario.Networks[0];
        return scenario with
        {
            Name = "Renamed",
            Networks = [network with { Name = "RF", Parts = Items.From(network.Parts.Select(Renamed)) }],
            Changes = Items.From(scenario.Changes.Select(Moved)),
        };
    }
}
