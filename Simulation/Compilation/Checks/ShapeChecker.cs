using Supply.Files;
using Supply.Programs;

namespace Supply.Compilation;

/// <summary>
/// Checks every property of a noun against the unit, the limits and the references that its shape gives. What a shape cannot say, such as
/// how two properties go together, is left to the rules.
/// </summary>
internal sealed class ShapeChecker : ShapeVisitor
{
    private readonly string place;
    private readonly NumberChecks numbers;
    private readonly References references;

    private ShapeChecker(Spot spot, string place, NumberChecks numbers, References references) : base(spot) =>
        (this.place, this.numbers, this.references) = (place, numbers, references);

    private Problems Problems => numbers.Problems;

    /// <summary>Checks a noun.</summary>
    /// <param name="form">Its form.</param>
    /// <param name="value">The noun.</param>
    /// <param name="place">Its name in messages.</param>
    /// <param name="numbers">Checks its numbers.</param>
    /// <param name="references">Finds what it names.</param>
    public static void Run<T>(Form<T> form, T value, string place, NumberChecks numbers, References references) =>
        form(new ShapeChecker(Spot.Top, place, numbers, references), value);

    public override ShapeVisitor At(Spot at, bool left) => new ShapeChecker(at, place, numbers, references);

    public override Uncertain Uncertain(NumberRule rule, Uncertain value)
    {
        numbers.Check(place, Spot.Words, value, rule);
        return value;
    }

    public override double Exactly(Limits limits, double value)
    {
        if (NumberChecks.Finite(value) is { } fault) Problem($"{Spot.Words} {fault}.");
        else Within(limits, value);
        return value;
    }

    public override int Whole(Limits limits, int value)
    {
        Within(limits, value);
        if (limits.AtLeastAStep && numbers.Times.TooShort(value) is { } hint)
        {
            Problem($"{Spot.Words} is {MessageText.Number(value)}, {hint}");
        }

        return value;
    }

    public override string Name(string expected, string value)
    {
        if (value is not null && NameText.FaultOfName(value) is { } fault) Problem($"{Words} {QuotedText.Quote(value)} {fault}.");
        return value!;
    }

    public override string Text(string expected, string value)
    {
        if (value is not null && NameText.FaultOfText(value) is { } fault) Problem($"{Words} {QuotedText.Quote(value)} {fault}.");
        return value!;
    }

    public override string Word(string what, IReadOnlyList<string> words, string value)
    {
        if (value is null) Problem($"{Spot.Words} is not {what}; there is {QuotedText.OneOf(words)}.");
        return value ?? words[0];
    }

    public override Items<T> List<T>(Form<T> item, Items<T> value, Each<T>? each, int least, int? most)
    {
        if (each?.Unique is { } unique)
        {
            foreach (var group in value.Index().GroupBy(pair => each.Label(pair.Item, pair.Index)).Where(group => group.Count() > 1))
            {
                Problem($"it has {group.Count()} {unique.Replace("{1}", group.Key, StringComparison.Ordinal)}");
            }
        }

        // One fault of many plain numbers is enough.
        var before = Problems.Count;
        foreach (var (i, one) in value.Index())
        {
            item(At(Spot.Item(each, one, i, KeyOfPart), left: false), one);
            if (typeof(T) == typeof(double) && Problems.Count > before) break;
        }

        return value;
    }

    public override T Union<T>(Union<T> union, T value)
    {
        if (union.Kinds.Any(kind => kind.Fits(value))) return base.Union(union, value);
        Problem("no equations are known for this kind of " + typeof(T).Name.ToLowerInvariant() + ".");
        return value;
    }

    public override RatePath Path(Union<RatePath> kinds, RatePath value)
    {
        PathRules.Check(place, Spot.Words, value, numbers);
        return Union(kinds, value);
    }

    public override Moment Moment(MomentRule rule, Moment value)
    {
        if (rule == MomentRule.Begins) numbers.Times.Begins(place, Spot.Words, value);
        else numbers.Times.Kind(place, Spot.Words, value);
        return value;
    }

    public override string Reference(Reference to, string value)
    {
        references.Find(place, Spot.Words, to, value);
        return value;
    }

    public override Origin SupplierOf(Origin value)
    {
        references.FindSupplier(place, value);
        return value;
    }

    public override void Problem(string message) => Problems.Add(place, message);

    private string Words => Spot.Words.Length == 0 ? "it" : Spot.Words;

    private static string Behind(Limits limits) => limits.Unit.Length == 0 ? "" : " " + limits.Unit;

    private void Within(Limits limits, double value)
    {
        if (value >= limits.Least && value <= limits.Most) return;
        Problem($"{Spot.Words} is {MessageText.Number(value)}{Behind(limits)}; it must "
            + (double.IsInfinity(limits.Most)
                ? $"be at least {(limits.Least == NumberRule.LeastDivisor ? NumberRule.WhyLeast : MessageText.Number(limits.Least))}."
                    : $"lie in {MessageText.Number(limits.Least)}..{MessageText.Number(limits.Most)}."));
    }
}
