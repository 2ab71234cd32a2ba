using Supply.Maths;

namespace Supply.Programs;

/// <summary>
/// Collects the arithmetic of a program. Terms are folded where all operands are known and shared where they are equal;
/// a state read after it was set in the same step gives what was set.
/// </summary>
internal sealed class ProgramBuilder(int steps)
{
    private readonly Dictionary<(Op, int, int, int, int, long), Term> known = [];
    private readonly Dictionary<int, Term> current = [];
    private readonly Dictionary<ulong, string> drawKeys = [];
    private readonly Dictionary<string, int> drawIndex = [];
    private readonly Dictionary<string, object?> owners = [];

    public int Steps { get; } = steps;

    public List<Term> Terms { get; } = [];

    public List<double[]> Tables { get; } = [];

    public List<StateRef> States { get; } = [];

    public List<DelayRef> Delays { get; } = [];

    public List<LookupTable> Lookups { get; } = [];

    /// <summary>The distributions whose quantiles are asked for.</summary>
    public List<StepDraw> Quantiles { get; } = [];

    public List<ParameterRef> Parameters { get; } = [];

    public List<string> Draws { get; } = [];

    public Dictionary<int, Term> DelayInputs { get; } = [];

    /// <summary>A number, and what else would have its draws.</summary>
    public List<(string First, string Second)> Collisions { get; } = [];

    /// <summary>The event that is being written, an index into <see cref="StepOrder"/>.</summary>
    public int Event { get; set; }

    /// <summary>Prefix of the names of parts in labels while a side is written: <c>Side/</c>, or nothing where there is one side.</summary>
    public string Prefix { get; set; } = "";

    public Term Zero => Constant(0);

    public Term One => Constant(1);

    public Term Constant(double value) =>
        Get(Op.Constant, Timing.Constant, index: -1, value: value == 0 ? 0 : value);

    public Term Table(double[] values)
    {
        if (values.All(value => value.Equals(values[0]))) return Constant(values[0]);
        var index = Tables.FindIndex(table => table.AsSpan().SequenceEqual(values));
        if (index < 0)
        {
            index = Tables.Count;
            Tables.Add(values);
        }

        return Get(Op.Table, Timing.Table, index);
    }

    /// <summary>1 in the steps from <paramref name="from"/> up to, but without, <paramref name="until"/>, else 0.</summary>
    public Term Flag(int from, int until)
    {
        var values = new double[Steps];
        values.AsSpan(Math.Clamp(from, 0, Steps)..Math.Clamp(until, Math.Clamp(from, 0, Steps), Steps)).Fill(1);
        return Table(values);
    }

    /// <param name="key">The key of its draw.</param>
    /// <param name="name">Its name.</param>
    /// <param name="reach">Its least and greatest value.</param>
    /// <param name="prior">Its value at a uniform number.</param>
    /// <param name="owner">The only one that may have the key, see <see cref="Own"/>; null: all of its name.</param>
    public Term Parameter(string key, string name, Bounds reach, Func<Term, Term> prior, object? owner = null)
    {
        var index = Parameters.FindIndex(parameter => parameter.Key == key);
        Own(key, owner);
        var value = prior(Get(Op.Uniform, Timing.Prior, Draw(key)));
        if (index < 0)
        {
            index = Parameters.Count;
            Parameters.Add(new(key, name, reach, value));
        }
        else if (Parameters[index].Prior != value)
        {
            Collide(name, Parameters[index].Name);
        }

        var term = Get(Op.Parameter, Timing.Setup, index);
        term.Label ??= name;
        return term;
    }

    /// <param name="key">The key of its draws.</param>
    /// <param name="owner">The only one that may have the key, see <see cref="Own"/>; null: all of its name.</param>
    public Term Normal(string key, object? owner = null)
    {
        Own(key, owner);
        return Get(Op.Normal, Timing.Step, Draw(key));
    }

