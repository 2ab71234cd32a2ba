namespace Supply.Programs;

/// <summary>
/// How often each term that a program needs occurs in its equations. How parameters follow from their draws is left out: a
/// listing takes them as given, and the sources of a scenario name their distributions.
/// </summary>
internal sealed class TermUses
{
    private readonly Dictionary<Term, int> uses = [];

    public TermUses(CompiledEquations equations)
    {
        var builder = equations.Builder;
        var open = new Stack<Term>();
        void Use(Term? term, int times = 1)
        {
            if (term is null) return;
            if (!uses.TryAdd(term, times)) uses[term] += times;
            else open.Push(term);
        }

        foreach (var (_, value) in builder.StateUpdates()) Use(value);
        foreach (var state in builder.States) Use(state.Initial);
        foreach (var input in builder.DelayInputs.Values) Use(input);

        // A lag is printed in brackets after the name of its delay, and two samples after that of their metric: names serve best there.
        foreach (var delay in builder.Delays) Use(delay.Lag, 2);
        foreach (var recorded in equations.Series.Concat(equations.Scalars.Select(scalar => scalar.Recorded)))
        {
            Use(recorded.A, recorded.Reading == SampleRule.Value ? 1 : 2);
            Use(recorded.B, 2);
        }

        foreach (var balance in equations.Balances) Use(balance.Residual);
        while (open.TryPop(out var term))
        {
            foreach (var read in builder.Reads(term)) Use(read);
        }
    }

    public IEnumerable<Term> Needed => uses.Keys;

    public bool IsShared(Term term) => uses[term] > 1;
}
