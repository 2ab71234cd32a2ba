using Supply.Compilation;
using Supply.Engines;
using Supply.Engines.Kernels;
using Supply.Programs;

namespace Supply.Studies;

/// <summary>One scenario, compiled once, that is run again and again with given parameters; only scalars are recorded.</summary>
internal sealed class Simulator
{
    private readonly StepProgram program;
    private readonly Ensemble ensemble;
    private readonly Task<Kernel>? kernel;

    /// <param name="scenario">The scenario to run.</param>
    /// <param name="outcomes">The outcomes to keep of each replication.</param>
    /// <param name="ensemble">Seed, threads and engine; its parameters, replications and record are replaced.</param>
    /// <param name="runs">About how many replications will be run in total.</param>
    /// <param name="quiet">Whether noise from step to step is replaced by its mean.</param>
    /// <exception cref="ScenarioException">The scenario or an outcome has problems.</exception>
    public Simulator(Scenario scenario, IEnumerable<Outcome> outcomes, Ensemble ensemble, int runs, bool quiet = false)
    {
        Outcomes = [.. outcomes.Distinct()];
        var metrics = new Metrics().And([.. Outcomes]);
        program = quiet ? Compiler.CompileQuiet(scenario, metrics) : Compiler.Compile(scenario, metrics);
        this.ensemble = ensemble;
        kernel = WorkerThreads.Prepare(ensemble with { Replications = runs }, program);
    }

    /// <summary>The outcomes of each replication, in order.</summary>
    public IReadOnlyList<Outcome> Outcomes { get; }

    /// <summary>The addresses of the parameters.</summary>
    public IReadOnlyList<string> Keys => [.. program.Parameters.Select(parameter => parameter.Key)];

    /// <summary>For each parameter its value at a probability between 0 and 1.</summary>
    public Func<double, double>[] Quantiles => PriorQuantiles.Of(program);

    /// <summary>Runs a replication for each row of the parameters; false where its books did not close.</summary>
    /// <returns>For each outcome its values, and for each row whether it is valid.</returns>
    public (double[][] Values, bool[] Sound) Run(ParameterMatrix parameters)
    {
        var given = ensemble with { Parameters = parameters, Replications = parameters.Replications };
        var recorder = new Recorder(program, parameters.Replications, new SampleArrays());
        using (var crew = new WorkerThreads(given, program, kernel, recorder, _ => { }, CancellationToken.None))
        {
            for (var first = 0; first < parameters.Replications; first += recorder.Panel)
            {
                crew.Run(first, Math.Min(recorder.Panel, parameters.Replications - first));
            }
        }

        var sound = new bool[parameters.Replications];
        for (var i = 0; i < sound.Length; i++) sound[i] = !recorder.HasFailed(i);
        return ([.. program.Scalars.Select((_, i) => recorder.Scalar(i))], sound);
    }
}
