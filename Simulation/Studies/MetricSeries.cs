using Supply.Studies;

namespace Supply;

/// <summary>A metric over time.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="Steps">The steps after which it was recorded.</param>
/// <param name="Points">Its distribution after each of them.</param>
/// <param name="Horizon">The horizon that gives the steps their dates.</param>
[TypeFormatterSource(typeof(NotebookFormats))]
public sealed record MetricSeries(Metric Metric, Items<int> Steps, Items<Distribution> Points, Horizon Horizon) : IShown
{
    /// <summary>The last days of the recorded steps, which date what was recorded; null for plain steps.</summary>
    public IReadOnlyList<DateOnly>? Dates => Horizon.Start is null ? null : [.. Steps.Select(step => Horizon.EndOf(step)!.Value)];

    /// <summary>For people, for example <c>fired per day, 105 points</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Metric}, {Points.Count:#,0} points");

    /// <summary>The same as HTML, for a cell of a notebook or for a page; all text in it is escaped.</summary>
    public string ToHtml() => ResultHtml.Of(this).ToHtml();
}
