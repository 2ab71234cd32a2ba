namespace Supply.Plots;

/// <summary>Answers as titles of figures.</summary>
public static class AnswerTitle
{
    /// <summary>The headline as the title of a figure, as others are set: curved quotation marks, no full stop.</summary>
    /// <param name="answer">The answer.</param>
    public static string ToTitle(this Answer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var parts = answer.Headline.TrimEnd('.').Split('"');
        return string.Concat(parts.Select((part, i) => i == 0 ? part : (i % 2 == 1 ? "“" : "”") + part));
    }
}
