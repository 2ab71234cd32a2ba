using Supply.Programs;

namespace Supply.Engines;

/// <summary>Which steps of a program are sampled: those of its series, and the limits of the windows of its scalars.</summary>
internal sealed class SampleSchedule
{
    private readonly int[] sampleAt;

    public SampleSchedule(StepProgram program)
    {
        var steps = program.Horizon.Steps;
        SeriesSteps = program.Series.Count == 0 ? [] : SeriesStepsOf(program);
        sampleAt = new int[steps];
        Array.Fill(sampleAt, -1);
        foreach (var (sample, step) in SeriesSteps.Index()) sampleAt[step] = sample;

        // The run continues to the end of the horizon, whatever is sampled, because its books are closed there.
        var limits = program.Scalars.SelectMany(scalar => new[] { scalar.First - 1, scalar.Last }).Where(step => step >= 0);
        Steps = [.. SeriesSteps.Concat(limits).Append(steps - 1).Distinct().Order()];
    }

    /// <summary>The steps after which series are sampled: every n-th and the last; none without series.</summary>
    public int[] SeriesSteps { get; }

    /// <summary>Steps after which anything is sampled, in order; always includes the last step of the horizon.</summary>
    public int[] Steps { get; }

    /// <summary>The place of a step among those of the series; -1: it is not one of them.</summary>
    public int SampleAt(int step) => sampleAt[step];

    /// <summary>Days since the previous sample, or since the beginning.</summary>
    public double Days(int sample, double stepDays) => (SeriesSteps[sample] - (sample == 0 ? -1 : SeriesSteps[sample - 1])) * stepDays;

    private static int[] SeriesStepsOf(StepProgram program) =>
    [
        .. Enumerable.Range(0, program.Horizon.Steps)
            .Where(step => (step + 1) % program.Metrics.Every == 0 || step == program.Horizon.Steps - 1),
    ];
}
