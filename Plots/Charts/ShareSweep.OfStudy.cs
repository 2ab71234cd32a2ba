using Supply.Plots.Layout;

namespace Supply.Plots;

public static partial class ShareSweep
{
    // Neither colour belongs to an origin.
    private const string AddedColour = "#6B4C9A";
    private const string SubstitutedColour = "#8C6D31";

    /// <summary>Outcomes and realised share against the target share of a sweep, over a window.</summary>
    /// <param name="study">The study that ran the sweep; it recorded the metrics and the share of the sweep's origin as scalars.</param>
    /// <param name="sweep">The sweep.</param>
    /// <param name="window">The window of the scalars.</param>
    /// <param name="metrics">The outcomes, at most five.</param>
    /// <exception cref="ArgumentException">A metric or window was not recorded, or there are too many panels.</exception>
    /// <exception cref="KeyNotFoundException">The study did not run the sweep.</exception>
    public static Figure Of(Study study, Sweep sweep, TimeWindow window, params Metric[] metrics)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(sweep);
        ArgumentNullException.ThrowIfNull(window);
        Fan Meaning(ShareMeaning meaning, Metric metric) => StudyFigures.ToFan(
            meaning == ShareMeaning.Added ? "Added" : "Substituted",
            study.Swept(sweep, meaning).Select(result => result.Distribution(metric, window)),
            meaning == ShareMeaning.Added ? AddedColour : SubstitutedColour);
        Fan[] Fans(Metric metric) => [.. sweep.Meanings.Select(meaning => Meaning(meaning, metric))];
        var ran = sweep.Meanings.SelectMany(meaning => study.Swept(sweep, meaning)).ToArray();
        var drawn = StudyFigures.Defined(metrics, metric => ran.Select(result => result.Distribution(metric, window)));
        var panels = drawn.Select(metric =>
            new SweepPanel(StudyFigures.Heading(study, metric), metric.AxisLabel, Fans(metric), StudyFigures.Style(metric)));
        var title = drawn.Length == 0 ? $"Target and realised share of the {sweep.Origin}" : Title(study, sweep, window, drawn[0]);
        return Of(title, $"Target share of the {sweep.Origin}", [.. sweep.Shares], [.. panels], Fans(Metric.Share(sweep.Origin))) with
        {
            Subtitle = StudyFigures.Subtitle(study, $"{StudyFigures.Capital(window.ToString(study.Baseline.Horizon))}. "
                + string.Join(" ", sweep.Meanings.Select(Explained)), metrics.Except(drawn)),
            Source = StudyFigures.Source(study, [study.Baseline.Scenario.Name]),
            Description = $"{title}. Small multiples of outcomes against the target share of {sweep.Origin}, and of the share realised "
                + "among rounds fired.",
        };
    }

    private static string Explained(ShareMeaning meaning) => meaning == ShareMeaning.Added ? "Added: other sources as planned."
        : "Substituted: others scaled to the same planned supply.";

    /// <summary>A meaning of the lever within a sentence.</summary>
    internal static string Word(ShareMeaning meaning) => meaning == ShareMeaning.Added ? "added" : "substituted";

    private static string Title(Study study, Sweep sweep, TimeWindow window, Metric metric)
    {
        var style = StudyFigures.Style(metric);
        var swept = study.Swept(sweep, sweep.Meanings[0]).Select(result => result.Distribution(metric, window).Median).ToArray();
        string Share(double share) => NumberText.One(share, NumberStyle.Percent);
        return $"{StudyFigures.Heading(study, metric)}: {Finding.Short(swept[0], style)} at a {sweep.Origin} share of "
            + $"{Share(sweep.Shares[0])}, {Finding.Short(swept[^1], style)} at {Share(sweep.Shares[^1])} "
            + $"({Word(sweep.Meanings[0])}, medians)";
    }
}
