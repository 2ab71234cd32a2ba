namespace Supply.Inference;

/// <summary>Five quantiles of a reading or of a published figure.</summary>
/// <param name="Low90">5 %.</param>
/// <param name="Low50">25 %.</param>
/// <param name="Median">50 %.</param>
/// <param name="High50">75 %.</param>
/// <param name="High90">95 %.</param>
[TypeFormatterSource(typeof(NotebookFormats))]
public sealed record Spread(double Low90, double Low50, double Median, double High50, double High90) : IShown
{
    /// <summary>The quantiles of equally likely values; NaN values are left out.</summary>
    public static Spread Of(IEnumerable<double> values)
    {
        var distribution = Distribution.Of([.. values]);
        return new(distribution.Low90, distribution.Low50, distribution.Median, distribution.High50, distribution.High90);
    }

    /// <summary>The same as HTML, for a cell of a notebook or for a page; all text in it is escaped.</summary>
    public string ToHtml() => InferenceHtml.Of(this);

    string IShown.ToPlainText() => Html.Plain(ToHtml());
}
