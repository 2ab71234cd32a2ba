namespace Supply.Inference;

/// <summary>Claims that may each be true, but not together.</summary>
/// <param name="Claims">Two or three.</param>
/// <param name="Alone">The probability of each alone, before any claim is believed.</param>
/// <param name="Together">The probability that all hold.</param>
/// <param name="Expected">
/// That probability if they were independent; for three claims, the smallest product of one and the pair of the others.
/// </param>
[TypeFormatterSource(typeof(NotebookFormats))]
public sealed record Conflict(IReadOnlyList<Claim> Claims, IReadOnlyList<double> Alone, double Together, double Expected) : IShown
{
    /// <summary>The same as HTML, for a cell of a notebook or for a page; all text in it is escaped.</summary>
    public string ToHtml() => Html.Paragraph(ToString());

    /// <summary>For people, for example <c>E001, E002: together in 0.1 % of replications, by chance in 4 %</c>.</summary>
    public override string ToString() => $"{string.Join(", ", Claims.Select(claim => claim.Id))}: together in "
        + $"{Table.Cell(Together, Measure.Fraction)} of replications, by chance in {Table.Cell(Expected, Measure.Fraction)}";
}
