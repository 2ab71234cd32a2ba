namespace Supply.Programs;

/// <summary>Lists the equations of a compiled scenario by event, as far as a state, delay, sample or book depends on them.</summary>
internal sealed class EquationListing
{
    private readonly CompiledEquations equations;
    private readonly ProgramBuilder builder;
    private readonly TermNames names;
    private readonly LineWriter writer;
    private readonly (string Name, RecordedSeries Recorded)[] recorded;

    private EquationListing(CompiledEquations equations, PartNames parts)
    {
        (this.equations, builder) = (equations, equations.Builder);
        var uses = new TermUses(equations);
        names = new(equations, uses);
        recorded =
        [
            .. equations.Series.Select(one => (names.Unique($"record {one.Metric}"), one)),
            .. equations.Scalars.Select(scalar => scalar.Recorded).Except(equations.Series).Distinct()
                .Select(one => (names.Unique($"record {one.Metric} over a window"), one)),
        ];
        writer = new(builder, names, uses, parts);
    }

    public static Explanation Of(CompiledEquations equations, Scenario scenario)
    {
        var parts = new PartNames(scenario);
        var listing = new EquationListing(equations, parts);
        foreach (var at in Enum.GetValues<StepEvent>()) listing.Write(at);
        var (lines, tables, paths) = (listing.writer.Lines, listing.writer.Tables, listing.writer.Paths);
        return new(scenario.Name, listing.Size(scenario), parts, lines, tables, paths, listing.writer.Quantiles);
    }

    private string Size(Scenario scenario) =>
        $"{Count(builder.Steps, "step")} of {MessageText.Days(scenario.Horizon.StepDays)}, "
        + $"{Count(builder.Parameters.Count, "uncertain parameter")}, "
        + $"{Count(builder.States.Count, "state")}, {Count(builder.Delays.Count, "delay")}";

    private static string Count(int number, string of) => number == 1 ? $"1 {of}" : $"{MessageText.Number(number)} {of}s";

    private void Write(StepEvent at)
    {
        writer.Event = at;
        foreach (var term in names.Labelled.Where(term => term.Event == (int)at)) writer.Define(term);
        if (at == StepEvent.BeforeFirstStep) Open();
        if (at == StepEvent.Recording) Update();
        foreach (var delay in builder.Delays.Where(delay => Pushed(builder.DelayInputs[delay.Index]) == at)) Push(delay);
        if (at == StepEvent.Recording) Record();
        if (at == StepEvent.AfterLastStep) Close();
    }

    private void Open()
    {
        foreach (var state in builder.States.Where(state => !ProgramBuilder.IsZero(state.Initial)))
        {
            writer.Line(names.AtStart(state), state.Initial);
        }
    }

    private void Update()
    {
        foreach (var (state, value) in builder.StateUpdates()) writer.Line(names.After(state), value);
    }

    private void Record()
    {
        foreach (var (name, one) in recorded) writer.Record(name, one);
    }

    private void Close()
    {
        foreach (var (name, residual, _) in equations.Balances) writer.Line(names.Unique(name), residual);
    }

    /// <summary>The event in which what goes into a delay is known.</summary>
    private static StepEvent Pushed(Term input) => input.Op == Op.Constant ? StepEvent.Recording : (StepEvent)input.Event;

    private void Push(DelayRef delay)
    {
        writer.Line(names.Into(delay), builder.DelayInputs[delay.Index]);
        if (delay.PerShipment) writer.Line(names.Lag(delay), delay.Lag);
    }
}
