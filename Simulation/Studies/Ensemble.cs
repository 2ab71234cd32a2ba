using Supply.Compilation;
using Supply.Engines;
using Supply.Engines.Kernels;
using Supply.Programs;
using Supply.Studies;

namespace Supply;

/// <summary>
/// How many replications to run, with which seed, and what to record. The same scenario and seed give the same bits for any number of
/// threads, any engine and any block width, and a smaller ensemble equals the first replications of a larger one.
/// </summary>
/// <param name="Replications">Number of replications, at least 1. Default 1,000.</param>
/// <param name="Seed">The seed of all draws. Default 2026.</param>
/// <param name="Record">Metrics to record. Default <see cref="Metrics.Standard"/>.</param>
[TypeFormatterSource(typeof(NotebookFormats))]
public sealed record Ensemble(int Replications = 1000, ulong Seed = 2026, Metrics? Record = null) : IShown
{
    private const int MostReplications = 2_000_000_000;

    /// <summary>Threads that run replications, at least 1. Default: one for each processor.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>The engine that runs the steps; it does not change the results. Default <see cref="Engine.Auto"/>.</summary>
    public Engine Engine { get; init; }

    /// <summary>Replications side by side in a block of the block engine, at least 1; 1 is the scalar engine. Default 128.</summary>
    public int BlockWidth { get; init; } = 128;

    /// <summary>
    /// Replications of a scenario that may fail (because their books do not close); they are left out and counted. Default 0.
    /// </summary>
    public int AllowFailed { get; init; }

    /// <summary>
    /// Whether scalars are kept for each replication: in memory, or in the folder of <see cref="Into"/>. False: distributions alone are
    /// kept, of scalars and of their differences from the baseline, so that memory does not depend on the number of replications.
    /// Default true.
    /// </summary>
    public bool KeepRows { get; init; } = true;

    /// <summary>The most memory for the results of all scenarios and what runs at a time, in bytes. Default 4 GiB.</summary>
    public long MemoryLimit { get; init; } = 4L << 30;

    /// <summary>
    /// Values that replace prior draws, by parameter key; each must be a parameter of some scenario and within the range of its number.
    /// At least as many rows as replications. Null: all are drawn. Default null.
    /// </summary>
    public ParameterMatrix? Parameters { get; init; }

    /// <summary>
    /// How far reported quantities may lie from the modelled ones; its rows are taken again and again. Null: not at all. Default null.
    /// </summary>
    public Discrepancy? Discrepancy { get; init; }

    /// <summary>
    /// How the uncertain numbers are drawn. Sobol points need fewer replications, and numbers that are drawn: neither
    /// <see cref="Parameters"/> nor a shipped case without <see cref="FromPrior"/>. Default <see cref="EnsembleDesign.Independent"/>.
    /// </summary>
    public EnsembleDesign Design { get; init; }

    /// <summary>
    /// Whether a shipped case is drawn from its priors. Default false: from what published claims leave of them, as long as no number of
    /// the case was edited; changes and added parts are free. It says nothing about other scenarios, or where
    /// <see cref="Parameters"/> are given.
    /// </summary>
    public bool FromPrior { get; init; }

    /// <summary>
    /// Days of a step, for exploring: scenarios run in steps of this length instead of their own, faster and with slightly
    /// other numbers; see <see cref="Study.Steps"/> for what is rounded. 1..366, and a multiple of the step of each scenario,
    /// which must have dates and no rates that are given or drawn for each step. Inputs are those of the scenario's own steps, also where
    /// claims left them. Series have a point after about as many days as they would. Null: the scenario's own. Default null.
    /// </summary>
    public int? StepDays { get; init; }

    /// <summary>Runs the scenarios; the first is the baseline of paired comparisons.</summary>
    public Study Run(params Scenario[] scenarios) => Run(scenarios, null);

    /// <summary>Runs the scenarios; the first is the baseline of paired comparisons.</summary>
    /// <param name="scenarios">At least one; names must be unique.</param>
    /// <param name="finished">
    /// Called when all replications of a scenario have run, on the calling thread. Null: not called. Default null.
    /// </param>
    /// <param name="progress">Told about ten times a second how far the run is, on the running threads. Null: nobody. Default null.</param>
    /// <param name="cancellation">Ends the run early, see <see cref="PreparedStudy.Run"/>.</param>
    /// <exception cref="OperationCanceledException">Cancelled before the first scenario was finished.</exception>
    /// <exception cref="ScenarioException">Scenarios have problems (all are listed) or share a name; nothing was run.</exception>
    /// <exception cref="ArgumentException">A setting is out of range, or the samples need more than <see cref="MemoryLimit"/>.</exception>
    /// <exception cref="ReplicationException">More replications failed than <see cref="AllowFailed"/>.</exception>
    public Study Run(
        IEnumerable<Scenario> scenarios, Action<ScenarioResult>? finished = null, IProgress<RunProgress>? progress = null,
            CancellationToken cancellation = default) => Prepare(scenarios).Run(finished, progress, cancellation);

