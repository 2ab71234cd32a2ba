using Supply.Maths;

namespace Supply.Programs;

/// <summary>
/// Gives every term that is needed a row. Rows of terms that live within a step are used again as soon as their last
/// reader is done; a new value goes straight into its state's row when nothing reads the old one after it.
/// </summary>
internal sealed class Assembler(ProgramBuilder builder)
{
    private readonly Dictionary<Term, int> rows = [];
    private readonly Dictionary<int, int> stateRows = [];
    private readonly HashSet<Term> needed = [];
    private int count;

    public StepProgram Assemble(
        Horizon horizon, Metrics metrics, IReadOnlyList<RecordedSeries> series, IReadOnlyList<RecordedScalar> scalars,
        IReadOnlyList<(string Name, Term Residual, Term Scale)> balances)
    {
        var updates = builder.StateUpdates().ToList();
        Term[] sampled = [.. series.Concat(scalars.Select(scalar => scalar.Recorded))
            .SelectMany(recorded => new[] { recorded.A, recorded.B }).OfType<Term>().Distinct()];
        Need(updates.Select(update => update.Value));
        Need(builder.DelayInputs.Values.Concat(builder.Delays.Select(delay => delay.Lag)));
        Need(sampled);
        Need(balances.SelectMany(balance => new[] { balance.Residual, balance.Scale }));
        Need(builder.States.Select(state => state.Initial));
        Need(builder.Parameters.Select(parameter => parameter.Prior));
        foreach (var state in builder.States) stateRows[state.Index] = count++;
        var schedule = new Schedule(builder, needed, Carried(updates));
        foreach (var term in Ordered(term => term.Timing != Timing.Step || schedule.IsObserved(term))) Place(term);
        var delays = builder.Delays.Select(delay => (delay, first: Reserve(delay.MaxLag + 1))).ToList();
        var steps = Steps(updates, sampled, schedule);
        var parameters = builder.Parameters.Select((parameter, i) => (parameter.Key, parameter.Name, parameter.Reach, Row: ParameterRow(i)))
            .ToArray();
        return new StepProgram
        {
            Horizon = horizon,
            Metrics = metrics,
            Constants = [.. Ordered(term => term.Op == Op.Constant).Select(term => (rows[term], term.Value))],
            Tables = [.. Ordered(term => term.Op == Op.Table).Select(term => (rows[term], builder.Tables[term.Index]))],
            Draws = [.. builder.Draws.Select(DrawKey.Of)],
            Parameters = parameters,
            Prior = Instructions(Timing.Prior),
            ParameterCopies = [.. builder.Parameters.Select((parameter, i) => new RowCopy(rows[parameter.Prior], parameters[i].Row))],
            Setup = Instructions(Timing.Setup),
            Initials = [.. builder.States.Select(state => new RowCopy(rows[state.Initial], stateRows[state.Index]))],
            Lasting = [.. builder.States.Select(state => (state.Name, stateRows[state.Index])), .. delays.SelectMany(Slots)],
            Planned = [.. Ordered(term => term.Timing == Timing.Planned)
                .Select(term => new PlannedInstruction(ToInstruction(term), schedule.Changes(term)))],
            Step = steps,
            Observed = [.. Ordered(schedule.IsObserved).Select(ToInstruction)],
            Updates = [.. updates.Select(update => new RowCopy(rows[update.Value], stateRows[update.State.Index]))
                .Where(copy => copy.From != copy.To)],
            Delays = [.. delays.Select(pair =>
                new DelayRows(pair.first, pair.delay.MaxLag + 1, rows[pair.delay.Lag], rows[builder.DelayInputs[pair.delay.Index]],
                    pair.delay.PerShipment))],
            Lookups = [.. builder.Lookups.Select(lookup =>
                new LookupRows([.. lookup.Points.Select(point => rows.GetValueOrDefault(point, -1))], lookup.Left, lookup.Weight))],
            Quantiles = [.. builder.Quantiles.Select(StepQuantile.Of)],
            Final = Instructions(Timing.Final),
            Series = [.. series.Select(ToProbe)],
            Scalars = [.. scalars.Select(scalar => new ScalarProbe(ToProbe(scalar.Recorded), scalar.Window, scalar.First, scalar.Last))],
            Balances = [.. balances.Select(balance => new BalanceRows(balance.Name, rows[balance.Residual], rows[balance.Scale]))],
            Rows = count,
        };
    }

    /// <summary>Terms that outlive the step: new states, and inputs of delays with their lags.</summary>
    private IEnumerable<Term> Carried(IEnumerable<(StateRef State, Term Value)> updates) =>
        updates.Select(update => update.Value).Concat(builder.DelayInputs.Values)
            .Concat(builder.Delays.Where(delay => delay.PerShipment).Select(delay => delay.Lag));

