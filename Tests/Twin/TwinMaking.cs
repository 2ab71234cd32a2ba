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
        new Scenario("Making", Network(ordered: RefurbishmentOrder.ImportsFirst), TwinScenarios.Full.Horizon).With("Making",
        new InputSanction("Powder by land", At(40), Uniform(0.2, 0.4)) { Evaded = 0.57, EvasionDelay = Uniform(20, 50),
            PriceFactor = Uniform(1.2, 2), Until = At(200) },
        new InputSanction("Powder by land", At(120), 0.11) { Evaded = 0.31, PriceFactor = 2.3, Until = At(160) },
        new InputSanction("Fuzes bought", At(60), 0.23) { Evaded = 0.43, EvasionDelay = 33.3 },
        new InputSanction("Fuzes bought", At(220), 0.53) { Evaded = Uniform(0.1, 0.2) },
        new CapacityChange("Powder plant", At(150), 1.7) { Onset = 41, Until = At(260) },
        new CapacityChange("Howitzers", At(90), Uniform(1, 2)),
        new StrikeHazard("Depot", At(20), Uniform(8, 20), 0.021, Uniform(0.8, 1.4)) { ArtilleryShare = 0.63 },
        new StrikeHazard("Forward", At(50), 30, Uniform(0.1, 0.3), 1.5) { Until = At(250) },
        new DepotStrike("Depot", At(170), 0.13),
        new Dispersal("Depot", At(70), Uniform(0.6, 0.9)) { FurtherHaul = Uniform(1, 9), Exposure = 0.43, Until = At(290) },
        new Dispersal("Depot", At(140), 0.71) { FurtherHaul = 3.3, Exposure = Uniform(0.2, 0.9), Until = At(190) },
        new Dispersal("Forward", At(100), 0.83) { Until = At(180) },
        new CapacityChange("Plant", At(33), 1.9),
        new TargetShare(Iran, At(110), 0.21, ShareMeaning.Substituted) { Until = At(150) });

    /// <summary>The same in steps of a week, with the other order at the works.</summary>
    public static Scenario Weeks { get; } = Making with
    {
        Name = "Making, weeks", Networks = [Network(ordered: RefurbishmentOrder.LegacyFirst)],
            Horizon = Horizon.Dated(First, new(2025, 2, 3), 7),
    };

    private static Moment At(int day) => First.AddDays(day);

    private static Network Network(RefurbishmentOrder ordered)
    {
        var full = TwinScenarios.Full.Networks[0];
        return full with
        {
            Effects = [new(Dprk, Uniform(0.4, 0.8)), new(Iran, 0.83)],
            Parts = Items.From(full.Parts.Where(part => part.Name is not ("Rework shed" or "Rework works"))
                .Select(part => Edited(part, ordered)).Concat(More())),
        };
    }

    private static Part Edited(Part part, RefurbishmentOrder ordered) => part switch
    {
        ProductionLine { Name: "Plant" } line => line with { Inputs = [new("Powder", Uniform(0.007, 0.0093)), new("Fuzes", 1.03)] },
        ProductionLine line => line with { Inputs = [new("Powder", 0.0051)] },
        Reserve reserve => reserve with { Order = ordered },
        RefurbishmentWorks { Name: "Works" } works => works with { LastYield = Uniform(0.2, 0.4) },
        RefurbishmentWorks { Name: "Small works" } works => works with { LastYield = 0.31 },
        Supplier { Name: "Sea supplier" } supplier => supplier with { FirstLots = new(Uniform(0.4, 0.6), 0.23), ReworkTo = "Old rounds" },
        Consumer { Name: "Group" } group =>
            group with { Demands = [group.Demands[0] with { Guns = "Howitzers" }, group.Demands[1] with { Guns = "Shared guns" }] },
        Consumer group => group with { Demands = [group.Demands[0] with { Guns = "Shared guns" }] },
        _ => part,
    };

    private static Part[] More() =>
    [
        new InputStock("Powder", Uniform(100, 300)),
        new InputStock("Fuzes", 40_003),
        new InputSource("Powder by land", "Powder",
            RatePath.Constant(PerMonth(Uniform(300, 500))).Times(Noise(0.3, 20))) { LeadTime = Uniform(10, 25), Loss = 0.021,
            UnitCost = Uniform(2_000, 5_000) },
        new InputSource("Powder plant", "Powder", RatePath.Linear(At(20), PerDay(2.3), At(170), PerDay(6.1))),
        new InputSource("Fuzes bought", "Fuzes", PerDay(1_703)) { Loss = Uniform(0, 0.1), UnitCost = 13.7 },
        new GunPark("Howitzers", Uniform(70, 90), PerDay(41), Uniform(1_900, 2_700))
        {
            Barrels = 21.3, BarrelProduction = PerMonth(Uniform(3, 7)), Reserve = 131, Cannibalised = PerMonth(11.3),
                Usable = Uniform(0.5, 0.8),
            Returned = RatePath.Table(Interpolation.Step, (At(30), PerMonth(3)), (At(150), PerMonth(17))),
                Losses = PerDay(Uniform(0.1, 0.3)),
        },
        new GunPark("Shared guns", 63.1, PerDay(47), 3_001) { Losses = PerDay(0.11) },
    ];
}
