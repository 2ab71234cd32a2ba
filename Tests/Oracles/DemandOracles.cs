using static Supply.Tests.Oracles.World;

namespace Supply.Tests.Oracles;

/// <summary>A force's requirement, in closed form. A depot that never runs dry fires all of it.</summary>
public class DemandOracles
{
    private static readonly Metric Required = Total(Quantity.Required);

    //   depot -> force, 1 + A cos(2 pi (t - peak) / 365.25): highest at the peak, mean 1 over the year, the same a year later
    [Theory]
    [InlineData(0.3)]
    [InlineData(1.0)]
    public void Season_SwingsAroundItsMean(double amplitude)
    {
        var path = Path(1500, Force(100) with { Season = new(Moment.AtStep(40), Fraction.Of(amplitude)) });
        for (var day = 0; day < path.Length; day++)
        {
            path[day].ShouldBe(100 * (1 + amplitude * Math.Cos(2 * Math.PI * (day - 40) / 365.25)), Close(100));
        }

        path[40].ShouldBeClose(100 * (1 + amplitude));
        path.Take(1461).Sum().ShouldBe(100 * 1461, Close(1e6), "four years");
    }

    //   share displaced:  ______/-----  from day 50, over 100 days, up to 0.4
    [Fact]
    public void LinearDisplacement_TakesAStraightLineToItsCeiling()
    {
        var path = Path(300, Force(1000) with { Displacement = new(Moment.AtStep(50), Days.Of(100), Fraction.Of(0.4), Growth.Linear) });
        path[..51].ShouldAllBe(rounds => rounds == 1000);
        path[75].ShouldBeClose(900);
        path[100].ShouldBeClose(800);
        path[150..].ShouldAllBe(rounds => Math.Abs(rounds - 600) < Close(1000));
    }

    //   a tenth of the ceiling at the beginning, half in the middle, nine tenths at the end
    [Fact]
    public void LogisticDisplacement_PassesTenthHalfAndNineTenths()
    {
        var path = Path(900, Force(1000) with { Displacement = new(Moment.AtStep(300), Days.Of(200), Fraction.Of(0.5), Growth.Logistic) });
        path[300].ShouldBeClose(950);
        path[400].ShouldBeClose(750);
        path[500].ShouldBeClose(550);
        path[0].ShouldBe(1000, 1);
        path[899].ShouldBe(500, 1);
    }

    //   factor 3:  1 ___/----\___  rises from day 20 over 10 days, fades from day 50 over 20 days
    [Fact]
    public void Offensive_RisesAndFadesInStraightLines()
    {
        var path = Path(100, Force(10),
            new RequirementChange("Force", Moment.AtStep(20), 3) { Onset = Days.Of(10), Until = Moment.AtStep(50), Fading = Days.Of(20) });
        for (var day = 0; day < 100; day++)
        {
            var weight = Math.Clamp(Math.Min((day - 20) / 10.0, 1 - (day - 50) / 20.0), 0, 1);
            path[day].ShouldBeClose(10 + 20 * weight, $"day {day}");
        }
    }

    //   an offensive called off before its full height falls from where the lines meet
    [Fact]
    public void Offensive_CalledOffDuringItsOnset_NeverReachesItsFactor()
    {
        var path = Path(60, Force(10),
            new RequirementChange("Force", Moment.AtStep(0), 2) { Onset = Days.Of(40), Until = Moment.AtStep(10), Fading = Days.Of(10) });
        path.Max().ShouldBeClose(10 + 10 * 16 / 40.0);
        path[20..].ShouldAllBe(rounds => rounds == 10);
    }

    [Fact]
    public void DemandChange_ScalesAMechanism_AndZeroSwitchesItOff()
    {
        var force = Force(1000) with { Displacement = new(Moment.AtStep(0), Days.Of(1), Fraction.Of(0.4), Growth.Linear) };
        DemandChange Times(double factor) =>
            new("Force", Moment.AtStep(10), DemandMechanism.Displacement, factor) { Until = Moment.AtStep(20) };
        Path(30, force, Times(0)).ShouldBe(
            [1000, .. Enumerable.Repeat(600.0, 9), .. Enumerable.Repeat(1000.0, 10), .. Enumerable.Repeat(600.0, 10)]);
        Path(30, force, Times(2))[15].ShouldBeClose(200);
        Path(30, force, Times(9))[15].ShouldBe(0, "more than all cannot be taken over");
    }

