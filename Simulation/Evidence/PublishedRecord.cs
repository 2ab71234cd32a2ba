namespace Supply.Evidence;

/// <summary>The published figures that the shipped baselines cite.</summary>
public static class PublishedRecord
{
    private const string Resource = "Supply.Cases.evidence.csv";

    private static readonly Lazy<(List<EvidenceRow> Rows, Dictionary<string, EvidenceRow> ById)> Table = new(() =>
    {
        using var stream = typeof(PublishedRecord).Assembly.GetManifestResourceStream(Resource)
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
