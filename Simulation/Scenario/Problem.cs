namespace Supply;

/// <summary>One thing wrong with a scenario: where, and what with its value and limit, in the analyst's words.</summary>
/// <param name="Place">The part or change, or the JSON path in a file.</param>
/// <param name="Message">A sentence with the offending value, the limit and, where it helps, the fix.</param>
public sealed record Problem(string Place, string Message)
{
    /// <summary>Place and message on one line.</summary>
    public override string ToString() => $"{Place}: {Message}";
}
