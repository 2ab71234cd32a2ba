using System.Text;
using Supply.Benchmarks.Measures;
using static System.FormattableString;

namespace Supply.Benchmarks.Peers;

/// <summary>A row of the table.</summary>
/// <param name="Times">The rounds, by replication and day.</param>
/// <param name="Replications">In each round.</param>
/// <param name="Agreement">Against the reference.</param>
/// <param name="Limit">The rounds of the limit, or null if it could not run.</param>
/// <param name="Small">The rounds of a small call, which show the cost of a call before its first step; null if that is negligible.</param>
/// <param name="First">Seconds of a small call in a new process, or null.</param>
internal sealed record PeerRow(Times Times, int Replications, Agreement Agreement, Times? Limit, Times? Small, double? First)
{
    /// <summary>Replications of a small call.</summary>
    public const int SmallCall = 128;

    public override string ToString()
    {
        var ratios = Limit is null ? " | "
            : Invariant($"{Times.Minimum / Limit.Minimum:0.00} | {Times.MinimumWorked / Limit.MinimumWorked:0.00}");
        return Invariant($"| {Times.Name} | {Replications:#,0} | {Times.Minimum:0.0} | {Times.Median:0.0} | {Times.Spread:0 %} | ")
            + Invariant($"{Times.MinimumWorked:0.0} | {ratios} | {Agreement.Text} |");
    }

    /// <summary>The cost of a call apart from its steps, from a small call and the pace of the large one.</summary>
    public string? Calls()
    {
        if (Small is null || First is null) return null;
        var perReplication = (Times.MinimumSeconds - Small.MinimumSeconds) / (Replications - SmallCall);
        var fixedCost = Math.Max(0, Small.MinimumSeconds - SmallCall * perReplication);
        var without = 1e9 * perReplication / OneCalibre.Days;
        var ratio = Limit is null ? "" : Invariant($", {without / Limit.Minimum:0.00} times the limit");
        return Invariant($"- {Times.Name}: {1e3 * fixedCost:0} ms a call, once warm, and {without:0.0} ns without it{ratio}; the first ")
            + Invariant($"call in a new process, {SmallCall} replications, takes {1e3 * First:0} ms.");
    }
}

/// <summary>The results of a run of the peers, as Markdown.</summary>
internal sealed record PeerReport(int Rounds, int Replications, string LoadBefore, string LoadAfter, IReadOnlyList<string> Missing)
{
    public required IReadOnlyList<PeerRow> Rows { get; init; }

    public override string ToString()
    {
        var text = new StringBuilder();
        void Line(string line) => text.Append(line).Append('\n');
        Line("## Peers: the same model in other forms");
        Line("");
        Line("What is compared and how: [Peers/README.md](Peers/README.md). Nanoseconds per replication and day, one thread unless");
        Line("the name says more: fastest and median round and the spread of the middle half, then the processor time of the round that");
        Line("used least, which other load affects less. Both fastest rounds are compared with the limit's. Agreement is the "
            + "largest relative");
        Line("difference from Supply's block engine over all outputs (replications compared).");
        Line("");
        Line("| peer | replications | fastest | median | spread | processor | times the limit | by processor | agreement |");
        Line("|---|---|---|---|---|---|---|---|---|");
        foreach (var row in Rows) Line(row.ToString());
        Line("");
        Line("Supply's times include compiling the scenario and reading its results; that is:");
        Line("");
        foreach (var call in Rows.Select(row => row.Calls()).OfType<string>()) Line(call);
        Line("");
        Line(Invariant($"- {DateTime.UtcNow:yyyy-MM-dd}, `dotnet run -c Release --project Benchmarks -- peers --rounds {Rounds} ")
            + Invariant($"--replications {Replications}`"));
        Line($"- {Machine.Description}; load average {LoadBefore} before, {LoadAfter} after");
        Line($"- {string.Join("; ", Versions())}");
        Line("- Not compared: processors without AVX-512, ARM, other machines than this one, GPUs.");
        foreach (var line in Missing) Line($"- {line}");
        return text.ToString();
    }

    private static IEnumerable<string> Versions()
    {
        yield return Machine.Runtime;
        if (Tools.Version("gcc", "--version") is { } gcc) yield return gcc;
        if (Tools.Version("python3", "--version") is { } python) yield return python;
        if (Tools.PythonWithNumPy() is { } numPy)
        {
            yield return Tools.Version(numPy, "-c",
                "import numpy, platform; print('NumPy', numpy.__version__, 'on Python', platform.python_version())")!;
        }
    }
}
