using Supply.Evidence;

namespace Supply.Cases;

/// <summary>The checks themselves.</summary>
internal static partial class Russia2022Plausibility
{
    private static readonly Quantity[] Made = [Quantity.Produced], Restored = [Quantity.Refurbished], MadeOrRestored = [
        Quantity.Produced, Quantity.Refurbished];
    private static readonly Quantity[] Sent = [Quantity.Imported], Shot = [Quantity.Fired];

    private static IEnumerable<PlausibilityCheck> Production()
    {
        PlausibilityCheck New(string row, string? heldOut = null, string? remark = null) =>
            Flow("new production, " + Natures(row), Made, [row], heldOut: heldOut, remark: remark);
        yield return New("E001");
        yield return OfAllNatures("E292", MadeOrRestored, null);
        yield return New("E002");
        yield return New("E003");
        yield return New("E007");
        yield return New("E014", heldOut: "named only for the constraint that it gives");
        yield return New("E015");
        yield return New("E016");
        yield return New("E017");
        yield return New("E030");
        yield return New("E019");
        yield return New("E020");
        yield return New("E004", remark: "a plan");
        yield return New("E005");
        yield return New("E006", remark: "a plan");
        yield return New("E008");
        yield return New("E021", remark: "a plan that its source doubted");
        yield return New("E023");
        yield return New("E026");
        yield return New("E028", remark: "may include refurbished rounds");
        yield return New("E029");
        yield return Estonian(New("E269", remark: "with some 203 mm"));
        yield return Estonian(New("E270"));
        yield return OfAllNatures("E274", Made, Restored);
        yield return OfAllNatures("E273", Made, Restored);
        yield return OfAllNatures("E268", Made, Restored);
        yield return OfAllNatures("E277", Made, null);
        yield return OfAllNatures("E278", Made, null);
        yield return New("E011", remark: "an expected plateau");
        yield return Ratio("new production, growth over a year", ["E036"],
            new(Totals(Made, []), Between(new(2024, 3, 1), new(2024, 3, 31))),
                new(Totals(Made, []), Between(new(2023, 3, 1), new(2023, 3, 31))));
        yield return Flow("new and refurbished, all natures", MadeOrRestored, ["E043"]);
        yield return Flow("new and refurbished, all natures", MadeOrRestored, ["E025", "E024"]);
        yield return Flow("refurbished, tube", Restored, ["E046"]);

        // Whether Estonia's figures of output hold repaired rounds is not said.
        PlausibilityCheck Estonian(PlausibilityCheck check) => check with
        {
            Wider = check.Reading! with { Metrics = [.. check.Reading.Metrics.Select(metric => metric with { Quantity = Quantity
                .Refurbished })] },
        };
        PlausibilityCheck OfAllNatures(string row, Quantity[] counted, Quantity[]? wider)
        {
            var check = WithOtherNatures(
                Flow(counted.Length > 1 ? "new and refurbished" : "new production", counted, [row]), Row(row));
            return wider is null ? check : check with { Wider = new(Totals(wider, []), check.Reading!.Window) };
        }
        var spring = Between(new(2024, 3, 1), new(2024, 3, 21));
        yield return Ratio("refurbished share of new and refurbished", ["E047"], new(Totals(Restored, []), spring),
            new(Totals(MadeOrRestored, []), spring),
            remark: "ambiguous: a share of components");
    }

