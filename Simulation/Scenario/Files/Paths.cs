using static Supply.Files.Numbers;
using static Supply.Files.Values;

namespace Supply.Files;

/// <summary>Rates over time.</summary>
internal static class Paths
{
    private static readonly Form<Interpolation> interpolation = Choice("an interpolation",
        ("linear", Interpolation.Linear), ("step", Interpolation.Step));

    private static readonly Form<int> unitPerStep = Choice("the unit of a value per step", ("rounds/day", 0));

    private static readonly Union<RatePath> kinds = new(
        "a rate such as { \"value\": 1000, \"unit\": \"rounds/month\" }, or a path: \"linear\", \"logistic\", \"table\", \"firstOrder\" or \"perStep\"",
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
        (f, path) => path with { Factors = f.ListOrEmpty("factors", Number, x => x.Factors) });

    public static RatePath Path(Cursor at, RatePath value) => at.Union(kinds, value);

    private static ConstantPath Constant(Fields<ConstantPath> f) => new(new Rate(f.Get("value", Number, x => x.Rate.Value), f.Get("unit", UnitOfRate, x => x.Rate.Unit)));

    private static TablePath Linear(Cursor at, TablePath value) => at.Object(
        "a ramp with \"start\", \"from\", \"end\" and \"to\"",
        f =>
        {
            var (start, from) = (f.Get("start", When, x => x.Points[0].At), f.Get("from", Flow, x => x.Points[0].Rate));
            var (end, to) = (f.Get("end", When, x => x.Points[1].At), f.Get("to", Flow, x => x.Points[1].Rate));
            return new TablePath(Interpolation.Linear, [new(start, from), new(end, to)]);
        },
        value);

    private static TablePath Table(Cursor at, TablePath value) => at.Object(
        "a table with \"interpolation\" and \"points\"",
        f => new TablePath(f.Get("interpolation", interpolation, x => x.Interpolation), f.List("points", Point, x => x.Points)),
        value);

    private static RatePoint Point(Cursor at, RatePoint value) => at.Object(
        "a point with \"at\" and \"rate\"",
        f => new RatePoint(f.Get("at", When, x => x.At), f.Get("rate", Flow, x => x.Rate)),
        value);

    private static FirstOrderPath FirstOrder(Cursor at, FirstOrderPath value) => at.Object(
        "an approach with \"start\", \"from\", \"to\" and \"timeConstant\"",
        f => new FirstOrderPath(
            f.Get("start", When, x => x.Start),
            f.Get("from", Flow, x => x.From),
            f.Get("to", Flow, x => x.To),
            f.Get("timeConstant", Duration, x => x.TimeConstant)),
        value);

    private static LogisticPath Logistic(Cursor at, LogisticPath value) => at.Object(
        "a ramp with \"midpoint\", \"from\", \"to\" and \"duration\"",
        f => new LogisticPath(
            f.Get("midpoint", When, x => x.Midpoint),
            f.Get("from", Flow, x => x.From),
            f.Get("to", Flow, x => x.To),
            f.Get("duration", Duration, x => x.Duration),
            f.Get("slip", Duration, x => x.Slip, absent: Days.None)),
        value);

    private static PerStepPath PerStep(Fields<PerStepPath> f)
    {
        var rounds = f.List("perStep", Exact, x => x.RoundsPerDay);
        f.Get("unit", unitPerStep, _ => 0);
        return new(rounds);
    }
}
