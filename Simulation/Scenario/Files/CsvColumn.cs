using System.Globalization;

namespace Supply.Files;

/// <summary>
/// A column of rates of a CSV file, each from its date on. The file is read strictly: every mistake is found before it is refused.
/// </summary>
/// <param name="Dates">The heading of the column of dates.</param>
/// <param name="Rates">The heading of the column of rates.</param>
/// <param name="Unit">The unit of time of the rates.</param>
internal sealed record CsvColumn(string Dates, string Rates, RateUnit Unit)
{
    private const NumberStyles Plain =
        NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>The points in order of time; with problems some are missing.</summary>
    /// <param name="file">The file.</param>
    /// <param name="problems">Takes what is wrong, by line.</param>
    public Items<RatePoint> Read(string file, Problems problems)
    {
        if (FileText.Read(file, problems) is not { } bytes || FileText.Decode(bytes, problems) is not { } text) return [];
        var records = CsvRecord.Read(text, out var faults);
        foreach (var fault in faults)
        {
            var parts = fault.Split(": ", 2);
            problems.Add(parts[0], parts[1]);
        }

        if (problems.Any) return [];
        if (records.Count == 0)
        {
            problems.Add("line 1", "there is no heading line.");
            return [];
        }

        var (heading, before) = (records[0], problems.Count);
        var (dates, rates) = (Find(heading, Dates, problems), Find(heading, Rates, problems));
        if (problems.Count > before) return [];
        if (records.Count == 1) problems.Add($"line {heading.Line}", "there is a heading line, but no row follows.");
        var points = new List<RatePoint>();
        foreach (var record in records.Skip(1))
        {
            if (record.Fields.Count != heading.Fields.Count)
            {
                problems.Add($"line {record.Line}", string.Create(CultureInfo.InvariantCulture,
                    $"{record.Fields.Count} fields; the heading has {heading.Fields.Count}."));
            }
            else if (Point(record, dates, rates, points.Count > 0 ? points[^1] : null, problems) is { } point) points.Add(point);
        }

        return Items.From(points);
    }

    private static int Find(CsvRecord heading, string column, Problems problems)
    {
        int[] found = [.. heading.Fields.Index().Where(field => field.Item.Trim() == column).Select(field => field.Index)];
        if (found.Length == 1) return found[0];
        var place = $"line {heading.Line}";
        if (found.Length > 1) problems.Add(place, $"the column {QuotedText.Quote(column)} occurs twice.");
        else if (heading.Fields is [var one] && (one.Contains(';') || one.Contains('\t')))
        {
            problems.Add(place, "columns are separated by semicolons or tabs; save the file with commas, and numbers with a point.");
        }
        else
        {
            var hint = Nearest.Hint(column, [.. heading.Fields.Select(field => field.Trim())]);
            problems.Add(place, $"no column {QuotedText.Quote(column)}.{hint}");
        }

        return 0;
    }

    private RatePoint? Point(CsvRecord record, int dates, int rates, RatePoint? last, Problems problems)
    {
        void Broken(string column, string value, string wanted) => problems.Add($"line {record.Line}",
            $"{column} is {QuotedText.Quote(value)}; it must be {wanted}.");
        var (day, number) = (record.Fields[dates].Trim(), record.Fields[rates].Trim());
        var isDate = ValueShapes.TryDate(day, out var date);
        var isRate = double.TryParse(number, Plain, CultureInfo.InvariantCulture, out var rate) && double.IsFinite(rate);
        if (!isDate) Broken(Dates, day, "a date such as 2025-01-31");
        else if (last is not null && date <= last.At.Date) Broken(Dates, day, $"after {last.At}, the date of the row before it");
        if (!isRate)
        {
            Broken(Rates, number, number.Any(letter => letter is ',' or ' ' or '\'' or '\u00a0' or '\u202f')
                ? "a number with a point and without thousands separators" : "a number");
        }
        else if (rate < 0) Broken(Rates, number, "at least 0");
        return isDate && isRate ? new(date, new(rate, Unit)) : null;
    }
}
