namespace Supply.Plots;

/// <summary>Reports everything that is wrong with a figure in one message.</summary>
internal static class ProblemReport
{
    public static void ThrowIfAny(string title, IEnumerable<string> problems)
    {
        string[] all = [.. problems];
        if (all.Length > 0) throw new ArgumentException(Message(title, all));
    }

    public static string Message(string title, IReadOnlyCollection<string> problems)
    {
        var count = problems.Count == 1 ? "1 problem" : $"{problems.Count} problems";
        return $"Figure \"{title}\" has {count}:\n  {string.Join("\n  ", problems)}";
    }
}
