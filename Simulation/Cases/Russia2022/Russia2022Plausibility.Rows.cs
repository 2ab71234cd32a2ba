using Supply.Evidence;

namespace Supply.Cases;

/// <summary>How the Russian case compares with a row that nobody has read by hand.</summary>
internal static partial class Russia2022Plausibility
{
    /// <summary>The Russian case's reading of a published figure of the kinds in the shipped evidence, or null.</summary>
    /// <param name="row">The figure.</param>
    /// <param name="reason">Why the case has no reading for it; empty if it has one.</param>
    public static PlausibilityCheck? Read(EvidenceRow row, out string reason)
    {
        ArgumentNullException.ThrowIfNull(row);
        var horizon = Baselines.Russia2022.Horizon;
        reason = row.PeriodEnd < horizon.Start || row.PeriodStart > horizon.End
            ? $"its period lies outside {(Moment)horizon.Start!.Value} to {(Moment)horizon.End!.Value}"
            : !((row.High ?? row.Mid ?? row.Low) >= 0) ? "its figure is below 0"
            : IsOtherCalibre(row) ? $"the case has no {row.Calibre}"
            : row.Side is "RU" or "DPRK" or "IR" or "BY" ? "" : $"the case is Russia's, the row is about {row.Side}";
        if (reason.Length > 0) return null;
        var found = ByQuantity(row, WindowOf(row));
        if (found is null) reason = $"no reading for \"{row.Quantity}\" in {row.Unit} of side {row.Side}";
        return found;
    }

    /// <summary>
    /// Whether a row counts only natures that the case lacks; a row that names none counts all artillery. A sum of both is seen through a
    /// scope.
    /// </summary>
    private static bool IsOtherCalibre(EvidenceRow row)
    {
        string[] named = [.. row.Natures.Where(nature => char.IsAsciiDigit(nature[0]))];
        return row.Natures.Count == row.OtherNatures.Count
            || (named.Length > 0 && !named.Any(nature => nature is "152mm" or "122mm" or "122mm_rocket"));
    }

    // Words in the note of a row that counts every container as full of shells.
    private static readonly string[] ceilings = ["if all 152mm", "if every container", "when fully stocked with"];

