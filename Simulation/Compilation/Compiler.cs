using Supply.Equations;
using Supply.Programs;

namespace Supply.Compilation;

/// <summary>Turns a scenario and the metrics to record into a step program. The one place where a scenario can be wrong.</summary>
internal static class Compiler
{
    /// <summary>The program of a scenario.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="metrics">The metrics to record.</param>
    /// <param name="moved">Takes what longer steps move; null: the steps are the scenario's own. Default null.</param>
    /// <exception cref="ScenarioException">The scenario or the metrics have problems; all of them are in it.</exception>
    public static StepProgram Compile(Scenario scenario, Metrics metrics, MovedTimes? moved = null) =>
        Compile(scenario, metrics, out _, moved: moved);

    /// <summary>
    /// The program with every noise from step to step replaced by its mean: what is left is a function of the parameters alone.
    /// </summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="metrics">The metrics to record.</param>
    /// <param name="moved">Takes what longer steps move; null: the steps are the scenario's own. Default null.</param>
    /// <exception cref="ScenarioException">The scenario or the metrics have problems; all of them are in it.</exception>
    public static StepProgram CompileQuiet(Scenario scenario, Metrics metrics, MovedTimes? moved = null) =>
        Compile(scenario, metrics, out _, quiet: true, moved: moved);

    /// <summary>The steps of a scenario in a readable form.</summary>
    /// <exception cref="ScenarioException">The scenario or the metrics have problems; all of them are in it.</exception>
    public static Explanation Explain(Scenario scenario, Metrics metrics)
    {
        Compile(scenario, metrics, out var equations);
        return EquationListing.Of(equations, scenario);
    }

    private static StepProgram Compile(Scenario scenario, Metrics metrics, out CompiledEquations equations, bool quiet = false,
        MovedTimes? moved = null, Func<Ledger, Metrics>? recorded = null)
    {
        var problems = new Problems();
        var changes = ScenarioChecks.Run(scenario, metrics, problems, moved);
        problems.ThrowIfAny($"Scenario \"{scenario.Name}\"");

        var (builder, ledger, sides) = Write(scenario, changes, quiet);
        metrics = recorded?.Invoke(ledger) ?? metrics;
        var recording = new RecordingEquations(builder, ledger, scenario.Horizon, metrics);
        var series = recording.Series();
        var scalars = recording.Scalars();
        var balances = sides.SelectMany(side => BalanceEquations.Write(side)).ToArray();
        foreach (var (first, second) in builder.Collisions)
        {
            problems.Add(first, $"its draws would have the same address as those of {second}; rename one of them.");
        }

        problems.ThrowIfAny($"Scenario \"{scenario.Name}\"");
        equations = new(builder, series, scalars, balances);
        return new Assembler(builder).Assemble(scenario.Horizon, metrics, series, scalars, balances);
    }

    /// <summary>The program that records every flow and level that its equations report, as series of each step.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="moved">Takes what longer steps move; null: the steps are the scenario's own. Default null.</param>
    /// <exception cref="ScenarioException">The scenario has problems; all of them are in it.</exception>
    public static (StepProgram Program, Metrics Metrics) CompileEverything(Scenario scenario, MovedTimes? moved = null)
    {
        Metrics everything = new();
        var program = Compile(scenario, everything, out _, moved: moved, recorded: ledger => everything = Everything(scenario, ledger));
        return (program, everything);
    }

    /// <summary>Every flow and level that the equations of a scenario report, as series of each step.</summary>
    /// <exception cref="ScenarioException">The scenario has problems; all of them are in it.</exception>
    public static Metrics Everything(Scenario scenario)
    {
        var problems = new Problems();
        var changes = ScenarioChecks.Run(scenario, new Metrics(), problems);
        problems.ThrowIfAny($"Scenario \"{scenario.Name}\"");
        return Everything(scenario, Write(scenario, changes).Ledger);
    }

    private static Metrics Everything(Scenario scenario, Ledger ledger)
    {
        var entries = ledger.Entries.Select(entry => new Metric(entry.Quantity)
        {
            Aggregate = Aggregate.Total,
            Side = scenario.Networks.Count == 1 ? null : entry.Side,
            Place = entry.Place,
            Calibre = entry.Calibre,
            Origin = entry.Origin,
        });
        return new Metrics { Every = 1, Series = Items.From(entries.Distinct()) };
    }

    /// <summary>Every number that a scenario states, by kind of noun and key, and whether an equation uses it.</summary>
    /// <exception cref="ScenarioException">The scenario has problems; all of them are in it.</exception>
    public static IReadOnlyList<(string Noun, string Key, bool Used)> NumberUses(Scenario scenario)
    {
        var problems = new Problems();
        var changes = ScenarioChecks.Run(scenario, new Metrics(), problems);
        problems.ThrowIfAny($"Scenario \"{scenario.Name}\"");
        return [.. Write(scenario, changes).Sides.SelectMany(side => side.NumberUses())];
    }

    /// <summary>The equations of all sides.</summary>
    private static (ProgramBuilder Builder, Ledger Ledger, Side[] Sides) Write(
        Scenario scenario, IReadOnlyList<PlacedChange> changes, bool quiet = false)
    {
        var builder = new ProgramBuilder(scenario.Horizon.Steps);
        var numbers = new NumberTerms(builder, scenario.Horizon, quiet);
        var ledger = new Ledger();
        var rounding = new Rounding(builder, scenario.WholeRounds);
        var opponents = new OpponentFire(builder);
        var only = scenario.Networks.Count == 1;
        Side[] sides =
        [
            .. scenario.Networks.Select(network => new Side(network, only, builder, numbers, ledger, scenario.Horizon, rounding, changes)
            {
                Opponents = opponents,
            }),
        ];
        foreach (var side in sides) Write(side);
        builder.Event = StepOrder.Recording;
        foreach (var side in sides) Close(side);
        opponents.Close(ledger);
        return (builder, ledger, sides);
    }

