using Supply.Maths;
using static Supply.Tests.Oracles.World;

namespace Supply.Tests.Oracles;

public class HazardOracles
{
    private const int Replications = 4_000;

    //   Depot -- strikes at random, n a year, for h T days --> the chance that none comes is exp(-n h T / 365.25)
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public void Strikes_ComeAtTheirRate(double stepDays)
    {
        const double perYear = 2;
        var scenario = Of(Horizon.PlainSteps(140, stepDays), Depot("Depot", Lot(1_000)), Force(0)) with
        {
            Changes = [new StrikeHazard("Depot", Moment.AtStep(0), perYear, Fraction.Of(0.1), Factor.Of(0)) { Until = Moment.AtStep(100) }],
        };
        var spared = OnHand(scenario).Count(rounds => rounds == 1_000);
        var expected = Math.Exp(-perYear * 100 * stepDays / 365.25);
        (spared / (double)Replications).ShouldBe(expected, Tolerance.StandardErrors * Math.Sqrt(expected * (1 - expected) / Replications));
    }

    //   Depot, 1000 -- strikes that take a tenth, n a year, for T days --> their number is Poisson in steps of more than a day
    [Theory]
    [InlineData(7, 120)]
    [InlineData(30, 28)]
    public void SeveralStrikes_ComeInALongStep(double stepDays, int steps)
    {
        var strikes = Strikes(stepDays, steps, perYear: 24);
        var expected = 24 * stepDays * steps / 365.25;
        strikes.Average().ShouldBe(expected, Tolerance.StandardErrors * Math.Sqrt(expected / Replications));
        var variance = strikes.Average(count => Math.Pow(count - expected, 2));
        variance.ShouldBe(expected, Tolerance.StandardErrors * expected * Math.Sqrt((2 + 1 / expected) / Replications));
    }

    //   ... and at most one in a step of a day: then the number is binomial, and smaller
    [Fact]
    public void AtMostOneStrike_ComesInADay()
    {
        var chance = 1 - Math.Exp(-24 / 365.25);
        Strikes(1, 840, perYear: 24).Average().ShouldBe(840 * chance,
            Tolerance.StandardErrors * Math.Sqrt(840 * chance * (1 - chance) / Replications));
    }

    //   the first strike of a step comes in exactly the replications in which a single one would
    [Fact]
    public void FurtherStrikes_LeaveTheFirstAlone()
    {
        var rare = Strikes(30, 1, perYear: 12);
        var frequent = Strikes(30, 1, perYear: 24);
        rare.Zip(frequent).ShouldAllBe(pair => pair.First <= pair.Second);
        frequent.Max().ShouldBeInRange(4, 8);
    }

    //   Depot, 1000 -- a strike in every step --> what is lost of it is log-normal, at most all, times the artillery share
    [Theory]
    [InlineData(0.02, 1.5, 0.05, 1)]
    [InlineData(0.02, 1.5, 0.6, 0.4)]
    [InlineData(0.3, 1, 1, 0.5)]
    public void Severity_IsLogNormalAndCapped(double median, double spread, double share, double artillery)
    {
        var scenario = Of(Horizon.PlainSteps(1, 1), Depot("Depot", Lot(1_000)), Force(0)) with
        {
            Changes = [new StrikeHazard("Depot", Moment.AtStep(0), 1e6, Fraction.Of(median),
                Factor.Of(spread)) { ArtilleryShare = Fraction.Of(artillery) }],
        };
        var lost = OnHand(scenario).Select(rounds => (1_000 - rounds) / 1_000 / artillery).ToArray();
        lost.ShouldAllBe(one => one > 0 && one <= 1 + Tolerance.Rounding);
        // The chance to lose at least this share; 1 is where the tail is cut.
        var z = Math.Log(share / median) / spread;
        var expected = 1 - Normal(z);
        var seen = lost.Count(one => one >= share * (1 - Tolerance.Rounding)) / (double)Replications;
        seen.ShouldBe(expected, Tolerance.StandardErrors * Math.Sqrt(expected * (1 - expected) / Replications));
    }

    //   Rear --route, L days--> Front --> Force: dispersed at day 20, half passes and what leaves then takes H days longer
    [Fact]
    public void Dispersal_HalvesThroughput_AndWhatLeavesThenComesLater()
    {
        var scenario = Steps(50, Depot("Rear", Lot(1e6)), Depot("Front"),
            new Route("Road", "Rear", "Front", Days.Of(3)) { Cover = Days.Of(1_000), Capacity = Rate.PerDay(100) },
            Force(1_000, at: "Front")) with
        {
            Changes = [new Dispersal("Rear", Moment.AtStep(20), Fraction.Of(0.5)) { FurtherHaul = Days.Of(5), Until = Moment.AtStep(30) }],
        };
        var received = Total(Quantity.Received);
        var result = scenario.Trace(received);
        for (var t = 0; t < 50; t++)
        {
            var usual = t is >= 3 and < 23 or >= 33 ? 100 : 0;
            var longer = t is >= 28 and < 38 ? 50 : 0;
            result.Path(received)[t].ShouldBe(usual + longer, Close(5_000), $"day {t}");
        }
    }

    //   A strike of a half, on a depot of which a fifth is exposed, takes a tenth.
    [Fact]
    public void DispersedStockpile_LosesItsExposedShare()
    {
        var scenario = Steps(10, Depot("Depot", Lot(1_000)), Force(0)) with
        {
            Changes = [new DepotStrike("Depot", Moment.AtStep(5), Fraction.Of(0.5)),
                new Dispersal("Depot", Moment.AtStep(2), Fraction.Of(1)) { Exposure = Fraction.Of(0.2) }],
        };
        scenario.Trace(Metric.OnHand).Path(Metric.OnHand)[^1].ShouldBeClose(900);
    }

    /// <summary>How many strikes came in each replication.</summary>
    private static double[] Strikes(double stepDays, int steps, double perYear)
    {
        var scenario = Of(Horizon.PlainSteps(steps, stepDays), Depot("Depot", Lot(1_000)), Force(0)) with
        {
            Changes = [new StrikeHazard("Depot", Moment.AtStep(0), perYear, Fraction.Of(0.1), Factor.Of(0))],
        };
        return [.. OnHand(scenario).Select(rounds => Math.Round(Math.Log(rounds / 1_000) / Math.Log(0.9)))];
    }

    private static IReadOnlyList<double> OnHand(Scenario scenario) =>
        new Ensemble(Replications, Record: new Metrics { Scalars = [Metric.OnHand] }).Run(scenario).Baseline.Scalar(Metric.OnHand);

    /// <summary>The standard normal distribution at z, by bisection of its inverse.</summary>
    private static double Normal(double z)
    {
        var (low, high) = (0.0, 1.0);
        for (var i = 0; i < 60; i++)
        {
            var p = (low + high) / 2;
            if (InverseNormal.Of(p) < z) low = p;
            else high = p;
        }

        return low;
    }
}
