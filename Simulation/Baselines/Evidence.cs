using System.Diagnostics.CodeAnalysis;

namespace Supply;

/// <summary>One published figure. A number is a claim of its source, not a truth.</summary>
/// <param name="Id">The id that citations use, for example <c>E001</c>; unique.</param>
/// <param name="Side">The side it is about: RU, UA, DPRK, IR, BY, US, EU, CZ or WEST.</param>
/// <param name="Quantity">The quantity that is counted, for example <c>domestic_production</c>.</param>
/// <param name="Calibre">
/// The natures it covers; <c>all_artillery</c> where the source does not say, <c>na</c> where it does not apply.
/// </param>
/// <param name="PeriodStart">First day of the period that the figure covers.</param>
/// <param name="PeriodEnd">Last day of that period; equal to the first for a figure of one day.</param>
/// <param name="Low">Lower end of a published range, or null.</param>
/// <param name="Mid">The single published number, or null.</param>
/// <param name="High">Upper end of a published range, or null.</param>
/// <param name="Unit">The unit of the numbers, for example <c>rounds/day</c>.</param>
/// <param name="Organisation">The organisation that said it.</param>
/// <param name="Title">The publication it appeared in.</param>
/// <param name="Published">Date of publication.</param>
/// <param name="Url">Address, or empty.</param>
/// <param name="Verified">True if the figure was seen at that address.</param>
/// <param name="Note">Bounds, derivations and warnings.</param>
public sealed record EvidenceRow(
    string Id, string Side, string Quantity, string Calibre, DateOnly PeriodStart, DateOnly PeriodEnd,
    double? Low, double? Mid, double? High, string Unit, string Organisation, string Title, DateOnly Published,
    string Url, bool Verified, string Note)
{
    /// <summary>
    /// The lineage: who vouches for the figure, whoever printed it. Rows of one witness are not independent. By default it
    /// follows from the organisation, see <see cref="Witnesses"/>.
    /// </summary>
    [AllowNull]
    public string Witness { get => field ?? Witnesses.Of(Organisation).Name; init; }

    /// <summary>Reliability of the witness on the Admiralty scale, A..F, by the kind of source (decision note 1).</summary>
    public char Reliability { get => field == 0 ? Witnesses.Of(Organisation).Reliability : field; init; }

    /// <summary>True if the source said "more than": the number is a floor.</summary>
    public bool IsLowerBound => Note.Contains("bound=lower", StringComparison.Ordinal);

    /// <summary>True if the source said "up to": the number is a ceiling.</summary>
    public bool IsUpperBound => Note.Contains("bound=upper", StringComparison.Ordinal);

    /// <summary>The least that the row allows: minus infinity for a ceiling.</summary>
    public double Least => IsUpperBound ? double.NegativeInfinity : Low ?? Mid ?? High ?? double.NegativeInfinity;

    /// <summary>The most that the row allows: infinity for a floor.</summary>
    public double Most => IsLowerBound ? double.PositiveInfinity : High ?? Mid ?? Low ?? double.PositiveInfinity;

    /// <summary>Days of the period, first and last included.</summary>
    public int PeriodDays => PeriodEnd.DayNumber - PeriodStart.DayNumber + 1;

    /// <summary>The number is multiplied by this to become an amount of the period: rates become totals.</summary>
    public double PeriodFactor => Unit switch
    {
        var unit when unit.EndsWith("/day", StringComparison.Ordinal) => PeriodDays,
        var unit when unit.EndsWith("/week", StringComparison.Ordinal) => PeriodDays / 7.0,
        var unit when unit.EndsWith("/month", StringComparison.Ordinal) => PeriodDays * 12 / 365.25,
        var unit when unit.EndsWith("/year", StringComparison.Ordinal) => PeriodDays / 365.25,
        _ => 1,
    };

    /// <summary>
    /// Whether two rows give the same kind of number for the same things, over periods that share half of the shorter one.
    /// </summary>
    internal bool IsComparableWith(EvidenceRow other)
    {
        var shared = Math.Min(PeriodEnd.DayNumber, other.PeriodEnd.DayNumber) - Math.Max(
            PeriodStart.DayNumber, other.PeriodStart.DayNumber) + 1;
        return Side == other.Side && Quantity == other.Quantity && Calibre == other.Calibre
            && Unit.Split('/')[0] == other.Unit.Split('/')[0]
            && 2 * shared >= Math.Min(PeriodDays, other.PeriodDays);
    }

    /// <summary>True if the ranges, as rates, come within a quarter of each other.</summary>
    internal bool AgreesWith(EvidenceRow other)
    {
        const double quarter = 1.25;
        double PerDay(double value, EvidenceRow row) => value * row.PeriodFactor / row.PeriodDays;
        return PerDay(Least, this) <= quarter * PerDay(other.Most, other) && PerDay(other.Least, other) <= quarter * PerDay(Most, this);
    }
}