    /// <summary>Checks and compiles scenarios, once: what is left is to run them.</summary>
    /// <param name="scenarios">At least one; names must be unique.</param>
    /// <exception cref="ScenarioException">Scenarios have problems (all are listed) or share a name.</exception>
    /// <exception cref="ArgumentException">A setting is out of range, or the samples need more than <see cref="MemoryLimit"/>.</exception>
    public PreparedStudy Prepare(params IEnumerable<Scenario> scenarios)
    {
        ArgumentNullException.ThrowIfNull(scenarios);
        Scenario[] list = [.. scenarios];
        return PrepareAs(list, intoFolder: false);
    }

    /// <summary>Results go into a folder instead of into memory, all or in parts that others run.</summary>
    /// <param name="folder">The folder; it is made if it is missing.</param>
    /// <param name="command">The command that its manifest names. Default "a program".</param>
    /// <param name="sink">Takes the values of each replication as well, for other programs. Null: nobody. Default null.</param>
    public StudyFolder Into(string folder, string command = "a program", IPartSink? sink = null) => new(this, folder, command, sink);

    /// <summary>Checks and compiles scenarios; from which rows they run may be known already.</summary>
    internal PreparedStudy PrepareAs(Scenario[] scenarios, bool intoFolder, StudyRows? known = null)
    {
        Check(scenarios);
        var metrics = Record ?? Metrics.Standard;
        var rows = known ?? StudyRows.Of(this, scenarios);
        Scenario[] stepped = [.. rows.Compiled.Select(scenario => LongerSteps.Of(scenario, StepDays))];
        var (programs, steps) = Compile(stepped, metrics, scenarios);
        if (rows.Ensemble.Parameters is { } given) GivenParameters.Check(programs, given);
        var cells = new List<Cells>();
        foreach (var (program, scenario) in programs.Zip(scenarios))
        {
            cells.Add(new(scenario, program, rows.Ensemble.Discrepancy, KeepRows, cells.FirstOrDefault()));
        }

        var prepared = new PreparedStudy(this with { Record = metrics }, rows.Ensemble with { Record = metrics }, cells)
        {
            Source = rows.Source, Compiled = rows.Compiled, Stepped = stepped, Steps = steps, IsIntoFolder = intoFolder,
        };
        var running = BytesOfRows(cells, intoFolder) + BytesOfPast(prepared);
        prepared.MemoryNeeded = intoFolder ? prepared.BytesInFolder(running) : prepared.BytesOfSums + running;
        CheckMemory(scenarios, prepared.MemoryNeeded);
        return prepared;
    }

