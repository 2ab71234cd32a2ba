using Supply.Analysis;

namespace Supply.Plots;

/// <summary>The inputs of a designed sensitivity analysis.</summary>
public static class SensitivityChart
{
    // A little beyond the longest interval, so that its end is seen.
    private const double Edge = 1.03;

    // The 75 % quantile of a standard normal over its 95 % quantile.
    private const double InnerHalf = 0.6744897501960817 / 1.6448536269514722;

    /// <summary>The meaning of <see cref="Bar(string, double, double, double)"/> in a legend.</summary>
    internal const string Estimated = "estimate, 50 % and 90 % interval of its noise";

    /// <summary>First-order and total Sobol indices with their intervals, the largest total at the top.</summary>
    /// <param name="indices">The indices.</param>
    /// <param name="most">The most inputs, at least 1. Default 12.</param>
    public static Figure Of(SobolIndices indices, int most = 12)
    {
        ArgumentNullException.ThrowIfNull(indices);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        SobolInput[] shown = [.. indices.Ranked.Take(most)];
        var interactions = 1 - indices.Inputs.Sum(one => one.First.Value);
        return IntervalChart.Of(
            indices.IsSettled() ? $"{StudyFigures.Capital(shown[0].Input.Name)} has the largest share of the variance"
                : $"Not settled: {shown[0].Input.Name} may have the largest share of the variance",
            Axis.Number("Share of the variance, %", NumberStyle.Percent),
            new Intervals([.. shown.Select(one => new IntervalRow(one.Input.Name, [Bar("alone (first order)", one.First),
                Bar("with interactions (total)", one.Total)])
            {
                Second = one.Input.SourceWords,
            })]) { Meaning = Estimated }, new VerticalMark(0, "")) with
        {
            Subtitle = $"Sobol indices of {indices.OutcomeWords}. {indices.Verdict()}"
                + (indices.IsSettled() ? $" Interactions: {Finding.Share(Math.Max(0, interactions))}." : "")
                + Finding.LeftOut(indices.Inputs.Count - shown.Length, "input", "inputs"),
            Source = $"{indices.BasePoints:#,0} base points, {indices.Inputs.Count} inputs.",
        };
    }

    /// <summary>
    /// The plane of a screening: the mean size of elementary effects and their spread; inputs near the corner do nothing.
    /// </summary>
    /// <param name="effects">The effects.</param>
    /// <param name="named">How many inputs have their names, at least 0. Default 8.</param>
    public static Figure Of(MorrisEffects effects, int named = 8)
    {
        ArgumentNullException.ThrowIfNull(effects);
        ArgumentOutOfRangeException.ThrowIfNegative(named);
        MorrisInput[] ranked = [.. effects.Ranked];
        if (ranked[0].MeanSize == 0) throw new NothingToDrawException("No input has an effect.");
        var most = ranked.Max(one => one.High90);
        return new($"{StudyFigures.Capital(ranked[0].Input.Name)} moves the outcome most",
        [
            new(Axis.Number("Mean size of elementary effects") with { Min = 0, Max = Edge * most },
                Axis.Number("Spread of elementary effects") with { Min = 0 },
            [
                new Line([0, ranked[0].High90], [0, ranked[0].High90], Palette.Other) { Label = "spread = mean size", Style =
                    LineStyle.Dotted,
                    Width = 1 },
                new Points([.. ranked.Select((one, i) => new DataPoint(one.MeanSize, one.Spread)
                {
                    From = one.Low90, To = one.High90, Label = i < named ? one.Input.Name : "",
                })], Palette.Baseline) { Label = "an input, 90 % interval" },
            ]),
        ])
        {
            Subtitle = $"{StudyFigures.Capital(effects.OutcomeWords)}, over the whole range of an input. {effects.Verdict} Above the line "
                + "effects depend on other inputs or are curved.",
            Source = $"{effects.Trajectories:#,0} trajectories, {effects.Inputs.Count} inputs.",
        };
    }

    /// <summary>A bootstrap interval; the inner half is that of a normal curve on each side.</summary>
    internal static Interval Bar(string name, double value, double low, double high)
    {
        (low, high) = (Math.Min(low, value), Math.Max(high, value));
        return new(name, low, value - (InnerHalf * (value - low)), value, value + (InnerHalf * (high - value)), high);
    }

    private static Interval Bar(string name, SobolIndex index) => Bar(name, index.Value, index.Low90, index.High90);
}
