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
    private readonly double[] factors;
    private readonly int[] places;

    /// <param name="scenario">The scenario to run.</param>
    /// <param name="outcomes">The outcomes to keep of each replication.</param>
    /// <param name="ensemble">
    /// Seed, threads, engine, steps, and the settings of its record, such as the days of a fill rate; its parameters, replications and
    /// recorded metrics are replaced.
    /// </param>
    /// <param name="runs">About how many replications will be run in total.</param>
    /// <param name="quiet">Whether noise from step to step is replaced by its mean.</param>
    /// <param name="stepDays">
    /// Steps of this length replace those of the scenario: times shorter than a step take one, and windows are those of the nearest whole
    /// steps, flows scaled to the days asked for. Null: those of the ensemble. Default null.
    /// </param>
    /// <exception cref="ScenarioException">The scenario or an outcome has problems.</exception>
    public Simulator(
        Scenario scenario, IEnumerable<Outcome> outcomes, Ensemble ensemble, int runs, bool quiet = false, int? stepDays = null)
    {
        Outcomes = [.. outcomes.Distinct()];
        var horizon = scenario.Horizon;
        factors = [.. Outcomes.Select(_ => 1.0)];
        Outcome[] recorded = [.. Outcomes];
        var moved = stepDays is not null || LongerSteps.Change(scenario, ensemble.StepDays) ? new MovedTimes() : null;
        scenario = LongerSteps.Of(scenario, stepDays is null ? ensemble.StepDays : null);
        if (stepDays is { } length)
        {
            scenario = scenario with { Horizon = Horizon.Dated(horizon.Start!.Value, horizon.End!.Value, length) };
            for (var i = 0; i < recorded.Length; i++) (recorded[i], factors[i]) = InWholeSteps(recorded[i], scenario.Horizon);
        }

        Outcome[] distinct = [.. recorded.Distinct()];
        places = [.. recorded.Select(outcome => Array.IndexOf(distinct, outcome))];
        var metrics = ((ensemble.Record ?? new()) with { Series = [], Scalars = [], Windows = [], Outcomes = [] }).And(distinct);
        program = quiet ? Compiler.CompileQuiet(scenario, metrics, moved) : Compiler.Compile(scenario, metrics, moved);
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
        var recorder = new Recorder(program, parameters.Replications, new SampleArrays(), parameters: false);
        using (var crew = new WorkerThreads(given, program, kernel, recorder, _ => { }, CancellationToken.None))
        {
            crew.Run(0, parameters.Replications);
        }

        var sound = new bool[parameters.Replications];
        for (var i = 0; i < sound.Length; i++) sound[i] = !recorder.HasFailed(i);
        return ([.. places.Select((place, i) => Scaled(recorder.Scalar(place), factors[i]))], sound);
    }

    private static double[] Scaled(double[] values, double factor) => factor == 1 ? values : [.. values.Select(value => value * factor)];

    /// <summary>An outcome over the nearest whole steps, and the factor that brings a total to the days asked for.</summary>
    private static (Outcome Outcome, double Factor) InWholeSteps(Outcome outcome, Horizon horizon)
    {
        var (from, to) = (horizon.DaysTo(outcome.Window.From), horizon.DaysTo(outcome.Window.To) + 1);
        var first = (int)Math.Floor((from / horizon.StepDays) + 0.5);
        var last = Math.Min(horizon.Steps - 1, Math.Max(first, (int)Math.Floor((to / horizon.StepDays) + 0.5) - 1));
        first = Math.Min(first, last);
        var window = new TimeWindow(outcome.Window.Name, horizon.StartOf(first)!.Value, horizon.StartOf(last)!.Value);
        var isTotal = outcome.Metric is { Kind: QuantityKind.Flow, Aggregate: Aggregate.Total };
        return (outcome with { Window = window }, isTotal ? (to - from) / ((last + 1 - first) * horizon.StepDays) : 1);
    }
}
