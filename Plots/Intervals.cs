namespace Supply.Plots;

/// <summary>The knowledge of one number, as five quantiles in order, all finite.</summary>
/// <param name="Name">Its series, in the legend and the key of its colour (see <see cref="Palette"/>): "prior", "posterior".</param>
/// <param name="P05">The 5% quantile.</param>
/// <param name="P25">The 25% quantile.</param>
/// <param name="P50">The median.</param>
/// <param name="P75">The 75% quantile.</param>
/// <param name="P95">The 95% quantile.</param>
public sealed record Interval(string Name, double P05, double P25, double P50, double P75, double P95)
{
    /// <summary>The quantiles in order.</summary>
    internal IReadOnlyList<double> Quantiles => [P05, P25, P50, P75, P95];
}

/// <summary>A published figure for a number: a value, a range, both, or a bound on one side.</summary>
public sealed record PublishedMark
{
    private PublishedMark()
    {
    }

    /// <summary>The value. Default null: a range or a bound only.</summary>
    public double? Value { get; init; }

    /// <summary>Lower end of the range. Default null. Low alone is "at least": an arrow points up the axis from it.</summary>
    public double? Low { get; init; }

    /// <summary>Upper end of the range. Default null. High alone is "at most": an arrow points down the axis from it.</summary>
    public double? High { get; init; }

    /// <summary>True sets the row apart: hollow and dashed in vermilion instead of black, its name bold. Default false.</summary>
    public bool Disagrees { get; init; }

    /// <summary>The given values, from the lower end to the upper.</summary>
    internal IReadOnlyList<double> Given => [.. new[] { Low, Value, High }.OfType<double>()];

    /// <summary>A value; add Low and High for its range.</summary>
    /// <param name="value">In the unit of the axis, finite.</param>
    public static PublishedMark At(double value) => new() { Value = value };

    /// <summary>A range without a value.</summary>
    /// <param name="low">The lower end, in the unit of the axis, finite.</param>
    /// <param name="high">The upper end, at least the lower, finite.</param>
    public static PublishedMark Between(double low, double high) => new() { Low = low, High = high };

    /// <summary>A lower bound.</summary>
    /// <param name="low">In the unit of the axis, finite.</param>
    public static PublishedMark AtLeast(double low) => new() { Low = low };

    /// <summary>An upper bound.</summary>
    /// <param name="high">In the unit of the axis, finite.</param>
    public static PublishedMark AtMost(double high) => new() { High = high };
}

/// <summary>One named row of intervals, with the published figure for it.</summary>
/// <param name="Label">The name at the left; long ones wrap.</param>
/// <param name="Intervals">The intervals from the top, one of each series at most; none where only a published figure is shown.</param>
public sealed record IntervalRow(string Label, IReadOnlyList<Interval> Intervals)
{
    /// <summary>The intervals from the top, one of each series at most; none where only a published figure is shown.</summary>
    public IReadOnlyList<Interval> Intervals { get; init; } = Copy.Of(Intervals, nameof(Intervals));

    /// <summary>The heading of the row's group. Default: none; rows without one come first.</summary>
    public string Group { get; init; } = "";

    /// <summary>A lighter second text, such as the witness. Default: none.</summary>
    public string Second { get; init; } = "";

    /// <summary>The published figure, above the intervals. Default null: nothing.</summary>
    public PublishedMark? Published { get; init; }

    /// <summary>A few words at the right end. Default: none.</summary>
    public string Note { get; init; } = "";
}

/// <summary>Rows of intervals, alone on a panel whose vertical axis is <see cref="Axis.OfRows"/>.</summary>
/// <param name="Rows">From the top, 1..300, with at most three series; rows of one group are brought together under its heading.</param>
public sealed record Intervals(IReadOnlyList<IntervalRow> Rows) : Layer
{
    internal const int MostRows = 300;
    internal const int MostSeries = 3;

    /// <summary>From the top, 1..300, with at most three series; rows of one group are brought together under its heading.</summary>
    public IReadOnlyList<IntervalRow> Rows { get; init; } = Copy.Of(Rows, nameof(Rows));

    /// <summary>The names of the series in order of appearance; the order decides colour and form.</summary>
    internal IReadOnlyList<string> Series => [.. Rows.SelectMany(row => row.Intervals).Select(interval => interval.Name).Distinct()];

    /// <summary>Every number shown.</summary>
    internal IEnumerable<double> Values =>
        Rows.SelectMany(row => row.Intervals.SelectMany(i => i.Quantiles).Concat(row.Published?.Given ?? []));

    internal override string Words => "intervals";
}
