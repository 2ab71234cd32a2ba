namespace Supply.Plots;

/// <summary>Reports everything that is wrong with a figure in one message.</summary>
internal static class ProblemReport
{
    public static void ThrowIfAny(string title, IEnumerable<string> problems)
    {
        string[] all = [.. problems];
        if (all.Length > 0)
        {
            var count = all.Length == 1 ? "1 problem" : $"{all.Length} problems";
            throw new ArgumentException($"Figure \"{title}\" has {count}:\n  {string.Join("\n  ", all)}");
        }
    }
}
