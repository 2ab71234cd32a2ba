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
        double[] Mean(Metric metric) => [.. result.Series(metric).Points.Select(point => point.Mean)];
        var areas = origins.Select(origin => new Area(origin.Name, Mean(Metric.FiredPerDay.From(origin)), origin.Name)).ToArray();
        var time = StudyFigures.Time(result.Series(Metric.RequiredPerDay), [result]);
        return Of($"Rounds fired by country of manufacture: {scenario.Name}", time, "Rounds per day", areas,
            Mean(Metric.RequiredPerDay)) with
        {
            Subtitle = "Means over the replications; dashed: what the force requires.",
            Source = StudyFigures.Source(study, [scenario.Name]),
            Description = $"Stacked areas of rounds fired per day by origin in {scenario.Name}.",
        };
    }
}
