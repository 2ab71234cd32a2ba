using System.Text.Json;
using static Supply.Files.ValueShapes;

namespace Supply.Files;

/// <summary>Numbers, exact or uncertain, and quantities: numbers with a unit.</summary>
internal static class NumberShapes
{
    private const int MostFactors = 100;

    private const string Monthly = "The unit of the value; a month has 30.4375 days, a year 365.25.";

    private static readonly RateUnit[] rateUnits = [RateUnit.PerDay, RateUnit.PerMonth, RateUnit.PerYear];

    private static readonly Form<int> unitOfRounds = Choice("the unit of a number of rounds", ("rounds", 0));

    private static readonly Form<int> unitOfDays = Choice("the unit of a length of time", ("days", 0));

    private static readonly Union<Uncertain> kinds = new(
        """a number, or an uncertain number such as { "uniform": [1, 2] }, without unit""",
        Tag: null,
        [
            new Kind<Uncertain, ExactlyValue>("exactly", f => new(f.Get("exactly", Exact, x => x.Value))),
            new Kind<Uncertain, UniformValue>("uniform", Uniform),
            new Kind<Uncertain, TriangularValue>("triangular", Triangular),
            new Kind<Uncertain, PertValue>("pert", Pert),
            new Kind<Uncertain, NormalValue>("normal", f => f.Get("normal", Normal, x => x)),
            new Kind<Uncertain, LogNormalValue>("logNormal", LogNormal),
            new Kind<Uncertain, OneOfValue>("oneOf", f => new(f.List("oneOf", OneCase, x => x.Cases))),
            new Kind<Uncertain, DriftValue>("drift", f => f.Get("drift", Drift, x => x)),
            new Kind<Uncertain, NoiseValue>("noise", f => f.Get("noise", Noise, x => x)),
            new Kind<Uncertain, ProductValue>("product", f =>
                f.Get("product".As(meaning: "The product of 2 to 100 factors, each exact or uncertain."), Product, x => x)),
        ],
        Annotated)
    {
        Meaning = "An uncertain number is drawn once per replication and holds in all its steps; drift and noise are paths. What is drawn "
            + "in each step is a rate with \"drawn\". A number other than 0 is at least 1e-9 and at most 1e15 in size.",
    };

    /// <summary>A number that may be uncertain; a bare number where it is exact and has no name, key or source.</summary>
    public static Uncertain Number(Cursor at, Uncertain value) =>
        at.Is(JsonValueKind.Number, writing: value is ExactlyValue { Name: null, Key: null, Source: null })
            ? new ExactlyValue(at.Number("a number", value is ExactlyValue exact ? exact.Value : 0))
            : at.Union(kinds, value);

    /// <summary>A number that stands without its unit, which the property implies.</summary>
    public static Form<Uncertain> In(NumberRule rule) => (at, value) => at.Uncertain(rule, value);

    /// <summary>The multiplier of a change.</summary>
    public static Form<Uncertain> ChangeFactor { get; } = In(NumberRule.ChangeFactor);

    public static Fraction Share(Cursor at, Fraction value) => Fraction.Of(at.Uncertain(NumberRule.Fraction, value?.Value!));

    /// <summary>A number of rounds.</summary>
    public static Form<Rounds> Amount { get; } = AmountOf(NumberRule.Rounds);

    /// <summary>A number of rounds by which something is divided.</summary>
    public static Form<Rounds> AmountToDivideBy { get; } = AmountOf(NumberRule.Rounds with { Least = NumberRule.LeastDivisor });

    /// <summary>A length of time that works whatever the length of a step; its user says why.</summary>
    public static Form<Days> AnyDuration { get; } = DurationOf(NumberRule.AnyDays);

    /// <summary>A length of time by which something is divided and that works whatever the length of a step; its user says why.</summary>
    public static Form<Days> AnyDurationToDivideBy { get; } = DurationOf(NumberRule.AnyDays with { Least = NumberRule.LeastDivisor });

    /// <summary>A length of time, 0 or at least a step.</summary>
    public static Form<Days> Duration { get; } = DurationOf(NumberRule.Days);

    /// <summary>A length of time by which something is divided, at least a step.</summary>
    public static Form<Days> DurationToDivideBy { get; } = DurationOf(NumberRule.Days with { Least = NumberRule.LeastDivisor });

    /// <summary>A length of time by which something is divided, at least a step as written, that may drift.</summary>
    public static Form<Days> VaryingDurationToDivideBy { get; } =
        DurationOf(NumberRule.Days with { Least = NumberRule.LeastDivisor, Varies = true });

    /// <summary>A length of time without doubt, at least a step.</summary>
    public static Form<Days> ExactDuration { get; } = DurationOf(NumberRule.Days with { Exact = true });

    public static Form<Money> PerRound { get; } = PriceIn("money/round");

    public static Form<Money> PerRoundAndDay { get; } = PriceIn("money/round/day");

