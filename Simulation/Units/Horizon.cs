using System.Globalization;

namespace Supply;

/// <summary>
/// The time a scenario covers, cut into steps of equal length. Either dated (from a first to a last day) or a plain
/// number of steps. Step 0 starts at the beginning of the horizon.
/// </summary>
public sealed record Horizon
{
    private Horizon(DateOnly? start, int steps, double stepDays) => (Start, Steps, StepDays) = (start, steps, stepDays);

    /// <summary>The first day, or null for plain steps.</summary>
    public DateOnly? Start { get; }

    /// <summary>Number of steps; a valid horizon has at least 1.</summary>
    public int Steps { get; }

    /// <summary>Length of a step in days; above 0, and a whole number if the horizon is dated.</summary>
    public double StepDays { get; }

    /// <summary>The last day covered, or null for plain steps.</summary>
    public DateOnly? End => Start?.AddDays((int)Math.Max(0, Steps * StepDays - 1));

    /// <summary>
    /// From <paramref name="first"/> to <paramref name="last"/>, both included, in steps of <paramref name="stepDays"/> days (default 1).
    /// A last step that would extend beyond the last day is left out.
    /// </summary>
    public static Horizon Dated(DateOnly first, DateOnly last, int stepDays = 1) =>
        new(first, stepDays > 0 ? (last.DayNumber - first.DayNumber + 1) / stepDays : 0, stepDays);

    /// <summary><paramref name="steps"/> steps of <paramref name="stepDays"/> days each (default 1), without dates.</summary>
    public static Horizon PlainSteps(int steps, double stepDays = 1) => new(null, steps, stepDays);

    /// <summary>The first step that starts on or after <paramref name="moment"/>; may lie outside the horizon.</summary>
    /// <exception cref="ArgumentException">A date was given, but the steps are plain.</exception>
    public int StepAt(Moment moment)
    {
        if (moment.Step is { } step) return step;
        if (Start is not { } start) throw new ArgumentException($"{moment} is a date, but the horizon has plain steps.", nameof(moment));
        var days = moment.Date!.Value.DayNumber - start.DayNumber;
        return (int)Math.Ceiling(days / StepDays);
    }

    /// <summary>Days from the start of the horizon to <paramref name="moment"/>; negative before it.</summary>
    internal double DaysTo(Moment moment) =>
        moment.Date is { } date ? date.DayNumber - Start!.Value.DayNumber : moment.Step!.Value * StepDays;

    /// <summary>The day on which step <paramref name="step"/> starts, or null for plain steps.</summary>
    public DateOnly? DateOf(int step) => Start?.AddDays((int)(step * StepDays));

    /// <summary>The ISO date of a step, or its index for plain steps.</summary>
    public string Label(int step) => DateOf(step) is { } date
        ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : step.ToString(CultureInfo.InvariantCulture);

    /// <summary>For people, for example <c>2022-02-24 to 2026-12-31 in steps of 1 day</c>, <c>12 steps of 30 days</c>.</summary>
    public override string ToString() => Start is { } first
        ? $"{(Moment)first} to {(Moment)End!.Value} in steps of {Days.Of(StepDays)}"
        : string.Create(CultureInfo.InvariantCulture, $"{Steps:#,0} step{(Steps == 1 ? "" : "s")} of {Days.Of(StepDays)}");
}
