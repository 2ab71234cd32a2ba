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

    /// <summary>The last day covered, itself included, or null for plain steps.</summary>
    public DateOnly? End => Start?.AddDays((int)Math.Max(0, Steps * StepDays - 1));

    /// <summary>
    /// From <paramref name="first"/> to <paramref name="last"/>, both included, in steps of <paramref name="stepDays"/> days (default 1).
    /// A last step that would extend beyond the last day is left out.
    /// </summary>
    public static Horizon Dated(DateOnly first, DateOnly last, int stepDays = 1) =>
        new(first, stepDays > 0 ? (last.DayNumber - first.DayNumber + 1) / stepDays : 0, stepDays);

    /// <summary><paramref name="steps"/> steps of <paramref name="stepDays"/> days each (default 1), without dates.</summary>
    public static Horizon PlainSteps(int steps, double stepDays = 1) => new(null, steps, stepDays);

    /// <summary>
    /// The same days in steps of another length. A last step that would extend beyond the last day is kept, so that the horizon ends by up
    /// to a step less one day later.
    /// </summary>
    /// <param name="days">Days of a step, at least 1.</param>
    /// <exception cref="InvalidOperationException">The steps are plain, and moments are counted in them.</exception>
    public Horizon InStepsOf(int days)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        return Start is not null ? new(Start, (int)Math.Ceiling(Steps * StepDays / days), days)
            : throw new InvalidOperationException("Plain steps have no other length: moments are counted in them.");
    }

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

    /// <summary>The last step that starts on or before <paramref name="moment"/>, and of the horizon at most the last.</summary>
    internal int LastStepAt(Moment moment) => Math.Min(Steps - 1, (int)Math.Floor(DaysTo(moment) / StepDays));

    /// <summary>The day on which step <paramref name="step"/> starts, or null for plain steps.</summary>
    public DateOnly? StartOf(int step) => Start?.AddDays((int)(step * StepDays));

    /// <summary>
    /// The last day of step <paramref name="step"/>, or null for plain steps. Every result has this date: a level is that after the step,
    /// and a flow has been counted up to here.
    /// </summary>
    public DateOnly? EndOf(int step) => Start?.AddDays((int)EndDay(step));

    /// <summary>
    /// The end of a step in days from the start of the horizon. With dates 0 is the first day, and it is the last day of the step; of plain
    /// steps it is the time that has passed after the step.
    /// </summary>
    public double EndDay(int step) => ((step + 1) * StepDays) - (Start is null ? 0 : 1);

    /// <summary>
    /// The date of a result of a step: the ISO date of its last day, or for plain steps the days from the start of the horizon to its end.
    /// </summary>
    public string Label(int step) => EndOf(step) is { } date
        ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : EndDay(step).ToString(CultureInfo.InvariantCulture);

    /// <summary>For people, for example <c>2022-02-24 to 2026-12-31 in steps of 1 day</c>, <c>12 steps of 30 days</c>.</summary>
    public override string ToString() => Start is { } first
        ? $"{(Moment)first} to {(Moment)End!.Value} in steps of {Days.Of(StepDays)}"
        : string.Create(CultureInfo.InvariantCulture, $"{Steps:#,0} step{(Steps == 1 ? "" : "s")} of {Days.Of(StepDays)}");
}
