namespace Supply;

/// <summary>Works that make reserve rounds of one calibre serviceable; rounds keep their origin.</summary>
/// <param name="Name">Unique in its network.</param>
/// <param name="Calibre">The calibre it restores.</param>
/// <param name="From">The reserve it draws on, over all origins in proportion.</param>
/// <param name="To">The stockpile that receives its serviceable output.</param>
/// <param name="Capacity">Rounds taken in over time, at least 0.</param>
public sealed record RefurbishmentWorks(string Name, Calibre Calibre, string From, string To, RatePath Capacity) : Part(Name)
{
    /// <summary>
    /// Serviceable share of the rounds taken in, 0..1; with a <see cref="LastYield"/> that of the first rounds. Default 1.
    /// </summary>
    public Fraction Yield { get; init; } = Fraction.All;

    /// <summary>
    /// Serviceable share of the last rounds of the opening reserve, 0..1: the best lots go first, and the yield changes linearly with the
    /// share of the opening reserve that is gone. Null: the yield stays. Default null.
    /// </summary>
    public Fraction? LastYield { get; init; }

    /// <summary>How its capacity is cut as the stock of its calibre grows; null: it is not. Default null.</summary>
    public Throttle? Throttle { get; init; }
}
