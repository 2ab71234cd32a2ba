namespace Supply.Tests.Unit.Studies;

/// <summary>A point of a series is the distribution of the same metric over the days since the point before.</summary>
public class SeriesPointsTests
{
    private const int Every = 30, Days = 365;

    [Theory]
    [InlineData(200)]
    [InlineData(5_000)]
    public void EachPoint_IsTheDistributionOverItsDays(int replications)
    {
        DateOnly start = new(2025, 1, 1);
        var ends = Enumerable.Range(1, Days).Where(day => day % Every == 0 || day == Days).ToArray();
        TimeWindow[] windows = [.. ends.Select((end, k) =>
            TimeWindow.Between(start.AddDays(k == 0 ? 0 : ends[k - 1]), start.AddDays(end - 1)))];
        Metric[] metrics = [Metric.FiredPerDay, Metric.OnHand, Metric.ProducedPerDay];
        var half = SmallAnswers.Shells("Half", 0.5);
        var study = new Ensemble(replications, Record: new Metrics { Every = Every, Series = [.. metrics], Scalars = [.. metrics] }
            .Over(windows)).Run(SmallAnswers.Plan, half);
        foreach (var result in study.Scenarios)
        {
            foreach (var metric in metrics)
            {
                var points = result.Series(metric).Points;
                points.Count.ShouldBe(windows.Length);
                foreach (var (point, window) in points.Zip(windows))
                {
                    double[] values = [.. result.Scalar(metric, window)];
                    var tolerance = Tolerance.Rounding * values.Max(Math.Abs);
                    point.Mean.ShouldBe(values.Average(), tolerance, $"{metric}, {window}");
                    point.Low90.ShouldBeGreaterThanOrEqualTo(values.Min() - tolerance);
                    point.High90.ShouldBeLessThanOrEqualTo(values.Max() + tolerance);
                    point.Median.ShouldBe(Distribution.Of(values).Median, (0.004 * values.Max(Math.Abs)) + tolerance);
                }
            }
        }
    }
}
