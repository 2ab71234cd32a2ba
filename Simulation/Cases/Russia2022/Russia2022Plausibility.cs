using System.Globalization;
using System.Text.RegularExpressions;
using Supply.Evidence;

namespace Supply.Cases;

/// <summary>
/// The public record on outcomes of <see cref="Baselines.Russia2022"/>, as data: every row about Russia and its suppliers is either a
/// check or has a reason why it is not.
/// </summary>
internal static partial class Russia2022Plausibility
{
    /// <summary>Days in a published month and year.</summary>
    private const double MonthDays = 30.4375, YearDays = 365.25;

    /// <summary>All checks, by subject and then by date.</summary>
    public static IReadOnlyList<PlausibilityCheck> Checks => field ??=
        [.. Production(), .. Inputs(), .. Dprk(), .. Ships(), .. OtherImports(), .. Fire(), .. Guns(), .. Stocks()];

    /// <summary>The record on Russia and its suppliers.</summary>
    public static CaseRecord Record => field ??= new(Baselines.Russia2022, Baselines.Record, Checks)
    {
        Contradictions = Contradictions, NoCheck = NoCheck, Caution = ShippedWitnesses.Caution, Scopes = ShippedWitnesses.Scopes,
        ScopesDriftFrom = ShippedWitnesses.ScopesDriftFrom, Followed = Followed, Reading = Read,
    };

    /// <summary>Rows that the baseline cites, or names in a note or reason.</summary>
    private static HashSet<string> Used => field ??= UsedBy(Baselines.Russia2022);

    /// <summary>Rows that a scenario cites, or names in a note or reason.</summary>
    internal static HashSet<string> UsedBy(Scenario scenario) => [.. scenario.Sources().Values.SelectMany(value => value.Source switch
    {
        Cited cited => cited.Rows.Concat(RowIds(cited.Note)),
        Assumed assumed => RowIds(assumed.Reason),
        _ => [],
    })];

    /// <summary>The row of the shipped record with an id.</summary>
    internal static EvidenceRow Row(string id) => Baselines.Record.Find(id);

    private static EvidenceRole RoleOf(IEnumerable<string> rows, string? heldOut) =>
        heldOut is null && rows.Any(Used.Contains) ? EvidenceRole.Input : EvidenceRole.HeldOut;

    /// <summary>The calibres that a row counts; an empty list stands for all artillery.</summary>
    private static Calibre[] CalibresOf(string calibre) => calibre switch
    {
        "152mm" => [Calibre.Mm152],
        "122mm" => [Calibre.Mm122],
        "122mm_rocket" => [Calibre.Rocket122],
        "122mm+152mm" or "122mm+152mm+203mm" => [Calibre.Mm152, Calibre.Mm122],
        _ => [],
    };

    internal static Items<Metric> Totals(IEnumerable<Quantity> quantities, Calibre[] calibres, Origin? origin = null) =>
        Items.From(quantities.SelectMany(quantity => calibres.Length == 0
            ? [new Metric(quantity) { Origin = origin }.Total()]
            : calibres.Select(calibre => new Metric(quantity) { Origin = origin, Calibre = calibre }.Total())));

    /// <summary>The days of a row inside the horizon.</summary>
    internal static TimeWindow WindowOf(EvidenceRow row) => Between(row.PeriodStart, row.PeriodEnd);

    private static TimeWindow Between(DateOnly from, DateOnly to)
    {
        var start = Baselines.Russia2022.Horizon.Start!.Value;
        return TimeWindow.Between(from < start ? start : from, to);
    }

    /// <summary>
    /// A flow in the unit of its row: a total over the row's days, or a mean rate over them. Several rows make one range, from the least
    /// to the most of them.
    /// </summary>
    internal static PlausibilityCheck Flow(string words, IEnumerable<Quantity> quantities, Items<string> rows, Origin? origin = null,
        Calibre[]? calibres = null, string? heldOut = null, string? remark = null, double? low = null, double? high = null)
    {
        var row = Row(rows[0]);
        var window = WindowOf(row);
        var found = rows.Select(Row).ToArray();
        return new PlausibilityCheck(rows, words, $"{window.From} to {window.To}", low ?? found.Min(one => one.Least),
            high ?? found.Max(one => one.Most), row.Unit)
        {
            Reading = new(Totals(quantities, calibres ?? CalibresOf(row.Calibre), origin), window),
            Scale = ScaleOf(row.Unit, window),
            Role = RoleOf(rows, heldOut),
            Remark = heldOut ?? remark,
            Cause = Causes.GetValueOrDefault(rows[0]),
        };
    }

    internal static PlausibilityCheck Ratio(
        string words, Items<string> rows, MetricSum reading, MetricSum over, double scale = 1, string? suffix = null,
        string? heldOut = null, string? remark = null, double? low = null)
    {
        var found = rows.Select(Row).ToArray();
        var id = rows[0] + suffix;
        return new PlausibilityCheck(rows, words, $"{reading.Window.From} to {reading.Window.To}", low ?? found.Min(one => one.Least),
            found.Max(one => one.Most), "ratio")
        {
            Id = id,
            Reading = reading,
            Over = over,
            Scale = scale,
            Role = RoleOf(rows, heldOut),
            Remark = heldOut ?? remark,
            Cause = Causes.GetValueOrDefault(id),
        };
    }

    private static IEnumerable<string> RowIds(string text) => RowPattern().Matches(text).SelectMany(match =>
    {
        var first = int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
        var last = match.Groups[2].Success ? int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture) : first;
        return Enumerable.Range(first, last - first + 1).Select(number => $"E{number:000}");
    });

    [GeneratedRegex(@"E(\d{3})(?:-E(\d{3}))?")]
    private static partial Regex RowPattern();
}
