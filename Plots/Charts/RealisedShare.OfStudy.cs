using Supply.Plots.Layout;

namespace Supply.Plots;

public static partial class RealisedShare
{
    /// <summary>The share of an origin among rounds fired against its target share, for each meaning of a sweep, over a window.</summary>
    /// <param name="study">
    /// The study that ran the sweep; it recorded the share and the <see cref="Deliveries.Metrics"/> of the sweep's origin as scalars.
    /// </param>
    /// <param name="sweep">The sweep.</param>
    /// <param name="window">The window of the scalars.</param>
    /// <exception cref="ArgumentException">A metric or window was not recorded.</exception>
    /// <exception cref="KeyNotFoundException">The study did not run the sweep.</exception>
    public static Figure Of(Study study, Sweep sweep, TimeWindow window)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(sweep);
        ArgumentNullException.ThrowIfNull(window);
        RealisedPanel Panel(ShareMeaning meaning)
        {
            var results = study.Swept(sweep, meaning);
            return new(
                $"{meaning}",
                StudyFigures.ToFan("realised", results.Select(result => result.Distribution(Metric.Share(sweep.Origin), window))),
                [.. results.Select(result => Words(result.Deliveries(sweep.Origin, window).Binding))]);
        }

        var most = study.Swept(sweep, sweep.Meanings[0])[^1].Distribution(Metric.Share(sweep.Origin), window).Median;
        string Share(double share) => NumberText.One(share, NumberStyle.Percent);
        var aimed = $"Of a {sweep.Origin} share of {Share(sweep.Shares[^1])} aimed at";
        var title = (double.IsNaN(most) ? $"{aimed}, the share realised is undefined, since nothing is fired"
            : $"{aimed}, {Finding.Short(most, NumberStyle.Percent)} is realised among rounds fired")
                + $" ({ShareSweep.Word(sweep.Meanings[0])}, median)";
        return Of(title, $"Target share of the {sweep.Origin}", [.. sweep.Shares],
            [.. sweep.Meanings.Select(Panel)]) with
        {
            Subtitle = $"{StudyFigures.Capital(window.ToString(study.Baseline.Horizon))}. "
                + "A sign: not all that was ordered is sent, and what holds back most.",
            Source = StudyFigures.Source(study, [study.Baseline.Scenario.Name]),
            Description = $"Share of {sweep.Origin} rounds among rounds fired against the target share, with bands over the replications "
                + $"and the diagonal.",
        };
    }

    private static string Words(DeliveryLimit limit) => limit switch
    {
        DeliveryLimit.Stock => "Held back by stock",
        DeliveryLimit.ExportLimit => "Held back by export limit",
        DeliveryLimit.Route => "Held back by route",
        DeliveryLimit.Willingness => "Held back by lack of payment",
        DeliveryLimit.Sailings => "Held back by lack of ships",
        DeliveryLimit.None => "",
        _ => throw new NotSupportedException($"{limit} has no words yet."),
    };
}