    //   one force fires 100 a day; the other wants 60 of its own and half an answer of 2 to 1, averaged over 5 days:
    //   60 on the first day, then 0.5 x 60 + 0.5 x 2 x 100
    [Fact]
    public void Response_MixesOwnWishAndTheOpponentsFireUntilTheDayBefore()
    {
        var path = Answer(own: 60, weight: 0.5, ratio: 2, days: 5, opponent: Enumerable.Repeat(100.0, 12));
        path.ShouldBe([60, .. Enumerable.Repeat(130.0, 11)]);
    }

    //   the opponent fires 100 for four days and then nothing: the mean of the last three days falls by a third a day
    [Fact]
    public void Response_ForgetsFireAfterItsTrailingDays()
    {
        var path = Answer(own: 0, weight: 1, ratio: 1, days: 3, opponent: [100, 100, 100, 100, 0, 0, 0, 0, 0]);
        path[1..].Zip([100, 100, 100, 100, 200.0 / 3, 100.0 / 3, 0, 0])
            .ShouldAllBe(pair => Math.Abs(pair.First - pair.Second) < Close(100));
    }

    //   A = (1 - a) p + a r B', B = (1 - b) q + b s A' of the day before: a linear map with a fixed point
    [Fact]
    public void TwoAnswers_MeetAtTheFixedPoint()
    {
        const double p = 300, q = 200, a = 0.6, b = 0.5, r = 0.5, s = 1.2;
        var result = Two(Firing("Red", p, new("Blue/Force", Fraction.Of(a), Ratio.Of(r)) { TrailingDays = 7 }),
            Firing("Blue", q, new("Red/Force", Fraction.Of(b), Ratio.Of(s)) { TrailingDays = 4 }), 400);
        var x = ((1 - a) * p + a * r * (1 - b) * q) / (1 - a * r * b * s);
        var y = (1 - b) * q + b * s * x;
        result.Path(Required.On("Red"))[^1].ShouldBeClose(x);
        result.Path(Required.On("Blue"))[^1].ShouldBeClose(y);
    }

    //   an answer of all calibres together, divided as the own wish is: 3 to 1
    [Fact]
    public void Response_CountsAllCalibres_AndDividesAsTheOwnWish()
    {
        var force = new Consumer("Force", "Depot",
            [new(Calibre.Mm152, Rate.PerDay(30)), new(Calibre.Mm122, Rate.PerDay(10))]) { Response = new("Blue/Force", Fraction.Of(1),
                Ratio.Of(1)) };
        var red = new Network("Red", Depot("Depot", Lot(1e6), new(Calibre.Mm122, Origin.Russia, Rounds.Of(1e6))), force);
        var result = Two(red, Firing("Blue", 800, null), 5, Required.On("Red").Of(Calibre.Mm152), Required.On("Red").Of(Calibre.Mm122));
        result.Path(Required.On("Red").Of(Calibre.Mm152))[^1].ShouldBeClose(600);
        result.Path(Required.On("Red").Of(Calibre.Mm122))[^1].ShouldBeClose(200);
    }

    private static double[] Path(int steps, Consumer force, params Change[] changes) =>
        (Steps(steps, Depot("Depot", Lot(1e9)), force) with { Changes = Items.Of<Change>(changes) }).Trace(Required).Path(Required);

    private static Network Firing(string name, double perDay, Response? response) =>
        new(name, Depot("Depot", Lot(1e9)), Force(perDay) with { Response = response });

    private static ScenarioResult Two(Network red, Network blue, int steps, params Metric[] more) =>
        new Scenario("Two", [red, blue], Horizon.PlainSteps(steps)).Trace([Required.On("Red"), Required.On("Blue"), .. more]);

    private static double[] Answer(double own, double weight, double ratio, int days, IEnumerable<double> opponent)
    {
        double[] fire = [.. opponent];
        var blue = new Network("Blue", Depot("Depot", Lot(1e9)),
            new Consumer("Force", "Depot", [new(Calibre.Mm152, RatePath.PerStep(fire))]));
        // Without an own wish there is no calibre to divide the answer by, so it is one round in a million.
        var red = Firing("Red", Math.Max(own, 1e-6), new("Blue/Force", Fraction.Of(weight), Ratio.Of(ratio)) { TrailingDays = days });
        return Two(red, blue, fire.Length).Path(Required.On("Red"));
    }
}
