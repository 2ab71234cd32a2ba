namespace Supply;

/// <summary>Days over which scalar metrics are taken, both ends included.</summary>
/// <param name="Name">Its name in tables.</param>
/// <param name="From">The first day, or step.</param>
/// <param name="To">The last day, or step.</param>
public sealed record TimeWindow(string Name, Moment From, Moment To)
{
    /// <summary>A calendar year.</summary>
    public static TimeWindow Year(int year) =>
        new(year.ToString(System.Globalization.CultureInfo.InvariantCulture), new(year, 1, 1), new(year, 12, 31));

    /// <summary>Windows of equal length, one after another, named after their dates; a rest that is shorter is left out.</summary>
    /// <param name="from">The first day of the first.</param>
    /// <param name="to">The last day that may be covered.</param>
    /// <param name="days">Days of each, at least 1.</param>
    public static Items<TimeWindow> Consecutive(DateOnly from, DateOnly to, int days)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        return Items.From(Enumerable.Range(0, Math.Max(0, (to.DayNumber - from.DayNumber + 1) / days))
            .Select(k => Between(from.AddDays(k * days), from.AddDays(((k + 1) * days) - 1))));
    }

    /// <summary>Two dates, named after them.</summary>
    public static TimeWindow Between(DateOnly from, DateOnly to) => new($"{(Moment)from} to {(Moment)to}", from, to);

    /// <summary>Name and limits.</summary>
    public override string ToString() => Name.Contains(From.ToString(), StringComparison.Ordinal) ? Name : $"{Name} ({From} to {To})";
}
