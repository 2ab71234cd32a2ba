namespace Supply.Programs;

/// <summary>Equal values that follow each other, written once with their number.</summary>
internal static class RunLengths
{
    private const int Longest = 160;

    // What remains of a list that is too long for a line.
    private const int Shown = 4;

    public static string Of(IEnumerable<string> values)
    {
        var all = values.ToArray();
        var runs = new List<(string Value, int Count)>();
        foreach (var value in all)
        {
            if (runs.Count > 0 && runs[^1].Value == value) runs[^1] = (value, runs[^1].Count + 1);
            else runs.Add((value, 1));
        }

        var text = string.Join(", ", runs.Select(Text));
        return text.Length <= Longest ? text
            : $"{string.Join(", ", runs.Take(Shown).Select(Text))}, ..., {Text(runs[^1])} ({all.Length} steps)";

        static string Text((string Value, int Count) run) => run.Count == 1 ? run.Value : $"{run.Value} x {run.Count}";
    }
}
