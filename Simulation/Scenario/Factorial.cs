namespace Supply;

/// <summary>
/// Every combination of some levers (a full factorial design): what each does alone, what they do together, and where one makes
/// another stronger or weaker. <see cref="Study.Effects"/> takes the effects from a study of its scenarios.
/// </summary>
public sealed class Factorial
{
    private const int MostLevers = 8;

    /// <summary>All combinations of levers on top of a baseline.</summary>
    /// <param name="baseline">The scenario without any of them.</param>
    /// <param name="levers">One to eight levers of different names; with n levers there are 2 to the power of n scenarios.</param>
    /// <exception cref="ArgumentException">There are none or too many, two have one name, or one changes nothing.</exception>
    public Factorial(Scenario baseline, params Lever[] levers)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(levers);
        if (levers.Length is < 1 or > MostLevers)
        {
            throw new ArgumentException($"There are {levers.Length} levers; a factorial takes 1..{MostLevers}.", nameof(levers));
        }
        var twice = levers.GroupBy(lever => lever.Name).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null)
        {
            throw new ArgumentException($"There are {twice.Count()} levers \"{twice.Key}\"; each needs a name of its own.", nameof(levers));
        }
        if (levers.FirstOrDefault(lever => lever.Changes.Count == 0) is { } idle)
        {
            throw new ArgumentException($"Lever \"{idle.Name}\" has no changes; it needs at least 1.", nameof(levers));
        }
        (Baseline, Levers) = (baseline, Items.Of<Lever>(levers));
        Scenarios = Items.From(Enumerable.Range(0, 1 << levers.Length).Select(Combination));
    }

    /// <summary>The scenario without any lever.</summary>
    public Scenario Baseline { get; }

    /// <summary>The levers in the order given.</summary>
    public Items<Lever> Levers { get; }

    /// <summary>
    /// All combinations, named like <c>sanctions + strike</c> (all of three or more: <c>all together</c>), the baseline first: lever i acts
    /// in scenario k if bit i of k is set.
    /// </summary>
    public Items<Scenario> Scenarios { get; }

    /// <summary>The scenario in which all levers act.</summary>
    public Scenario Together => Scenarios[^1];

    /// <summary>The scenario in which one lever acts alone.</summary>
    /// <param name="lever">Its position among <see cref="Levers"/>, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such lever.</exception>
    public Scenario Alone(int lever)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(lever);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(lever, Levers.Count);
        return Scenarios[1 << lever];
    }

    private Scenario Combination(int set)
    {
        if (set == 0) return Baseline;
        var acting = Levers.Where((_, i) => (set >> i & 1) == 1).ToArray();
        var name = acting.Length == Levers.Count && acting.Length > 2
            ? "all together" : string.Join(" + ", acting.Select(lever => lever.Name));
        return Baseline.With(name, [.. acting.SelectMany(lever => lever.Changes)]);
    }

    /// <summary>For people, for example <c>4 scenarios: all combinations of sanctions, strike</c>.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"{Scenarios.Count} scenarios: all combinations of ")
            + string.Join(", ", Levers.Select(lever => lever.Name));
}
