namespace Supply.Benchmarks.Measures;

/// <summary>The times of one thing that is measured, over the rounds.</summary>
/// <param name="name">Its name in tables.</param>
/// <param name="units">Units covered by one measurement, for example replications times days.</param>
internal sealed class Times(string name, double units)
{
    private readonly List<double> seconds = [];
    private readonly List<double> worked = [];

    public string Name => name;

    public int Rounds => seconds.Count;

    public double MinimumSeconds => seconds.Min();

    /// <summary>Nanoseconds per unit in the fastest round.</summary>
    public double Minimum => Nanoseconds(MinimumSeconds);

    /// <summary>The same, in processor time of all threads together.</summary>
    public double MinimumWorked => Nanoseconds(worked.Min());

    public double Median => Nanoseconds(Quantile(0.5));

    /// <summary>The middle half of the rounds, as a share of the median.</summary>
    public double Spread => (Quantile(0.75) - Quantile(0.25)) / Quantile(0.5);

    public void Add(Taken time)
    {
        seconds.Add(time.Passed);
        worked.Add(time.Worked);
    }

    private double Nanoseconds(double time) => time * 1e9 / units;

    private double Quantile(double p)
    {
        var sorted = seconds.Order().ToArray();
        var position = p * (sorted.Length - 1);
        var below = (int)position;
        return sorted[below] + (position - below) * (sorted[Math.Min(below + 1, sorted.Length - 1)] - sorted[below]);
    }
}
