using System.Globalization;

namespace Supply.Studies;

/// <summary>
/// Fields of result files: RFC 4180 with line feeds. Text is always in quotation marks, so that no reader guesses a column wrong; numbers
/// have all their digits, <c>inf</c> is never reached, and empty is undefined.
/// </summary>
internal static class CsvText
{
    /// <summary>A text.</summary>
    public static string Text(string? value) => $"\"{value?.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>Texts, such as the names of columns.</summary>
    public static string Texts(params IEnumerable<string?> values) => string.Join(",", values.Select(Text));

    /// <summary>A number.</summary>
    public static string Number(double value) => double.IsNaN(value) ? ""
        : double.IsPositiveInfinity(value) ? "inf"
        : double.IsNegativeInfinity(value) ? "-inf"
        : value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>Numbers.</summary>
    public static string Numbers(params IEnumerable<double> values) => string.Join(",", values.Select(Number));
}
