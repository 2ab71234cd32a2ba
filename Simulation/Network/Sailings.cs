namespace Supply;

/// <summary>
/// Ships call at the port where a route begins. What the supplier has released for the route waits there until a ship sails, and
/// rounds arrive in lumps. A ship carries containers per voyage times rounds per container; less, if less waits.
/// </summary>
/// <param name="Timetable">When ships call.</param>
/// <param name="ContainersPerVoyage">Containers with rounds on a ship, at least 0.</param>
/// <param name="RoundsPerContainer">Rounds in a container, at least 0, over all calibres that are sent.</param>
public sealed record Sailings(Timetable Timetable, Uncertain ContainersPerVoyage, Uncertain RoundsPerContainer)
{
    /// <summary>
    /// What the number of calls is multiplied with in each calendar month, January first: twelve factors of at least 0, 0 in a month
    /// without calls; needs a dated horizon. Default none: all months alike.
    /// </summary>
    public Items<Uncertain> Months { get; init; } = Items<Uncertain>.Empty;

    /// <summary>What the number of calls is multiplied with, at least 0; each may be uncertain, a drift or noise. Default none.</summary>
    public Items<Uncertain> Factors { get; init; } = Items<Uncertain>.Empty;

    /// <summary>The most that waits at the port, all calibres together; what does not fit is not released. Null: no limit. Default null.</summary>
    public Rounds? Storage { get; init; }
}

/// <summary>When ships call.</summary>
public abstract record Timetable
{
    private protected Timetable() { }

    /// <summary>Ships call at equal intervals, the first one interval after the start of the horizon.</summary>
    /// <param name="interval">Days between two calls, above 0; drawn once per replication.</param>
    public static Timetable Every(Days interval) => new EveryTimetable(interval);

    /// <summary>Ships call on given days, each in the first step that starts on or after its day.</summary>
    /// <param name="calls">The days, inside the horizon, in order; several calls may be on one day.</param>
    public static Timetable On(params ReadOnlySpan<Moment> calls) => new OnTimetable(Items.Of(calls));
}

internal sealed record EveryTimetable(Days Interval) : Timetable;

internal sealed record OnTimetable(Items<Moment> Calls) : Timetable;
