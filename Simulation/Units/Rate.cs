namespace Supply;

/// <summary>
/// A number of rounds per unit of time, at least 0, exact or uncertain; where the property says so, a number of guns, barrels or
/// units of a material.
/// </summary>
/// <param name="Value">Rounds per <paramref name="Unit"/>.</param>
/// <param name="Unit">The unit of time.</param>
public sealed record Rate(Uncertain Value, RateUnit Unit)
{
    /// <summary>No rounds.</summary>
    public static Rate Zero { get; } = PerDay(0);

    /// <summary>Days in the unit of time.</summary>
    internal double UnitDays => Unit switch { RateUnit.PerDay => 1, RateUnit.PerMonth => 30.4375, _ => 365.25 };

    internal string PerTime => Unit switch { RateUnit.PerDay => "/day", RateUnit.PerMonth => "/month", _ => "/year" };

    /// <summary>Rounds per day.</summary>
    public static Rate PerDay(Uncertain rounds) => new(rounds, RateUnit.PerDay);

    /// <summary>Rounds per month of 30.4375 days.</summary>
    public static Rate PerMonth(Uncertain rounds) => new(rounds, RateUnit.PerMonth);

    /// <summary>Rounds per year of 365.25 days.</summary>
    public static Rate PerYear(Uncertain rounds) => new(rounds, RateUnit.PerYear);

    /// <summary>For people, for example <c>100,000 rounds/month</c>.</summary>
    public override string ToString() => Value.In("round" + PerTime, "rounds" + PerTime);
}