    private static PlausibilityCheck? ByQuantity(EvidenceRow row, TimeWindow window)
    {
        PlausibilityCheck Of(string words, MetricSum reading, MetricSum? over = null, double? low = null, double? high = null) =>
            new([row.Id], words, $"{window.From} to {window.To}", low ?? row.Least, high ?? row.Most, row.Unit)
            {
                Reading = reading, Over = over, Scale = ScaleOf(row.Unit, window), Role = EvidenceRole.HeldOut,
            };
        MetricSum Total(Quantity[] quantities, Origin? origin = null, Calibre[]? calibres = null) =>
            new(Totals(quantities, calibres ?? CalibresOf(row.Calibre), origin), window);
        PlausibilityCheck Flow(string words, Quantity[] quantities, Origin? origin = null) =>
            Of($"{words}, {NaturesOf(row.Calibre)}", Total(quantities, origin));
        PlausibilityCheck Mass(string words, Origin origin, double share) =>
            Of(words + ", tonnes at 83 kg a round (E202)", Total(Sent, origin, []),
            low: row.IsUpperBound || row.IsLowerBound ? row.Least : share * row.Least) with { Scale = 0.083 };
        var ceiling = ceilings.Any(words => row.Note.Contains(words, StringComparison.Ordinal));
        return (row.Side, row.Quantity, row.Unit.Split('/')[0]) switch
        {
            ("RU", "domestic_production", "rounds") => WithOtherNatures(Flow("new production", Made), row),
            ("RU", "production_incl_refurb", "rounds") => WithOtherNatures(Flow("new and refurbished", MadeOrRestored), row),
            ("RU", "refurbishment", "rounds") => Flow("refurbished", Restored),
            ("RU", "rounds_fired", "rounds") => Flow("fired", Shot),
            ("RU", "stock", "rounds") =>
                Of("serviceable and restorable stock", new([Metric.OnHand, Metric.Reserve], window)) with { Scale = 1 },
            ("RU", "depot_loss", "rounds") =>
                Of("lost at rear depots", new([new Metric(Quantity.Lost).At(Russia2022Case.Rear).Total()], window)),
            ("DPRK", "dprk_delivered", "rounds") when ceiling =>
                Of("DPRK dispatched, all natures, a ceiling", Total(Sent, Origin.Dprk, []), low: double.NegativeInfinity,
                    high: row.High ?? row.Mid),
            ("DPRK", "dprk_delivered", "rounds") => Flow("DPRK dispatched", Sent, Origin.Dprk),
            ("DPRK", "dprk_delivered_mass", "tonnes") => Mass("DPRK dispatched", Origin.Dprk, 1),
            ("DPRK", "dprk_voyages", "voyages") => Of("DPRK voyages", Total([Quantity.Voyages], calibres: [])),
            ("DPRK", "dprk_containers", "containers") =>
                Of("DPRK containers with rounds", Total(Sent, Origin.Dprk, []), low: row.IsUpperBound ? row.Least : 0.3 * row.Least)
                with { OverParameter = Russia2022Case.RoundsPerContainer },
            ("DPRK", "rounds_per_container", _) when row.Calibre != "122mm_rocket" =>
                new([row.Id], "rounds in a container", "all years", row.Least, row.Most, row.Unit)
                {
                    Parameter = Russia2022Case.RoundsPerContainer, IsClaim = true, Role = EvidenceRole.HeldOut,
                },
            ("DPRK", "dprk_share", _) when row.Unit.Contains("need", StringComparison.Ordinal) =>
                Of("DPRK rounds sent over rounds required", Total(Sent, Origin.Dprk, []), Total([Quantity.Required], calibres: []))
                    with { Scale = 1 },
            ("DPRK", "dprk_share", _) => Of("DPRK share of rounds fired", Total(Shot, Origin.Dprk), Total(Shot)) with { Scale = 1 },
            ("IR", "iran_delivered", "rounds") => Of("Iran dispatched, tube", Total(Sent, Origin.Iran, [])),
            ("BY", "belarus_delivered_mass", "tonnes") => Mass("Belarus dispatched", Origin.Belarus, 0.75),
            _ => null,
        };
    }

    /// <summary>
    /// A reading of output as a count that holds mortar or tank rounds as well: of 7.0m in 2025 3.9m are tube rounds and rockets (E268 to
    /// E270), and 6.2m all but tank rounds (E272). How far that holds for other years and houses is a scope of its own.
    /// </summary>
    private static PlausibilityCheck WithOtherNatures(PlausibilityCheck check, EvidenceRow row)
    {
        if (row.OtherNatures is not [_, ..] others) return check;
        var of7 = others.Contains("tank", StringComparer.Ordinal) ? 7.0 : 6.2;
        return check with
        {
            Quantity = $"{check.Quantity.Split(',')[0]}, with {string.Join(" and ", others)} rounds", Scale = check.Scale * (of7 / 3.9),
            Remark = string.Create(System.Globalization.CultureInfo.InvariantCulture,
                $"the model's natures, times {of7:0.0} over 3.9 (E268 to E272)"),
        };
    }

    /// <summary>A total over a window is multiplied by this to reach a unit such as rounds/day.</summary>
    private static double ScaleOf(string unit, TimeWindow window)
    {
        var days = window.To.Date!.Value.DayNumber - window.From.Date!.Value.DayNumber + 1;
        return unit.Split('/')[^1] switch { "day" => 1.0 / days, "week" => 7.0 / days, "month" => MonthDays / days,
            "year" => YearDays / days, _ => 1 };
    }
}
