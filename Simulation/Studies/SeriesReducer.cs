using Supply.Engines;
using Supply.Programs;

namespace Supply.Studies;

/// <summary>
/// Reduces the series of a scenario to a distribution for each sample, panel by panel. An ensemble that fits into one panel has exact
/// quantiles; in larger ones each sample is a histogram.
/// </summary>
internal sealed class SeriesReducer
{
    // A distribution, its quantiles in a list, and the point that held it.
    private const int BytesOfPoint = 256;

    private readonly StepProgram program;
    private readonly Recorder recorder;
    private readonly int threads;
    private readonly Point[] points;
    private readonly Point?[] bare;
    private readonly Scenario? scenario;
    private readonly Discrepancy? discrepancy;

    /// <param name="program">The program that runs.</param>
    /// <param name="recorder">The recorder of its series.</param>
    /// <param name="threads">How many threads reduce.</param>
    /// <param name="scenario">The scenario; with null there is no discrepancy.</param>
    /// <param name="discrepancy">How far series lie off; null: nothing.</param>
    public SeriesReducer(
        StepProgram program, Recorder recorder, int threads, Scenario? scenario = null, Discrepancy? discrepancy = null)
    {
        (this.program, this.recorder, this.threads, this.scenario, this.discrepancy) = (program, recorder, threads, scenario, discrepancy);
        var all = program.Series.Count * recorder.Sampling.SeriesSteps.Length;
        points = [.. Enumerable.Range(0, all).Select(_ => new Point())];
        bool LiesOff(Metric metric) => scenario is not null && discrepancy is not null && discrepancy.Has(metric, scenario);
        bool[] off = [.. program.Series.Select(probe => LiesOff(probe.Metric))];
        bare = [.. Enumerable.Range(0, all).Select(i => off[i % program.Series.Count] ? new Point() : null)];
    }

    /// <summary>Bytes of the distributions that remain of a program's series; twice as many where they may lie off.</summary>
    public static long KeptBytes(StepProgram program, bool mayLieOff) =>
        program.Series.Count * (long)new SampleSchedule(program).SeriesSteps.Length * (mayLieOff ? 2 : 1) * BytesOfPoint;

    /// <summary>Bytes that the histograms of a program usually take in addition to the recorder.</summary>
    public static long Bytes(StepProgram program, int replications) => replications <= Recorder.MostInOnePanel
        ? 0
        : program.Series.Count * (long)new SampleSchedule(program).SeriesSteps.Length * Histogram.UsualBytes;

    /// <summary>Takes the panel that has just run.</summary>
    /// <param name="first">Its first replication, by its place in the ensemble.</param>
    /// <param name="count">Its replications.</param>
    public void Take(int first, int count)
    {
        var failed = Enumerable.Range(0, count).Where(i => recorder.HasFailed(first + i)).ToArray();
        Threads.Run(() => Parallel.For(0, points.Length, new ParallelOptions { MaxDegreeOfParallelism = threads },
            () => (new double[count], new double[count]), (i, _, buffers) =>
        {
            var (values, defined) = buffers;
            recorder.Series(i % program.Series.Count, i / program.Series.Count, values);
            foreach (var replication in failed) values[replication] = double.NaN;
            if (bare[i] is { } without)
            {
                Take(without, values, defined);
                var shift = Shifts(i);
                var ofOdds = Discrepancy.IsOfOdds(program.Series[i % program.Series.Count].Metric.Row.Discrepancy);
                for (var k = 0; k < count; k++) values[k] = Discrepancy.Applied(values[k], shift[(first + k) % shift.Length], ofOdds);
            }

            Take(points[i], values, defined);
            return buffers;
        }, _ => { }));
    }

    public IEnumerable<MetricSeries> Results() => program.Series.Select((_, series) => Result(series, points));

    /// <summary>The series that lie off, without that.</summary>
    public IEnumerable<MetricSeries> BareResults() =>
        Enumerable.Range(0, program.Series.Count).Where(series => bare.Length > 0 && bare[series] is not null)
            .Select(series => Result(series, bare));

    private MetricSeries Result(int series, Point?[] from) => new(
        program.Series[series].Metric, Items.Of<int>(recorder.Sampling.SeriesSteps),
        [.. Enumerable.Range(0, recorder.Sampling.SeriesSteps.Length)
            .Select(sample => from[(sample * program.Series.Count) + series]!.Distribution)],
        program.Horizon);

    private void Take(Point point, double[] values, double[] defined)
    {
        if (recorder.Panel >= recorder.Replications) point.Exact = Quantiles.Of(values);
        else point.Add(values, defined);
    }

    /// <summary>
    /// The shifts of a sample: of a level at its time, of a share over its trailing days, of all else over the days since the one before.
    /// </summary>
    private double[] Shifts(int point)
    {
        var (metric, sample) = (program.Series[point % program.Series.Count].Metric, point / program.Series.Count);
        var steps = recorder.Sampling.SeriesSteps;
        var end = (steps[sample] + 1) * program.Horizon.StepDays;
        var days = metric.Row.IsOfTheEnd ? 0
            : metric.Quantity == Quantity.Share ? program.Metrics.ShareDays
            : metric.Opponent is not null ? program.Metrics.FillDays
            : recorder.Sampling.Days(sample, program.Horizon.StepDays);
        return discrepancy!.Of(metric, scenario!, Math.Max(0, end - days), end)!;
    }

    private sealed class Point
    {
        private readonly Histogram histogram = new();
        private Moments moments;
        private int undefined;

        public Distribution? Exact { get; set; }

        public Distribution Distribution => Exact ?? Quantiles.Of(moments, [.. Quantiles.Levels.Select(histogram.Quantile)], undefined);

        public void Add(double[] values, double[] defined)
        {
            var (some, count) = Quantiles.Defined(values, defined);
            histogram.Add(defined.AsSpan(0, count));
            moments = moments.With(some);
            undefined += values.Length - count;
        }
    }
}