    /// <summary>
    /// Notes whose draws a key addresses. A key that is a name belongs to all numbers of the name; one that is the address of a place
    /// belongs to the number of the place, and another owner is a collision.
    /// </summary>
    /// <param name="key">The key.</param>
    /// <param name="owner">The number or the part whose place the key is; null: the key is a name.</param>
    public void Own(string key, object? owner)
    {
        if (!owners.TryAdd(key, owner) && !ReferenceEquals(owners[key], owner)) Collide(key, key);
    }

    private void Collide(string first, string second)
    {
        var collision = (first, $"another number called \"{second}\"");
        if (!Collisions.Contains(collision)) Collisions.Add(collision);
    }

    public StateRef NewState(string name, Term initial)
    {
        var state = new StateRef(States.Count, name, initial);
        States.Add(state);
        return state;
    }

    /// <summary>The value of the state at this point of the step.</summary>
    public Term Read(StateRef state) =>
        current.TryGetValue(state.Index, out var term) ? term : Get(Op.State, Timing.Step, state.Index);

    public void Set(StateRef state, Term value) => current[state.Index] = value;

    /// <summary>Name in the listing of a term or state of a part of the side that is written.</summary>
    public string LabelOf(string what, string part, object? detail = null) => LabelOf(Prefix, what, part, detail);

    /// <summary>Name in the listing of a term or state of a part.</summary>
    public static string LabelOf(string prefix, string what, string part, object? detail) =>
        detail is null ? $"{what}[{prefix}{part}]" : $"{what}[{prefix}{part}, {detail}]";

    /// <summary>Gives the new values of states a name that says after which event they hold.</summary>
    public void LabelStates(string after)
    {
        foreach (var (index, term) in current)
        {
            if (term.Event == Event && term.Op != Op.State) term.Label ??= $"{States[index].Name} {after}";
        }
    }

    /// <summary>The value of the state after the last step.</summary>
    public Term AtEnd(StateRef state) => Get(Op.FinalState, Timing.Final, state.Index);

    public IEnumerable<(StateRef State, Term Value)> StateUpdates() =>
        current.OrderBy(pair => pair.Key).Select(pair => (States[pair.Key], pair.Value));

    public DelayRef NewDelay(string name, Term lag, int maxLag, bool perShipment = false)
    {
        var delay = new DelayRef(Delays.Count, name, lag, maxLag) { PerShipment = perShipment };
        Delays.Add(delay);
        return delay;
    }

    public Term Delayed(DelayRef delay) => Get(Op.Delayed, Timing.Step, delay.Index);

    public void Push(DelayRef delay, Term value) => DelayInputs.Add(delay.Index, value);

    public Term Lookup(Term[] points, int[] left, double[] weight)
    {
        if (points.All(point => point.Timing == Timing.Constant))
        {
            return Table(Enumerable.Range(0, Steps).Select(step => Between(step)).ToArray());
        }

        Lookups.Add(new(points, left, weight));
        return Get(Op.Lookup, points.Any(point => point.Timing == Timing.Step) ? Timing.Step : Timing.Planned, Lookups.Count - 1);

        double Between(int step)
        {
            var (a, b) = (points[left[step]].Value, points[Math.Min(left[step] + 1, points.Length - 1)].Value);
            return a + (b - a) * weight[step];
        }
    }

    /// <summary>All terms whose rows an instruction reads: its operands, and the points of a path.</summary>
    public IEnumerable<Term> Reads(Term term) => term.Op == Op.Lookup ? Lookups[term.Index].Points : term.Operands();

    public Term Add(Term a, Term b) => IsZero(a) ? b : IsZero(b) ? a : Make(Op.Add, a, b);

    public Term Sum(IEnumerable<Term> terms) => terms.Aggregate(Zero, Add);

    public Term Subtract(Term a, Term b) => IsZero(b) ? a : a == b ? Zero : Make(Op.Subtract, a, b);

    public Term Multiply(Term a, Term b) =>
        IsZero(a) || IsZero(b) ? Zero : IsOne(a) ? b : IsOne(b) ? a : Make(Op.Multiply, a, b);

