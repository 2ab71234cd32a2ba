namespace Supply.Compilation;

/// <summary>
/// The windows, dates and times of a scenario that longer steps move: with it a compiler lets times shorter than a step pass, and they take
/// one.
/// </summary>
internal sealed class MovedTimes
{
    private readonly List<TimeWindow> windows = [];
    private readonly SortedDictionary<DateOnly, DateOnly> dates = [];

    /// <summary>Whether some time is shorter than a step and takes one.</summary>
    public bool AnyShort { get; set; }

    /// <summary>Takes a window, as a horizon counts it.</summary>
    public void Window(TimeWindow window, Horizon horizon)
    {
        var counted = window.CountedIn(horizon);
        if (counted != window && !windows.Contains(counted)) windows.Add(counted);
    }

    /// <summary>Takes a date, which acts from the first step that starts on or after it.</summary>
    public void Date(Moment moment, Horizon horizon)
    {
        if (moment.Date is { } date && horizon.StartOf(horizon.StepAt(moment)) is { } start && start != date) dates[date] = start;
    }

    /// <summary>All that several scenarios had moved, in sentences; none: nothing was.</summary>
    public static IEnumerable<string> Words(IReadOnlyCollection<MovedTimes> all)
    {
        string[] counted =
        [
            .. all.SelectMany(one => one.windows).Distinct().Select(window => $"{window.Name}: {window.From} to {window.To}"),
        ];
        if (counted.Length > 0) yield return $"Windows are counted in whole steps, those that start in them: {string.Join("; ", counted)}.";
        string[] begun =
        [
            .. all.SelectMany(one => one.dates).Distinct().OrderBy(pair => pair.Key)
                .Select(pair => $"{(Moment)pair.Key} on {(Moment)pair.Value}"),
        ];
        if (begun.Length > 0) yield return $"Dates act from the first step that starts on or after them: {string.Join(", ", begun)}.";
        if (all.Any(one => one.AnyShort)) yield return "Times shorter than a step take one.";
    }
}
