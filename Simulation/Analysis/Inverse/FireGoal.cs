namespace Supply.Analysis;

/// <summary>
/// Rounds fired that must be sustained. From the lever's date on the wish of the force is raised to the goal where it is below, so that a
/// small wish is not taken for a lack of rounds; the path before is that of the case. A force whose wish follows supply fires as its rounds
/// allow, up to its ceiling.
/// </summary>
/// <param name="Level">Rounds per day, above 0.</param>
/// <param name="Window">The days over which the mean is taken; they begin on or after the lever's date.</param>
public sealed record FireGoal(double Level, TimeWindow Window)
{
    /// <summary>Rounds fired per day, of one calibre or side if need be. Default all rounds.</summary>
    public Metric Metric { get; init; } = Metric.FiredPerDay;

    /// <summary>The part of the goal that counts as reached, above 0 and up to 1. Default 1.</summary>
    public double Part { get; init; } = 1;

    /// <summary>For people, for example <c>15,000 rounds a day, 2026</c>.</summary>
    public override string ToString() =>
        $"{Supply.Studies.ReadableNumber.Digits(Level)} {(Metric.Calibre is { } one ? one.Name + " " : "")}rounds a day, {Window.Name}";
}