    private static IEnumerable<PlausibilityCheck> Dprk()
    {
        PlausibilityCheck From(string row, string? heldOut = null, string? remark = null) =>
            Flow("DPRK dispatched, " + Natures(row), Sent, [row], Origin.Dprk, heldOut: heldOut, remark: remark);
        PlausibilityCheck AtMost(string row, string? heldOut = null) =>
            Flow("DPRK dispatched, all natures", Sent, [row], Origin.Dprk, calibres: [],
            heldOut: heldOut, remark: "a ceiling: every container full of 152 mm", low: double.NegativeInfinity,
                high: Row(row).Mid);
        yield return From("E152");
        yield return From("E153");
        yield return From("E154");
        yield return From("E155");
        yield return Flow("DPRK dispatched, all natures", Sent, ["E157", "E156"], Origin.Dprk, calibres: [],
            remark: "one count of containers, all rockets to all 152 mm");
        yield return From("E158");
        yield return Flow("DPRK dispatched, all natures", Sent, ["E159"], Origin.Dprk, remark: "74,000 t at 83 kg a round (E202)",
            low: Row("E159").Mid * 1000 / 83) with { Unit = "rounds" };
        yield return From("E160");
        yield return From("E178", heldOut: "same witness as E160");
        yield return Flow("DPRK dispatched, all natures", Sent, ["E162", "E161"], Origin.Dprk, calibres: [],
            heldOut: "named only for the calibres; one count of containers, all rockets to all 152 mm");
        yield return From("E163");
        yield return AtMost("E165");
        yield return AtMost("E166");
        yield return AtMost("E167");
        yield return From("E168");
        yield return AtMost("E169", heldOut: "named only for the calibres; a ceiling: every container full of 152 mm");
        yield return From("E164", remark: "an expectation; named for the calibres");
        yield return From("E170");
        yield return From("E173", remark: "up to; its own case is Russia2022Msmt");
        yield return From("E171");
        yield return From("E172");
        yield return AtMost("E174");
        yield return AtMost("E281");
        yield return From("E175");
        var in2025 = Between(new(2025, 1, 1), new(2025, 10, 31));
        yield return Ratio("DPRK dispatched, rate of 2025 over rate of 2024", ["E176"],
            new(Totals(Sent, [], Origin.Dprk), in2025), new(Totals(Sent, [], Origin.Dprk), TimeWindow.Year(2024)), scale: 366.0 / 304);
        yield return Flow("DPRK output for export, all natures", [Quantity.SupplierProduction], ["E189"], Origin.Dprk, calibres: [],
            remark: "said in 2023 about one calibre; compared with the output of 2024") with
            {
                Reading = new(Totals([Quantity.SupplierProduction], [], Origin.Dprk), TimeWindow.Year(2024)), Scale = YearDays / 366,
                    Period = "2024-01-01 to 2024-12-31",
            };
        yield return Lead("E206", "DPRK lead time, port to depot", "DPRK lead time");
        yield return Lead("E213", "Iran lead time, of which the sea leg", "Iran lead time", "the sea leg alone, so a floor", floor: true);
        yield return Fired("E180", "DPRK share of tube rounds fired", Totals(Shot, [Calibre.Mm152, Calibre.Mm122], Origin.Dprk),
            Totals(Shot, [Calibre.Mm152, Calibre.Mm122]), "one direction of the front");
        yield return Fired("E181", "DPRK share of rounds fired", Totals(Shot, [], Origin.Dprk), Totals(Shot, []), "with mortar bombs");
        yield return Fired("E182", "DPRK share of rounds fired", Totals(Shot, [], Origin.Dprk), Totals(Shot, []), null);
        yield return Fired("E182", "DPRK rounds sent over all fired", Totals(Sent, [], Origin.Dprk), Totals(Shot, []),
            "as the source reckons: deliveries over fire", "-sent");
        yield return Fired("E184", "DPRK share of rounds fired", Totals(Shot, [], Origin.Dprk), Totals(Shot, []), "of all ordnance");
        yield return Fired("E185", "DPRK rounds sent over rounds required", Totals(Sent, [], Origin.Dprk), Totals([Quantity.Required], []),
            "of need");
    }

    private static PlausibilityCheck Fired(
        string row, string words, Items<Metric> part, Items<Metric> whole, string? remark, string? suffix = null) =>
        Ratio(words, [row], new(part, WindowOf(Row(row))), new(whole, WindowOf(Row(row))), remark: remark,
            suffix: suffix);

