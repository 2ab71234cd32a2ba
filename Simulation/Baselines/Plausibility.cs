using System.Globalization;
using System.Text.RegularExpressions;

namespace Supply;

/// <summary>How the baseline uses a published figure.</summary>
public enum EvidenceRole
{
    /// <summary>The baseline cites or names the row, so agreement proves nothing; disagreement shows which inputs overrule it.</summary>
    Input,

    /// <summary>The baseline has not used it; agreement is evidence.</summary>
    HeldOut,
}

/// <summary>One or more metrics summed over a window.</summary>
/// <param name="Metrics">Metrics of one unit; flows in total.</param>
/// <param name="Window">The days.</param>
public sealed record MetricSum(Items<Metric> Metrics, Window Window)
{
    /// <summary>The metrics that must be recorded for it.</summary>
    public IEnumerable<Outcome> Outcomes => Metrics.Select(metric => new Outcome(metric, Window));
}

/// <summary>
/// A published range compared with the model: with a reading, a reading over another, or the draw of an input, in the unit of the row.
/// </summary>
/// <param name="Rows">The rows of the evidence behind the range; the first names the check.</param>
/// <param name="Quantity">The compared quantity, in words.</param>
/// <param name="Period">The days, in words.</param>
/// <param name="Low">Lower end of the published range; minus infinity for a ceiling.</param>
/// <param name="High">Upper end; infinity for a floor.</param>
/// <param name="Unit">The unit of the comparison.</param>
public sealed record PlausibilityCheck(Items<string> Rows, string Quantity, string Period, double Low, double High, string Unit)
{
    /// <summary>The row that names the check, with a suffix where a row is compared twice.</summary>
    public string Id { get; init; } = Rows[0];

    /// <summary>The model's reading; null if <see cref="Parameter"/> is compared.</summary>
    public MetricSum? Reading { get; init; }

    /// <summary>The divisor of the reading, or null.</summary>
    public MetricSum? Over { get; init; }

    /// <summary>The name of the uncertain input that is compared instead of a reading, or null.</summary>
    public string? Parameter { get; init; }

    /// <summary>The name of an uncertain input that the reading is divided by, or null.</summary>
    public string? OverParameter { get; init; }

    /// <summary>The quotient or sum is multiplied by this to reach the unit. Default 1.</summary>
    public double Scale { get; init; } = 1;

    /// <summary>Input or held out.</summary>
    public EvidenceRole Role { get; init; }

    /// <summary>
    /// How the row is read where that is not obvious, or why it counts as held out although the baseline names it; or null.
    /// </summary>
    public string? Remark { get; init; }

    /// <summary>Why the model lies elsewhere, for checks that are known to fail; otherwise null.</summary>
    public string? Cause { get; init; }

    /// <summary>The metrics that must be recorded for the comparison.</summary>
    public IEnumerable<Outcome> Outcomes => new[] { Reading, Over }.OfType<MetricSum>().SelectMany(reading => reading.Outcomes);

    /// <summary>The publishers of the rows.</summary>
    public string Witness =>
        string.Join("; ", Rows.Select(id => Evidence.TryFind(id)?.Organisation).OfType<string>().Distinct(StringComparer.Ordinal));
}

/// <summary>The published record on a shipped case.</summary>
/// <param name="Case">The case.</param>
/// <param name="Checks">The checks, by subject and then by date.</param>
/// <param name="Contradictions">Groups of rows that cannot be true together, and which of them the case follows.</param>
/// <param name="NoCheck">Why a row about the case is not a check.</param>
public sealed record PlausibilityRecord(
    Scenario Case,
        IReadOnlyList<PlausibilityCheck> Checks, IReadOnlyList<string> Contradictions, IReadOnlyDictionary<string, string> NoCheck);

/// <summary>
/// The public record on outcomes of <see cref="Baselines.Russia2022"/>, as data: every row about Russia and its suppliers is either a
/// check or has a reason why it is not.
/// </summary>
public static partial class Plausibility
{
    /// <summary>Days in a published month and year.</summary>
    private const double MonthDays = 30.4375, YearDays = 365.25;

    /// <summary>All checks, by subject and then by date.</summary>
    public static IReadOnlyList<PlausibilityCheck> Checks => field ??=
        [.. Production(), .. Inputs(), .. Dprk(), .. Ships(), .. OtherImports(), .. Fire(), .. Guns(), .. Stocks()];

    /// <summary>The record on Russia and its suppliers.</summary>
    public static PlausibilityRecord Russia => field ??= new(Baselines.Russia2022, Checks, Contradictions, NoCheck);

    /// <summary>Rows that the baseline cites, or names in a note or reason.</summary>
    private static HashSet<string> Used => field ??= UsedBy(Baselines.Russia2022);

    /// <summary>Rows that a scenario cites, or names in a note or reason.</summary>
    internal static HashSet<string> UsedBy(Scenario scenario) => [.. scenario.Sources().Values.SelectMany(value => value.Source switch
    {
        Cited cited => cited.Rows.Concat(RowIds(cited.Note)),
        Assumed assumed => RowIds(assumed.Reason),
        _ => [],
    })];

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
    internal static Window WindowOf(EvidenceRow row) => Between(row.PeriodStart, row.PeriodEnd);

    private static Window Between(DateOnly from, DateOnly to)
    {
        var start = Baselines.Russia2022.Horizon.Start!.Value;
        return Window.Between(from < start ? start : from, to);
    }

    /// <summary>
    /// A flow in the unit of its row: a total over the row's days, or a mean rate over them. Several rows make one range, from the least
    /// to the most of them.
    /// </summary>
    internal static PlausibilityCheck Flow(string words, IEnumerable<Quantity> quantities, Items<string> rows, Origin? origin = null,
        Calibre[]? calibres = null, string? heldOut = null, string? remark = null, double? low = null, double? high = null)
    {
        var row = Evidence.Find(rows[0]);
        var window = WindowOf(row);
        var found = rows.Select(Evidence.Find).ToArray();
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
        var found = rows.Select(Evidence.Find).ToArray();
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
