using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Supply.Engines;
using Supply.Programs;

namespace Supply.Studies;

/// <summary>What the first replications of a scenario record, as a digest: another library or a faulty machine has another.</summary>
internal static class Canary
{
    private const int Replications = 4;

    public static string Of(StepProgram program, Ensemble ensemble)
    {
        var recorder = new Recorder(program, Replications, new SampleArrays(), parameters: false);
        using var block = new Block(program, Replications, ensemble.Seed);
        block.Run(0, ensemble.Parameters is { } matrix ? new GivenParameters(program, matrix) : null, recorder);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var values = new double[Replications];
        for (var i = 0; i < program.Scalars.Count; i++) Append(hash, recorder.Scalar(i));
        for (var sample = 0; sample < recorder.Sampling.SeriesSteps.Length; sample++)
        {
            for (var i = 0; i < program.Series.Count; i++)
            {
                recorder.Series(i, sample, values);
                Append(hash, values);
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Adds values to a digest, in which all that are not numbers are alike: which one stands for them depends on the processor.</summary>
    public static void Append(IncrementalHash hash, ReadOnlySpan<double> values)
    {
        Span<double> alike = stackalloc double[64];
        while (!values.IsEmpty)
        {
            var some = Math.Min(alike.Length, values.Length);
            for (var i = 0; i < some; i++) alike[i] = double.IsNaN(values[i]) ? double.NaN : values[i];
            hash.AppendData(MemoryMarshal.AsBytes(alike[..some]));
            values = values[some..];
        }
    }
}
