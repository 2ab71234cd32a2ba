using static Supply.Uncertain;

namespace Supply.Cases;

/// <summary>
/// New production and refurbishment. The published totals for 2024 nest: new tube rounds (RUSI, 2.1m), with rockets (2.6m), with part of
/// the refurbishment (NATO, 3.0m). Those of Estonia and Bain (4.5m) hold mortar and tank rounds, or the refurbishment, or both
/// (<c>Decisions/0026</c>). Lines carry new rounds only.
/// </summary>
internal static partial class Russia2022Case
{
    private static readonly DateOnly Y2023 = new(2023, 1, 1), Mid2023 = new(2023, 7, 1), Mid2024 = new(2024, 7, 1),
        Mid2025 = new(2025, 7, 1);

    private static Uncertain ByMaker(Uncertain rusi, Uncertain nato, Uncertain estonia) =>
        OneOf(new Alternative("RUSI", 0.4, rusi), new Alternative("NATO and HUR", 0.35, nato), new Alternative("Estonia", 0.25, estonia))
            .Named("production witness")
            .Assumed("RUSI names factories and natures and saw the reports to the ministry, so it weighs most; NATO and HUR agree with "
                + "each "
                + "other; Estonia tells the natures apart for one year (E268 to E272) and may count repaired rounds.");

    private static Uncertain ProductionLevel => LogNormal(0.88, 1.14).Named("production level")
        .Assumed("About an eighth either way within a witness: years are rounded, plans and outcomes are mixed. One draw for all calibres, "
            + "since powder and explosives limit them together (E014).");

    private static Uncertain ProductionDrift => DriftOf("production", 0.12,
        "New powder and explosive plants (E237) or tighter inputs could move output by an eighth a year; RUSI saw no new factory before "
            + "2029 (E011).");

    private static ProductionLine[] Lines => [TubeLine("152 mm line", Calibre.Mm152), TubeLine("122 mm line", Calibre.Mm122), RocketLine];

    private static ProductionLine TubeLine(string name, Calibre calibre) => new(name, calibre, Origin.Russia, Rear, TubePath(calibre))
    {
        Yield = Fraction.Of(Exactly(1).Assumed("Published output counts accepted rounds.")),
        Inputs = InputsOf(calibre),
        Throttle = LineAnswer,
    };