/// <summary>The published figures that the shipped baselines cite.</summary>
public static class Evidence
{
    private const string Resource = "Supply.Baselines.evidence.csv";

    private static readonly Lazy<(List<EvidenceRow> Rows, Dictionary<string, EvidenceRow> ById)> Table = new(() =>
    {
        using var stream = typeof(Evidence).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The library was built without its evidence ({Resource}).");
        using var text = new StreamReader(stream);
        var rows = EvidenceReader.Read(text, "the shipped evidence");
        return (rows, rows.ToDictionary(row => row.Id, StringComparer.Ordinal));
    });

    /// <summary>
    /// Reads published figures of your own: a CSV file with the columns of the shipped one, in any order, and optionally <c>witness</c>
    /// and <c>reliability</c>. Nothing is skipped: a file with mistakes is refused, and all of them are reported.
    /// </summary>
    /// <param name="path">The file; RFC 4180, UTF-8, one heading line.</param>
    /// <exception cref="InvalidDataException">The file has mistakes; each is named with its line, column, value and limit.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static IReadOnlyList<EvidenceRow> Load(string path)
    {
        using var text = new StreamReader(path);
        return EvidenceReader.Read(text, path);
    }

    /// <summary>
    /// Digit of the Admiralty scale for a row among others, 1..6: 6 if it was not seen at its source; 1 or 2 if another witness agrees
    /// within a quarter and none contradicts (1 for a source that shows its method); 3 if no other witness covers it; 4 if one other
    /// contradicts it; 5 if several do and no more agree.
    /// </summary>
    /// <param name="row">The row.</param>
    /// <param name="among">The rows it is compared with. Null: the shipped evidence. Default null.</param>
    public static int Credibility(EvidenceRow row, IEnumerable<EvidenceRow>? among = null)
    {
        if (!row.Verified) return 6;
        var others = (among ?? Rows).Where(other => other.Witness != row.Witness && other.IsComparableWith(row))
            .GroupBy(other => other.Witness).Select(witness => witness.Any(row.AgreesWith)).ToArray();
        var (agree, contradict) = (others.Count(yes => yes), others.Count(yes => !yes));
        return others.Length == 0 ? 3 : contradict == 0 ? (row.Reliability <= 'B' ? 1 : 2) : contradict > 1 && contradict >= agree ? 5 : 4;
    }

    /// <summary>All rows, in order of their ids.</summary>
    public static IReadOnlyList<EvidenceRow> Rows => Table.Value.Rows;

    /// <summary>
    /// The last day of the published record: the latest, over all rows, of the earlier of the end of the row's period and its day of
    /// publication. A forecast counts for the day it was made, a late report for the period it covers.
    /// </summary>
    public static DateOnly RecordEnds => Rows.Max(row => row.PeriodEnd < row.Published ? row.PeriodEnd : row.Published);

    /// <summary>The row with this id, or null.</summary>
    public static EvidenceRow? TryFind(string id) => Table.Value.ById.GetValueOrDefault(id);

    /// <summary>The row with this id.</summary>
    /// <exception cref="KeyNotFoundException">There is no such row.</exception>
    public static EvidenceRow Find(string id) => TryFind(id)
        ?? throw new KeyNotFoundException($"No row \"{id}\" in the evidence; ids run from {Rows[0].Id} to {Rows[^1].Id}, with gaps.");
}
