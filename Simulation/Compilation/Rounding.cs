namespace Supply.Compilation;

/// <summary>
/// Whole rounds, where a scenario asks for them: amounts that do not come whole by themselves run up until another round is
/// complete, and what is split is split by largest remainder. Where it does not ask, every amount stays as it is.
/// </summary>
internal sealed class Rounding(ProgramBuilder b, bool whole)
{
    // What misses a whole number by less is rounding of sums.
    private const double Slack = 1e-9;

    // Remainders are compared in millionths, so that equal ones are equal however they were computed.
    private const double Grid = 1e6;

    private readonly Dictionary<string, Term> running = [];

    public bool Whole => whole;

    /// <summary>The whole rounds of the running total that were not given out before; the rest waits for the next step.</summary>
    /// <param name="amount">Rounds in this step.</param>
    /// <param name="name">The flow; it has one running total.</param>
    public Term Run(Term amount, string name)
    {
        if (!whole || ProgramBuilder.IsZero(amount)) return amount;
        if (running.TryGetValue(name, out var known)) return known;
        var rest = b.NewState($"rest of {name}", b.Zero);
        var total = b.Add(b.Read(rest), amount);
        var given = Down(total);
        b.Set(rest, b.Subtract(total, given));
        return running[name] = given;
    }

    public Term Down(Term amount) => whole ? b.Floor(b.Add(amount, b.Constant(Slack))) : amount;

    public Term Nearest(Term amount) => whole ? b.Floor(b.Add(amount, b.Constant(0.5))) : amount;

    /// <summary>Splits whole rounds in proportion to parts that come to at least as much, or to next to as much.</summary>
    public Term[] Apportion(IReadOnlyList<Term> parts, Term total)
    {
        if (parts.Count == 1) return [total];
        var share = b.Share(total, b.Sum(parts));
        Term[] quotas = [.. parts.Select(part => b.Multiply(part, share))];
        Term[] whole = [.. quotas.Select(Down)];
        Term[] rests = [.. quotas.Zip(whole, (quota, one) => b.Floor(b.Add(b.Multiply(b.Subtract(quota, one), b.Constant(Grid)), b.Constant(0.5))))];
        var missing = b.Subtract(total, b.Sum(whole));
        return [.. whole.Select((one, i) => b.Add(one, b.Less(Before(rests, i), missing)))];
    }

    /// <summary>How many remainders come before one: the larger, and of equal ones those in front.</summary>
    private Term Before(Term[] rests, int i) => b.Sum(rests.Select((other, j) =>
        j == i ? b.Zero : j < i ? b.Rest(b.Less(other, rests[i])) : b.Less(rests[i], other)));
}
