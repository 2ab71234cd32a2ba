using Supply.Files;
using Supply.Programs;

namespace Supply.Evidence;

/// <summary>The rules of a published figure, whichever way it comes: from a file, typed in, or made in code.</summary>
internal static class EvidenceRules
{
    private const string Fraction = "fraction";

    /// <summary>The mistakes of a row, each a sentence that begins with the column.</summary>
    public static IEnumerable<string> Faults(EvidenceRow row)
    {
        (string Column, string Text)[] names =
        [
            ("id", row.Id), ("side", row.Side), ("quantity", row.Quantity), ("calibre", row.Calibre), ("unit", row.Unit),
            ("source_organisation", row.Organisation), ("witness", row.Witness),
        ];
        (string Column, string Text)[] texts = [("source_title", row.Title), ("url", row.Url), ("note", row.Note)];
        foreach (var (column, text) in names)
        {
            if (NameText.FaultOfName(text) is { } fault) yield return $"{column} is {QuotedText.Quote(text)}, which {fault}.";
        }

        foreach (var (column, text) in texts)
        {
            if (NameText.FaultOfText(text) is { } fault) yield return $"{column} is {QuotedText.Quote(text)}, which {fault}.";
        }

        if (row.PeriodEnd < row.PeriodStart)
        {
            yield return $"period_end is \"{row.PeriodEnd:yyyy-MM-dd}\"; it must be a day not before period_start.";
        }

        (string Column, double? Value)[] values = [("low", row.Low), ("mid", row.Mid), ("high", row.High)];
        foreach (var (column, value) in values)
        {
            if (value is { } number && Fault(number, row.Unit) is { } fault) yield return $"{column} {fault}";
        }

        double[] given = [.. values.Select(one => one.Value).OfType<double>()];
        if (given.Length == 0) yield return "low, mid and high are empty; one of them must be a number.";
        if (!given.SequenceEqual(given.Order()))
        {
            yield return $"low, mid and high are {string.Join(", ", given.Select(MessageText.Number))}; they must not fall.";
        }

        if (row.IsLowerBound && row.IsUpperBound)
        {
            yield return $"note is {QuotedText.Quote(row.Note)}; it must be at most one of bound=lower and bound=upper.";
        }
    }

    private static string? Fault(double value, string unit) => NumberRule.Fault(value) is { } fault ? $"{fault}."
        : value > 1 && unit.StartsWith(Fraction, StringComparison.Ordinal)
            ? $"is {MessageText.Number(value)}; a fraction lies in 0..1. Is it a percentage? For {MessageText.Number(value)} % write "
                + $"{MessageText.Number(value / 100)}."
        : null;
}