    private static PlausibilityCheck Lead(string row, string words, string parameter, string? remark = null, bool floor = false) =>
        new([row], words, "all years", Row(row).Least, floor ? double.PositiveInfinity : Row(row).Most, "days")
        {
            Parameter = parameter, Role = RoleOf([row], null), Remark = remark, Cause = Causes.GetValueOrDefault(row),
        };

    private static IEnumerable<PlausibilityCheck> Ships()
    {
        foreach (var row in new[] { "E140", "E141", "E142", "E143", "E144" })
        {
            yield return Flow("DPRK voyages", [Quantity.Voyages], [row], calibres: []);
        }

        foreach (var id in new[] { "E200", "E194", "E195", "E196", "E197", "E198" })
        {
            yield return new PlausibilityCheck([id], "rounds in a container", "all years", Row(id).Least, Row(id).Most, Row(id).Unit)
            {
                Parameter = Russia2022Case.RoundsPerContainer, IsClaim = true, Role = RoleOf([id], null), Cause = Causes
                    .GetValueOrDefault(id),
                Remark = id == "E200" ? null : "as if every round were of 152 mm",
            };
        }

        foreach (var id in new[] { "E128", "E129", "E130", "E131", "E132", "E133", "E134", "E135", "E136", "E138", "E139" })
        {
            yield return Flow("DPRK containers with rounds", Sent, [id], Origin.Dprk, calibres: [], low: 0.3 * Row(id).Mid,
                remark: "counted with other supplies; three tenths to all of it taken as rounds")
                    with { OverParameter = Russia2022Case.RoundsPerContainer };
        }

        // The centre's 64 voyages begin in August, and its number of containers per ship is the quotient.
        Metric[] atSea = [new Metric(Quantity.Received).At(Russia2022Case.DprkBySea).Total(),
            Metric.InTransit.At(Russia2022Case.DprkBySea)];
        yield return Flow("DPRK containers by sea", [], ["E137"], calibres: [], remark: "over the days of its voyages (E144)") with
        {
            Reading = new([.. atSea], WindowOf(Row("E144"))), OverParameter = Russia2022Case.RoundsPerContainer,
        };
        var old = WindowOf(Row("E186"));
        MetricSum BySea(Quantity quantity) => new([new Metric(quantity).At(Russia2022Case.DprkBySea).Total()], old);
        yield return Ratio("DPRK rounds useless on arrival", ["E186"], BySea(Quantity.Rejected), BySea(Quantity.Received));
        yield return Flow("value of DPRK rounds dispatched", [Quantity.Debited], ["E233"], calibres: [],
            low: 0.5 * Row("E233").Mid,
            remark: "of all arms; half to all of it taken as rounds");
    }

    private static IEnumerable<PlausibilityCheck> Inputs()
    {
        PlausibilityCheck From(string source, string words, string row, string remark, double? low, double? high)
        {
            var check = Flow(words, [], [row], calibres: [], remark: remark, low: low, high: high);
            return check with { Reading = check.Reading! with { Metrics = [new Metric(Quantity.InputSupplied).At(source).Total()] } };
        }

        yield return From(Russia2022Case.NitrocelluloseImports, "nitrocellulose imported", "E235", "of half a year, or of a whole one",
            0.5 * Row("E235").Mid, null);
        yield return From(Russia2022Case.Biysk, "explosive fills from Biysk", "E237",
            "planned, with a start called unrealistic, so a ceiling", double.NegativeInfinity, null);
    }

    private static IEnumerable<PlausibilityCheck> Guns()
    {
        PlausibilityCheck Count(string words, Quantity quantity, string row) => Flow(words, [], [row], calibres: []) with
        {
            Reading = new([new Metric(quantity)], WindowOf(Row(row))), Scale = 1,
        };
        yield return Count("tube guns in service", Quantity.GunsInService, "E238");
        yield return Count("guns in store", Quantity.GunsInReserve, "E239");
        yield return Flow("barrels made", [Quantity.BarrelsMade], ["E240"], calibres: [], high: 100,
            remark: "50, or 50 at each of two plants");
        yield return Flow("barrels worn and lost", [Quantity.BarrelsWorn, Quantity.BarrelsLost], ["E241"], calibres: [],
            low: double.NegativeInfinity,
            heldOut: "named only for the barrels made; tank barrels are counted too, so a ceiling");
    }

