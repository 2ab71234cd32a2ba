using Supply.Engines;
using Supply.Engines.Kernels;
using Supply.Programs;

namespace Supply.Studies;

/// <summary>
/// Runs the scenarios of a study panel by panel. Kernels are made once, the next scenario's while the one before runs; the memory of
/// samples passes from one to the next. What scenarios have in common with the first before they change is run once.
/// </summary>
internal sealed class PanelRunner(PreparedStudy study, IProgress<RunProgress>? progress, int replications)
{
    // Replications that are run both ways.
    private const int Checked = 8;

    private readonly Ensemble ensemble = study.Running;
    private readonly SampleArrays arrays = new();
    private readonly Task<Kernel>?[] kernels = new Task<Kernel>?[study.Cells.Count];
    private readonly bool[] areMade = new bool[study.Cells.Count];
    private readonly SampleArrays arraysOfPast = new();

    // Whether a scenario was seen to have the past of the first; null: nobody has looked yet.
    private readonly bool?[] holds = new bool?[study.Cells.Count];
    private readonly ProgressMeter meter = new(progress, (long)replications * study.Cells.Count);

    /// <summary>The panels of a number of replications: the first replication of each, and their number.</summary>
    public static IEnumerable<(int First, int Count)> Panels(int from, int end)
    {
        for (long first = from; first < end; first += Recorder.PanelSize)
        {
            yield return ((int)first, (int)Math.Min(Recorder.PanelSize, end - first));
        }
    }

    /// <summary>Runs a panel of all scenarios and adds it to their sums.</summary>
    /// <param name="first">Its first replication.</param>
    /// <param name="count">Its replications.</param>
    /// <param name="open">Opens the sums of a scenario.</param>
    /// <param name="ran">Told after each scenario, with its number and what was recorded.</param>
    /// <param name="cancellation">Ends it between two blocks; what was added of the panel until then stays.</param>
    /// <exception cref="ReplicationException">More replications failed than may.</exception>
    public void Run(int first, int count, Func<int, ScenarioSums> open, Action<int, Recorder> ran, CancellationToken cancellation)
    {
        Cells.Taken? baseline = null;
        var pasts = study.CommonPast.Kept.Select(step => new Past(study.Cells[0].Program, step, count, arraysOfPast, first)).ToArray();
        Recorder? recorded = null;
        for (var i = 0; i < study.Cells.Count; i++)
        {
            var cells = study.Cells[i];
            var recorder = new Recorder(cells.Program, count, i == 0 ? arraysOfPast : arrays, first, parameters: false);
            recorded ??= recorder;

            // The records of a replication that failed were blanked, so that nothing can be taken over from them.
            var past = i == 0 || recorded.Faults.Any() ? null : PastOf(i, pasts, recorded, first, count);
            past?.Restore(recorder);
            using (var workers = new WorkerThreads(
                ensemble, cells.Program, Kernel(i), recorder, some => meter.Add(cells.Scenario.Name, some), cancellation))
            {
                _ = Kernel((i + 1) % study.Cells.Count);
                if (i == 0) workers.Run(first, count, kept: pasts);
                else workers.Run(first, count, past);
            }

            if (cancellation.IsCancellationRequested) return;
            var sums = open(i);
            var taken = cells.Take(recorder, first, count, ensemble.Threads, sums, baseline, past?.Step ?? 0);
            baseline ??= taken;
            arrays.Release();
            if (sums.Failed.Count > ensemble.AllowFailed) throw new ReplicationException(cells.Scenario.Name, sums.Failed);
            if (ensemble.Replications <= Recorder.PanelSize && i > 0) kernels[i] = null;
            ran(i, recorder);
        }

        arraysOfPast.Release();
    }

    /// <summary>
    /// The past that a scenario begins with. Equal scenarios up to a step have equal pasts; a few replications run both ways are the check
    /// that it is so, and if they differ, the scenario is run from its first step.
    /// </summary>
    private PastOf? PastOf(int scenario, Past[] pasts, Recorder recorded, int first, int count)
    {
        var step = study.CommonPast.Begin[scenario];
        if (step == 0 || holds[scenario] == false) return null;
        var program = study.Cells[scenario].Program;
        var past = Engines.PastOf.Of(pasts.Single(one => one.Step == step), recorded, program);
        holds[scenario] ??= past is not null
            && past.Holds(first, Math.Min(Checked, count), ensemble.Seed, Given(program), ensemble.Design);
        return holds[scenario] == true ? past : null;
    }

    private GivenParameters? Given(StepProgram program) => ensemble.Parameters is { } matrix ? new GivenParameters(program, matrix) : null;

    private Task<Kernel>? Kernel(int scenario)
    {
        if (!areMade[scenario]) kernels[scenario] = WorkerThreads.Prepare(ensemble, study.Cells[scenario].Program);
        areMade[scenario] = true;
        return kernels[scenario];
    }
}
