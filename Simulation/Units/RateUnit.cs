namespace Supply;

/// <summary>The time unit of a <see cref="Rate"/>.</summary>
public enum RateUnit
{
    /// <summary>Rounds per day.</summary>
    PerDay,

    /// <summary>Rounds per month of 30.4375 days (a twelfth of 365.25).</summary>
    PerMonth,

    /// <summary>Rounds per year of 365.25 days.</summary>
    PerYear,
}