    /// <summary>The slots of a delay; another form of the same delay has other slots, and so other names.</summary>
    private static IEnumerable<(string Name, int Row)> Slots((DelayRef Delay, int First) rows) =>
        Enumerable.Range(0, rows.Delay.MaxLag + 1).Select(slot => (
            FormattableString.Invariant($"{rows.Delay.Name}, slot {slot} of {rows.Delay.MaxLag + 1}")
                + (rows.Delay.PerShipment ? " by shipment" : ""),
            rows.First + slot));

    private Probe ToProbe(RecordedSeries recorded) =>
        new(recorded.Metric, recorded.Reading, rows[recorded.A], recorded.B is { } b ? rows[b] : -1);

    private int ParameterRow(int parameter) =>
        Ordered(term => term.Op == Op.Parameter && term.Index == parameter).Select(term => rows[term])
            .FirstOrDefault(-1) is var row and >= 0
            ? row
            : count++;

    private IEnumerable<Term> Ordered(Func<Term, bool> which) => builder.Terms.Where(term => needed.Contains(term) && which(term));

    private void Need(IEnumerable<Term> terms)
    {
        var open = new Stack<Term>(terms);
        while (open.TryPop(out var term))
        {
            if (!needed.Add(term)) continue;
            foreach (var operand in builder.Reads(term)) open.Push(operand);
        }
    }

    private void Place(Term term) =>
        rows[term] = term.Op == Op.FinalState ? stateRows[term.Index] : count++;

    private int Reserve(int rowCount)
    {
        var first = count;
        count += rowCount;
        return first;
    }

    private Instruction[] Instructions(Timing timing) =>
        [.. Ordered(term => term.Timing == timing && term.Op is not (Op.Parameter or Op.FinalState)).Select(term => ToInstruction(term))];

    private Instruction ToInstruction(Term term) => new(
        term.Op, rows[term], Row(term.A), Row(term.B), Row(term.C), term.Index);

    private int Row(Term? term) => term is null ? -1 : rows[term];

    private Instruction[] Steps(List<(StateRef State, Term Value)> updates, Term[] sampled, Schedule schedule)
    {
        var terms = Ordered(term => term.Timing == Timing.Step && !schedule.IsObserved(term)).ToArray();
        var last = new Dictionary<Term, int>();
        for (var i = 0; i < terms.Length; i++)
        {
            foreach (var operand in builder.Reads(terms[i])) last[operand] = i;
        }

        var observed = Ordered(schedule.IsObserved).SelectMany(builder.Reads);
        foreach (var term in Carried(updates).Concat(sampled).Concat(observed)) last[term] = int.MaxValue;
        var home = Homes(terms, updates, last);
        var free = new Stack<int>();
        var program = new List<Instruction>(terms.Length);
        for (var i = 0; i < terms.Length; i++)
        {
            var term = terms[i];
            if (term.Op == Op.State)
            {
                rows[term] = stateRows[term.Index];
                continue;
            }

            // An operand read here for the last time may give its row to the result: all operations go lane by lane.
            foreach (var operand in builder.Reads(term).Distinct())
            {
                if (last[operand] == i && IsTemporary(operand, home)) free.Push(rows[operand]);
            }

            rows[term] = home.TryGetValue(term, out var state) ? stateRows[state] : free.TryPop(out var row) ? row : count++;
            program.Add(ToInstruction(term));
            if (!last.ContainsKey(term) && IsTemporary(term, home)) free.Push(rows[term]);
        }

        return [.. program];
    }

    private static bool IsTemporary(Term term, Dictionary<Term, int> home) =>
        term.Timing == Timing.Step && term.Op != Op.State && !home.ContainsKey(term);

    /// <summary>New values that may be computed in the row of their state.</summary>
    private static Dictionary<Term, int> Homes(Term[] terms, List<(StateRef State, Term Value)> updates, Dictionary<Term, int> last)
    {
        var position = terms.Select((term, i) => (term, i)).ToDictionary(pair => pair.term, pair => pair.i);
        var loads = terms.Where(term => term.Op == Op.State).ToDictionary(term => term.Index);
        var home = new Dictionary<Term, int>();
        foreach (var (state, value) in updates)
        {
            if (!position.TryGetValue(value, out var at) || value.Op is Op.State or Op.Delayed or Op.Lookup || home.ContainsKey(value))
            {
                continue;
            }
            var lastRead = loads.TryGetValue(state.Index, out var load) ? last.GetValueOrDefault(load, -1) : -1;
            if (lastRead <= at) home[value] = state.Index;
        }

        return home;
    }
}
