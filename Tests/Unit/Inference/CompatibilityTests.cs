using Supply.Inference;

namespace Supply.Tests.Unit.Inference;

/// <summary>
/// Four plants, each with a capacity of 0 to 1,000 rounds a day, all alike: which claims hold together is known in closed form.
/// </summary>
public sealed class CompatibilityTests
{
    private const int Replications = 8_000;
    private static readonly string[] plants = ["A", "B", "C", "D"];

    private static readonly Scenario scenario = new("Plants", new Network("Side",
        Items.From<Part>([
            new Stockpile("Depot"),
            .. plants.Select(plant =>
                new ProductionLine(plant, Calibre.Mm152, Origin.Russia, "Depot", Rate.PerDay(Uncertain.Uniform(0, 1000).Named(plant)))),
            new Consumer("Force", "Depot", [new(Calibre.Mm152, Rate.PerDay(1))]),
        ])), Horizon.Dated(new(2024, 1, 1), new(2024, 1, 10)));

    // With the allowed factor: A and B below 0.36 of their range, A, B and C together above 1.72 of 3; D above 0.75 in the first days and
    // below 0.36 in the later ones, which is impossible because it has only one rate.
    private static readonly Claim lowA = Below("A low", 360 / Claim.Tolerance, "A"), lowB = Below("B low", 360 / Claim.Tolerance, "B");
    private static readonly Claim highAbc = Above("A, B and C high", 1720 * Claim.Tolerance, "A", "B", "C");
    private static readonly Claim highD = Above("D high", 750 * Claim.Tolerance, Days(1, 5), "D"), lowD =
        Below("D low", 360 / Claim.Tolerance, Days(6, 10), "D");
    private static readonly Claim beyond = Above("A beyond its reach", 1300, "A"), any = Below("any A and D", 1900, "A", "D");

    [Fact]
    public void PlantedPairAndTriple_AreFound_AndNothingElse()
    {
        var found = Of([lowA, lowB, highAbc, highD, lowD, beyond, any]).Conflicts();
        found.Select(conflict => string.Join(" + ", conflict.Claims.Select(claim => claim.Id)))
            .ShouldBe(["D high + D low", "A low + B low + A, B and C high"]);
        var (pair, triple) = (found[0], found[1]);
        pair.Together.ShouldBe(0);
        pair.Expected.ShouldBe(0.25 * 0.36, Share);
        pair.Alone[0].ShouldBe(0.25, Share);
        triple.Together.ShouldBe(0);

        // A pair and the third: A low with the sum high is (0.64^3 - 0.28^3) / 6, times B low.
        triple.Expected.ShouldBe(0.36 * (Math.Pow(0.64, 3) - Math.Pow(0.28, 3)) / 6, Share);
    }

    [Fact]
    public void WithoutThePlantedClaims_NothingIsFound()
    {
        Of([lowA, lowB, highD, any]).Conflicts().ShouldBeEmpty();
        Of([lowA, highAbc, lowD]).Conflicts().ShouldBeEmpty();
    }

    [Fact]
    public void ClaimThatHoldsNowhere_IsImpossible_AndInNoConflict()
    {
        var compatibility = Of([lowA, beyond, any]);
        compatibility.Impossible.ShouldBe([beyond]);
        compatibility.Alone(lowA).ShouldBe(0.36, Share);
        compatibility.Alone(any).ShouldBe(1);
        compatibility.Conflicts().ShouldBeEmpty();
    }

    /// <summary>A conflict that only few replications could show proves nothing.</summary>
    [Fact]
    public void FewReplications_ProveNothing() => Compatibility.Of(Calibration([highD, lowD]), 100).Conflicts().ShouldBeEmpty();

    // Five standard errors of a share of about a quarter.
    private static readonly double Share = Tolerance.StandardErrors * Math.Sqrt(0.25 * 0.75 / Replications);

    private static Compatibility Of(Claim[] claims) => Compatibility.Of(Calibration(claims), Replications);

    private static Calibration Calibration(Claim[] claims) => new(scenario, claims) { Followed = [], Ensemble = new() { Threads = 1 } };

    private static TimeWindow Days(int from, int to) => TimeWindow.Between(new(2024, 1, from), new(2024, 1, to));

    private static Claim Below(string id, double perDay, params string[] made) => Below(id, perDay, Days(1, 10), made);

    private static Claim Below(string id, double perDay, TimeWindow window, params string[] made) =>
        Of(id, window, made).Saying(double.NegativeInfinity, perDay);

    private static Claim Above(string id, double perDay, params string[] made) => Above(id, perDay, Days(1, 10), made);

    private static Claim Above(string id, double perDay, TimeWindow window, params string[] made) =>
        Of(id, window, made).Saying(perDay, double.PositiveInfinity);

    private static Claim Of(string id, TimeWindow window, string[] made)
    {
        var claim = SmallWar.Of(id, "someone", "production",
            new([.. made.Select(plant => new Metric(Quantity.Produced).At(plant).Total())], window));
        var days = window.To.Date!.Value.DayNumber - window.From.Date!.Value.DayNumber + 1;
        return claim with { Check = claim.Check with { Scale = 1.0 / days } };
    }
}
