using System.Globalization;

namespace Supply.Studies;

/// <summary>
/// Fields of result files: RFC 4180 with line feeds. Text is always in quotation marks, so that no reader guesses a column wrong; numbers
/// have all their digits, <c>1e999</c> is infinite, never reached, and empty is undefined.
/// </summary>
internal static class CsvText
{
    // A number that every reader takes for infinity; DuckDB would take the word for a date, or the whole column for text.
    private const string Infinite = "1e999";

    /// <summary>A text.</summary>
    public static string Text(string? value) => $"\"{value?.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>Texts, such as the names of columns.</summary>
    public static string Texts(params IEnumerable<string?> values) => string.Join(",", values.Select(Text));

    /// <summary>A number.</summary>
    public static string Number(double value) => double.IsNaN(value) ? ""
        : double.IsPositiveInfinity(value) ? Infinite
        : double.IsNegativeInfinity(value) ? "-" + Infinite
        : value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>Numbers.</summary>
    public static string Numbers(params IEnumerable<double> values) => string.Join(",", values.Select(Number));
}
