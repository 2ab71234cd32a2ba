namespace Supply.Inference;

/// <summary>How much was learnt about one uncertain number.</summary>
/// <param name="Name">Its name; a scope factor begins with <c>scope</c> and counts as a factor.</param>
/// <param name="Contraction">1 less the remaining variance, on the scale on which the prior is normal: 0 nothing learnt, 1 known.</param>
/// <param name="Prior">Its distribution before conditioning.</param>
/// <param name="Posterior">Its distribution after conditioning.</param>
[TypeFormatterSource(typeof(NotebookFormats))]
public sealed record Learnt(string Name, double Contraction, Spread Prior, Spread Posterior) : IShown
{
    /// <summary>Its name in words for a reader. Default: its name.</summary>
    public string Words { get; init; } = Name;

    /// <summary>The same as HTML, for a cell of a notebook or for a page; all text in it is escaped.</summary>
    public string ToHtml() => InferenceHtml.Of(this);

    string IShown.ToPlainText() => Html.Plain(ToHtml());
}
