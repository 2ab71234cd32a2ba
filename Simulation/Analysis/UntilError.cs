using System.Numerics;

namespace Supply.Analysis;

/// <summary>Runs until the noise of a metric is small enough.</summary>
public static class UntilError
{
    private const double Margin = 1.1;

    extension(Ensemble ensemble)
    {
        /// <summary>
        /// Runs with more and more replications until the standard error of the median of a metric, in every scenario and over every window
        /// in which it was recorded, is at most an error. The result is that of a plain run with its number of replications. A metric that
        /// is undefined in all replications has no error to wait for, and the first run is the result.
        /// </summary>
        /// <param name="metric">The metric, recorded as a scalar.</param>
        /// <param name="error">The largest standard error, in the unit of the metric, above 0.</param>
        /// <param name="most">The most replications, at least those of the ensemble, with which the run starts.</param>
        /// <param name="run">Runs an ensemble; for example <c>one => one.Run(scenarios)</c>.</param>
        /// <exception cref="ArgumentException">A limit is out of range, or the metric was not recorded.</exception>
        public Study RunUntil(Metric metric, double error, int most, Func<Ensemble, Study> run)
        {
            ArgumentNullException.ThrowIfNull(metric);
            ArgumentNullException.ThrowIfNull(run);
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(error);
            ArgumentOutOfRangeException.ThrowIfLessThan(most, ensemble.Replications);
            while (true)
            {
                var study = run(ensemble);
                var noise = Noise(study, metric);
                if (!study.IsComplete || double.IsNaN(noise) || noise <= error || ensemble.Replications >= most) return study;

                // Where the error is not known yet, as of one replication, twice as many may show it.
                var needed = double.IsFinite(noise) ? ensemble.Replications * Math.Pow(noise / error, 2) * Margin : 0;
                var next = Math.Clamp(needed, Math.Min(2.0 * ensemble.Replications, most), most);

                // Sobol points fill their ranges evenly where there are a power of two of them.
                if (ensemble.Design == EnsembleDesign.Sobol) next = Math.Min(most, BitOperations.RoundUpToPowerOf2((uint)next));
                ensemble = ensemble with { Replications = (int)next };
            }
        }
    }

    /// <summary>
    /// The largest standard error of the median of a metric over the scenarios and windows in which it is defined; NaN: it is in none.
    /// </summary>
    /// <param name="study">A study that recorded the metric.</param>
    /// <param name="metric">The metric.</param>
    public static double Noise(Study study, Metric metric)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(metric);
        TimeWindow[] windows = [.. study.Baseline.Recorded.Where(one => one.Metric == metric).Select(one => one.Window)];
        if (windows.Length == 0) study.Baseline.Scalar(metric);
        return study.Scenarios
            .SelectMany(_ => windows, (result, window) => study.ValuesOf(result.Scalar(metric, window)).Median.Noise).Max();
    }
}
