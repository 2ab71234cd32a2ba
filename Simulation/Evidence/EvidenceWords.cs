using System.Globalization;

namespace Supply.Evidence;

/// <summary>A published figure in the words of a reader instead of the codes of its columns.</summary>
internal static class EvidenceWords
{
    // Codes that their words do not follow from.
    private static readonly Dictionary<string, string> quantities = new(StringComparer.Ordinal)
    {
        ["domestic_production"] = "production",
        ["production_incl_refurb"] = "production and refurbishment",
        ["dprk_delivered"] = "DPRK deliveries",
        ["dprk_containers"] = "containers from the DPRK",
        ["dprk_voyages"] = "voyages from the DPRK",
        ["western_delivered"] = "Western deliveries",
        ["depots_hit"] = "depots hit",
    };

    /// <summary>The quantity and its natures, for example <c>production a year: 122, 152 and 203 mm</c>; without the unit.</summary>
    public static string What(EvidenceRow row)
    {
        var words = Quantity(row.Quantity);
        var time = row.Unit[(row.Unit.LastIndexOf('/') + 1)..] is "day" or "week" or "month" or "year" ? row.Unit[(row.Unit.LastIndexOf('/')
            + 1)..] : "";
        return words + (time.Length > 0 ? $" a {time}" : "") + (Natures(row.Calibre) is { Length: > 0 } natures ? $": {natures}" : "");
    }

    /// <summary>The subject of claims: the code of a quantity, and natures in words behind it.</summary>
    public static string Subject(string subject)
    {
        var end = subject.IndexOf(' ', StringComparison.Ordinal);
        return end < 0 ? Quantity(subject) : Quantity(subject[..end]) + subject[end..];
    }

    /// <summary>The days: a year by its number, a single day or a span by dates.</summary>
    public static string Days(EvidenceRow row)
    {
        var (from, to) = (row.PeriodStart, row.PeriodEnd);
        return from == to ? $"{(Moment)to}"
            : from.Year == to.Year && from.DayOfYear == 1 && (to.Month, to.Day) == (12, 31) ? to.Year.ToString(CultureInfo.InvariantCulture)
            : $"{(Moment)from} to {(Moment)to}";
    }

    /// <summary>Whether the unit is a part of something, which is read in percent.</summary>
    public static bool IsFraction(EvidenceRow row) => row.Unit.StartsWith("fraction", StringComparison.Ordinal);

    private static string Quantity(string code) => quantities.GetValueOrDefault(code) ?? Capitals(code.Replace('_', ' '));

    private static string Natures(string code)
    {
        if (code == "na") return "";
        string[] parts = [.. code.Split('+').Select(part => part.Replace("all_", "", StringComparison.Ordinal).Replace('_', ' '))];

        // "122, 152 and 203 mm" and not "122 mm, 152 mm and 203 mm".
        var areCalibres = parts.All(part => part.EndsWith("mm", StringComparison.Ordinal) && char.IsAsciiDigit(part[0]));
        if (areCalibres) return $"{Listed([.. parts.Select(part => part[..^2])])} mm";
        return Listed([.. parts.Select(part => char.IsAsciiDigit(part[0]) ? part.Replace("mm", " mm", StringComparison.Ordinal)
            : Capitals(part))]);
    }

    private static string Listed(string[] parts) =>
        parts is [.. var first, var last] && first.Length > 0 ? $"{string.Join(", ", first)} and {last}" : parts[0];

    private static string Capitals(string words) => string.Join(' ', words.Split(' ').Select(word => word switch
    {
        "dprk" => "DPRK",
        "iran" or "belarus" or "western" => char.ToUpperInvariant(word[0]) + word[1..],
        _ => word,
    }));
}
