using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Supply.Engines;

namespace Supply.Studies;

/// <summary>
/// The first replications of all scenarios, however many a study has: where quantities lie, and a digest of what they recorded, by which
/// another library or a faulty machine is known.
/// </summary>
internal sealed class Pilot
{
    private const int Replications = 256;

    private Pilot(IReadOnlyList<HistogramRange[]> ranges, Items<string> canary) => (Ranges, Canary) = (ranges, canary);

    /// <summary>For each scenario the range of each of its quantities.</summary>
    public IReadOnlyList<HistogramRange[]> Ranges { get; }

    /// <summary>For each scenario the digest of its replications.</summary>
    public Items<string> Canary { get; }

    public static Pilot Of(IReadOnlyList<Cells> scenarios, Ensemble ensemble)
    {
        // Rows that come again and again are there for these replications too; others are not.
        ensemble = ensemble with { Parameters = ensemble.Parameters?.ForFirst(Replications), BlockWidth = 64 };
        var (ranges, canary, arrays) = (new List<HistogramRange[]>(), new List<string>(), new SampleArrays());
        double[][] baseline = [];
        foreach (var cells in scenarios)
        {
            var recorder = new Recorder(cells.Program, Replications, arrays, parameters: false);
            using (var workers = new WorkerThreads(ensemble, cells.Program, null, recorder, _ => { }, CancellationToken.None))
            {
                workers.Run(0, Replications);
            }

            var own = new HistogramRange[cells.Count];
            var shown = cells.Take(recorder, 0, Replications, ensemble.Threads,
                (cell, read, _) => own[cell] = HistogramRange.Of(read(cell)), baseline);
            if (baseline.Length == 0) baseline = shown;
            ranges.Add(own);
            canary.Add(Digest(cells, recorder));
            arrays.Release();
        }

        return new(ranges, Items.From(canary));
    }

    /// <summary>
    /// Adds values to a digest, in which all that are not numbers are alike: which one stands for them depends on the processor.
    /// </summary>
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

    private static string Digest(Cells cells, Recorder recorder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var values = new double[Replications];
        for (var i = 0; i < cells.Program.Scalars.Count; i++) Append(hash, recorder.Scalar(i));
        for (var sample = 0; sample < cells.Sampling.SeriesSteps.Length; sample++)
        {
            for (var i = 0; i < cells.Program.Series.Count; i++)
            {
                recorder.Series(i, sample, values);
                Append(hash, values);
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
