namespace Supply.Inference;

/// <summary>The other witnesses' view of a claim.</summary>
/// <param name="Claim">The id of the claim.</param>
/// <param name="Said">The model's value for it without its witness, with its discrepancy and before scope and error.</param>
/// <param name="Predicted">The figure its witness would publish with the knowledge of the others.</param>
/// <param name="Plausibility">See <see cref="Prediction.Plausibility"/>.</param>
/// <param name="Score">See <see cref="Prediction.Score"/>; NaN for a floor or a ceiling.</param>
/// <param name="LogDensity">See <see cref="Prediction.LogDensity"/>; NaN for a floor or a ceiling.</param>
[TypeFormatterSource(typeof(NotebookFormats))]
public sealed record Foretold(string Claim, Spread Said, Spread Predicted, double Plausibility, double Score, double LogDensity) : IShown
{
    /// <summary>The same as HTML, for a cell of a notebook or for a page; all text in it is escaped.</summary>
    public string ToHtml() => InferenceHtml.Of(this);

    string IShown.ToPlainText() => Html.Plain(ToHtml());
}
