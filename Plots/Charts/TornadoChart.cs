namespace Supply.Plots;

/// <summary>The inputs on which an outcome hinges, the strongest at the top: the outcome where each is low and where it is high.</summary>
public static class TornadoChart
{
    private const double Quantile75 = 0.6744897501960817, Quantile95 = 1.6448536269514722;

    /// <summary>The strongest inputs that stand out from chance; without such the strongest of all.</summary>
    /// <param name="drivers">The drivers of a metric or of a difference.</param>
    /// <param name="most">The most inputs, at least 1. Default 12.</param>
    /// <exception cref="NothingToDrawException">No input is uncertain, or the outcome is undefined.</exception>
    public static Figure Of(Drivers drivers, int most = 12)
    {
        ArgumentNullException.ThrowIfNull(drivers);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        var areSure = drivers.StandingOut.Count > 0;
        var all = areSure ? drivers.StandingOut : drivers.All;
        var shown = all.Where(driver => driver.Levels.All(level => double.IsFinite(level.Median) && double.IsFinite(level.StandardError)))
            .Take(most).ToArray();
        if (shown.Length == 0) throw new NothingToDrawException("No input has a finite outcome at its lowest and highest values.");
        var measure = drivers.Scenario is null ? drivers.Metric.Measure : drivers.Metric.Measure.OfDifferences;
        var what = drivers.Scenario is { } changed ? $"Difference that “{changed.Name}” makes to {drivers.Metric}" : $"{drivers.Metric}";
        var style = measure == Measure.Fraction ? NumberStyle.Percent : measure == Measure.Points ? NumberStyle.PercentagePoints
            : NumberStyle.Auto;
        return IntervalChart.Of(
            $"{drivers.StandingOut.Count} of {drivers.All.Count} uncertain inputs stand out; most of all {shown[0].Name}",
            Axis.Number($"{what}, {measure}", style), [.. shown.Select(Row)]) with
        {
            Subtitle = "Median where the input is in its lowest and its highest fifth (or in two cases of a choice), with the noise of "
                + "that median (90 %). Right: share of the variance."
                + Finding.LeftOut(all.Count - shown.Length, areSure ? "that stands out" : "input", areSure ? "that stand out" : "inputs"),
            Source = $"{StudyFigures.Capital(drivers.Window.ToString())}; {drivers.Replications:#,0} replications."
                + (drivers.Steps.Length > 0 ? " " + drivers.Steps : ""),
        };
    }

    private static IntervalRow Row(Driver driver)
    {
        // A choice has no low or high end: its two cases with the lowest and the highest outcome are shown.
        DriverLevel[] ends = driver.IsChoice
            ? [driver.Levels.MinBy(level => level.Median)!, driver.Levels.MaxBy(level => level.Median)!]
            : [driver.Levels[0], driver.Levels[^1]];
        var cases = driver.IsChoice ? $": {ends[0].Name}, {ends[1].Name}" : "";
        return new($"{driver.Name}{cases}", [Level("lowest fifth, or lowest case", ends[0]), Level("highest fifth, or highest case",
            ends[1])])
        {
            Second = driver.SourceWords,
            Note = driver.Share is { } share ? Finding.Share(Math.Max(0, share.Value)) : "",
        };
    }

    private static Interval Level(string name, DriverLevel level) => new(name,
        level.Median - (Quantile95 * level.StandardError), level.Median - (Quantile75 * level.StandardError), level.Median,
        level.Median + (Quantile75 * level.StandardError), level.Median + (Quantile95 * level.StandardError));
}
