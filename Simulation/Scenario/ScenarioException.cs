namespace Supply;

/// <summary>A scenario or scenario file cannot be used. Holds all its problems at once.</summary>
public sealed class ScenarioException : Exception
{
    internal ScenarioException(string subject, IReadOnlyList<Problem> problems) : base(Describe(subject, problems)) =>
        (Subject, Problems) = (subject, problems);

    /// <summary>The thing that was checked, for example <c>Scenario "DPRK stops"</c>.</summary>
    public string Subject { get; }

    /// <summary>Everything that is wrong, in the order of the description.</summary>
    public IReadOnlyList<Problem> Problems { get; }

    /// <summary>The message alone, guarded or not: the mistake is in the description, and no line of the library is to blame.</summary>
    public override string ToString() => Message;

    /// <summary>Empty, for hosts that print it next to the message.</summary>
    public override string StackTrace => "";

    // "2 scenarios" is the one subject in the plural.
    private static string Describe(string subject, IReadOnlyList<Problem> problems) =>
        $"{subject} {(char.IsAsciiDigit(subject[0]) ? "have" : "has")} {problems.Count} problem{(problems.Count == 1 ? "" : "s")}:\n"
        + string.Join("\n", problems.Select(problem => "  " + problem));
}
