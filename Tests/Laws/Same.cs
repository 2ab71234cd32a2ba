namespace Supply.Tests.Laws;

/// <summary>Compares two studies of the same metrics, number by number.</summary>
internal static class Same
{
    /// <summary>All scalars of all replications agree after the other's are multiplied.</summary>
    /// <param name="actual">One.</param>
    /// <param name="expected">The other.</param>
    /// <param name="relative">The greatest difference, as a share of the largest value of the metric.</param>
    /// <param name="factor">The expected value of a metric is multiplied by this.</param>
    public static void Scalars(Study actual, Study expected, double relative, Func<Metric, double>? factor = null)
    {
        foreach (var metric in expected.Ensemble.Record!.Scalars)
        {
            var by = factor?.Invoke(metric) ?? 1;
            var (a, b) = (actual.Baseline.Scalar(metric), expected.Baseline.Scalar(metric));
            var slack = relative * Math.Max(1, b.Where(double.IsFinite).Select(value => Math.Abs(value * by)).DefaultIfEmpty().Max());
            for (var i = 0; i < b.Count; i++)
            {
                if (Bits.Same(a[i], b[i] * by)) continue;
                a[i].ShouldBe(b[i] * by, slack, $"{metric}, replication {i}");
            }
        }
    }

    /// <summary>
    /// The effect on a metric of scaling all rounds by a factor: ratios and days stay. Samples pay for rounds, not for orders.
    /// </summary>
    public static Func<Metric, double> Scaled(double factor) => metric =>
        metric.IsCost || metric.Row.Measure == Measure.Rounds ? factor : 1;
}
