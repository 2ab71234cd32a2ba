using static Supply.Uncertain;

namespace Supply.Cases;

/// <summary>
/// The materials of tube rounds, as far as the record has numbers: nitrocellulose for charges, whose imports are known, and explosive
/// fills, for which a new plant is known. Neither home output nor the weight of a charge is published, and published output of rounds is
/// what remained after all limits. So home plants make what that output takes beyond the imports, and a little more. Inputs then rarely
/// bind, unless imports are sanctioned or lines grow faster than their inputs.
/// </summary>
internal static partial class Russia2022Case
{
    internal const string Nitrocellulose = "Nitrocellulose";
    internal const string NitrocelluloseImports = "Nitrocellulose imports";
    internal const string Fills = "Explosive fills";
    internal const string Biysk = "Biysk";

    private static readonly Calibre[] Tube = [Calibre.Mm152, Calibre.Mm122];

    private static Part[] Inputs =>
    [
        new InputStock(Nitrocellulose,
            Units.Of(Uniform(500, 1_500).Named("nitrocellulose stock")
                .Assumed("Tonnes; two to six months of what the output of 2022 takes."))),
        new InputSource(NitrocelluloseImports, Nitrocellulose, RatePath.Table(
                (Invasion, Rate.PerYear(Exactly(1_588)
                    .Cited(new(2021, 12, 31), "B3", "Wall Street Journal", "Tonnes a year before the war.", "E234"))),
                (new(2022, 7, 1), Rate.PerYear(
                    Exactly(2_700).Cited(new(2022, 12, 31), "B3", "Wall Street Journal",
                        "Derived: 70 percent more (note of E235) than 1,588 t (E234).", "E234", "E235"))),
                (new(2023, 1, 1), Rate.PerYear(ByTonnage(
                    Exactly(3_039).Cited(new(2023, 6, 30), "B4", "Wall Street Journal", "Tonnes a year, as a second page reads it.",
                        "E235"),
                    Exactly(6_078).Cited(new(2023, 6, 30), "B4", "Wall Street Journal", "Derived: 3,039 t in half a year (E235).",
                        "E235")))))
            .Times(DriftOf("nitrocellulose imports", 0.2, "Trade through third countries may be cut or grow; a fifth a year.")))
        {
            LeadTime = Days.Of(Triangular(10, 30, 60).Named("nitrocellulose lead time")
                .Assumed("By rail and sea through third countries; no days are published.")),
        },
        .. Tube.Select(calibre => new InputSource($"{calibre.Name} powder plants", Nitrocellulose, TubePath(calibre)
            .Times(ChargeOf(calibre)).Times(HomeShare).Times(Slack))),
        new InputStock(Fills, Units.Of(Uniform(50_000, 200_000).Named("stock of fills")
            .Assumed("One to six months of what the output of 2022 takes."))),
        .. Tube.Select(calibre => new InputSource($"{calibre.Name} fills", Fills, TubePath(calibre).Times(FillOf(calibre)).Times(Slack))),
        new InputSource(Biysk, Fills, RatePath.Logistic(new(2026, 6, 30),
                Rate.PerYear(Exactly(0).Assumed("Not in production before.")),
                Rate.PerYear(Exactly(1_280_000)
                    .Cited(new(2025, 5, 8), "B3", "Reuters", "Rounds of 152 mm that 6,000 t of RDX a year fill.", "E237")),
                Days.Of(Exactly(365).Assumed("From a tenth to nine tenths within a year of the planned start (E237).")),
                Days.Of(Triangular(0, 365, 1_095).Named("Biysk slip")
                    .Assumed("A start at the end of 2025 was called unrealistic (E237); one year late, up to three.")))
            .Times(DriftOf("Biysk", 0.1, "A plant that is built may be struck or enlarged; a tenth a year."))),
    ];

    private static Items<InputUse> InputsOf(Calibre calibre) =>
        [new(Nitrocellulose, Units.Of(ChargeOf(calibre))), new(Fills, Units.Of(FillOf(calibre)))];

    private static Uncertain ByTonnage(Uncertain year, Uncertain half) =>
        OneOf(new Alternative("a year", 0.5, year), new Alternative("half a year", 0.5, half)).Named("nitrocellulose reading")
            .Assumed("The same figure is reported by mid-2023 and as a yearly one (E235).");

    private static Uncertain ChargeOf(Calibre calibre) => calibre == Calibre.Mm152
        ? Exactly(0.007).Assumed("Tonnes; a charge of 152 mm weighs some seven kilograms, nearly all of it nitrocellulose. Not "
            + "in the record.")
        : Exactly(0.0035).Assumed("Tonnes; half a charge of 152 mm. Not in the record.");

    private static Uncertain FillOf(Calibre calibre) => calibre == Calibre.Mm152
        ? Exactly(1).Assumed("The unit: a fill of 152 mm (E237).")
        : Exactly(0.55).Assumed("A shell of 122 mm holds about half as much. Not in the record.");

    private static Uncertain HomeShare => ByMaker(
        OfNeed(0.78, 0.56, "13,800 t for 2.4m tube rounds (E005, E006, E011)"),
        OfNeed(0.80, 0.59, "15,000 t for 2.5m tube rounds (E008, E029)"),
        OfNeed(0.85, 0.70, "20,400 t for 3.4m tube rounds (E041)"));

    private static Uncertain OfNeed(double year, double half, string need)
    {
        var reason = $"What imports (E235) leave of {need} at seven and three and a half kilograms.";
        return ByTonnage(Exactly(year).Assumed(reason), Exactly(half).Assumed(reason));
    }

    private static Uncertain Slack => Uniform(1.02, 1.15).Named("slack of inputs")
        .Assumed("Published output is what inputs allowed, and explosives were its limit in 2023 (E014): plants run a few parts in a "
            + "hundred ahead of the lines.");
}