    private static RatePath TubePath(Calibre calibre) => RatePath.Table(
            (Invasion, Rate.PerYear(ByMaker(
                RusiTube(calibre, Exactly(250_000).Cited(new(2022, 3, 31), "B2", "RUSI", "Annual rate at the start of 2022.", "E001")),
                Exactly(400_000).Cited(new(2021, 12, 31), "C3", "Lithuania", "The ceiling given for 152 mm before the war.", "E027")
                    * RatioTo152(calibre),
                Howitzer(194_000, 2022, "0.4m made or refurbished in 2022 (E292)", "E292") * OfTube(calibre)))),
            (Y2023, Rate.PerYear(ByMaker(
                RusiTube(calibre, Exactly(1_000_000)
                    .Cited(new(2023, 1, 1), "B2", "RUSI", "Annual rate reached by the start of 2023.", "E002")),
                Exactly(1_500_000).Cited(new(2023, 9, 8), "C3", "NATO",
                    "Middle of the capability of one to two million; rockets were few (E007).", "E016") * OfTube(calibre),
                Howitzer(947_000, 2023, "on the straight line from 2022 (E292) to 2023 (E274)", "E274", "E292") * OfTube(calibre)))),
            (Mid2023, Rate.PerYear(ByMaker(
                RusiTube(calibre, Exactly(1_000_000)
                    .Cited(new(2023, 12, 31), "B2", "RUSI", "Output of 2023 as reported to the ministry.", "E003")),
                Exactly(2_000_000).Cited(new(2023, 12, 31), "D2", "HUR", "Outcome for 2023, 122 and 152 mm.", "E019", "E020")
                    * OfTube(calibre),
                Howitzer(1_700_000, 2023, "3.5m in 2023 (E274)", "E274") * OfTube(calibre)))),
            (new(2024, 3, 1), Rate.PerYear(ByMaker(
                RusiTube(calibre, Exactly(1_217_000)
                    .Cited(new(2024, 3, 1), "B3", "RUSI",
                        "Derived: on the straight line from 1.0m in 2023 (E003) to 1.325m in 2024 (E005).", "E003", "E005")),
                Exactly(2_500_000).Cited(new(2024, 3, 11), "C2", "NATO",
                    "Derived: 250,000 a month of all natures (E023) less half a million rockets (E008); HUR's plan of 2.7m (E021) was "
                    + "doubted by its own source.", "E008", "E021", "E023") * OfTube(calibre),
                Howitzer(2_024_000, 2024, "on the straight line from 2023 (E274) to 2024 (E273)", "E273", "E274") * OfTube(calibre)))),
            (Mid2024, Rate.PerYear(ByMaker(
                RusiTube(calibre, Exactly(1_325_000)
                    .Cited(new(2024, 10, 10), "B2", "RUSI", "New rounds expected in 2024; the plan was 1.3m.", "E004", "E005")),
                Exactly(2_500_000).Cited(new(2024, 3, 11), "C2", "NATO",
                    "Derived: 250,000 a month of all natures (E023) less half a million rockets (E008); HUR's plan of 2.7m (E021) was "
                    + "doubted by its own source.", "E008", "E021", "E023") * OfTube(calibre),
                Howitzer(2_186_000, 2024, "4.5m in 2024 (E273)", "E273") * OfTube(calibre)))),
            (Mid2025, Rate.PerYear(ByMaker(
                RusiTube(calibre, Exactly(1_514_000)
                    .Cited(new(2024, 2, 13), "B3", "RUSI",
                        "Derived: the plateau of 3.0m of all natures (E011) in the mix of 2024 (E005, E006, E008).", "E005", "E006", "E008",
                        "E011")),
                Exactly(2_500_000).Cited(new(2025, 4, 3), "B2", "NATO",
                    "Derived: still 250,000 a month in 2025 (E029), less half a million rockets (E008).", "E008", "E029") * OfTube(calibre),
                Exactly(3_400_000).Cited(new(2025, 12, 31), "C3", "Estonia", "Howitzer rounds of 2025, with some of 203 mm.", "E269")
                    * OfTube(calibre)))))
        .Times(ProductionLevel).Times(ProductionDrift);

    /// <summary>RUSI counts 152 mm by year but 122 mm only for 2024; the lighter calibre is taken to have grown in step.</summary>
    private static Uncertain RusiTube(Calibre calibre, Uncertain of152) => of152 * RatioTo152(calibre);

    private static Uncertain RatioTo152(Calibre calibre) => calibre == Calibre.Mm152
        ? Exactly(1).Assumed("The number counts 152 mm.")
        : Exactly(0.604).Cited(new(2024, 10, 10), "B3", "RUSI",
            "Derived: 0.8m rounds of 122 mm (E006) to 1.325m of 152 mm (E005) in 2024, held for the other years.", "E005", "E006");

    /// <summary>Howitzer rounds in a total of all natures, in the proportion of 2025: 3.4m of 7.0m.</summary>
    private static Uncertain Howitzer(double rate, int year, string what, params string[] rows) => Exactly(rate).Cited(
        new(year, 12, 31), "C3", "Estonia", $"Derived: {what}, in the proportion of 2025 (E269 to E268).", ["E268", "E269", .. rows]);

    private static ProductionLine RocketLine => new("122 mm rocket line", Calibre.Rocket122, Origin.Russia, Rear, RatePath.Table(
            (Invasion, Rocket(33_000, 2023, "The output of 2023, taken to hold for 2022 as well.", "E007")),
            (new(2024, 1, 1), Rocket(33_000, 2023, "Output of 2023, to its end.", "E007")),
            (new(2024, 3, 1), Rate.PerYear(
                Exactly(500_000).Cited(new(2024, 12, 31), "B3", "RUSI",
                    "On track to exceed half a million in 2024, so the step came early in the year.", "E008")
                * LogNormal(0.95, 1.6).Named("rocket production level").Assumed("Half a million is a floor (E008)."))))
        .Times(ProductionLevel).Times(ProductionDrift))
    {
        Yield = Fraction.Of(Exactly(1).Assumed("Published output counts accepted rounds.")),
        Throttle = LineAnswer,
    };

