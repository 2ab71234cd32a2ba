using Supply.Engines;
using Supply.Programs;
using Supply.Studies;

namespace Supply;

/// <summary>Scenarios that were checked and compiled for an ensemble and can be run, see <see cref="Ensemble.Prepare"/>.</summary>
[TypeFormatterSource(typeof(NotebookFormats))]
public sealed class PreparedStudy : IShown
{
    private readonly IReadOnlyList<(Scenario Scenario, StepProgram Program)> programs;

    internal PreparedStudy(Ensemble ensemble, IReadOnlyList<(Scenario Scenario, StepProgram Program)> programs, long memory) =>
        (Ensemble, this.programs, MemoryNeeded) = (ensemble, programs, memory);

    /// <summary>The ensemble, with its record.</summary>
    public Ensemble Ensemble { get; }

    /// <summary>The scenarios in the order in which they run; the first is the baseline of paired comparisons.</summary>
    public IReadOnlyList<Scenario> Scenarios => [.. programs.Select(one => one.Scenario)];

    /// <summary>Where the uncertain numbers come from, in a sentence; empty where there is nothing to choose. Default empty.</summary>
    public string Source { get; internal init; } = "";

    /// <summary>Bytes that the samples of all scenarios and the blocks of the one that runs take at most.</summary>
    public long MemoryNeeded { get; }

    /// <summary>Runs the scenarios one after another.</summary>
    /// <param name="finished">Called after each scenario, on the calling thread. Null: not called. Default null.</param>
    /// <param name="progress">Told about ten times a second how far the run is, on the running threads. Null: nobody. Default null.</param>
    /// <param name="cancellation">
    /// Ends the run early: the study then holds the scenarios finished so far and says that it is not complete.
    /// </param>
    /// <exception cref="OperationCanceledException">Cancelled before the first scenario was finished.</exception>
    /// <exception cref="ReplicationException">More replications failed than <see cref="Ensemble.AllowFailed"/>.</exception>
    public Study Run(Action<ScenarioResult>? finished = null, IProgress<RunProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        var arrays = new SampleArrays();
        var results = new List<ScenarioResult>();
        var meter = new ProgressMeter(progress, (long)Ensemble.Replications * programs.Count);
        var next = WorkerThreads.Prepare(Ensemble, programs[0].Program);
        for (var i = 0; i < programs.Count; i++)
        {
            var (scenario, program) = programs[i];
            var recorder = new Recorder(program, Ensemble.Replications, arrays);
            var reducer = new SeriesReducer(program, recorder, Ensemble.Threads, scenario, Ensemble.Discrepancy);
            using (var workers = new WorkerThreads(
                Ensemble, program, next, recorder, count => meter.Add(scenario.Name, count), cancellation))
            {
                next = i + 1 < programs.Count ? WorkerThreads.Prepare(Ensemble, programs[i + 1].Program) : null;
                for (var first = 0; first < Ensemble.Replications && !cancellation.IsCancellationRequested; first += recorder.Panel)
                {
                    var count = Math.Min(recorder.Panel, Ensemble.Replications - first);
                    workers.Run(first, count);
                    if (!cancellation.IsCancellationRequested) reducer.Take(first, count);
                }
            }

            if (cancellation.IsCancellationRequested) break;
            results.Add(Summarise(scenario, program, recorder, reducer));
            arrays.Release();
            finished?.Invoke(results[^1]);
        }

        if (results.Count == 0)
        {
            throw new OperationCanceledException("The run was cancelled before its first scenario was finished.", cancellation);
        }
        return new Study(Ensemble, results) { IsComplete = results.Count == programs.Count, Source = Source };
    }

    private ScenarioResult Summarise(Scenario scenario, StepProgram program, Recorder recorder, SeriesReducer reducer)
    {
        var faults = recorder.Faults.ToArray();
        if (faults.Length > Ensemble.AllowFailed) throw new ReplicationException(scenario.Name, faults);
        return new ScenarioResult(scenario, program, recorder, reducer,
            [.. faults.Select(fault => fault.Replication)], Ensemble.Discrepancy) { Parameters = recorder.Parameters(Ensemble
                .Parameters?.Draws) };
    }

    /// <summary>The same as HTML, for a cell of a notebook or for a page; all text in it is escaped.</summary>
    public string ToHtml() => Html.Paragraph(ToString());

    /// <summary>For people, for example <c>2 scenarios are ready to run: Baseline, Cut</c>.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{programs.Count} scenario{(programs.Count == 1 ? " is" : "s are")} ready to run: ")
            + string.Join(", ", Scenarios.Select(scenario => scenario.Name));
}
