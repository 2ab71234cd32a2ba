using System.Globalization;

namespace Supply.Evidence;

/// <summary>Published figures, and the witnesses behind the organisations that they name.</summary>
[TypeFormatterSource(typeof(NotebookFormats))]
public sealed class PublishedRecord : IShown
{
    private readonly Dictionary<string, EvidenceRow> byId;

    /// <summary>A record of given rows. A row that names no witness or reliability takes those of the witness it belongs to.</summary>
    /// <param name="rows">The rows, in their order.</param>
    /// <param name="witnesses">
    /// The witnesses: the first that answers for an organisation vouches for its figures. A witness may occur several times, with one
    /// reliability. An organisation that none answers for is its own witness, with the letter E. Null: none. Default null.
    /// </param>
    /// <exception cref="ArgumentException">
    /// An id occurs twice, a value lies outside of its limits, or a witness has a letter outside A..F, several letters, or an empty word;
    /// all problems are listed.
    /// </exception>
    public PublishedRecord(IEnumerable<EvidenceRow> rows, IEnumerable<Witness>? witnesses = null)
    {
        ArgumentNullException.ThrowIfNull(rows);
        Witnesses = [.. witnesses ?? []];
        Rows = [.. rows.Select(row => row.By(Witnesses.FirstOrDefault(witness => witness.AnswersFor(row.Organisation))))];
        string[] faults = [.. Faults()];
        if (faults.Length > 0) throw new ArgumentException(string.Join("\n", faults));
        byId = Rows.ToDictionary(row => row.Id, StringComparer.Ordinal);
    }

    /// <summary>All rows, in their order.</summary>
    public IReadOnlyList<EvidenceRow> Rows { get; }

    /// <summary>The witnesses, in the order in which they are asked whether they answer for an organisation.</summary>
    public IReadOnlyList<Witness> Witnesses { get; }

    /// <summary>
    /// The last day of the record: the latest, over all rows, of the earlier of the end of the row's period and its day of publication.
    /// A forecast counts for the day it was made, a late report for the period it covers.
    /// </summary>
    /// <exception cref="InvalidOperationException">The record has no rows.</exception>
    public DateOnly Ends => Rows.Max(row => row.PeriodEnd < row.Published ? row.PeriodEnd : row.Published);

    /// <summary>
    /// Reads published figures: a CSV file with the columns of the shipped <c>evidence.csv</c>, in any order, and optionally
    /// <c>witness</c> and <c>reliability</c>. Nothing is skipped: a file with mistakes is refused, and all of them are reported.
    /// </summary>
    /// <param name="path">The file; RFC 4180, UTF-8 of at most 16 MiB, one heading line.</param>
    /// <param name="witnesses">The witnesses, for rows that do not name theirs. Null: none. Default null.</param>
    /// <exception cref="InvalidDataException">The file has mistakes; each is named with its line, column, value and limit.</exception>
    /// <exception cref="ArgumentException">The witnesses have mistakes; all are listed.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static PublishedRecord Load(string path, IEnumerable<Witness>? witnesses = null)
    {
        var problems = new Problems();
        if (Files.FileText.Decode(File.ReadAllBytes(path), problems) is not { } decoded)
        {
            throw new InvalidDataException($"{path} {problems.All[0].Message}");
        }

        using var text = new StringReader(decoded);
        return Read(text, path, witnesses);
    }

    /// <summary>Reads published figures from a text in the format of <see cref="Load"/>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="name">Its name in messages.</param>
    /// <param name="witnesses">The witnesses, for rows that do not name theirs. Null: none. Default null.</param>
    /// <exception cref="InvalidDataException">The text has mistakes; each is named with its line, column, value and limit.</exception>
    /// <exception cref="ArgumentException">The witnesses have mistakes; all are listed.</exception>
    public static PublishedRecord Read(TextReader text, string name, IEnumerable<Witness>? witnesses = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new(EvidenceReader.Read(text, name), witnesses);
    }

    /// <summary>
    /// Digit of the Admiralty scale for a row among those of the record, 1..6: 6 if it was not seen at its source; 1 or 2 if another
    /// witness agrees within a quarter and none contradicts (1 for a source that shows its method); 3 if no other witness covers it; 4 if
    /// one other contradicts it; 5 if several do and no more agree.
    /// </summary>
    /// <param name="row">The row; it need not be one of the record.</param>
    public int Credibility(EvidenceRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        if (!row.Verified) return 6;
        var others = Rows.Where(other => other.Witness != row.Witness && other.IsComparableWith(row))
            .GroupBy(other => other.Witness).Select(witness => witness.Any(row.AgreesWith)).ToArray();
        var (agree, contradict) = (others.Count(yes => yes), others.Count(yes => !yes));
        return others.Length == 0 ? 3 : contradict == 0 ? (row.Reliability <= 'B' ? 1 : 2) : contradict > 1 && contradict >= agree ? 5 : 4;
    }

    /// <summary>The row with this id, or null.</summary>
    public EvidenceRow? TryFind(string id) => byId.GetValueOrDefault(id);

    /// <summary>The row with this id.</summary>
    /// <exception cref="KeyNotFoundException">There is no such row.</exception>
    public EvidenceRow Find(string id) => TryFind(id) ?? throw new KeyNotFoundException($"No row \"{id}\" in the evidence; {Extent}.");

    private string Extent => Rows.Count == 0 ? "it has none"
        : string.Create(CultureInfo.InvariantCulture, $"its {Rows.Count} rows run from {Rows[0].Id} to {Rows[^1].Id}");

    private IEnumerable<string> Faults()
    {
        foreach (var group in Rows.GroupBy(row => row.Id).Where(group => group.Count() > 1))
        {
            yield return $"{group.Count()} rows have the id \"{group.Key}\"; ids must be unique.";
        }

        foreach (var row in Rows.DistinctBy(row => row.Id))
        {
            foreach (var fault in EvidenceRules.Faults(row)) yield return $"Row {Files.QuotedText.Quote(row.Id)}: {fault}";
        }

        foreach (var group in Witnesses.GroupBy(witness => witness.Name))
        {
            char[] letters = [.. group.Select(witness => witness.Reliability).Distinct()];
            if (letters.Any(letter => letter is < 'A' or > 'F') || letters.Length > 1)
            {
                yield return $"Witness \"{group.Key}\": its reliability is {string.Join(", ", letters)}; it must be one letter, A to F.";
            }
            if (group.Any(witness => witness.Organisations.Any(string.IsNullOrWhiteSpace)))
            {
                yield return $"Witness \"{group.Key}\": a word of its organisations is empty, so every organisation would contain it.";
            }
        }
    }

    /// <summary>The same as HTML, for a cell of a notebook or for a page; all text in it is escaped.</summary>
    public string ToHtml() => EvidenceHtml.Of(this);

    string IShown.ToPlainText() => EvidenceHtml.Words(this);
}
