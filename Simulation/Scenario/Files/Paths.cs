using static Supply.Files.Numbers;
using static Supply.Files.Values;

namespace Supply.Files;

/// <summary>Rates over time.</summary>
internal sealed class Paths
{
    private static readonly Form<Interpolation> interpolation = Choice("an interpolation",
        ("linear", Interpolation.Linear), ("step", Interpolation.Step));

    private static readonly Form<RatePath> rounds = PathOf("rounds");

    private readonly Form<Rate> flow;
    private readonly Form<RateUnit> unit;
    private readonly Form<int> unitPerStep;
    private readonly Union<RatePath> kinds;

    private Paths(string things)
    {
        (flow, unit, unitPerStep) = (FlowOf(things), UnitOfRate(things), Choice("the unit of a value per step", ($"{things}/day", 0)));
        kinds = Kinds(things);
    }

    /// <summary>Rates of rounds over time.</summary>
    public static RatePath Path(Cursor at, RatePath value) => rounds(at, value);

    /// <summary>Rates of things over time.</summary>
    /// <param name="things">What they count.</param>
    public static Form<RatePath> PathOf(string things)
    {
        var paths = new Paths(things);
        return (at, value) => at.Union(paths.kinds, value);
    }

    private Union<RatePath> Kinds(string things) => new(
        $"a rate such as {{ \"value\": 1000, \"unit\": \"{things}/month\" }}, or a path: \"linear\", \"logistic\", \"table\", \"firstOrder\" or \"perStep\"",
        Tag: null,
        [
            new Kind<RatePath, ConstantPath>("value", Constant),
            new Kind<RatePath, TablePath>("linear", f => f.Get("linear", Linear, x => x))
            {
                When = path => path is { Interpolation: Interpolation.Linear, Points.Count: 2 },
            },
            new Kind<RatePath, TablePath>("table", f => f.Get("table", Table, x => x)),
            new Kind<RatePath, FirstOrderPath>("firstOrder", f => f.Get("firstOrder", FirstOrder, x => x)),
            new Kind<RatePath, LogisticPath>("logistic", f => f.Get("logistic", Logistic, x => x)),
            new Kind<RatePath, PerStepPath>("perStep", PerStep),
        ],
        (f, path) => path with { Factors = f.ListOrEmpty("factors", Number, x => x.Factors) })
    {
        Of = things == "rounds" ? "" : things,
    };

    private ConstantPath Constant(Fields<ConstantPath> f) => new(new Rate(f.Get("value", Number, x => x.Rate.Value), f.Get("unit", unit, x => x.Rate.Unit)));

    private TablePath Linear(Cursor at, TablePath value) => at.Object(
        "a ramp with \"start\", \"from\", \"end\" and \"to\"",
        f =>
        {
            var (start, from) = (f.Get("start", When, x => x.Points[0].At), f.Get("from", flow, x => x.Points[0].Rate));
            var (end, to) = (f.Get("end", When, x => x.Points[1].At), f.Get("to", flow, x => x.Points[1].Rate));
            return new TablePath(Interpolation.Linear, [new(start, from), new(end, to)]);
        },
        value);

    private TablePath Table(Cursor at, TablePath value) => at.Object(
        "a table with \"interpolation\" and \"points\"",
        f => new TablePath(f.Get("interpolation", interpolation, x => x.Interpolation), f.List("points", Point, x => x.Points)),
        value);

    private RatePoint Point(Cursor at, RatePoint value) => at.Object(
        "a point with \"at\" and \"rate\"",
        f => new RatePoint(f.Get("at", When, x => x.At), f.Get("rate", flow, x => x.Rate)),
        value);

    private FirstOrderPath FirstOrder(Cursor at, FirstOrderPath value) => at.Object(
        "an approach with \"start\", \"from\", \"to\" and \"timeConstant\"",
        f => new FirstOrderPath(
            f.Get("start", When, x => x.Start),
            f.Get("from", flow, x => x.From),
            f.Get("to", flow, x => x.To),
            f.Get("timeConstant", Duration, x => x.TimeConstant)),
        value);

    private LogisticPath Logistic(Cursor at, LogisticPath value) => at.Object(
        "a ramp with \"midpoint\", \"from\", \"to\" and \"duration\"",
        f => new LogisticPath(
            f.Get("midpoint", When, x => x.Midpoint),
            f.Get("from", flow, x => x.From),
            f.Get("to", flow, x => x.To),
            f.Get("duration", Duration, x => x.Duration),
            f.Get("slip", Duration, x => x.Slip, absent: Days.None)),
        value);

    private PerStepPath PerStep(Fields<PerStepPath> f)
    {
        var rounds = f.List("perStep", Exact, x => x.RoundsPerDay);
        f.Get("unit", unitPerStep, _ => 0);
        return new(rounds);
    }
}
