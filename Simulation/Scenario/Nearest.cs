using Supply.Files;

namespace Supply;

/// <summary>Names that an analyst may have meant.</summary>
internal static class Nearest
{
    // Longer texts are not misspelt names, and comparing them takes the product of the lengths.
    private const int LongestName = 100;

    // A list that nobody reads to the end helps nobody.
    private const int MostListed = 12;

    // Parts of a name shorter than this fit too much.
    private const int ShortestPart = 3;

    /// <summary>
    /// The known name closest to <paramref name="name"/> within a third of its length, or the only one that begins with it;
    /// else null.
    /// </summary>
    public static string? To(string name, IEnumerable<string> known)
    {
        string[] candidates = [.. known.Where(candidate => candidate.Length <= LongestName)];
        return name.Length > LongestName ? null : Closest(name, candidates) ?? Longer(name, candidates);
    }

    /// <summary>A closing hint, or what there is to choose from.</summary>
    public static string Hint(string name, IReadOnlyCollection<string> known) =>
        To(name, known) is { } near ? $" Nearest: {QuotedText.Quote(near)}."
        : known.Count == 0 ? " There is none."
        : $" There is {string.Join(", ", known.Take(MostListed).Select(QuotedText.Quote))}"
            + $"{(known.Count > MostListed ? $" and {known.Count - MostListed} more" : "")}.";

    private static string? Longer(string name, IEnumerable<string> known)
    {
        var longer = known.Where(candidate => name.Length >= ShortestPart && candidate.StartsWith(name, StringComparison.OrdinalIgnoreCase))
            .Take(2).ToArray();
        return longer.Length == 1 ? longer[0] : null;
    }

    private static string? Closest(string name, IEnumerable<string> known) => known
        .Select(candidate => (candidate, distance: Distance(name.ToUpperInvariant(), candidate.ToUpperInvariant())))
        .Where(pair => pair.distance <= Math.Max(2, name.Length / 3) && pair.distance < name.Length)
        .OrderBy(pair => pair.distance)
        .ThenBy(pair => pair.candidate, StringComparer.Ordinal)
        .Select(pair => pair.candidate)
        .FirstOrDefault();

    private static int Distance(string a, string b)
    {
        var previous = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var row = new int[b.Length + 1];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                row[j] = Math.Min(Math.Min(row[j - 1], previous[j]) + 1, previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
            }

            previous = row;
        }

        return previous[^1];
    }
}