    public static Form<Money> PerOrder { get; } = PriceIn("money/order");

    public static Form<Money> PerUnit { get; } = PriceIn("money/unit");

    /// <summary>A value as a bare number.</summary>
    /// <param name="rule">Its unit and limits.</param>
    public static Form<Money> ValueIn(NumberRule rule) => (at, value) => Money.Of(at.Uncertain(rule, value?.Value!));

    /// <summary>A factor as a bare number.</summary>
    /// <param name="rule">Its unit and limits.</param>
    public static Form<Factor> FactorIn(NumberRule rule) => (at, value) => Factor.Of(at.Uncertain(rule, value?.Value!));

    /// <summary>A rate of rounds.</summary>
    public static Form<Rate> Flow { get; } = FlowOf("rounds");

    /// <summary>A rate of things.</summary>
    /// <param name="things">The things it counts.</param>
    public static Form<Rate> FlowOf(string things)
    {
        var unit = UnitOfRate(things);
        return (at, value) => at.Rate(Plain, value);

        Rate Plain(Cursor at, Rate value) => at.Object(
            $$"""a rate such as { "value": 1000, "unit": "{{things}}/month" }""",
            f => RateOf(f, unit, things, x => x),
            value);
    }

    /// <summary>The value and the unit of a rate, as properties of an object that has others as well.</summary>
    public static Rate RateOf<T>(Fields<T> f, Form<RateUnit> unit, string things, Func<T, Rate> of, string? meaning = null,
        string? ofUnit = null)
    {
        // The unit follows the value in a file; to look at the value it must be known.
        var rule = NumberRule.Rate(f.Known(x => UnitText(of(x).Unit, things), things));
        return new Rate(f.Get("value".Inline(meaning), In(rule), x => of(x).Value),
            f.Get("unit".Inline(ofUnit ?? Monthly), unit, x => of(x).Unit));
    }

    /// <summary>The unit of a rate.</summary>
    /// <param name="things">The things it counts.</param>
    public static Form<RateUnit> UnitOfRate(string things) => Choice("a unit of a rate",
        [.. rateUnits.Select(unit => (UnitText(unit, things), unit))]);

    /// <summary>A number of things that are not rounds.</summary>
    /// <param name="things">The things it counts.</param>
    public static Form<Units> Count(string things)
    {
        var unit = Choice($"the unit of a number of {things}", (things, 0));
        var rule = new NumberRule(things);
        return (at, value) => at.Object(
            $$"""a number of {{things}} such as { "value": 1000, "unit": "{{things}}" }""",
            f => Units.Of(WithUnit(f, rule, unit, x => x.Value)),
            value);
    }

