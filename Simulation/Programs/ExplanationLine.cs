namespace Supply;

/// <summary>One equation of a scenario.</summary>
/// <param name="Event">The event to which it belongs.</param>
/// <param name="Name">The name it defines; no other line defines the same name.</param>
/// <param name="Expression">Its value, with the brackets that give the order in which it is computed.</param>
/// <param name="Part">Its part, as "Side/Part" where there are several networks; null: none, as of a sum over parts.</param>
public sealed record ExplanationLine(StepEvent Event, string Name, string Expression, string? Part)
{
    /// <summary>The lines, tables and paths that the expression mentions.</summary>
    internal Items<string> Uses { get; init; } = Items<string>.Empty;

    /// <summary>Whether it stands for a piece of other lines, which mean nothing without it.</summary>
    internal bool IsPiece { get; init; }

    /// <summary>The most characters of a printed line, its indent included.</summary>
    internal const int Longest = 200;

    /// <summary>The equation on one line.</summary>
    public override string ToString() => $"{Name} = {Expression}";

    /// <summary>
    /// The equation as a listing has it: pieces further in, and an expression that would make the line too long below its name.
    /// </summary>
    internal string Print()
    {
        var indent = IsPiece ? "    " : "  ";
        return indent.Length + Name.Length + 3 + Expression.Length <= Longest
            ? $"{indent}{Name} = {Expression}"
            : $"{indent}{Name} =\n{indent}    {Expression}";
    }
}
