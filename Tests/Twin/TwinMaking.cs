using static Supply.Origin;
using static Supply.Rate;
using static Supply.Uncertain;

namespace Supply.Tests.Twin;

/// <summary>Inputs, guns, quality, hazards and dispersal, added to the full twin scenario. Its numbers are odd as well.</summary>
internal static class TwinMaking
{
    private static readonly DateOnly First = new(2024, 3, 1);

    /// <summary>
    /// <code>
    /// Powder by land (lead time) + Powder plant -> Powder -> Plant, Second plant
    /// Fuzes bought (no lead time)               -> Fuzes  -> Plant
    /// Howitzers: Group 152 mm; Shared guns: Group 122 mm, Other group 152 mm
    /// Sea supplier: first lots of another condition, rework into Old rounds, imports first
    /// </code>
    /// </summary>
    public static Scenario Making { get; } =
        new Scenario("Making", Network(ordered: Drawing.ByPreference(Dprk)), TwinScenarios.Full.Horizon).With("Making",
        new InputSanction("Powder by land", At(40), Fraction.Of(Uniform(0.2, 0.4))) { Evaded = Fraction.Of(0.57),
            EvasionDelay = Days.Of(Uniform(20, 50)),
            PriceFactor = Uniform(1.2, 2), Until = At(200) },
        new InputSanction("Powder by land", At(120), Fraction.Of(0.11)) { Evaded = Fraction.Of(0.31), PriceFactor = 2.3, Until = At(160) },
        new InputSanction("Fuzes bought", At(60), Fraction.Of(0.23)) { Evaded = Fraction.Of(0.43), EvasionDelay = Days.Of(33.3) },
        new InputSanction("Fuzes bought", At(220), Fraction.Of(0.53)) { Evaded = Fraction.Of(Uniform(0.1, 0.2)) },
        new CapacityChange("Powder plant", At(150), 1.7) { Onset = Days.Of(41), Until = At(260) },
        new CapacityChange("Howitzers", At(90), Uniform(1, 2)),
        new StrikeHazard("Depot", At(20), Uniform(8, 20), Fraction.Of(0.021),
            Factor.Of(Uniform(0.8, 1.4))) { ArtilleryShare = Fraction.Of(0.63) },
        new StrikeHazard("Forward", At(50), 30, Fraction.Of(Uniform(0.1, 0.3)), Factor.Of(1.5)) { Until = At(250) },
        new DepotStrike("Depot", At(170), Fraction.Of(0.13)),
        new Dispersal("Depot", At(70), Fraction.Of(Uniform(0.6, 0.9))) { FurtherHaul = Days.Of(Uniform(1, 9)), Exposure = Fraction.Of(0.43),
            Until = At(290) },
        new Dispersal("Depot", At(140), Fraction.Of(0.71)) { FurtherHaul = Days.Of(3.3), Exposure = Fraction.Of(Uniform(0.2, 0.9)),
            Until = At(190) },
        new Dispersal("Forward", At(100), Fraction.Of(0.83)) { Until = At(180) },
        new CapacityChange("Plant", At(33), 1.9),
        new TargetShare(Iran, At(110), Fraction.Of(0.21), ShareMeaning.Substituted) { Until = At(150) });

    /// <summary>The same in steps of a week, with the other order at the works.</summary>
    public static Scenario Weeks { get; } = (Making with
    {
        Name = "Making, weeks", Networks = [Network(ordered: Drawing.ByPreference(Russia, Iran))],
            Horizon = Horizon.Dated(First, new(2025, 2, 3), 7),
    }).Stretched();

    private static Moment At(int day) => First.AddDays(day);

    private static Network Network(Drawing ordered)
    {
        var full = TwinScenarios.Full.Networks[0];
        return full with
        {
            Effects = [new(Dprk, Fraction.Of(Uniform(0.4, 0.8))), new(Iran, Fraction.Of(0.83))],
            Parts = Items.From(full.Parts.Where(part => part.Name is not ("Rework shed" or "Rework works"))
                .Select(part => Edited(part, ordered)).Concat(More())),
        };
    }

    private static Part Edited(Part part, Drawing ordered) => part switch
    {
        ProductionLine { Name: "Plant" } line => line with { Inputs = [new("Powder", Units.Of(Uniform(0.007, 0.0093))),
            new("Fuzes", Units.Of(1.03))] },
        ProductionLine line => line with { Inputs = [new("Powder", Units.Of(0.0051))] },
        Reserve reserve => reserve with { Drawing = ordered },
        RefurbishmentWorks { Name: "Works" } works => works with { LastYield = Fraction.Of(Uniform(0.2, 0.4)) },
        RefurbishmentWorks { Name: "Small works" } works => works with { LastYield = Fraction.Of(0.31) },
        Supplier { Name: "Sea supplier" } supplier => supplier with { FirstLots = new(Fraction.Of(Uniform(0.4, 0.6)), Fraction.Of(0.23)),
            ReworkTo = "Old rounds" },
        Consumer { Name: "Group" } group =>
            group with { Demands = [group.Demands[0] with { Guns = "Howitzers" }, group.Demands[1] with { Guns = "Shared guns" }] },
        Consumer group => group with { Demands = [group.Demands[0] with { Guns = "Shared guns" }] },
        _ => part,
    };

    private static Part[] More() =>
    [
        new InputStock("Powder", Units.Of(Uniform(100, 300))),
        new InputStock("Fuzes", Units.Of(40_003)),
        new InputSource("Powder by land", "Powder",
            RatePath.Constant(PerMonth(Uniform(300, 500))).Times(Noise(0.3, 20))) { LeadTime = Days.Of(Uniform(10, 25)),
                Loss = Fraction.Of(0.021),
            UnitCost = Money.Of(Uniform(2_000, 5_000)) },
        new InputSource("Powder plant", "Powder", RatePath.Linear(At(20), PerDay(2.3), At(170), PerDay(6.1))),
        new InputSource("Fuzes bought", "Fuzes", PerDay(1_703)) { Loss = Fraction.Of(Uniform(0, 0.1)), UnitCost = Money.Of(13.7) },
        new GunPark("Howitzers", Units.Of(Uniform(70, 90)), PerDay(41), Rounds.Of(Uniform(1_900, 2_700)))
        {
            Barrels = Units.Of(21.3), BarrelProduction = PerMonth(Uniform(3, 7)), Reserve = Units.Of(131), Cannibalised = PerMonth(11.3),
                Usable = Fraction.Of(Uniform(0.5, 0.8)),
            Returned = RatePath.Table(Interpolation.Step, (At(30), PerMonth(3)), (At(150), PerMonth(17))),
                Losses = PerDay(Uniform(0.1, 0.3)),
        },
        new GunPark("Shared guns", Units.Of(63.1), PerDay(47), Rounds.Of(3_001)) { Losses = PerDay(0.11) },
    ];
}
