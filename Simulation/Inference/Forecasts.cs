using System.Globalization;
using System.Text;
using Supply.Evidence;
using Supply.Files;
using Supply.Studies;

namespace Supply.Inference;

/// <summary>
/// Forecasts as they were made, so that anybody can score them later: a renewed posterior adds its own, and old ones stay.
/// </summary>
/// <param name="All">The forecasts, in the order in which they were made.</param>
[TypeFormatterSource(typeof(NotebookFormats))]
public sealed record Forecasts(IReadOnlyList<Forecast> All) : IShown
{
    private const string Iso = "yyyy-MM-dd";
    private const string Heading = "made,posterior,id,witness,side,quantity,calibre,period_start,period_end,unit,p05,p25,p50,p75,p95";

    /// <summary>These forecasts and those of another posterior; none are added if it has made some already.</summary>
    /// <param name="more">The forecasts of one posterior.</param>
    public Forecasts And(IReadOnlyList<Forecast> more)
    {
        ArgumentNullException.ThrowIfNull(more);
        var known = All.Select(forecast => forecast.Posterior).ToHashSet(StringComparer.Ordinal);
        return this with { All = [.. All, .. more.Where(forecast => !known.Contains(forecast.Posterior))] };
    }

    /// <summary>The text of a CSV file (RFC 4180).</summary>
    public string ToCsv()
    {
        var text = new StringBuilder(Heading + "\n");
        foreach (var (made, posterior, row, predicted) in All)
        {
            string[] words =
            [
                Day(made), posterior, row.Id, row.Witness, row.Side, row.Quantity, row.Calibre, Day(row.PeriodStart), Day(row.PeriodEnd),
                row.Unit,
            ];
            double[] numbers = [predicted.Low90, predicted.Low50, predicted.Median, predicted.High50, predicted.High90];
            text.Append(string.Join(",", words.Select(Quoted))).Append(',')
                .Append(string.Join(",", numbers.Select(number => number.ToString("G6", CultureInfo.InvariantCulture)))).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Reads a file that holds the text of <see cref="ToCsv"/>, UTF-8 of at most 16 MiB.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidDataException">
    /// It cannot be read, or holds another text; the message names the file and the first fault.
    /// </exception>
    public static Forecasts Load(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var problems = new Problems();
        var bytes = FileText.Read(path, problems);
        if (bytes is null || FileText.Decode(bytes, problems) is not { } text)
        {
            throw new InvalidDataException($"\"{path}\" {problems.All[0].Message}");
        }

        try
        {
            return Parse(text);
        }
        catch (InvalidDataException fault)
        {
            throw new InvalidDataException($"\"{path}\": {fault.Message}", fault);
        }
    }

    /// <summary>Reads the text of <see cref="ToCsv"/>.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="InvalidDataException">
    /// It has another heading, a quotation mark in the wrong place, or a line that cannot be read; the first is named.
    /// </exception>
    public static Forecasts Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var records = CsvRecord.Read(text, out var faults);
        if (faults.Count > 0) throw new InvalidDataException($"Forecasts cannot be read: {faults[0]}");
        if (records.Count == 0 || string.Join(',', records[0].Fields) != Heading)
        {
            throw new InvalidDataException($"Forecasts begin with the heading \"{Heading}\".");
        }

        return new([.. records.Skip(1).Select(record => One(record.Fields, record.Line))]);
    }

    /// <summary>How many forecasts are answered, how they fared, and the next ones, in sentences.</summary>
    /// <param name="record">The published figures.</param>
    public Answer Answer(PublishedRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return ForecastsAnswer.Of(this, record);
    }

    /// <summary>How the forecasts fared whose answers are in a record.</summary>
    /// <param name="record">The published figures.</param>
    public Table Scores(PublishedRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var rows = All.SelectMany(forecast => record.Rows.Where(forecast.IsAnsweredBy).Select(row => (forecast, row))).ToArray();
        string Is(bool yes) => yes ? "yes" : "no";
        return new("Forecasts and what was published", ["forecast", "made", "published", "value", "50 %", "90 %", "in 50 %", "in 90 %"],
            Items.From(rows.Select(pair =>
            {
                var (spread, value) = (pair.forecast.Predicted, pair.row.Mid ?? pair.row.Low ?? pair.row.High ?? double.NaN);
                return Items.From<string>(
                [
                    pair.forecast.Row.Id, Day(pair.forecast.Made), pair.row.Id, ReadableNumber.Digits(value),
                    $"{ReadableNumber.Digits(spread.Low50)}-{ReadableNumber.Digits(spread.High50)}",
                    $"{ReadableNumber.Digits(spread.Low90)}-{ReadableNumber.Digits(spread.High90)}",
                    Is(value >= spread.Low50 && value <= spread.High50), Is(value >= spread.Low90 && value <= spread.High90),
                ]);
            })),
            [rows.Length == 0 ? "None of the forecasts is answered yet." : FormattableString.Invariant($"{rows.Length} answers so far.")]);
    }

    /// <summary>All forecasts, one posterior after another.</summary>
    public Table Table() => new("Forecasts", ["id", "made", "posterior", "witness", "what", "days", "unit", "median", "50 %", "90 %"],
        Items.From(All.Select(forecast =>
        {
            var (row, spread) = (forecast.Row, forecast.Predicted);
            return Items.From<string>(
            [
                row.Id, Day(forecast.Made), forecast.Posterior, row.Witness, EvidenceWords.What(row), EvidenceWords.Days(row), row.Unit,
                ReadableNumber.Digits(spread.Median),
                $"{ReadableNumber.Digits(spread.Low50)}-{ReadableNumber.Digits(spread.High50)}",
                $"{ReadableNumber.Digits(spread.Low90)}-{ReadableNumber.Digits(spread.High90)}",
            ]);
        })),
        ["The figure that the witness would publish: the model's value with its discrepancy, the witness's scope and error, and the chance "
            + "that it is wrong."]);

    private static Forecast One(IReadOnlyList<string> fields, int line)
    {
        if (fields.Count == 15 && IsDay(fields[0], out var made) && IsDay(fields[7], out var from) && IsDay(fields[8], out var to)
            && fields.Skip(10).Select(Number).ToArray() is var numbers && numbers.All(double.IsFinite))
        {
            return new(made, fields[1],
                new(fields[2], fields[4], fields[5], fields[6], from, to, null, 1, null, fields[9], fields[3], "", to, "", true, "")
                {
                    Witness = fields[3],
                },
                new(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4]));
        }

        throw new InvalidDataException($"Line {line} of the forecasts cannot be read: {string.Join(',', fields)}");
    }

    private static double Number(string field) =>
        double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : double.NaN;

    private static string Quoted(string value) =>
        value.AsSpan().ContainsAny(",\"") ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : value;

    private static string Day(DateOnly day) => day.ToString(Iso, CultureInfo.InvariantCulture);

    /// <summary>Days are read as they are written: in any other form a reader would guess which number is the month.</summary>
    private static bool IsDay(string field, out DateOnly day) =>
        DateOnly.TryParseExact(field, Iso, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    /// <summary>The same as HTML, for a cell of a notebook or for a page; all text in it is escaped.</summary>
    public string ToHtml() => Table().ToHtml();

    string IShown.ToPlainText() => Table().ToString(Supply.Answer.Width);
}
