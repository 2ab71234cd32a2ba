namespace Supply.Plots;

/// <summary>One named row of intervals, with the published figure for it.</summary>
/// <param name="Label">The name at the left; long ones wrap.</param>
/// <param name="Intervals">The intervals from the top, one of each series at most; none where only a published figure is shown.</param>
public sealed record IntervalRow(string Label, IReadOnlyList<Interval> Intervals)
{
    /// <summary>The intervals from the top, one of each series at most; none where only a published figure is shown.</summary>
    public IReadOnlyList<Interval> Intervals { get; init; } = CopiedList.Of(Intervals, nameof(Intervals));

    /// <summary>The heading of the row's group. Default: none; rows without one come first.</summary>
    public string Group { get; init; } = "";

    /// <summary>A lighter second text, such as the witness. Default: none.</summary>
    public string Second { get; init; } = "";

    /// <summary>The published figure, above the intervals. Default null: nothing.</summary>
    public PublishedMark? Published { get; init; }

    /// <summary>A few words at the right end. Default: none.</summary>
    public string Note { get; init; } = "";
}
