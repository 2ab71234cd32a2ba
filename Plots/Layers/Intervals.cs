namespace Supply.Plots;

/// <summary>Rows of intervals, alone on a panel whose vertical axis is <see cref="Axis.OfRows"/>.</summary>
/// <param name="Rows">From the top, 1..300, with at most three series; rows of one group are brought together under its heading.</param>
public sealed record Intervals(IReadOnlyList<IntervalRow> Rows) : Layer
{
    internal const int MostRows = 300;
    internal const int MostSeries = 3;

    /// <summary>From the top, 1..300, with at most three series; rows of one group are brought together under its heading.</summary>
    public IReadOnlyList<IntervalRow> Rows { get; init; } = CopiedList.Of(Rows, nameof(Rows));

    /// <summary>The meaning of the parts of an interval, in the legend. Default <c>median, 50 % and 90 % interval</c>.</summary>
    public string Meaning { get; init; } = "median, 50 % and 90 % interval";

    /// <summary>The names of the series in order of appearance; the order decides colour and form.</summary>
    internal IReadOnlyList<string> Series => [.. Rows.SelectMany(row => row.Intervals).Select(interval => interval.Name).Distinct()];

    /// <summary>Every number shown.</summary>
    internal IEnumerable<double> Values =>
        Rows.SelectMany(row => row.Intervals.SelectMany(i => i.Quantiles).Concat(row.Published?.Given ?? []));

    internal override string Words => "intervals";
}
