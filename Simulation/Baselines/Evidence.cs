using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Supply;

/// <summary>One published figure. A number is a claim of its source, not a truth.</summary>
/// <param name="Id">The id that citations use, for example <c>E001</c>; unique.</param>
/// <param name="Side">Whom it is about: RU, UA, DPRK, IR, BY, US, EU, CZ or WEST.</param>
/// <param name="Quantity">What is counted, for example <c>domestic_production</c>.</param>
/// <param name="Calibre">The natures it covers; <c>all_artillery</c> where the source does not say, <c>na</c> where it does not apply.</param>
/// <param name="PeriodStart">First day of the period that the figure covers.</param>
/// <param name="PeriodEnd">Last day of that period; equal to the first for a figure of one day.</param>
/// <param name="Low">Lower end of a published range, or null.</param>
/// <param name="Mid">The single published number, or null.</param>
/// <param name="High">Upper end of a published range, or null.</param>
/// <param name="Unit">The unit of the numbers, for example <c>rounds/day</c>.</param>
/// <param name="Organisation">Who said it.</param>
/// <param name="Title">Where it was said.</param>
/// <param name="Published">Date of publication.</param>
/// <param name="Url">Address, or empty.</param>
/// <param name="Verified">True if the figure was seen at that address.</param>
/// <param name="Note">Bounds, derivations and warnings.</param>
public sealed record EvidenceRow(
    string Id, string Side, string Quantity, string Calibre, DateOnly PeriodStart, DateOnly PeriodEnd,
    double? Low, double? Mid, double? High, string Unit, string Organisation, string Title, DateOnly Published,
    string Url, bool Verified, string Note)
{
    /// <summary>True if the source said "more than": the number is a floor.</summary>
    public bool IsLowerBound => Note.Contains("bound=lower", StringComparison.Ordinal);

    /// <summary>True if the source said "up to": the number is a ceiling.</summary>
    public bool IsUpperBound => Note.Contains("bound=upper", StringComparison.Ordinal);

    /// <summary>The least the row allows: minus infinity for a ceiling.</summary>
    public double Least => IsUpperBound ? double.NegativeInfinity : Low ?? Mid ?? High ?? double.NegativeInfinity;

    /// <summary>The most the row allows: infinity for a floor.</summary>
    public double Most => IsLowerBound ? double.PositiveInfinity : High ?? Mid ?? Low ?? double.PositiveInfinity;

    /// <summary>Days of the period, first and last included.</summary>
    public int PeriodDays => PeriodEnd.DayNumber - PeriodStart.DayNumber + 1;
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
        var rows = Read(text);
        return (rows, rows.ToDictionary(row => row.Id, StringComparer.Ordinal));
    });

    /// <summary>All rows, in order of their ids.</summary>
    public static IReadOnlyList<EvidenceRow> Rows => Table.Value.Rows;

    /// <summary>
    /// The last day of the published record: the latest, over all rows, of the earlier of the end of the row's period and
    /// its day of publication. A forecast speaks for the day it was made, a late report for the period it covers.
    /// </summary>
    public static DateOnly RecordEnds => Rows.Max(row => row.PeriodEnd < row.Published ? row.PeriodEnd : row.Published);

    /// <summary>The row with this id, or null.</summary>
    public static EvidenceRow? TryFind(string id) => Table.Value.ById.GetValueOrDefault(id);

    /// <summary>The row with this id.</summary>
    /// <exception cref="KeyNotFoundException">There is no such row.</exception>
    public static EvidenceRow Find(string id) => TryFind(id)
        ?? throw new KeyNotFoundException($"No row \"{id}\" in the evidence; ids run from {Rows[0].Id} to {Rows[^1].Id}, with gaps.");

    internal static List<EvidenceRow> Read(TextReader text)
    {
        using var csv = new CsvReader(text, new CsvConfiguration(CultureInfo.InvariantCulture));
        var rows = new List<EvidenceRow>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        csv.Read();
        csv.ReadHeader();
        while (csv.Read())
        {
            var row = ReadRow(csv);
            if (!seen.Add(row.Id)) throw Broken(csv, "id", row.Id, "an id that no earlier row has");
            if (row.PeriodEnd < row.PeriodStart) throw Broken(csv, "period_end", row.PeriodEnd.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "a day not before period_start");
            rows.Add(row);
        }
        return rows;
    }

    private static EvidenceRow ReadRow(CsvReader csv) => new(
        Text(csv, "id"), Text(csv, "side"), Text(csv, "quantity"), Text(csv, "calibre"),
        Date(csv, "period_start"), Date(csv, "period_end"),
        Number(csv, "low"), Number(csv, "mid"), Number(csv, "high"), Text(csv, "unit"),
        Text(csv, "source_organisation"), Text(csv, "source_title"), Date(csv, "published"), Text(csv, "url"),
        Text(csv, "verified") switch { "yes" => true, "no" => false, var other => throw Broken(csv, "verified", other, "yes or no") },
        Text(csv, "note"));

    private static string Text(CsvReader csv, string column) => csv.GetField(column)
        ?? throw new InvalidDataException($"Evidence, line {csv.Parser.RawRow}: no column \"{column}\".");

    private static DateOnly Date(CsvReader csv, string column) =>
        DateOnly.TryParseExact(Text(csv, column), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date : throw Broken(csv, column, Text(csv, column), "a date like 2024-02-13");

    private static double? Number(CsvReader csv, string column) => Text(csv, column) switch
    {
        "" => null,
        var text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) => value,
        var text => throw Broken(csv, column, text, "a number or nothing"),
    };

    private static InvalidDataException Broken(CsvReader csv, string column, string value, string wanted) =>
        new($"Evidence, line {csv.Parser.RawRow}: {column} is \"{value}\"; it must be {wanted}.");
}
