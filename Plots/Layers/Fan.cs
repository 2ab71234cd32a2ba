namespace Supply.Plots;

/// <summary>The spread of one outcome over the replications, as five quantiles at each position. NaN is a missing value.</summary>
/// <param name="Name">The name of the fan: a scenario, a meaning of the lever, the model.</param>
/// <param name="P05">The 5 % quantile.</param>
/// <param name="P25">The 25 % quantile.</param>
/// <param name="P50">The median.</param>
/// <param name="P75">The 75 % quantile.</param>
/// <param name="P95">The 95 % quantile.</param>
public sealed record Fan(
    string Name,
    IReadOnlyList<double> P05,
    IReadOnlyList<double> P25,
    IReadOnlyList<double> P50,
    IReadOnlyList<double> P75,
    IReadOnlyList<double> P95)
{
    /// <summary>The fan of distributions that a study holds, one for each position; values that are not finite are missing.</summary>
    /// <param name="name">The name of the fan.</param>
    /// <param name="points">The distributions, in the order of the positions.</param>
    public static Fan Of(string name, IEnumerable<Distribution> points) => StudyFigures.ToFan(name, points);

    /// <summary>The name of the band from the 5 % to the 95 % quantile.</summary>
    internal const string Wide = "90 % of runs";

    /// <summary>The name of the band from the 25 % to the 75 % quantile.</summary>
    internal const string Narrow = "50 % of runs";

    /// <summary>A colour key, see <see cref="Palette"/>. Default null: the name is the key.</summary>
    public string? Colour { get; init; }

    /// <summary>
    /// True draws the median alone. Bands of levels on top of each other say "no effect" even where every run falls, because they hold what
    /// is uncertain in all scenarios alike; the band of a difference in the same runs tells. Default false.
    /// </summary>
    public bool OnlyMedian { get; init; }

    /// <summary>Each value twice, the second time missing, for positions that are the beginning and the end of a period.</summary>
    internal Fan HeldOverPairs()
    {
        static IReadOnlyList<double> Twice(IReadOnlyList<double> values) => [.. values.SelectMany(v => new[] { v, double.NaN })];
        return new(Name, Twice(P05), Twice(P25), Twice(P50), Twice(P75), Twice(P95)) { Colour = Colour, OnlyMedian = OnlyMedian };
    }

    /// <summary>Both bands and the median, back to front.</summary>
    internal IReadOnlyList<Layer> Layers(
        IReadOnlyList<double> x, string colour, string medianLabel, bool bothBands, LineStyle style = LineStyle.Solid, bool stepped = false)
    {
        var wide = new Band(x, P05, P95, colour) { Label = Wide, Opacity = bothBands ? 0.2 : 0.12, Stepped = stepped };
        var narrow = new Band(x, P25, P75, colour) { Label = Narrow, Opacity = 0.3, Stepped = stepped };
        var median = new Line(x, P50, colour) { Label = medianLabel, Style = style, Stepped = stepped };
        return OnlyMedian ? [median] : bothBands ? [wide, narrow, median] : [wide, median];
    }
}
