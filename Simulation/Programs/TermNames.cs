namespace Supply.Programs;

/// <summary>Names of terms, states and delays in a listing; no two have the same name.</summary>
internal sealed class TermNames
{
    private readonly HashSet<string> taken = [];
    private readonly Dictionary<Term, string> names = [];
    private readonly string[] states;
    private readonly string[] after;
    private readonly string[] start;
    private readonly string[] delays;
    private readonly string[] into;
    private readonly string[] lags;
    private readonly string[] parameters;

    public TermNames(CompiledEquations equations, TermUses uses)
    {
        var builder = equations.Builder;
        states = [.. builder.States.Select(state => Unique(state.Name))];
        after = [.. states.Select(state => Unique(state + "'"))];
        start = [.. states.Select(state => Unique(state + " at the start"))];
        delays = [.. builder.Delays.Select(delay => Unique(delay.Name))];
        into = [.. delays.Select(delay => Unique("into " + delay))];
        lags = [.. into.Select(delay => Unique("lag " + delay))];
        parameters = [.. builder.Parameters.Select(parameter => Unique("~" + parameter.Name))];
        Labelled = [.. uses.Needed.Where(term => term.Label is not null && term.Op != Op.Parameter).OrderBy(term => term.Id)];
        foreach (var term in Labelled) names[term] = Unique(term.Label!);

        // A term without a label that is the new value of a state, goes into a delay or opens a state goes by that name.
        foreach (var (state, value) in builder.StateUpdates()) Reserve(value, After(state));
        foreach (var delay in builder.Delays) Reserve(builder.DelayInputs[delay.Index], Into(delay));
        foreach (var state in builder.States) Reserve(state.Initial, AtStart(state));
    }

    /// <summary>The terms that are needed and have a label, in the order in which they were written.</summary>
    public IReadOnlyList<Term> Labelled { get; }

    public string? Of(Term term) => names.GetValueOrDefault(term);

    public string State(int state) => states[state];

    public string After(StateRef state) => after[state.Index];

    public string AtStart(StateRef state) => start[state.Index];

    public string Delay(int delay) => delays[delay];

    public string Into(DelayRef delay) => into[delay.Index];

    /// <summary>The steps that what goes into a delay takes.</summary>
    public string Lag(DelayRef delay) => lags[delay.Index];

    public string Parameter(int parameter) => parameters[parameter];

    /// <summary>The name, with a number if it is taken.</summary>
    public string Unique(string name)
    {
        if (taken.Add(name)) return name;
        for (var i = 2; ; i++)
        {
            var numbered = $"{name} ({i})";
            if (taken.Add(numbered)) return numbered;
        }
    }

    public void Reserve(Term term, string name)
    {
        if (!LineWriter.IsSimple(term)) names.TryAdd(term, name);
    }
}
