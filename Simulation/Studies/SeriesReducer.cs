using Supply.Engines;
using Supply.Programs;

namespace Supply.Studies;

/// <summary>
/// Reduces the series of a scenario to a distribution for each sample, panel by panel. An ensemble that fits into one panel has exact
/// quantiles; in larger ones each sample is a histogram.
/// </summary>
internal sealed class SeriesReducer
{
    private readonly StepProgram program;
    private readonly Recorder recorder;
    private readonly int threads;
    private readonly Point[] points;

    /// <param name="program">The program that runs.</param>
    /// <param name="recorder">The recorder of its series.</param>
    /// <param name="threads">How many threads reduce.</param>
    public SeriesReducer(StepProgram program, Recorder recorder, int threads)
    {
        (this.program, this.recorder, this.threads) = (program, recorder, threads);
        points = [.. Enumerable.Range(0, program.Series.Count * recorder.Sampling.SeriesSteps.Length).Select(_ => new Point())];
    }

    /// <summary>Bytes that the histograms of a program may take in addition to the recorder.</summary>
    public static long Bytes(StepProgram program, int replications) => replications <= Recorder.MostInOnePanel
        ? 0
        : program.Series.Count * (long)new SampleSchedule(program).SeriesSteps.Length * Histogram.MostBytes;

    /// <summary>Takes the panel that has just run.</summary>
    /// <param name="first">Its first replication, by its place in the ensemble.</param>
    /// <param name="count">Its replications.</param>
    public void Take(int first, int count)
    {
        var failed = Enumerable.Range(0, count).Where(i => recorder.HasFailed(first + i)).ToArray();
        Parallel.For(0, points.Length, new ParallelOptions { MaxDegreeOfParallelism = threads },
            () => (new double[count], new double[count]), (i, _, buffers) =>
        {
            var (values, defined) = buffers;
            recorder.Series(i % program.Series.Count, i / program.Series.Count, values);
            foreach (var replication in failed) values[replication] = double.NaN;
            if (recorder.Panel >= recorder.Replications) points[i].Exact = Quantiles.Of(values);
            else points[i].Add(values, defined);
            return buffers;
        }, _ => { });
    }

    public IEnumerable<MetricSeries> Results() => program.Series.Select((probe, series) => new MetricSeries(
        probe.Metric, Items.Of<int>(recorder.Sampling.SeriesSteps),
        [.. Enumerable.Range(0, recorder.Sampling.SeriesSteps.Length)
            .Select(sample => points[(sample * program.Series.Count) + series].Distribution)],
        program.Horizon));

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
