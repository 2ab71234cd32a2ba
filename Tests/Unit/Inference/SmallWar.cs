using Supply.Evidence;
using Supply.Inference;
using Supply.Maths;

namespace Supply.Tests.Unit.Inference;

/// <summary>
/// A case that is calibrated in a second: sixty days, six uncertain numbers, three witnesses, eight claims.
/// <code>
/// Plant (made) -------------> Depot (stock) --> Force (wanted)
/// Arsenal (held, ordered) --Sea (days)--^
/// </code>
/// </summary>
internal static class SmallWar
{
    public const string Factory = "Factory house", Staff = "Front staff", Port = "Port watch";
    public const string FiredInAll = "fired", DprkShare = "share";

    private const double NoiseSd = 0.1;

    public static TimeWindow January { get; } = TimeWindow.Between(new(2024, 1, 1), new(2024, 1, 31));

    public static TimeWindow February { get; } = TimeWindow.Between(new(2024, 2, 1), new(2024, 2, 29));

    public static TimeWindow Both { get; } = TimeWindow.Between(new(2024, 1, 1), new(2024, 2, 29));

    public static IReadOnlyDictionary<string, (double Low, double High)> Numbers { get; } = new Dictionary<string, (double, double)>
    {
        ["stock"] = (10_000, 40_000), ["made"] = (500, 2_000), ["held"] = (10_000, 40_000), ["ordered"] = (200, 800),
            ["wanted"] = (700, 2_800), ["days"] = (3, 12),
    };

    public static Scenario Scenario { get; } = Of(Uncertain.Noise(NoiseSd, 10));

    /// <summary>With the noise replaced by its mean.</summary>
    public static Scenario Averaged { get; } = Of(Exp.Of(0.5 * NoiseSd * NoiseSd));

    /// <summary>Without noise.</summary>
    public static Scenario Quiet { get; } = Of(1);

    public static SequentialMonteCarlo Sampler { get; } =
        new() { ParticlesPerPopulation = 256, Populations = 2, Threads = 1, FreshDraws = 0, MostLastMoves = 60 };

    /// <summary>The claims without their figures: points, except for a range and a floor.</summary>
    public static IReadOnlyList<Claim> Silent { get; } =
    [
        Of("made-1", Factory, "production", Total(Quantity.Produced, January)),
        Of("made-2", Factory, "production", Total(Quantity.Produced, February)),
        Of("fired-1", Staff, "fire", Total(Quantity.Fired, January)),
        Of("fired-2", Staff, "fire", Total(Quantity.Fired, February)),
        Of("stock", Staff, "stock", new([Metric.OnHand], February)),
        Of("sent", Port, "deliveries", Total(Quantity.Imported, Both, Origin.Dprk)),
        Of("share", Port, "share", Total(Quantity.Fired, February, Origin.Dprk), Total(Quantity.Fired, February)),
        Of("fired-3", Port, "fire", Total(Quantity.Fired, Both)),
    ];

    public static IReadOnlyList<PlausibilityCheck> Readings { get; } =
    [
        Of(FiredInAll, "", "", Total(Quantity.Fired, Both)).Check,
        Of(DprkShare, "", "", Total(Quantity.Fired, Both, Origin.Dprk), Total(Quantity.Fired, Both)).Check,
    ];

    /// <summary>The claims, each stating the truth in the middle of the prior; the first is a range, the fourth a floor.</summary>
    public static IReadOnlyList<Claim> Claims { get; } = Honest(Silent);

    /// <summary>The posterior of all claims, and with the influence of each witness.</summary>
    public static Posterior Posterior => posterior.Value;

    public static Posterior WithInfluences => influences.Value;

    private static readonly Lazy<Posterior> posterior = new(() => Calibration(Claims).Run());
    private static readonly Lazy<Posterior> influences = new(() => Posterior.LeaveOut());

    public static Calibration Calibration(IReadOnlyList<Claim> claims, Scenario? scenario = null) =>
        new(scenario ?? Scenario, claims)
        {
            Followed = Readings, Sampler = Sampler, Ensemble = new() { Threads = 1 }, Errors = ErrorModel.Plain,
        };

    public static Claim Of(string id, string witness, string subject, MetricSum reading, MetricSum? over = null)
    {
        var check = new PlausibilityCheck(
            [id], id, reading.Window.Name, double.NegativeInfinity, double.PositiveInfinity,
            over is null ? "rounds" : "ratio") { Reading = reading, Over = over };
        var (from, to) = (reading.Window.From.Date!.Value, reading.Window.To.Date!.Value);
        return new(check, witness, subject, from, to, to.AddDays(10)) { Reliability = 'B' };
    }

    public static MetricSum Total(Quantity quantity, TimeWindow window, Origin? origin = null) =>
        new([new Metric(quantity) { Origin = origin }.Total()], window);

    public static Claim Saying(this Claim claim, double low, double high) =>
        claim with { Check = claim.Check with { Low = low, High = high } };

    public static Claim Saying(this Claim claim, double value) => claim.Saying(value, value);

    /// <summary>The model's values for claims in the middle of the prior.</summary>
    public static double[] Middle(IReadOnlyList<Claim> claims, Scenario? scenario = null)
    {
        var target = Calibration([.. claims.Select(claim => claim.Saying(1))], scenario).Target(_ => true);
        double[][] columns = [.. target.Marginals.Take(target.HeavyCount).Select(marginal => new[] { marginal.Value(0) })];
        return [.. target.Say(new([.. target.Marginals.Take(target.HeavyCount).Select(marginal => marginal.Name)], columns)).Said.Take(
            claims.Count).Select(values => values[0])];
    }

    private static Claim[] Honest(IReadOnlyList<Claim> silent) =>
        [.. silent.Zip(Middle(silent), (claim, said) => claim.Id switch
        {
            "made-1" => claim.Saying(said / 1.1, said * 1.1),
            "fired-2" => claim.Saying(0.8 * said, double.PositiveInfinity),
            _ => claim.Saying(said),
        })];

    private static Scenario Of(Uncertain noise)
    {
        Uncertain Number(string name) => Uncertain.LogNormal(Numbers[name].Low, Numbers[name].High).Named(name);
        var made = RatePath.Constant(Rate.PerDay(Number("made")));
        return new("Small war", new Network("Side",
            new Stockpile("Depot", [new(Calibre.Mm152, Origin.Russia, Rounds.Of(Number("stock")))]),
            new ProductionLine("Plant", Calibre.Mm152, Origin.Russia, "Depot", made.Times(noise)),
            new Supplier("Arsenal", Origin.Dprk, [new(Calibre.Mm152, Rounds.Of(Number("held")), Rate.Zero,
                Rate.PerDay(Number("ordered")))]),
            new Route("Sea", "Arsenal", "Depot", Days.Of(Uncertain.Uniform(Numbers["days"].Low, Numbers["days"].High).Named("days"))),
            new Consumer("Force", "Depot", [new(Calibre.Mm152,
                Rate.PerDay(Number("wanted")))]) { Rationing = Rationing.ByCover(Days.Of(15)) }),
            Horizon.Dated(new(2024, 1, 1), new(2024, 3, 31)));
    }
}
