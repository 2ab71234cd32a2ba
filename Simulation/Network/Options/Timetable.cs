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

    /// <summary>
    /// Ships call at random intervals, each drawn independently around a mean (a renewal process); the first call is one such interval
    /// after the start of the horizon.
    /// </summary>
    /// <param name="interval">Mean days between two calls, above 0, idle spells not counted; drawn once per replication.</param>
    /// <param name="spacing">How unequal the intervals are.</param>
    /// <param name="mostPerStep">
    /// The most calls in a step, 1 to 10; a ship that is due beyond that calls in the next step. The mean interval must not be shorter
    /// than a step over this number.
    /// </param>
    /// <param name="idle">Spells in which no ship calls; null: none.</param>
    public static Timetable Renewal(Days interval, Spacing spacing, int mostPerStep = 1, IdleSpells? idle = null) =>
        new RenewalTimetable(interval, spacing) { MostPerStep = mostPerStep, Idle = idle };

    /// <summary>For people, for example <c>every 7 days</c>.</summary>
    public sealed override string ToString() => Words;

    /// <summary>The words of <see cref="ToString"/>.</summary>
    private protected abstract string Words { get; }
}
