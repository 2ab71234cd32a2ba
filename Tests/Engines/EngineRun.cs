using Supply.Engines;
using Supply.Engines.Kernels;
using Supply.Programs;

namespace Supply.Tests.Engines;

/// <summary>Runs one program on one engine and compares the records, bit by bit.</summary>
internal static class EngineRun
{
    public const ulong Seed = 2026;

    public static Recorder OnBlock(StepProgram program, int replications, int width = 128, ParameterMatrix? given = null)
    {
        using var block = new Block(program, Math.Min(width, replications), Seed);
        return Run(block, program, replications, given);
    }

    public static Recorder OnKernel(StepProgram program, int replications, int groups, bool wide, ParameterMatrix? given = null) =>
        OnKernel(KernelCompiler.Compile(program, groups, wide), replications, given);

    public static Recorder OnKernel(Kernel kernel, int replications, ParameterMatrix? given = null)
    {
        using var block = new Block(kernel, Seed);
        return Run(block, kernel.Program, replications, given);
    }

    /// <summary>Every sampled value, parameter and fault is the same; one NaN equals any other.</summary>
    public static void ShouldEqual(Recorder actual, Recorder expected, StepProgram program)
    {
        var (now, then) = (new double[expected.Replications], new double[expected.Replications]);
        for (var series = 0; series < program.Series.Count; series++)
        {
            for (var sample = 0; sample < expected.Sampling.SeriesSteps.Length; sample++)
            {
                actual.Series(series, sample, now);
                expected.Series(series, sample, then);
                ShouldEqual(now, then, $"{program.Series[series].Metric} after step {expected.Sampling.SeriesSteps[sample]}");
            }
        }

        for (var scalar = 0; scalar < program.Scalars.Count; scalar++)
        {
            ShouldEqual(actual.Scalar(scalar), expected.Scalar(scalar),
                $"{program.Scalars[scalar].Probe.Metric} over {program.Scalars[scalar].Window}");
        }

        foreach (var key in expected.Parameters().Keys)
        {
            ShouldEqual([.. actual.Parameters().Column(key)], [.. expected.Parameters().Column(key)], key);
        }

        actual.Faults.ShouldBe(expected.Faults);
    }

    /// <summary>The values of a series at a sample, one for each replication.</summary>
    public static double[] Series(Recorder recorder, int series, int sample)
    {
        var values = new double[recorder.Replications];
        recorder.Series(series, sample, values);
        return values;
    }

    private static Recorder Run(Block block, StepProgram program, int replications, ParameterMatrix? given)
    {
        var recorder = new Recorder(program, replications, new SampleArrays());
        var set = given is null ? null : new GivenParameters(program, given);
        for (var first = 0; first < replications; first += block.Width) block.Run((uint)first, set, recorder);
        return recorder;
    }

    private static void ShouldEqual(ReadOnlySpan<double> actual, ReadOnlySpan<double> expected, string where)
    {
        actual.Length.ShouldBe(expected.Length, where);
        for (var i = 0; i < expected.Length; i++)
        {
            if (BitConverter.DoubleToInt64Bits(actual[i]) == BitConverter.DoubleToInt64Bits(expected[i])) continue;
            if (double.IsNaN(actual[i]) && double.IsNaN(expected[i])) continue;
            throw new ShouldAssertException($"Replication {i}, {where}: {actual[i]:R} instead of {expected[i]:R}.");
        }
    }
}
