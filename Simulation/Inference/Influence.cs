namespace Supply.Inference;

/// <summary>The posterior without one witness.</summary>
/// <param name="Witness">The witness.</param>
/// <param name="Claims">The others' view of each of the witness's claims.</param>
/// <param name="Readings">The followed readings without the witness, by their id.</param>
/// <param name="Verdict">Whether the rows without the witness may be used, in a sentence.</param>
[TypeFormatterSource(typeof(NotebookFormats))]
public sealed record Influence(
    string Witness, IReadOnlyList<Foretold> Claims, IReadOnlyDictionary<string, Spread> Readings, string Verdict) : IShown
{
    /// <summary>Whether the rows without the witness may be used; otherwise they tell a direction at most.</summary>
    public bool IsUsable => Posterior.IsGood(Verdict);

    /// <summary>The same as HTML, for a cell of a notebook or for a page; all text in it is escaped.</summary>
    public string ToHtml() => InferenceHtml.Of(this);

    string IShown.ToPlainText() => Html.Plain(ToHtml());
}
