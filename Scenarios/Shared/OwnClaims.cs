using System.Globalization;
using Supply;
using Supply.Cases;
using Supply.Evidence;
using Supply.Inference;

/// <summary>Figures of the analyst's own: a CSV file, or a line such as "dprk_share 0.49 2025-07-01..2025-07-13".</summary>
internal static class OwnClaims
{
    // The sides and units in which a typed figure is read.
    private static readonly Dictionary<string, (string Side, string Unit)> kinds = new()
    {
        ["domestic_production"] = ("RU", "rounds/year"),
        ["production_incl_refurb"] = ("RU", "rounds/year"),
        ["refurbishment"] = ("RU", "rounds/year"),
        ["rounds_fired"] = ("RU", "rounds/day"),
        ["stock"] = ("RU", "rounds"),
        ["dprk_delivered"] = ("DPRK", "rounds"),
        ["dprk_share"] = ("DPRK", "fraction of rounds used"),
        ["dprk_voyages"] = ("DPRK", "voyages"),
        ["dprk_containers"] = ("DPRK", "containers"),
    };

    public const string Example = "\"dprk_share 0.45-0.5 2025-07-01..2025-07-13\"";

    /// <summary>
    /// The claims of a file. Mistakes in it are reported together; rows for which the model has no reading are named and ignored.
    /// </summary>
    public static IReadOnlyList<Claim> Read(string path) => Claims(PublishedRecord.Load(path, Baselines.Record.Witnesses).Rows);

    /// <summary>The claims of typed lines; all mistakes are reported together.</summary>
    public static IReadOnlyList<Claim> Parse(IReadOnlyList<string> lines)
    {
        var problems = new List<string>();
        var rows = lines.Select((line, i) => Row(line, $"claim {i + 1}", problems)).ToArray();
        if (problems.Count > 0) throw new ArgumentException(string.Join("\n", problems));
        return Claims(new PublishedRecord(rows.OfType<EvidenceRow>()).Rows);
    }

    private static IReadOnlyList<Claim> Claims(IEnumerable<EvidenceRow> rows)
    {
        var claims = new List<Claim>();
        foreach (var row in rows)
        {
            if (Russia2022.Record.Read(row, out var reason) is { } check) claims.Add(Claim.Of(check, row));
            else Console.WriteLine($"{row.Id} is ignored: {reason}.");
        }

        return Claim.Weighted(claims);
    }

    private static EvidenceRow? Row(string line, string id, List<string> problems)
    {
        var words = line.Split(' ', 4, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length >= 3 && kinds.TryGetValue(words[0], out var kind) && Range(words[1]) is var (low, high, note)
            && Dates(words[2]) is var (from, to))
        {
            var row = new EvidenceRow(id, kind.Side, words[0], "all_artillery", from, to, low, null, high, kind.Unit, "Typed in", "", to,
                "", Verified: true, note);
            return words.Length > 3 ? row with { Witness = words[3] } : row;
        }

        problems.Add($"--claim \"{line}\": it must be a quantity, a number or range, two dates, and perhaps a witness, for example "
            + $"{Example} (both days count); 1000000+ is a floor, -1000000 a ceiling. "
            + $"Quantities are {string.Join(", ", kinds.Select(one => $"{one.Key} ({one.Value.Unit})"))}.");
        return null;
    }

    private static (double Low, double High, string Note)? Range(string text)
    {
        static bool Number(string word, out double value) =>
            double.TryParse(word, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out value)
            && value > 0;
        if (text.EndsWith('+') && Number(text[..^1], out var floor)) return (floor, floor, "bound=lower");
        if (text.StartsWith('-') && Number(text[1..], out var ceiling)) return (ceiling, ceiling, "bound=upper");
        if (Number(text, out var point)) return (point, point, "");
        return text.Split('-') is [var first, var second] && Number(first, out var low) && Number(second, out var high) && low < high
            ? (low, high, "") : null;
    }

    private static (DateOnly From, DateOnly To)? Dates(string text)
    {
        static bool Date(string word, out DateOnly date) =>
            DateOnly.TryParseExact(word, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);
        return text.Split("..") is [var first, var second] && Date(first, out var from) && Date(second, out var to) && from <= to
            ? (from, to) : null;
    }
}
