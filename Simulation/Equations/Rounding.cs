using Supply.Programs;
using static Supply.Programs.Arithmetic;


namespace Supply.Equations;

/// <summary>
/// Whole rounds, where a scenario asks for them: amounts that do not come whole by themselves run up until another round is
/// complete, and what is split is split by largest remainder. Where it does not ask, every amount stays as it is.
/// </summary>
internal sealed class Rounding(ProgramBuilder builder, bool whole)
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
        if (!whole || IsZero(amount)) return amount;
        if (running.TryGetValue(name, out var known)) return known;
        var rest = builder.NewState($"rest of {name}", builder.Zero);
        var total = rest.Now + amount;
        var given = Down(total);
        rest.Now = total - given;
        return running[name] = given;
    }

    public Term Down(Term amount) => whole ? Floor(amount + Slack) : amount;

    public Term Nearest(Term amount) => whole ? Floor(amount + 0.5) : amount;

    /// <summary>Splits whole rounds in proportion to parts that come to at least as much, or to next to as much.</summary>
    public Term[] Apportion(IReadOnlyList<Term> parts, Term total)
    {
        if (parts.Count == 1) return [total];
        var share = Share(total, builder.Sum(parts));
        Term[] quotas = [.. parts.Select(part => part * share)];
        Term[] floors = [.. quotas.Select(Down)];
        Term[] remainders = [.. quotas.Zip(floors, (quota, floor) => Floor((quota - floor) * Grid + 0.5))];
        var missing = total - builder.Sum(floors);
        return [.. floors.Select((floor, i) => floor + (Before(remainders, i) < missing))];
    }

    /// <summary>How many remainders come before one: the larger, and of equal ones those in front.</summary>
    private Term Before(Term[] remainders, int i) => builder.Sum(remainders.Select((other, j) =>
        j == i ? builder.Zero : j < i ? 1 - (other < remainders[i]) : other > remainders[i]));
}