    /// <summary>Runs one replication alone, with the draws it has in any ensemble of this seed, and keeps every step.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="replication">The number of the replication, from 0.</param>
    /// <exception cref="ScenarioException">The scenario has problems.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 0.</exception>
    public Trace Replay(Scenario scenario, int replication)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentOutOfRangeException.ThrowIfNegative(replication);
        var alone = this with { Replications = replication + 1 };
        alone.Check([scenario]);
        var rows = StudyRows.Of(alone, [scenario]);
        var (program, everything) = Compiler.CompileEverything(
            LongerSteps.Of(rows.Compiled[0], StepDays), LongerSteps.Change(scenario, StepDays) ? new() : null);
        if (rows.Ensemble.Parameters is { } given) GivenParameters.Check([program], given, whole: false);
        var recorder = new Recorder(program, 1, new SampleArrays(), replication);
        using var block = new Block(program, 1, Seed, Design);
        block.Run((uint)replication, rows.Ensemble.Parameters is { } matrix ? new GivenParameters(program, matrix) : null, recorder);
        var failed = recorder.Faults.Select(one => one.Fault).FirstOrDefault();
        var cells = new Cells(scenario, program, discrepancy: null, rows: true, baseline: null);
        var sums = new ScenarioSums(cells.Count, isExact: true);
        cells.Take(recorder, replication, 1, threads: 1, sums);
        return new Trace(new ScenarioResult(cells, sums, rows: null, () => recorder.Parameters()), everything.Series, replication, failed);
    }

    /// <summary>
    /// The programs of scenarios, compiled side by side, and what their steps move, in sentences; the faults of all are reported together.
    /// </summary>
    private (StepProgram[] Programs, Items<string> Steps) Compile(Scenario[] scenarios, Metrics metrics, Scenario[] given)
    {
        MovedTimes?[] moved = [.. given.Select(scenario => LongerSteps.Change(scenario, StepDays) ? new MovedTimes() : null)];
        var programs = new StepProgram[scenarios.Length];
        var failures = new ScenarioException?[scenarios.Length];
        Studies.Threads.Run(() => Parallel.For(0, programs.Length, new ParallelOptions { MaxDegreeOfParallelism = Threads }, i =>
        {
            try
            {
                programs[i] = Compiler.Compile(scenarios[i], LongerSteps.Of(metrics, given[i], StepDays), moved[i]);
            }
            catch (ScenarioException failure)
            {
                failures[i] = failure;
            }
        }));
        StudyProblems.ThrowIfAny(
            scenarios, [.. scenarios.Zip(failures).Where(pair => pair.Second is not null).Select(pair => (pair.First, pair.Second!))]);
        MovedTimes[] all = [.. moved.OfType<MovedTimes>()];
        return (programs, all.Length == 0 ? [] : [LongerSteps.Words(given, StepDays!.Value), .. MovedTimes.Words(all)]);
    }

    private void Check(Scenario[] scenarios)
    {
        var faults = new List<string>();
        if (Replications is < 1 or > MostReplications) faults.Add($"Replications is {Replications}; it must lie in 1..{MostReplications}.");
        if (Threads < 1) faults.Add($"Threads is {Threads}; it must be at least 1.");
        if (BlockWidth is < 1 or > 65536) faults.Add($"BlockWidth is {BlockWidth}; it must lie in 1..65536.");
        if (!Enum.IsDefined(Engine)) faults.Add($"Engine is {Engine}; it must be Auto, Block or Kernel.");
        if (Engine == Engine.Kernel && !KernelCompiler.IsSupported)
        {
            faults.Add("Engine is Kernel, but this process may not make machine code or has no vectors for it; use Auto or Block.");
        }
        if (AllowFailed < 0) faults.Add($"AllowFailed is {AllowFailed}; it must be at least 0.");
        faults.AddRange(LongerSteps.Faults(scenarios.OfType<Scenario>(), StepDays));
        if (!Enum.IsDefined(Design)) faults.Add($"Design is {Design}; it must be Independent or Sobol.");
        if (Parameters is not null && Design != EnsembleDesign.Independent)
        {
            faults.Add($"Design is {Design}, but Parameters are given, and given rows are not drawn; leave one of the two out.");
        }
        if (Parameters is { Keys.Count: > 0 } matrix && matrix.Replications < Replications)
        {
            faults.Add($"Parameters has {matrix.Replications} rows; it needs {Replications}, one for each replication.");
        }
        if (scenarios.Length == 0) faults.Add("There is no scenario to run.");
        if (Array.IndexOf(scenarios, null) >= 0) faults.Add("A scenario is null.");
        if (faults.Count > 0) throw new ArgumentException(string.Join("\n", faults));
    }

    private void CheckMemory(Scenario[] scenarios, long needed)
    {
        if (needed <= MemoryLimit) return;
        var isOne = scenarios.Length == 1;
        throw new ArgumentException(
            $"{(isOne ? $"Scenario \"{scenarios[0].Name}\"" : $"{scenarios.Length} scenarios")} with {Replications} replications "
            + $"need{(isOne ? "s" : "")} {needed >> 20} MiB for samples; the limit is {MemoryLimit >> 20} MiB. "
            + $"Record fewer series or windows, run fewer {(isOne ? "" : "scenarios or ")}replications, or raise MemoryLimit.");
    }

    /// <summary>
    /// Bytes of the rows of all scenarios, and of what runs at a time: a panel of one scenario, its blocks, and the kernels of
    /// all scenarios if each runs again.
    /// </summary>
    private long BytesOfRows(IReadOnlyList<Cells> cells, bool intoFolder)
    {
        var panel = Math.Min(Recorder.PanelSize, Replications);
        var kernels = Engine == Engine.Block ? [] : cells.Select(one => KernelCompiler.Bytes(one.Program)).ToArray();
        return cells.Sum(one => KeepRows && !intoFolder ? RowBytes(one) : 0)
            + cells.GroupBy(one => one.Count, one => Recorder.Bytes(one.Program, panel)).Sum(alike => alike.Max())
            + (Replications > panel ? kernels.Sum() : kernels.DefaultIfEmpty().Max())
            + cells.Max(one => (Threads * Block.Bytes(one.Program, BlockWidth))
                + (Engine == Engine.Block ? 0 : KernelCompiler.BlockBytes(one.Program, Threads)));
    }

    /// <summary>Bytes that the first scenario keeps for the others while they run: its states, and its records of a panel.</summary>
    private long BytesOfPast(PreparedStudy prepared) => prepared.Cells.Count == 1 ? 0
        : prepared.CommonPast.Bytes + Recorder.Bytes(prepared.Cells[0].Program, Math.Min(Recorder.PanelSize, Replications));

    /// <summary>Scalars of each replication, those that lie off also as they are reported.</summary>
    private long RowBytes(Cells cells) => sizeof(double) * (long)Replications
        * Enumerable.Range(0, cells.Program.Scalars.Count).Sum(scalar => cells.LiesOff(scalar) ? 2L : 1);

    /// <summary>The length of its steps, to follow in a list; empty: the scenarios' own.</summary>
    internal string InSteps => StepDays is { } days ? $", steps of {Supply.Days.Of(days)}" : "";

    /// <summary>For people, for example <c>1,000 replications, seed 2026; 10 series every 7 steps, 10 scalars over 2026</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Replications:#,0} replications, seed {Seed}{InSteps}")
        + $"{(Design == EnsembleDesign.Sobol ? ", Sobol points" : "")}; {Record ?? Metrics.Standard}";

    /// <summary>The same as HTML, for a cell of a notebook or for a page; all text in it is escaped.</summary>
    public string ToHtml() => Html.Paragraph(ToString());
}
