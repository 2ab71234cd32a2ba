using System.Diagnostics;
using Supply.Benchmarks.Measures;

namespace Supply.Benchmarks.Peers;

/// <summary>One implementation of the model. It times its own simulation, including the drawing of parameters.</summary>
/// <param name="name">Its name in the table.</param>
/// <param name="replications">How many it runs in a round: enough for a steady time, few enough that a round is short.</param>
internal abstract class Peer(string name, int replications)
{
    public string Name { get; protected set; } = name;

    public int Replications => replications;

    /// <summary>Whether it makes the draws of MODEL.md, so that single replications can be compared.</summary>
    public bool SameDraws { get; init; } = true;

    /// <summary>Times replications 0..count-1.</summary>
    public abstract Taken Time(ulong seed, int count);

    /// <summary>Their outputs, in the order of <see cref="OneCalibre.Outputs"/>.</summary>
    public abstract double[][] Outputs(ulong seed, int count);
}

/// <summary>Supply through its public API; each call compiles the scenario again, as an analyst's script does.</summary>
internal sealed class SupplyPeer(string name, int replications, int threads, Func<Ensemble, Ensemble> settings) : Peer(name, replications)
{
    public override Taken Time(ulong seed, int count) => Taken.By(() => Run(seed, count));

    public override double[][] Outputs(ulong seed, int count)
    {
        var result = Run(seed, count);
        var columns = OneCalibre.Outputs.Select(metric => result.Scalar(metric)).ToArray();
        return [.. Enumerable.Range(0, count).Select(r => columns.Select(column => column[r]).ToArray())];
    }

    private ScenarioResult Run(ulong seed, int count) =>
        settings(new Ensemble(count, seed, OneCalibre.Record) { Threads = threads }).Run(OneCalibre.Scenario).Baseline;
}

internal sealed class TextbookPeer(string name, int replications) : Peer(name, replications)
{
    public override Taken Time(ulong seed, int count) => Taken.By(() => Textbook.Run(seed, count));

    public override double[][] Outputs(ulong seed, int count) => Textbook.Run(seed, count);
}

/// <summary>A program that answers requests over its standard input, see one_calibre.h and one_calibre.py.</summary>
internal sealed class ProcessPeer : Peer, IDisposable
{
    private readonly Process process;

    public ProcessPeer(string name, int replications, string file, params string[] arguments) : base(name, replications)
    {
        var start = new ProcessStartInfo(file, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true };
        Tools.Prepare(start);
        process = Process.Start(start) ?? throw new InvalidOperationException($"{file} did not start.");
        if (Answer()["ready".Length..].Trim() is { Length: > 0 } note) Name += $" ({note})";
    }

    public override Taken Time(ulong seed, int count) => Ask(seed, count, "-");

    public override double[][] Outputs(ulong seed, int count)
    {
        var path = Path.GetTempFileName();
        Ask(seed, count, path);
        Answer();
        var bytes = File.ReadAllBytes(path);
        File.Delete(path);
        var width = OneCalibre.Outputs.Length;
        return [.. Enumerable.Range(0, count)
            .Select(r => Enumerable.Range(r * width, width).Select(i => BitConverter.ToDouble(bytes, i * sizeof(double))).ToArray())];
    }

    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
    }

    private Taken Ask(ulong seed, int count, string path)
    {
        process.StandardInput.WriteLine(FormattableString.Invariant($"{seed} {count} {path}"));
        process.StandardInput.Flush();
        var seconds = Answer().Split(' ').Select(word => double.Parse(word, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        return new(seconds[0], seconds[1]);
    }

    private string Answer() =>
        process.StandardOutput.ReadLine() ?? throw new InvalidOperationException($"The peer \"{Name}\" stopped without an answer.");
}
