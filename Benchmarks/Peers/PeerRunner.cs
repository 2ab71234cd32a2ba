using System.Globalization;
using Supply.Benchmarks.Measures;
using static System.FormattableString;

namespace Supply.Benchmarks.Peers;

/// <summary>
/// Runs all peers alternately, round after round, so that any change of the machine affects all of them; checks that they agree, and
/// compares their fastest rounds with the limit.
/// </summary>
internal static class PeerRunner
{
    private const ulong Seed = 2026;
    private const int Compared = 4096;
    private const int SmallCall = PeerRow.SmallCall;
    private const string Limit = "C, AVX-512 by hand (the limit)";

    /// <returns>The exit code: 0 if all peers agree.</returns>
    public static int Run(string[] arguments)
    {
        if (arguments is ["--first", var name]) return First(name);
        var options = new Options("peers [--rounds 20] [--replications 16384] [--write]")
        {
            Numbers = new() { ["--rounds"] = 20, ["--replications"] = 16384 },
            Switches = ["--write"],
        };
        if (!options.Read(arguments)) return 2;
        var (rounds, replications, write) = (options.Numbers["--rounds"], options.Numbers["--replications"], options.Has("--write"));
        var missing = new List<string>();
        var peers = Peers(replications, missing).ToList();
        foreach (var line in missing) Console.WriteLine(line);
        try
        {
            return Run(peers, missing, rounds, replications, write);
        }
        finally
        {
            foreach (var peer in peers.OfType<IDisposable>()) peer.Dispose();
        }
    }

    /// <summary>Supply's engines; the first is the reference of all comparisons. A further engine needs a further line here.</summary>
    private static IEnumerable<Peer> Engines(int replications)
    {
        yield return new SupplyPeer("Supply, block engine", replications, 1, ensemble => ensemble with { Engine = Engine.Block });
        yield return new SupplyPeer("Supply, kernel engine", replications, 1, ensemble => ensemble with { Engine = Engine.Kernel });
        yield return new SupplyPeer("Supply, block engine, 2 threads", replications, 2,
            ensemble => ensemble with { Engine = Engine.Block });
        yield return new SupplyPeer("Supply, kernel engine, 2 threads", replications, 2,
            ensemble => ensemble with { Engine = Engine.Kernel });
    }

    private static IEnumerable<Peer> Peers(int replications, List<string> missing)
    {
        int Part(int divisor) => Math.Max(4, replications / divisor);
        var gcc = Tools.Version("gcc", "--version") is not null;
        if (!gcc) missing.Add("The C peers are left out: there is no gcc.");
        if (!Tools.HasAvx512) missing.Add("The limit is left out: it needs a processor with AVX-512 F and DQ.");
        if (gcc && Tools.HasAvx512)
        {
            yield return new ProcessPeer(Limit, replications, Tools.Compile("limit.c", "-ffp-contract=off", "-mprefer-vector-width=512"));
        }
        foreach (var engine in Engines(replications).Where(engine => CanRun(engine, missing))) yield return engine;
        if (gcc) yield return new ProcessPeer("C, plain loops and libm", Part(8), Tools.Compile("plain.c"));
        if (Tools.PythonWithNumPy() is { } numPy)
        {
            var script = Path.Combine(Tools.Sources, "numpy_peer.py");
            yield return new ProcessPeer("NumPy, its own draws", Part(2), numPy, script, "own") { SameDraws = false };
            yield return new ProcessPeer("NumPy, the same draws", Part(4), numPy, script, "philox");
        }
        else
        {
            missing.Add("NumPy is left out: no python3 here can import it (Debian: apt-get install python3-numpy).");
        }

        yield return new TextbookPeer("C#, textbook objects", Part(16));
        if (Tools.Version("python3", "--version") is not null)
        {
            yield return new ProcessPeer("Python, plain loop", Part(4096), "python3", Path.Combine(Tools.Sources, "plain_python.py"));
        }
        else missing.Add("Plain Python is left out: there is no python3.");
    }

    /// <summary>An engine reports what it lacks, for example the right to make machine code.</summary>
    private static bool CanRun(Peer engine, List<string> missing)
    {
        try
        {
            engine.Time(Seed, 1);
            return true;
        }
        catch (ArgumentException lack)
        {
            missing.Add($"{engine.Name} is left out: {lack.Message}");
            return false;
        }
    }

    private static int Run(List<Peer> peers, List<string> missing, int rounds, int replications, bool write)
    {
        var agreements = Compare(peers);
        var calls = peers.OfType<SupplyPeer>().ToDictionary(peer => peer.Name, peer => Timing(peer, SmallCall));
        var times = peers.ToDictionary(peer => peer, peer => Timing(peer, peer.Replications));
        foreach (var peer in peers) peer.Time(Seed, peer.Replications);
        var load = Machine.Load();
        for (var round = 0; round < rounds; round++)
        {
            Console.Error.WriteLine($"round {round + 1} of {rounds}");
            foreach (var peer in peers)
            {
                times[peer].Add(peer.Time(Seed, peer.Replications));
                if (calls.TryGetValue(peer.Name, out var small)) small.Add(peer.Time(Seed, SmallCall));
            }
        }

        var limit = times.Values.FirstOrDefault(one => one.Name == Limit);
        var report = new PeerReport(rounds, replications, load, Machine.Load(), missing)
        {
            Rows = [.. peers.Select((peer, i) =>
                new PeerRow(times[peer], peer.Replications, agreements[i], limit, calls.GetValueOrDefault(peer.Name),
                    peer is SupplyPeer ? FirstInNewProcess(peer.Name) : null))],
        };
        Console.WriteLine(report);
        if (write) Console.WriteLine($"Written to {Results.Write("peers", report.ToString())}");
        foreach (var (peer, agreement) in peers.Zip(agreements).Where(pair => !pair.Second.Holds))
        {
            Console.WriteLine($"{peer.Name} does not agree: {agreement.Text}");
        }
        return agreements.All(agreement => agreement.Holds) ? 0 : 1;
    }

    private static Agreement[] Compare(List<Peer> peers)
    {
        var reference = peers.First(peer => peer is SupplyPeer).Outputs(Seed, Compared);
        return
        [
            .. peers.Select(peer => peer.SameDraws
                ? Agreement.OfSameDraws(peer.Outputs(Seed, Math.Min(Compared, peer.Replications)), reference)
                : Agreement.OfDistributions(peer.Outputs(Seed, Math.Min(Compared, peer.Replications)), reference)),
        ];
    }

    /// <summary>Prints the duration of the first call in this process; the runner starts one process for each engine.</summary>
    private static int First(string name)
    {
        Console.WriteLine(Invariant($"{Engines(SmallCall).First(peer => peer.Name == name).Time(Seed, SmallCall).Passed:R}"));
        return 0;
    }

    private static double FirstInNewProcess(string name) =>
        double.Parse(Machine.Again("peers", "--first", name), CultureInfo.InvariantCulture);

    private static Times Timing(Peer peer, int replications) => new(peer.Name, (double)replications * OneCalibre.Days);
}
