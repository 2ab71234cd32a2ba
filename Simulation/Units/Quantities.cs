namespace Supply;

/// <summary>A number of rounds, at least 0, exact or uncertain.</summary>
/// <param name="Value">Rounds.</param>
public sealed record Rounds(Uncertain Value)
{
    /// <summary>No rounds.</summary>
    public static Rounds None { get; } = new(0);

    /// <summary>An exact number of rounds.</summary>
    public static implicit operator Rounds(double rounds) => new(rounds);

    /// <summary>An uncertain number of rounds.</summary>
    public static implicit operator Rounds(Uncertain rounds) => new(rounds);
}

/// <summary>A number of things that are not rounds, at least 0, exact or uncertain: guns, barrels, units of a material.</summary>
/// <param name="Value">How many; the property that holds the number says which things.</param>
public sealed record Units(Uncertain Value)
{
    /// <summary>None.</summary>
    public static Units None { get; } = new(0);

    /// <summary>An exact number.</summary>
    public static implicit operator Units(double units) => new(units);

    /// <summary>An uncertain number.</summary>
    public static implicit operator Units(Uncertain units) => new(units);
}

/// <summary>A length of time in days, at least 0, exact or uncertain.</summary>
/// <param name="Value">Days.</param>
public sealed record Days(Uncertain Value)
{
    /// <summary>No time: 0 days.</summary>
    public static Days None { get; } = new(0);

    /// <summary>An exact number of days.</summary>
    public static implicit operator Days(double days) => new(days);

    /// <summary>An uncertain number of days.</summary>
    public static implicit operator Days(Uncertain days) => new(days);
}

/// <summary>A share between 0 and 1, exact or uncertain.</summary>
/// <param name="Value">Fraction, 0..1.</param>
public sealed record Fraction(Uncertain Value)
{
    /// <summary>None of it: 0.</summary>
    public static Fraction None { get; } = new(0);

    /// <summary>All of it: 1.</summary>
    public static Fraction All { get; } = new(1);

    /// <summary>An exact share, 0..1.</summary>
    public static implicit operator Fraction(double share) => new(share);

    /// <summary>An uncertain share, 0..1.</summary>
    public static implicit operator Fraction(Uncertain share) => new(share);
}

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

    /// <summary>Rounds per day.</summary>
    public static Rate PerDay(Uncertain rounds) => new(rounds, RateUnit.PerDay);

    /// <summary>Rounds per month of 30.4375 days.</summary>
    public static Rate PerMonth(Uncertain rounds) => new(rounds, RateUnit.PerMonth);

    /// <summary>Rounds per year of 365.25 days.</summary>
    public static Rate PerYear(Uncertain rounds) => new(rounds, RateUnit.PerYear);
}
