namespace Supply;

/// <summary>One value of a scenario with its source.</summary>
/// <param name="Places">Where it occurs; a shared draw or a factor occurs at several places.</param>
/// <param name="Name">The name of the shared draw, or null.</param>
/// <param name="Value">The value in words and digits; a spread by its central 90 percent where it has no ends.</param>
/// <param name="Unit">Its unit; <c>factor of</c> a unit for the parts of a product; <c>weights</c> for those of alternatives.</param>
/// <param name="Source">Where it comes from; null if nobody said.</param>
[TypeFormatterSource(typeof(NotebookFormats))]
public sealed record SourcedValue(Items<string> Places, string? Name, string Value, string Unit, Source? Source) : IShown
{
    /// <summary>Value, unit and source, for example <c>10,000 rounds (RUSI, B2, 2024-01-31: E141)</c>.</summary>
    public override string ToString() => $"{Value} {Unit}{(Source is null ? "" : $" ({Source})")}";

    /// <summary>The same as HTML, for a cell of a notebook or for a page; all text in it is escaped.</summary>
    public string ToHtml() => Html.Paragraph(ToString());
}