    private static string UnitText(RateUnit unit, string things) => unit switch
    {
        RateUnit.PerDay => things + "/day",
        RateUnit.PerMonth => things + "/month",
        RateUnit.PerYear => things + "/year",
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "is not a unit of a rate"),
    };

    private static Form<Rounds> AmountOf(NumberRule rule) => (at, value) => at.Object(
        """a number of rounds such as { "value": 1000, "unit": "rounds" }""",
        f => Rounds.Of(WithUnit(f, rule, unitOfRounds, x => x.Value)),
        value);

    private static Form<Days> DurationOf(NumberRule rule) => (at, value) => at.Object(
        """a length of time such as { "value": 30, "unit": "days" }""",
        f => Days.Of(WithUnit(f, rule, unitOfDays, x => x.Value)),
        value);

    private static Form<Money> PriceIn(string unit)
    {
        var (rule, word) = (new NumberRule(unit), Choice("the unit of this cost", (unit, 0)));
        return (at, value) => at.Object(
            $$"""a cost such as { "value": 10, "unit": "{{unit}}" }""",
            f => Money.Of(WithUnit(f, rule, word, x => x.Value, "What the value is paid for; the currency is the same in all of a file.")),
            value);
    }

    private static Uncertain WithUnit<T>(Fields<T> f, NumberRule rule, Form<int> unit, Func<T, Uncertain> of,
        string meaning = "The unit of the value.")
    {
        var number = f.Get("value".Inline(), In(rule), of);
        f.Get("unit".Inline(meaning), unit, _ => 0);
        return number;
    }

    private static Uncertain Annotated(Fields<Uncertain> f, Uncertain number) => Annotated(f, x => x, number);

    /// <summary>A number with its name, key and source, which are properties of the object around it.</summary>
    /// <param name="f">The properties.</param>
    /// <param name="of">The number of such an object.</param>
    /// <param name="number">The number without them.</param>
    public static Uncertain Annotated<T>(Fields<T> f, Func<T, Uncertain> of, Uncertain number)
    {
        var name = f.Maybe("name", Name, x => of(x).Name);
        var key = f.Maybe("key", Name, x => of(x).Key == of(x).Name ? null : of(x).Key);
        Source? cited = f.Maybe("cited".As(meaning: "The published source of the number."), CitedSource, x => of(x).Source as Cited);
        var assumed = f.Maybe("assumed".As(meaning: "Why this number is assumed, where the published record is silent."), Text,
            x => (of(x).Source as Assumed)?.Reason);
        f.NotBoth("cited", "assumed", "a number is either cited or assumed; remove one.");
        return number with { Name = name, Key = key ?? name, Source = cited ?? (assumed is null ? null : new Assumed(assumed)) };
    }

    private static Cited CitedSource(Cursor at, Cited value) => at.Object(
        "a source with \"asOf\", \"grade\", \"lineage\", \"note\" and \"rows\"",
        f => new Cited(
            f.Get("asOf", Day, x => x.AsOf),
            f.Get("grade", Text, x => x.Grade),
            f.Get("lineage", Text, x => x.Lineage),
            f.Get("note", Text, x => x.Note),
            f.List("rows", Text, x => x.Rows)),
        value);

    private static UniformValue Uniform(Fields<UniformValue> f) =>
        f.Get("uniform", Several(2, "low and high, such as [5, 10]"), x => [x.Low, x.High]) is [var low, var high]
            ? new(low, high) : new(0, 0);

    private static TriangularValue Triangular(Fields<TriangularValue> f) =>
        f.Get("triangular", Several(3, "low, mode and high, such as [5, 7, 10]"), x => [x.Low, x.Mode, x.High])
            is [var low, var mode, var high] ? new(low, mode, high) : new(0, 0, 0);

    private static PertValue Pert(Fields<PertValue> f) =>
        f.Get("pert", Several(3, "low, mode and high, such as [5, 7, 10]"), x => [x.Low, x.Mode, x.High])
            is [var low, var mode, var high] ? new(low, mode, high) : new(0, 0, 0);

    private static LogNormalValue LogNormal(Fields<LogNormalValue> f)
    {
        var range = f.Get("logNormal", Several(2, "low and high, such as [5, 10]"), x => [x.Low, x.High]);
        var probability = f.Get("probability".As(meaning: "The probability of the interval from low to high, 0.01 or more and below 1. "
            + "Default 0.9."), Exact, x => x.Probability, absent: 0.9);
        return range is [var low, var high] ? new(low, high, probability) : new(0, 0, probability);
    }

    private static NormalValue Normal(Cursor at, NormalValue value) => at.Object(
        """{ "mean": ..., "sd": ... }""", f =>
            new NormalValue(f.Get("mean".As(meaning: "The mean."), Exact, x => x.Mean),
                f.Get("sd".As(meaning: "The standard deviation, at least 0."), Exact, x => x.Sd)), value);

    private static DriftValue Drift(Cursor at, DriftValue value) => at.Object(
        """{ "from": "2024-01-01", "sdPerYear": ... }""",
        f => new DriftValue(f.Get("from", AnyTime, x => x.From), f.Get("sdPerYear", Exact, x => x.SdPerYear),
            f.Get("until", WhenOrNull, x => x.Until, absent: null)),
        value);

    private static NoiseValue Noise(Cursor at, NoiseValue value) => at.Object(
        """{ "sd": ..., "correlationDays": ... }""",
        f => new NoiseValue(f.Get("sd", Exact, x => x.Sd), f.Get("correlationDays", Exact, x => x.CorrelationDays)),
        value);

    private static Alternative OneCase(Cursor at, Alternative value) => at.Object(
        """a case such as { "label": "high", "weight": 1, "value": 5 }""",
        f => new Alternative(f.Get("label", Name, x => x.Label), f.Get("weight", Exact, x => x.Weight),
            f.Get("value", Number, x => x.Value)),
        value);

    // A chain of factors is one list: a product whose left side is a plain product continues it.
    private static ProductValue Product(Cursor at, ProductValue value)
    {
        var factors = at.List(Number, value is null ? Items<Uncertain>.Empty : Items.From(Factors(value)), least: 2, most: MostFactors);
        if (factors.Count is < 2 or > MostFactors) at.Problem($"needs 2 to {MostFactors} factors, holds {factors.Count}.");
        return factors.Count is < 2 or > MostFactors ? new(0, 0) : (ProductValue)factors.Aggregate((left, right) => left * right);
    }

    private static IEnumerable<Uncertain> Factors(ProductValue product)
    {
        Stack<Uncertain> right = [];
        Uncertain left = product;
        do
        {
            right.Push(((ProductValue)left).Right);
            left = ((ProductValue)left).Left;
        }
        while (left is ProductValue { Name: null, Key: null, Source: null });
        return right.Prepend(left);
    }

    private static Form<Items<double>> Several(int count, string names) => (at, value) =>
    {
        var numbers = at.List(Exact, value, least: count, most: count);
        if (numbers.Count != count && at.Is(JsonValueKind.Array, writing: false))
        {
            at.Problem($"needs {count} numbers, {names}; holds {numbers.Count}.");
        }
        return numbers;
    };
}