    /// <summary>The equations of one side in the order of events.</summary>
    private static void Write(Side side)
    {
        var builder = side.Builder;
        builder.Prefix = side.Prefix;
        var lever = new TargetShareEquations(side);

        builder.Event = StepOrder.Changes;
        side.Conditions.Measure();
        side.Throttles.Measure();
        foreach (var part in side.Network.Parts) DrawingEquations.Begin(part, side);

        builder.Event = StepOrder.Arrivals;
        foreach (var route in side.Parts<Route>()) RouteEquations.Arrive(route, side);
        foreach (var source in side.Parts<InputSource>()) InputSupply.Supply(source, side);
        builder.LabelStates("after arrivals");

        builder.Event = StepOrder.Making;
        var inputs = new InputEquations(side, lever.Scale);
        foreach (var line in side.Parts<ProductionLine>()) ProductionLineEquations.Produce(line, side, inputs.Made(line));
        inputs.Use();
        foreach (var park in side.Parts<GunPark>()) GunEquations.Make(park, side);
        foreach (var reserve in side.Parts<Reserve>()) RefurbishmentEquations.Refurbish(reserve, side, lever.Scale);
        foreach (var supplier in side.Parts<Supplier>())
        {
            SupplierEquations.Produce(supplier, side);
            AccountEquations.Pay(supplier, side);
        }

        builder.LabelStates("after making");

        builder.Event = StepOrder.Strikes;
        foreach (var stockpile in side.Parts<Stockpile>()) StockpileEquations.Strike(stockpile, side);
        foreach (var park in side.Parts<GunPark>()) GunEquations.Lose(park, side);
        builder.LabelStates("after strikes");

        builder.Event = StepOrder.Dispatch;
        ReplenishmentEquations.Order(side);
        var wishes = RouteEquations.Wishes(side);
        foreach (var supplier in side.Parts<Supplier>())
        {
            var route = side.Parts<Route>().First(route => route.From == supplier.Name);
            SupplierEquations.Dispatch(supplier, side, calibre => route.Replenishment is null
                ? lever.Ordered(supplier, calibre)
                : wishes[(route, calibre)].Wish * AnnouncementEquations.Begun(supplier, side));
        }

        foreach (var stockpile in DispatchOrder.Of(side.Network)) RouteEquations.Dispatch(stockpile, wishes, side);
        builder.LabelStates("after dispatch");

        builder.Event = StepOrder.Requirement;
        foreach (var consumer in side.Parts<Consumer>()) ConsumerEquations.Require(consumer, side);

        builder.Event = StepOrder.Rationing;
        ControlledFire[] rationed = [.. side.Parts<Consumer>().SelectMany(consumer => ConsumerEquations.Ration(consumer, side))];
        var controlled = GunEquations.Cap(rationed, side);

        builder.Event = StepOrder.Expenditure;
        var fired = new List<ControlledFire>();
        foreach (var group in controlled.GroupBy(one => (one.Consumer.At, one.Calibre)))
        {
            fired.AddRange(ConsumerEquations.Fire(side.Part<Stockpile>(group.Key.At), group.Key.Calibre, [.. group], side));
        }

        ConsumerEquations.Miss(fired, side);
        foreach (var park in side.Parts<GunPark>()) GunEquations.Wear(park, fired, side);
        side.Throttles.Observe(fired);
    }

    /// <summary>Rounds off what is too small to count and books the levels at the end of the step.</summary>
    private static void Close(Side side)
    {
        side.Builder.Prefix = side.Prefix;
        foreach (var part in side.Network.Parts)
        {
            foreach (var cell in side.Topology.Cells(part.Name))
            {
                side.Close(Held(part), part, side.Stores[part.Name, cell], cell.Calibre, cell.Origin);
            }
        }

        TransitEquations.Close(side);
        SailingEquations.Close(side);
        AccountEquations.Close(side);

        foreach (var part in side.Network.Parts)
        {
            foreach (var calibre in side.Topology.OwedCalibres(part))
            {
                side.Close(Owed(part), part, side.Stores.Owed(part.Name, calibre)!, calibre);
            }
        }

        InputSupply.Close(side);
        foreach (var park in side.Parts<GunPark>()) new GunLevels(park, side).Close();
        CostEquations.Close(side);
    }

    /// <summary>The quantity under which the rounds that a part holds are booked.</summary>
    private static Quantity Held(Part part) => part switch
    {
        Stockpile => Quantity.OnHand,
        Reserve => Quantity.Reserve,
        Supplier => Quantity.Exportable,
        Route => Quantity.InTransit,
        _ => throw new NotSupportedException($"{part.GetType().Name} holds no rounds."),
    };

    /// <summary>The quantity under which the rounds that a part waits for are booked.</summary>
    private static Quantity Owed(Part part) => part switch
    {
        Route => Quantity.OnOrder,
        Consumer => Quantity.Backordered,
        _ => throw new NotSupportedException($"{part.GetType().Name} is owed no rounds."),
    };
}
