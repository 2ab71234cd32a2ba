namespace Supply.Plots;

public static partial class SupplyStack
{
    /// <summary>
    /// Rounds fired per day by origin in one scenario, as means over the replications (means of parts add up to the mean of the whole).
    /// </summary>
    /// <param name="study">
    /// The study; it recorded <see cref="Metric.FiredPerDay"/> from each origin as series, and <see cref="Metric.RequiredPerDay"/>.
    /// </param>
    /// <param name="scenario">A scenario of the study.</param>
    /// <param name="origins">The origins from the bottom.</param>
    /// <exception cref="ArgumentException">A metric was not recorded as a series.</exception>
    public static Figure Of(Study study, Scenario scenario, params Origin[] origins)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(scenario);
        var result = study[scenario];
        double[] Mean(Metric metric) => [.. result.Series(metric).Since(null).Points.Select(point => point.Mean)];
        var areas = origins.Select(origin => new Area(origin.Name, Mean(Metric.FiredPerDay.From(origin)), origin.Name)).ToArray();
        var time = StudyFigures.Time(result.Series(Metric.RequiredPerDay).Since(null), [result]);
        var title = origins.Length == 0 ? scenario.Name : Title(areas);
        return Of(title, time, "Rounds per day", areas,
            Mean(Metric.RequiredPerDay)) with
        {
            Subtitle = "Means, since means of parts add up to that of the whole and medians do not. Dashed: what the force requires.",
            Source = StudyFigures.Source(study, [scenario.Name]),
            Description = $"{title}. Stacked areas of rounds fired per day by origin in {scenario.Name}.",
        };
    }

    /// <summary>The largest origin after the first, which is usually the country itself, and its share at its peak.</summary>
    private static string Title(Area[] areas)
    {
        double Share(Area area, int at) => area.Values[at] / areas.Sum(one => one.Values[at]);
        double Peak(Area area) => area.Values.Select((_, at) => Share(area, at)).Where(double.IsFinite).DefaultIfEmpty(0).Max();
        var largest = areas.Skip(areas.Length > 1 ? 1 : 0).MaxBy(Peak)!;
        var share = Peak(largest);
        return $"{largest.Name}: {Finding.Short(share, NumberStyle.Percent)} of the mean rounds fired, at its peak";
    }
}
