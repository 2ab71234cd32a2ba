using static Supply.Files.NumberShapes;
using static Supply.Files.ValueShapes;

namespace Supply.Files;

/// <summary>Rates over time.</summary>
internal sealed class RatePathShapes
{
    private static readonly Form<Interpolation> interpolation = Choice("an interpolation",
        ("linear", Interpolation.Linear), ("step", Interpolation.Step));

    private static readonly Each<Uncertain> factorsEach =
        new((_, i) => PropertyWords.Number(i + 1)) { Words = "factor {1} of {0}", Key = (_, i) => PropertyWords.Number(i) };

    private static readonly Each<RatePoint> pointsEach =
        new((point, _) => point.At.ToString()) { Words = "{0} at {1}", Key = (_, i) => PropertyWords.Number(i) };

    private static readonly Each<double> stepsEach = new((_, i) => PropertyWords.Number(i)) { Words = "{0} at step {1}" };

    private static readonly Form<RatePath> rounds = PathOf("rounds");

    private readonly string things;
    private readonly Form<Rate> flow;
    private readonly Form<RateUnit> unit;
    private readonly Form<int> unitPerStep;
    private readonly Form<int> unitDrawn;
    private readonly StepDrawShapes draws;
    private readonly Union<RatePath> kinds;

    private RatePathShapes(string things)
    {
        (this.things, flow, unit, unitPerStep) = (things, FlowOf(things), UnitOfRate(things),
            Choice("the unit of a value per step", ($"{things}/day", 0)));
        (draws, unitDrawn) = (new(things), Choice("the unit of what is drawn in each step", ($"{things}/step", 0)));
        kinds = Kinds();
    }

    /// <summary>Rates of rounds over time.</summary>
    public static RatePath Path(Cursor at, RatePath value) => rounds(at, value);

    /// <summary>Rates of things over time.</summary>
    /// <param name="things">The things they count.</param>
    public static Form<RatePath> PathOf(string things)
    {
        var paths = new RatePathShapes(things);
        return (at, value) => at.Path(paths.kinds, value);
    }

    private Union<RatePath> Kinds() => new(
        $"a rate such as {{ \"value\": 1000, \"unit\": \"{things}/month\" }}, or a path: "
            + "\"linear\", \"logistic\", \"table\", \"firstOrder\", \"perStep\", \"drawn\" or \"csv\"",
        Tag: null,
        [
            new Kind<RatePath, ConstantPath>("value", Constant),
            new Kind<RatePath, TablePath>("linear", f => f.Get("linear".Inline(), Linear, x => x))
            {
                When = path => path is { Interpolation: Interpolation.Linear, Points.Count: 2 },
            },
            new Kind<RatePath, TablePath>("table", f => f.Get("table".Inline(), Table, x => x)),
            new Kind<RatePath, FirstOrderPath>("firstOrder", f => f.Get("firstOrder".Inline(), FirstOrder, x => x)),
            new Kind<RatePath, LogisticPath>("logistic", f => f.Get("logistic".Inline(), Logistic, x => x)),
            new Kind<RatePath, PerStepPath>("perStep", PerStep),
            new Kind<RatePath, DrawnPath>("drawn", Drawn),
            // It is written as its points, so that a scenario file needs no other file to be run again.
            new Kind<RatePath, TablePath>("csv", f => f.Get("csv".Inline("A column of rates of a CSV file."), Csv, x => x))
            {
                When = _ => false,
            },
        ],
        (f, path) => path with { Factors = f.ListOrEmpty("factors".As(""), In(NumberRule.Factor), x => x.Factors, factorsEach) })
    {
        Of = things == "rounds" ? "" : things,
    };

    private ConstantPath Constant(Fields<ConstantPath> f) =>
        new(RateOf(f, unit, things, x => x.Rate, "The same rate at all times, at least 0, in its unit."));

    private TablePath Linear(Cursor at, TablePath value) => at.Object(
        "a ramp with \"start\", \"from\", \"end\" and \"to\"",
        f =>
        {
            var start = f.Get("start".As("start of {0}", meaning: "The day at whose start the ramp begins."), When, x => x.Points[0].At);
            var from = f.Get("from".As($"{{0}} at {start}", "points/0", "The rate until then."), flow, x => x.Points[0].Rate);
            var end = f.Get(
                "end".As("end of {0}", meaning: "The day at whose start the ramp is complete; after its start."), When,
                x => x.Points[1].At);
            var to = f.Get("to".As($"{{0}} at {end}", "points/1", "The rate from then on."), flow, x => x.Points[1].Rate);
            return new TablePath(Interpolation.Linear, [new(start, from), new(end, to)]);
        },
        value);

