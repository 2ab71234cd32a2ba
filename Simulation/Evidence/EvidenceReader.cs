using System.Globalization;
using Supply.Files;

namespace Supply.Evidence;

/// <summary>Reads published figures strictly: every mistake of the file is found before it is refused.</summary>
internal sealed class EvidenceReader
{
    private static readonly string[] needed =
    [
        "id", "side", "quantity", "calibre", "period_start", "period_end", "low", "mid", "high", "unit",
        "source_organisation", "source_title", "published", "url", "verified", "note",
    ];

    private static readonly string[] optional = ["witness", "reliability"];

    private readonly List<string> problems = [];
    private IReadOnlyList<string> columns = [];
    private CsvRecord record = new(1, []);

    /// <summary>All rows of a file.</summary>
    /// <param name="text">The file.</param>
    /// <param name="name">The name of the file in messages.</param>
    /// <exception cref="InvalidDataException">It has mistakes; all are in the message.</exception>
    public static List<EvidenceRow> Read(TextReader text, string name)
    {
        var reader = new EvidenceReader();
        var records = CsvRecord.Read(text.ReadToEnd(), out var faults);
        reader.problems.AddRange(faults);
        var rows = reader.problems.Count > 0 ? [] : reader.Read(records);
        if (reader.problems.Count == 0) return rows;
        throw new InvalidDataException($"{name} has {reader.problems.Count} problem{(reader.problems.Count == 1 ? "" : "s")}:\n"
            + string.Concat(reader.problems.Select(problem => $"  {problem}\n")).TrimEnd());
    }

    private List<EvidenceRow> Read(IReadOnlyList<CsvRecord> records)
    {
        var rows = new List<EvidenceRow>();
        if (!Header(records)) return rows;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var one in records.Skip(1))
        {
            record = one;
            if (record.Fields.Count != columns.Count)
            {
                problems.Add($"line {record.Line}: {record.Fields.Count} fields; the heading has {columns.Count}.");
                continue;
            }

            var row = Row();
            if (!seen.Add(row.Id)) Broken("id", row.Id, "an id that no earlier row has");
            rows.Add(row);
        }

        if (rows.Count == 0 && problems.Count == 0) problems.Add("line 1: there is a heading line, but no row follows.");
        return rows;
    }

    private bool Header(IReadOnlyList<CsvRecord> records)
    {
        if (records.Count == 0)
        {
            problems.Add("line 1: there is no heading line.");
            return false;
        }

        columns = records[0].Fields;

        string[] known = [.. needed, .. optional];
        foreach (var column in needed.Except(columns))
        {
            problems.Add($"line 1: no column \"{column}\".{Nearest.Hint(column, columns)}");
        }
        foreach (var column in columns.Except(known))
        {
            problems.Add($"line 1: unknown column {QuotedText.Quote(column)}.{Nearest.Hint(column, known)}");
        }
        foreach (var column in columns.GroupBy(column => column).Where(column => column.Count() > 1))
        {
            problems.Add($"line 1: the column {QuotedText.Quote(column.Key)} occurs twice.");
        }
        return problems.Count == 0;
    }

    private EvidenceRow Row()
    {
        var row = new EvidenceRow(
            Needed("id"), Needed("side"), Needed("quantity"), Needed("calibre"), Date("period_start"), Date("period_end"),
            Number("low"), Number("mid"), Number("high"), Needed("unit"), Needed("source_organisation"), Text("source_title"),
            Date("published"), Text("url"), YesOrNo("verified"), Text("note"))
        {
            Witness = Text("witness") is { Length: > 0 } witness ? witness : null,
            Reliability = Letter("reliability"),
        };
        problems.AddRange(EvidenceRules.Faults(row).Select(fault => $"line {record.Line}: {fault}"));
        return row;
    }

    private string Text(string column) => columns.Index().Where(one => one.Item == column).Select(one => record.Fields[one.Index])
        .FirstOrDefault("");

    private string Needed(string column)
    {
        var text = Text(column);
        if (string.IsNullOrWhiteSpace(text)) problems.Add($"line {record.Line}: {column} is empty.");
        return text;
    }

    private DateOnly Date(string column)
    {
        if (!DateOnly.TryParseExact(Text(column), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            Broken(column, Text(column), "a date like 2024-02-13");
        }
        return date;
    }

    private double? Number(string column)
    {
        if (Text(column).Length == 0) return null;
        const NumberStyles plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        if (double.TryParse(Text(column), plain, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)) return value;
        Broken(column, Text(column), Text(column).Any(letter => letter is ',' or ' ' or '\'' or '\u00a0' or '\u202f')
            ? "a finite number or nothing; a number is written with a point, without thousands separators"
            : "a finite number or nothing");
        return null;
    }

    private bool YesOrNo(string column)
    {
        if (Text(column) is not ("yes" or "no")) Broken(column, Text(column), "yes or no");
        return Text(column) == "yes";
    }

    private char Letter(string column)
    {
        if (Text(column).Length == 0) return default;
        if (Text(column) is [>= 'A' and <= 'F']) return Text(column)[0];
        Broken(column, Text(column), "a letter from A to F, or nothing");
        return default;
    }

    private void Broken(string column, string value, string wanted) =>
        problems.Add($"line {record.Line}: {column} is {QuotedText.Quote(value)}; it must be {wanted}.");
}
