namespace Supply.Plots;

/// <summary>The knowledge of one number, as five quantiles in order, all finite.</summary>
/// <param name="Name">Its series, in the legend and the key of its colour (see <see cref="Palette"/>): "prior", "posterior".</param>
/// <param name="P05">The 5 % quantile.</param>
/// <param name="P25">The 25 % quantile.</param>
/// <param name="P50">The median.</param>
/// <param name="P75">The 75 % quantile.</param>
/// <param name="P95">The 95 % quantile.</param>
public sealed record Interval(string Name, double P05, double P25, double P50, double P75, double P95)
{
    /// <summary>The quantiles in order.</summary>
    internal IReadOnlyList<double> Quantiles => [P05, P25, P50, P75, P95];
}