    private static IEnumerable<PlausibilityCheck> OtherImports()
    {
        yield return Flow("Iran dispatched, tube", Sent, ["E209"], Origin.Iran);
        yield return Flow("Iran dispatched, tube", Sent, ["E210"], Origin.Iran, remark: "one month; the same rounds or a second lot");
        yield return Flow("Iran dispatched, tube", Sent, ["E212"], Origin.Iran);
        foreach (var row in new[] { "E214", "E215", "E216", "E217", "E218" })
        {
            var tonnes = Row(row);
            // Three quarters to all of the tonnage is artillery; the general staff's floor stays a floor.
            var check = Flow("Belarus dispatched, tonnes at 83 kg a round (E202)", Sent, [row], Origin.Belarus,
                remark: tonnes.IsLowerBound ? "26 trains counted" : "of all ammunition; three quarters to all of it taken as artillery",
                low: tonnes.IsLowerBound ? null : 0.75 * tonnes.Mid);
            yield return check with { Scale = 0.083 };
        }
    }

    private static IEnumerable<PlausibilityCheck> Fire()
    {
        string[] byDate =
        [
            "E058", "E059", "E060", "E061", "E066", "E054", "E062", "E063", "E052", "E053", "E072", "E057",
            "E064", "E065", "E067", "E068", "E069", "E070", "E071", "E073", "E074", "E075", "E077", "E079", "E078", "E080", "E081", "E082",
            "E083", "E084", "E085", "E086", "E087", "E089", "E088", "E092", "E093", "E094", "E095",
        ];
        return byDate.Select(row =>
            Flow("fired, " + Natures(row), Shot, [row], heldOut: row == "E054" ? "named only next to the peak days" : null));
    }

    private static IEnumerable<PlausibilityCheck> Stocks()
    {
        Items<Metric> gross = [Metric.OnHand, Metric.Reserve];
        PlausibilityCheck At(string row, string? heldOut = null, string? remark = null) =>
            new([row], "serviceable and restorable stock", $"{(Moment)Row(row).PeriodEnd}",
            Row(row).Least, Row(row).Most, "rounds")
        {
            Reading = new(gross, WindowOf(Row(row))), Role = RoleOf([row], heldOut), Remark = heldOut ?? remark,
                Cause = Causes.GetValueOrDefault(row),
        };
        yield return At("E121");
        yield return At("E123");
        yield return At("E125", heldOut: "the baseline takes it only as the divisor of depot losses");
        PlausibilityCheck Lost(string row, string remark) =>
            Flow("lost at rear depots", [Quantity.Lost], [row], calibres: [], remark: remark) with
        {
            Reading = new([new Metric(Quantity.Lost).At(Russia2022Case.Rear).Total()], WindowOf(Row(row))),
        };
        yield return Lost("E224", "the whole holding as artillery rounds");
        yield return Lost("E226", "a train's load of 152 mm");
        yield return Ratio("lost at rear depots, months of fire", ["E223"],
            new([new Metric(Quantity.Lost).At(Russia2022Case.Rear).Total()], WindowOf(Row("E223"))),
            new(Totals(Shot, []), Between(new(2024, 8, 1), new(2024, 8, 31))), scale: 31 / MonthDays, remark: "of supply, taken as fire");
    }

    private static string Natures(string row) => NaturesOf(Row(row).Calibre);

    private static string NaturesOf(string calibre) => calibre switch
    {
        "152mm" => "152 mm",
        "122mm" => "122 mm",
        "122mm_rocket" => "122 mm rockets",
        "122mm+152mm" or "122mm+152mm+203mm" => "tube",
        _ => "all natures",
    };
}
