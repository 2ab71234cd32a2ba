using static Supply.Files.ValueShapes;

namespace Supply.Files;

/// <summary>Distributions of what is drawn in each step.</summary>
internal sealed class StepDrawShapes
{
    public const double MostMean = 1e6;

    public const double MostEvents = 500;

    public const int MostSize = 1_000;

    private static readonly Form<double> events = ExactIn(new Limits(0, MostEvents) { Unit = "events/step" });

    private static readonly Form<double> shape = ExactIn(new Limits(0.05, MostMean));

    private static readonly Form<double> weight = ExactIn(new Limits(0));

    private static readonly Each<StepOutcome> outcomesEach =
        new((_, i) => PropertyWords.Number(i + 1)) { Words = "outcome {1} of {0}", Key = (_, i) => PropertyWords.Number(i) };

    private readonly Form<double> amount;
    private readonly Form<double> mean;
    private readonly Form<double> size;
    private readonly Union<StepDraw> kinds;

    /// <param name="things">The things that are drawn.</param>
    public StepDrawShapes(string things)
    {
        var unit = things + "/step";
        amount = ExactIn(new Limits(0) { Unit = unit });
        mean = ExactIn(new Limits(0, MostMean) { Unit = unit });
        size = ExactIn(new Limits(1, MostSize) { Unit = things });
        kinds = new(
            "a distribution of one step: \"poisson\", \"normal\", \"gamma\", \"compoundPoisson\" or \"discrete\"",
            Tag: null,
            [
                new Kind<StepDraw, PoissonDraw>("poisson", f => f.Get("poisson".Inline(), Poisson, x => x)),
                new Kind<StepDraw, NormalDraw>("normal", f => f.Get("normal".Inline(), Normal, x => x)),
                new Kind<StepDraw, GammaDraw>("gamma", f => f.Get("gamma".Inline(), Gamma, x => x)),
                new Kind<StepDraw, CompoundPoissonDraw>("compoundPoisson", f => f.Get("compoundPoisson".Inline(), Compound, x => x)),
                new Kind<StepDraw, DiscreteDraw>("discrete", f =>
                    new(f.List("discrete".Inline(), Outcome(amount), x => x.Values, outcomesEach))),
            ],
            (_, draw) => draw)
        {
            Of = things == "rounds" ? "" : things,
        };
    }

    /// <summary>The distribution of the amount of a step.</summary>
    public StepDraw Draw(Cursor at, StepDraw value) => at.Union(kinds, value);

    private PoissonDraw Poisson(Cursor at, PoissonDraw value) => at.Object(
        """{ "mean": ... }""", f => new PoissonDraw(f.Get("mean", mean, x => x.Mean)), value);

    private NormalDraw Normal(Cursor at, NormalDraw value) => at.Object(
        """{ "mean": ..., "sd": ... }""",
        f => new NormalDraw(f.Get("mean", amount, x => x.Mean), f.Get("sd".As("standard deviation of {0}"), amount, x => x.Sd)),
        value);

    private GammaDraw Gamma(Cursor at, GammaDraw value) => at.Object(
        """{ "shape": ..., "scale": ... }""",
        f => new GammaDraw(f.Get("shape", shape, x => x.Shape), f.Get("scale", amount, x => x.Scale)),
        value);

    private CompoundPoissonDraw Compound(Cursor at, CompoundPoissonDraw value) => at.Object(
        """{ "mean": ..., "sizes": [{ "value": 1, "weight": 0.5 }, ...] }""",
        f => new CompoundPoissonDraw(
            f.Get("mean".As("mean number of events of {0}"), events, x => x.Mean),
            f.List("sizes".As("sizes of {0}"), Outcome(size), x => x.Sizes, outcomesEach)),
        value);

    private static Form<StepOutcome> Outcome(Form<double> number) => (at, value) => at.Object(
        """an outcome such as { "value": 5, "weight": 0.2 }""",
        f => new StepOutcome(f.Get("value".Inline(), number, x => x.Value), f.Get("weight", weight, x => x.Weight)),
        value);
}
