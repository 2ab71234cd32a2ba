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

    /// <summary>
    /// The days that a horizon counts in this window. Steps are counted whole: those that start in the window. So the first day is that of
    /// the first such step, and the last day is the last of the last such step, which may lie behind the end of the window by up to a
    /// step less one day.
    /// </summary>
    /// <param name="horizon">A horizon; one of its steps starts in the window.</param>
    /// <returns>The same name, from the first to the last day that is counted; with plain steps from the first to the last step.</returns>
    public TimeWindow CountedIn(Horizon horizon)
    {
        ArgumentNullException.ThrowIfNull(horizon);
        var (first, last) = (horizon.StepAt(From), horizon.LastStepAt(To));
        return horizon.StartOf(first) is { } start
            ? this with { From = start, To = horizon.EndOf(last)!.Value }
            : this with { From = Moment.AtStep(first), To = Moment.AtStep(last) };
    }

    /// <summary>Name and limits, and the days that a horizon counts where they are others, as <see cref="CountedIn"/> gives them.</summary>
    /// <param name="horizon">A horizon; one of its steps starts in the window.</param>
    public string ToString(Horizon horizon)
    {
        var counted = CountedIn(horizon);
        bool Same(Moment one, Moment other) => horizon.DaysTo(one) == horizon.DaysTo(other);
        return horizon.Start is null || (Same(From, counted.From) && Same(To, counted.To))
            ? ToString()
            : $"{Name} (counted in steps of {Days.Of(horizon.StepDays)}: {counted.From} to {counted.To})";
    }

    /// <summary>Name and limits.</summary>
    public override string ToString() => Name.Contains(From.ToString(), StringComparison.Ordinal) ? Name : $"{Name} ({From} to {To})";
}
