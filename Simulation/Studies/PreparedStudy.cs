using Supply.Engines;
using Supply.Studies;

namespace Supply;

/// <summary>Scenarios that were checked and compiled for an ensemble and can be run, see <see cref="Ensemble.Prepare"/>.</summary>
[TypeFormatterSource(typeof(NotebookFormats))]
public sealed class PreparedStudy : IShown
{
    private readonly Lazy<Pilot> pilot;
    private readonly Lazy<CommonPast> commonPast;

    internal PreparedStudy(Ensemble ensemble, Ensemble running, IReadOnlyList<Cells> cells)
    {
        (Ensemble, Running, Cells, pilot) = (ensemble, running, cells, new(() => Pilot.Of(cells, running)));
        commonPast = new(() => CommonPast.Of(
            Stepped.Count > 0 ? Stepped : Scenarios, cells[0].Program, Math.Min(Recorder.PanelSize, ensemble.Replications),
            IsIntoFolder ? Studies.CommonPast.MostBytesOfAPart : Studies.CommonPast.MostBytes));
    }

    /// <summary>The ensemble as it was asked for, with its record; it can run other scenarios.</summary>
    public Ensemble Ensemble { get; }

    /// <summary>The ensemble with the rows from which it runs: those that were given, or those that claims leave of the case.</summary>
    internal Ensemble Running { get; }

    /// <summary>The scenarios; the first is the baseline of paired comparisons.</summary>
    public IReadOnlyList<Scenario> Scenarios => [.. Cells.Select(one => one.Scenario)];

    /// <summary>Where the uncertain numbers come from, in a sentence; empty where there is nothing to choose. Default empty.</summary>
    public string Source { get; internal init; } = "";

    /// <summary>
    /// Where scenarios run in longer steps than their own (<see cref="Ensemble.StepDays"/>): that, and the windows, dates and times that
    /// were rounded, in sentences; empty: they do not. Default empty.
    /// </summary>
    public Items<string> Steps { get; internal init; } = [];

    /// <summary>
    /// Bytes that the results of all scenarios take, with distributions as wide as in the first 256 replications, and what runs at a
    /// time: a panel of 4,096 replications of one scenario, its blocks, and kernels. Without <see cref="Ensemble.KeepRows"/> they do not
    /// depend on the number of replications, except for the moments of each series at each sample, which grow with its logarithm.
    /// </summary>
    public long MemoryNeeded { get; internal set; }

    internal IReadOnlyList<Cells> Cells { get; }

    /// <summary>The first replications, which are run when somebody asks: for studies of more than a panel, and those in folders.</summary>
    internal Pilot Pilot => pilot.Value;

    private bool IsOnePanel => Ensemble.Replications <= Recorder.PanelSize;

    /// <summary>Sums of each scenario to which nothing was added yet.</summary>
    internal ScenarioSums[] NewSums() =>
        [.. Cells.Select((one, i) => new ScenarioSums(one.Count, IsOnePanel, IsOnePanel ? null : Pilot.Ranges[i]))];

    /// <summary>
    /// Sums of a scenario that belong into a folder. Those of a study of one whole panel have histograms too, with which it can grow.
    /// </summary>
    internal ScenarioSums NewSums(int scenario, BinaryWriter? after = null, BinaryReader? before = null) => new(
        Cells[scenario].Count, IsOnePanel, Ensemble.Replications < Recorder.PanelSize ? null : Pilot.Ranges[scenario], after, before);

    /// <summary>The past that the scenarios have in common, before they change.</summary>
    internal CommonPast CommonPast => commonPast.Value;

    /// <summary>Whether its results go into a folder, in parts.</summary>
    internal bool IsIntoFolder { get; init; }

    /// <summary>Bytes of the sums of all scenarios.</summary>
    internal long BytesOfSums => Cells.Select((one, i) =>
        ScenarioSums.UsualBytes(one.Count, Ensemble.Replications, IsOnePanel ? null : Pilot.Ranges[i])).Sum();

