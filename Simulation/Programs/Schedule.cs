namespace Supply.Programs;

/// <summary>Which terms of a step need not be computed in every step.</summary>
internal sealed class Schedule
{
    private readonly ProgramBuilder builder;
    private readonly Dictionary<Term, bool[]> changes = [];
    private readonly HashSet<Term> observed;

    /// <param name="builder">The arithmetic of the program.</param>
    /// <param name="needed">Terms that the program computes.</param>
    /// <param name="carried">Terms that the next step needs: new states and what goes into delays.</param>
    public Schedule(ProgramBuilder builder, IReadOnlySet<Term> needed, IEnumerable<Term> carried)
    {
        this.builder = builder;
        var every = new HashSet<Term>();
        Follow(carried, every);

        // What a state held when the step began may be overwritten when the step ends.
        Follow(needed.Where(term => builder.Reads(term).Any(operand => operand.Op == Op.State)), every);
        observed = [.. needed.Where(term => term.Timing == Timing.Step && term.Op != Op.State && !every.Contains(term))];
    }

    /// <summary>Whether only the recorder reads it, so that it can wait until something is sampled.</summary>
    public bool IsObserved(Term term) => observed.Contains(term);

    /// <summary>The steps in which a planned term or a table differs from the step before; the first is one of them.</summary>
    public bool[] Changes(Term term)
    {
        if (changes.TryGetValue(term, out var known)) return known;
        var steps = new bool[builder.Steps];
        steps[0] = true;
        foreach (var operand in builder.Reads(term).Where(operand => operand.Timing is Timing.Table or Timing.Planned))
        {
            foreach (var (step, change) in Changes(operand).Index()) steps[step] |= change;
        }

        for (var step = 1; step < steps.Length; step++) steps[step] |= Moves(term, step);
        return changes[term] = changes.Values.FirstOrDefault(other => other.AsSpan().SequenceEqual(steps)) ?? steps;
    }

    private bool Moves(Term term, int step) => term.Op switch
    {
        Op.Table => BitConverter.DoubleToInt64Bits(builder.Tables[term.Index][step])
            != BitConverter.DoubleToInt64Bits(builder.Tables[term.Index][step - 1]),
        Op.Lookup => builder.Lookups[term.Index] is var path
            && (path.Left[step] != path.Left[step - 1] || !path.Weight[step].Equals(path.Weight[step - 1])),
        _ => false,
    };

    private void Follow(IEnumerable<Term> terms, HashSet<Term> found)
    {
        var open = new Stack<Term>(terms);
        while (open.TryPop(out var term))
        {
            if (!found.Add(term)) continue;
            foreach (var operand in builder.Reads(term)) open.Push(operand);
        }
    }
}
