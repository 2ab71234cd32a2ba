namespace Supply;

/// <summary>When ships call.</summary>
public abstract record Timetable
{
    private protected Timetable() { }

    /// <summary>Ships call at equal intervals, the first one interval after the start of the horizon.</summary>
    /// <param name="interval">Days between two calls, at least 1e-9; drawn once per replication.</param>
    public static Timetable Every(Days interval) => new EveryTimetable(interval);

    /// <summary>Ships call on given days, each in the first step that starts on or after its day.</summary>
    /// <param name="calls">The days, inside the horizon, in order; several calls may be on one day.</param>
    public static Timetable On(params ReadOnlySpan<Moment> calls) => new OnTimetable(Items.Of(calls));

    /// <summary>For people, for example <c>every 7 days</c>.</summary>
    public sealed override string ToString() => Words;

    /// <summary>The words of <see cref="ToString"/>.</summary>
    private protected abstract string Words { get; }
}