    /// <summary>
    /// Bytes of sums while a panel of one scenario after the other passes through a folder, or while one scenario after the other is read
    /// from it, whichever are more than what else is in memory then.
    /// </summary>
    /// <param name="running">Bytes of what runs.</param>
    internal long BytesInFolder(long running)
    {
        long Of(Func<int, HistogramRange[]?, int, long> bytes) => Cells.Select((one, i) =>
            bytes(one.Count, IsOnePanel ? null : Pilot.Ranges[i], Ensemble.Replications)).Max();
        return Math.Max(
            running + Of((cells, ranges, replications) => ScenarioSums.PassingBytes(cells, replications, ranges)),
            Of((cells, ranges, replications) => ScenarioSums.UsualBytes(cells, replications, ranges))
                + Cells.Sum(one => ScenarioSums.BytesOfPoints(one.Count)));
    }

    /// <summary>The scenarios that were compiled: numbers that a case fixes are open where rows of a posterior have them.</summary>
    internal IReadOnlyList<Scenario> Compiled { get; init; } = [];

    /// <summary>The scenarios that were compiled, in the steps in which they run.</summary>
    internal IReadOnlyList<Scenario> Stepped { get; init; } = [];

    /// <summary>
    /// Runs the scenarios, 4,096 replications of all of them at a time, so that they can be compared replication by replication
    /// whenever the run ends.
    /// </summary>
    /// <param name="finished">
    /// Called when all replications of a scenario have run, on the calling thread. Null: not called. Default null.
    /// </param>
    /// <param name="progress">Told about ten times a second how far the run is, on the running threads. Null: nobody. Default null.</param>
    /// <param name="cancellation">
    /// Ends the run early: in the first 4,096 replications at once, and the study then holds the scenarios finished so far; after them as
    /// soon as the next 4,096 of all scenarios are finished, and the study then holds all scenarios with fewer replications. It says
    /// that it is not complete.
    /// </param>
    /// <exception cref="OperationCanceledException">Cancelled before the first scenario was finished.</exception>
    /// <exception cref="ReplicationException">More replications failed than <see cref="Ensemble.AllowFailed"/>.</exception>
    public Study Run(Action<ScenarioResult>? finished = null, IProgress<RunProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        var replications = Ensemble.Replications;
        var sums = NewSums();
        var rows = Cells.Select(one => Ensemble.KeepRows ? new RowsInMemory(one.Program.Scalars.Count, replications) : null).ToArray();
        var results = new ScenarioResult?[Cells.Count];
        var runner = new PanelRunner(this, progress, replications);
        var (done, ran) = (0, 0);
        foreach (var (first, count) in PanelRunner.Panels(0, replications))
        {
            if (first > 0 && cancellation.IsCancellationRequested) break;
            (done, ran) = (first + count, 0);
            runner.Run(first, count, i => sums[i], (i, recorder) =>
            {
                ran++;
                rows[i]?.Take(recorder);
                if (finished is not null && done == replications) finished(Of(i));
            }, first == 0 ? cancellation : CancellationToken.None);
        }

        if (ran == 0)
        {
            throw new OperationCanceledException("The run was cancelled before its first scenario was finished.", cancellation);
        }

        return new Study(Ensemble with { Replications = done }, [.. Enumerable.Range(0, ran).Select(Of)])
        {
            Running = Running with { Replications = done },
            IsComplete = ran == Cells.Count && done == replications,
            Source = Source,
            Steps = Steps,
            Prepared = this,
        };

        ScenarioResult Of(int i) => results[i] ??= Result(Cells[i], sums[i], rows[i], [(0, done)]);
    }

    /// <summary>The result of a scenario, whose parameters are drawn when somebody asks for them.</summary>
    internal ScenarioResult Result(
        Cells cells, ScenarioSums sums, IScalarRows? rows, IReadOnlyList<(int First, int Count)> ranges,
            Func<ScenarioSums>? again = null) =>
        new(cells, sums, rows, () => DrawnParameters.Of(cells.Program, Running, ranges), again, Running.Design);

    /// <summary>The same as HTML, for a cell of a notebook or for a page; all text in it is escaped.</summary>
    public string ToHtml() => Html.Paragraph(ToString());

    /// <summary>For people, for example <c>2 scenarios are ready to run: Baseline, Cut</c>.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{Cells.Count} scenario{(Cells.Count == 1 ? " is" : "s are")} ready to run: ")
            + string.Join(", ", Scenarios.Select(scenario => scenario.Name));
}