    public Term Divide(Term a, Term b) => IsZero(a) && b.Timing != Timing.Constant ? Zero : IsOne(b) ? a : Make(Op.Divide, a, b);

    public Term Min(Term a, Term b) => Make(Op.Min, a, b);

    public Term Max(Term a, Term b) => Make(Op.Max, a, b);

    public Term Less(Term a, Term b) => Make(Op.Less, a, b);

    public Term Select(Term condition, Term then, Term otherwise) =>
        then == otherwise ? then
        : condition.Timing == Timing.Constant ? (condition.Value != 0 ? then : otherwise)
        : Make(Op.Select, condition, then, otherwise);

    public Term Sqrt(Term a) => Make(Op.Sqrt, a);

    public Term Exp(Term a) => Make(Op.Exp, a);

    public Term Log(Term a) => Make(Op.Log, a);

    public Term InverseNormal(Term a) => Make(Op.InverseNormal, a);

    public Term Floor(Term a) => Make(Op.Floor, a);

    public Term FlushTiny(Term a) => Make(Op.FlushTiny, a);

    /// <summary>The quantile of a distribution at the normal draw of a step.</summary>
    public Term Quantile(StepDraw of, Term normal)
    {
        var index = Quantiles.IndexOf(of);
        if (index < 0)
        {
            index = Quantiles.Count;
            Quantiles.Add(of);
        }

        return Get(Op.Quantile, Timing.Step, index, a: normal);
    }

    /// <summary>1 - a.</summary>
    public Term Rest(Term a) => Subtract(One, a);

    /// <summary>The share of a pool that a wish takes: min(1, wanted / pool), 0 from an empty pool.</summary>
    public Term Share(Term wanted, Term pool) =>
        IsZero(pool) ? Zero : Select(Less(Zero, pool), Min(One, Divide(wanted, pool)), Zero);

    public static bool IsZero(Term term) => term.Op == Op.Constant && term.Value == 0;

    private static bool IsOne(Term term) => term.Op == Op.Constant && term.Value == 1;

    private int Draw(string key)
    {
        if (drawIndex.TryGetValue(key, out var index)) return index;
        if (!drawKeys.TryAdd(DrawKey.Of(key), key)) Collisions.Add((drawKeys[DrawKey.Of(key)], $"\"{key}\""));
        drawIndex[key] = index = Draws.Count;
        Draws.Add(key);
        return index;
    }

    private Term Make(Op op, Term a, Term? b = null, Term? c = null)
    {
        Term?[] operands = [a, b, c];
        var timing = operands.Max(operand => operand?.Timing ?? Timing.Constant);
        if (timing == Timing.Constant) return Constant(Scalar.Apply(op, a.Value, b?.Value ?? 0, c?.Value ?? 0));
        if (timing == Timing.Table)
        {
            return Table([.. Enumerable.Range(0, Steps)
                .Select(step => Scalar.Apply(op, ValueAt(a, step), ValueAt(b, step), ValueAt(c, step)))]);
        }

        // A table changes from step to step, so what it is combined with cannot be finished before the first one.
        if (timing is Timing.Prior or Timing.Setup && operands.Any(operand => operand?.Timing == Timing.Table)) timing = Timing.Planned;
        return Get(op, timing, -1, a: a, b: b, c: c);
    }

    private double ValueAt(Term? term, int step) =>
        term is null ? 0 : term.Op == Op.Table ? Tables[term.Index][step] : term.Value;

    private Term Get(Op op, Timing timing, int index, Term? a = null, Term? b = null, Term? c = null, double value = 0)
    {
        var key = (op, index, a?.Id ?? -1, b?.Id ?? -1, c?.Id ?? -1, BitConverter.DoubleToInt64Bits(value));
        if (known.TryGetValue(key, out var term)) return term;
        term = new Term { Builder = this, Id = Terms.Count, Op = op, Timing = timing, A = a, B = b, C = c, Index = index, Value = value,
            Event = Event };
        Terms.Add(term);
        known.Add(key, term);
        return term;
    }
}
