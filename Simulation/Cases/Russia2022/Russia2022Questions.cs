using Supply.Evidence;

namespace Supply.Cases;

/// <summary>The figures that the usual witnesses may be expected to publish next, as rows whose numbers mean nothing.</summary>
internal static class Russia2022Questions
{
    private static readonly DateOnly y2026 = new(2026, 1, 1), y2027 = new(2027, 1, 1);

    public static IReadOnlyList<EvidenceRow> All { get; } =
    [
        .. Both("P", "Estonian Foreign Intelligence Service", "Estonia", 'C', "RU", "domestic_production", "all_artillery+mortar+tank",
            "rounds"),
        .. Both("H", "Estonian Foreign Intelligence Service", "Estonia", 'C', "RU", "domestic_production", "122mm+152mm+203mm", "rounds"),
        .. Both("R", "RUSI", "RUSI and Open Source Centre", 'B', "RU", "domestic_production", "152mm", "rounds/year"),
        .. Both("F", "RUSI", "RUSI and Open Source Centre", 'B', "RU", "rounds_fired", "all_artillery", "rounds/day"),
        .. Both("U", "Ukraine General Staff", "Ukrainian command", 'D', "RU", "rounds_fired", "all_artillery", "rounds/day"),
        .. Both("D", "HUR", "HUR", 'D', "DPRK", "dprk_delivered", "all_artillery", "rounds"),
        .. Both("S", "HUR", "HUR", 'D', "DPRK", "dprk_share", "all_artillery", "fraction of rounds used"),
        .. Both("V", "NK Pro", "CSIS and NK Pro", 'B', "DPRK", "dprk_voyages", "na", "voyages"),
        .. Both("C", "ROK MND", "South Korea", 'C', "DPRK", "dprk_containers", "na", "containers"),
        .. Both("K", "RUSI", "RUSI and Open Source Centre", 'B', "RU", "stock", "all_artillery", "rounds", atTheEnd: true),
        .. Both("B", "RUSI", "RUSI and Open Source Centre", 'B', "RU", "refurbishment", "122mm+152mm", "rounds"),
    ];

    private static IEnumerable<EvidenceRow> Both(string id, string organisation, string witness, char letter, string side, string quantity,
        string calibre, string unit, bool atTheEnd = false)
    {
        foreach (var start in new[] { y2026, y2027 })
        {
            var end = start.AddYears(1).AddDays(-1);
            yield return new(
                $"{id}{start.Year}", side, quantity, calibre, atTheEnd ? end : start, end, null, 1, null, unit, organisation, "",
                end.AddDays(60), "", true, "") { Witness = witness, Reliability = letter };
        }
    }
}
