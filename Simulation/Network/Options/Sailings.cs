namespace Supply;

/// <summary>
/// Ships that call at the port where a route begins. What the supplier has released for the route waits there until a ship sails, so
/// rounds arrive in lumps. A ship carries containers per voyage times rounds per container, or less if less is waiting.
/// </summary>
/// <param name="Timetable">When ships call.</param>
/// <param name="ContainersPerVoyage">Containers with rounds on a ship, at least 0.</param>
/// <param name="RoundsPerContainer">Rounds in a container, at least 0, over all calibres that are sent.</param>
public sealed record Sailings(Timetable Timetable, Units ContainersPerVoyage, Rounds RoundsPerContainer)
{
    /// <summary>
    /// Factors on the number of calls in each calendar month, January first: twelve factors of at least 0, where 0 is a month without
    /// calls; needs a dated horizon. Default none: all months alike.
    /// </summary>
    public Items<Factor> Months { get; init; } = Items<Factor>.Empty;

    /// <summary>Factors on the number of calls, at least 0; each may be uncertain, a drift or noise. Default none.</summary>
    public Items<Factor> Factors { get; init; } = Items<Factor>.Empty;

    /// <summary>
    /// The most that waits at the port, all calibres together; rounds that do not fit are not released. Null: no limit. Default null.
    /// </summary>
    public Rounds? Storage { get; init; }

    /// <summary>For people, for example <c>calls every 7 days, 250 containers a voyage, 300 rounds in each</c>.</summary>
    public override string ToString() =>
        $"calls {Timetable}, {ContainersPerVoyage.Value.In("container", "containers")} a voyage, {RoundsPerContainer} in each";
}

internal sealed record EveryTimetable(Days Interval) : Timetable
{
    private protected override string Words => $"every {Interval}";
}

internal sealed record RenewalTimetable(Days Interval, Spacing Spacing) : Timetable
{
    /// <summary>The most calls in a step, 1 to 10; a ship that is due beyond that calls in the next step. Default 1.</summary>
    public int MostPerStep { get; init; } = 1;

    /// <summary>Spells in which no ship calls. Null: none. Default null.</summary>
    public IdleSpells? Idle { get; init; }

    private protected override string Words => $"every {Interval} on average, {Spacing}{(Idle is null ? "" : $", with {Idle}")}";
}

internal sealed record OnTimetable(Items<Moment> Calls) : Timetable
{
    private protected override string Words => "on " + string.Join(", ", Calls);
}