    private static Rate Rocket(double rate, int year, string note, string row) =>
        Rate.PerYear(Exactly(rate).Cited(new(year, 12, 31), "B3", "RUSI", note, row));

    private static Uncertain ByYield(double low, double middle, double high) =>
        OneOf(new Alternative("low", 0.3, Exactly(low).Assumed("Old lots lose many rounds in the works.")),
            new Alternative("middle", 0.4, Exactly(middle).Assumed("Three of four rounds come out serviceable.")),
            new Alternative("high", 0.3, Exactly(high).Assumed("Most rounds only need new fuzes and charges.")))
            .Named("refurbishment yield")
            .Assumed("No yield is published. The intake is set so that the published output comes out at any yield; a low one only drains "
                + "the reserve faster.");

    /// <summary>Published refurbishment is output; works count intake, which is output over yield by the same draw.</summary>
    private static Uncertain IntakePerOutput => ByYield(1 / 0.60, 1 / 0.75, 1 / 0.90);

    private static Fraction WorksYield => Fraction.Of(ByYield(0.60, 0.75, 0.90));

    private static Uncertain RefurbishmentDrift =>
        DriftOf("refurbishment", 0.2, "Works may be extended or run out of rounds worth restoring; a fifth a year.");

    private static RefurbishmentWorks[] Works =>
    [
        TubeWorks("152 mm works", Calibre.Mm152), TubeWorks("122 mm works", Calibre.Mm122),
        new("122 mm rocket works", Calibre.Rocket122, LegacyAndRework, Rear, RatePath.Constant(
            Rate.PerYear(Uniform(50_000, 200_000).Named("rocket refurbishment")
                .Assumed("The published refurbishment is of tube rounds (E046); old rocket motors are harder to restore, so a "
                    + "tenth of it.")))
            .Times(IntakePerOutput).Times(RefurbishmentDrift))
        {
            Yield = WorksYield,
            Throttle = WorksAnswer,
        },
    ];

    private static RefurbishmentWorks TubeWorks(string name, Calibre calibre) => new(name, calibre, LegacyAndRework, Rear, RatePath.Table(
            (Invasion, Rate.PerYear(Uniform(200_000, 700_000).Named("refurbishment in 2022")
                .Assumed("No figure for the start; under half of what 2024 reached, as with new rounds."))),
            (Mid2024, Rate.PerYear(OneOf(
                new Alternative("as much as new 152 mm", 0.35,
                    Exactly(1_325_000).Cited(new(2024, 10, 10), "B3", "RUSI",
                        "The floor: refurbishment exceeds new output, read as new 152 mm output.", "E046")),
                new Alternative("all less new, of artillery alone", 0.2,
                    Exactly(1_900_000).Cited(new(2024, 12, 31), "C4", "Estonia",
                        "Derived: 4.5m made or refurbished (E024, E025) less 2.6m new (E005, E006, E008), if no mortar and tank rounds are "
                        + "in it.", "E005", "E006", "E008", "E024", "E025")),
                new Alternative("all less new, of all natures", 0.2,
                    Exactly(400_000).Cited(new(2024, 12, 31), "C4", "Estonia",
                        "Derived: 4.5m made or refurbished (E024, E025, E273), of which 3.9 in 7.0 are tube rounds and rockets (E268, "
                            + "E269, E270), "
                        + "less 2.1m new tube rounds (E005, E006).", "E005", "E006", "E024", "E025", "E268", "E269", "E270", "E273")),
                new Alternative("as much as all new tube", 0.25,
                    Exactly(2_125_000).Cited(new(2024, 10, 10), "B3", "RUSI",
                        "Derived: the same sentence (E046) read as new output of both calibres (E005, E006).", "E005", "E006", "E046")))
                .Named("refurbishment reading")
                    .Assumed("The one sentence on refurbishment can be read two ways; the Estonian total less new rounds falls between, "
                        + "or far "
                        + "below if mortar and tank rounds are in it."))))
        .Times(OfTube(calibre)).Times(IntakePerOutput).Times(RefurbishmentDrift))
    {
        Yield = WorksYield,
        Throttle = WorksAnswer,
    };
}
