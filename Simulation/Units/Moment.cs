using System.Globalization;

namespace Supply;

/// <summary>
/// A point of time of a scenario: a calendar date, or the index of a step for horizons without dates.
/// Something dated acts from the first step that starts on or after it.
/// </summary>
public readonly record struct Moment
{
    private readonly DateOnly? date;
    private readonly int step;

    /// <summary>The calendar date <paramref name="year"/>-<paramref name="month"/>-<paramref name="day"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such date.</exception>
    public Moment(int year, int month, int day) => date = new DateOnly(year, month, day);

    private Moment(DateOnly? date, int step) => (this.date, this.step) = (date, step);

    /// <summary>The date, or null for a step index.</summary>
    public DateOnly? Date => date;

    /// <summary>The step index (from 0), or null for a date.</summary>
    public int? Step => date is null ? step : null;

    /// <summary>The start of step <paramref name="index"/>, counted from 0.</summary>
    public static Moment AtStep(int index) => new(null, index);

    /// <summary>A calendar date.</summary>
    public static implicit operator Moment(DateOnly date) => new(date, 0);

    /// <summary>The ISO date, or <c>step n</c>.</summary>
    public override string ToString() => date is { } day
        ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"step {step}");
}