    private TablePath Table(Cursor at, TablePath value) => at.Object(
        "a table with \"interpolation\" and \"points\"",
        f => new TablePath(
            f.Get("interpolation".As(meaning: "Straight lines between the points, or each value until the next point."), interpolation,
                x => x.Interpolation),
            f.List("points".As("", meaning: "The points in order of time, at least one."), Point, x => x.Points, pointsEach)),
        value);

    private TablePath Csv(Cursor at, TablePath value) => at.Object(
        $"a column such as {{ \"file\": \"own.csv\", \"dates\": \"from\", \"rates\": \"made\", \"unit\": \"{things}/month\" }}",
        f =>
        {
            var file = f.Get("file".As(meaning: "A CSV file with a heading line, as seen from the folder of this file."), Filled, _ => "");
            var dates = f.Get("dates".As(meaning: "The heading of the column of dates, such as 2025-01-31, in order of time."), Filled,
                _ => "");
            var rates = f.Get("rates".As(meaning: "The heading of the column of rates, each at least 0."), Filled, _ => "");
            var per = f.Get("unit".As(meaning: "The unit of the rates."), unit, _ => RateUnit.PerDay);
            var between = f.Get(
                "interpolation".As(meaning: "Each rate until the next date, or straight lines between the dates. Default step."),
                interpolation, x => x.Interpolation, absent: Interpolation.Step);
            return new TablePath(between, at.Points(file, new(dates, rates, per)));
        },
        value);

    private RatePoint Point(Cursor at, RatePoint value) => at.Object(
        "a point with \"at\" and \"rate\"",
        f => new RatePoint(f.Get("at".As("a point of {0}"), When, x => x.At), f.Get("rate".Inline(), flow, x => x.Rate)),
        value);

    private FirstOrderPath FirstOrder(Cursor at, FirstOrderPath value) => at.Object(
        "an approach with \"start\", \"from\", \"to\" and \"timeConstant\"",
        f =>
        {
            var start = f.Get("start", When, x => x.Start);
            return new FirstOrderPath(
                start,
                f.Get("from".As($"{{0}} before {start}"), flow, x => x.From),
                f.Get("to".As($"{{0}} after {start}"), flow, x => x.To),
                f.Get("timeConstant", DurationToDivideBy, x => x.TimeConstant));
        },
        value);

    private LogisticPath Logistic(Cursor at, LogisticPath value) => at.Object(
        "a ramp with \"midpoint\", \"from\", \"to\" and \"duration\"",
        f =>
        {
            var midpoint = f.Get("midpoint", When, x => x.Midpoint);
            return new LogisticPath(
                midpoint,
                f.Get("from".As($"{{0}} before the ramp of {midpoint}"), flow, x => x.From),
                f.Get("to".As($"{{0}} after the ramp of {midpoint}"), flow, x => x.To),
                f.Get("duration".As("duration of the ramp of {0}"), DurationToDivideBy, x => x.Duration),
                // A slip moves a date.
                f.Get("slip".As("slip of the ramp of {0}"), AnyDuration, x => x.Slip, absent: Days.None));
        },
        value);

    private DrawnPath Drawn(Fields<DrawnPath> f)
    {
        var amount = f.Get("drawn".Inline(), draws.Draw, x => x.Amount);
        var days = f.Get("stepDays".As("days in the step of {0}"), ExactIn(new Limits(0.001, 366)), x => x.StepDays);
        f.Get("unit".Inline("The unit of what is drawn."), unitDrawn, _ => 0);
        return new(amount, days);
    }

    private PerStepPath PerStep(Fields<PerStepPath> f)
    {
        var rounds = f.List("perStep".Inline(), ExactIn(new Limits(0) { Unit = things + "/day" }), x => x.RoundsPerDay, stepsEach);
        f.Get("unit".Inline("The unit of the values."), unitPerStep, _ => 0);
        return new(rounds);
    }
}
