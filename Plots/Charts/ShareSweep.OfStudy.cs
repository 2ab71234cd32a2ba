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
        var panels = metrics.Select(metric =>
            new SweepPanel(StudyFigures.Heading(study, metric), metric.AxisLabel, Fans(metric), StudyFigures.Style(metric)));
        var title = $"What the {sweep.Origin} share of supply changes";
        return Of(title, $"Target share of the {sweep.Origin}", [.. sweep.Shares], [.. panels], Fans(Metric.Share(sweep.Origin))) with
        {
            Subtitle = $"{StudyFigures.Capital(window.ToString(study.Baseline.Scenario.Horizon))}. "
                + $"Added: other sources as planned. Substituted: other sources scaled so "
                + $"that planned supply stays the same. Rounds sent before are still fired.",
            Source = StudyFigures.Source(study, [study.Baseline.Scenario.Name]),
            Description = $"Small multiples of outcomes against the target share of {sweep.Origin}, and of the share realised among "
                + $"rounds fired.",
        };
    }
}
