using static Supply.Tests.Oracles.World;

namespace Supply.Tests.Oracles;

/// <summary>A line's output is its capacity, so a line into a depot shows a path.</summary>
public class PathOracles
{
    private static readonly Metric Produced = Total(Quantity.Produced);

    //   plant, ramp from a to b over n days:  sum = n (a + b) / 2, less half a step's rise, as a step takes its first value
    [Fact]
    public void LinearRamp_HasTheAreaOfItsTrapezium()
    {
        var produced = Path(RatePath.Linear(Moment.AtStep(10), Rate.PerDay(100), Moment.AtStep(110), Rate.PerDay(300)), 150);
        produced[..11].ShouldAllBe(rounds => Math.Abs(rounds - 100) < Close(1e5));
        produced[110..].ShouldAllBe(rounds => Math.Abs(rounds - 300) < Close(1e5));
        produced[10..110].Sum().ShouldBe(100 * (100 + 300) / 2 - (300 - 100) / 2, Close(1e5));
    }

    //   the same ramp between uncertain rates that are certain: no folding at compile time, the same numbers
    [Fact]
    public void LinearRamp_OfDrawnRates_EqualsThatOfKnownOnes()
    {
        var known = Path(RatePath.Linear(Moment.AtStep(3), Rate.PerDay(10), Moment.AtStep(47), Rate.PerDay(90)), 60);
        var drawn = Path(RatePath.Linear(
            Moment.AtStep(3), Rate.PerDay(Uncertain.Uniform(10, 10)), Moment.AtStep(47),
            Rate.PerDay(Uncertain.Triangular(90, 90, 90))), 60);
        drawn.ShouldBe(known);
    }

    //   C(t) = to + (from - to) exp(-t / T)
    [Theory]
    [InlineData(0, 4000)]
    [InlineData(30, 4767.591375546929)]
    [InlineData(90, 5967.3467014368325)]
    [InlineData(180, 7160.602794142788)]
    [InlineData(365, 8341.861488061308)]
    [InlineData(730, 8913.370739820624)]
    public void FirstOrderPath_ApproachesItsTarget(int day, double expected)
    {
        foreach (var constant in new Uncertain[] { 180, Uncertain.Uniform(180, 180) })
        {
            var produced = Path(RatePath.FirstOrder(Moment.AtStep(0), Rate.PerDay(4000), Rate.PerDay(9000), Days.Of(constant)), 731);
            produced[day].ShouldBe(expected, Close(1e7));
        }
    }

    //   C(t) = from + (to - from) / (1 + exp(-2 ln 9 (t - midpoint - slip) / duration)):  10 %, 50 % and 90 % of the way
    [Fact]
    public void LogisticRamp_IsATenthHalfAndNineTenthsOfTheWay()
    {
        foreach (var (slip, known) in new[] { (0, true), (0, false), (25, true), (25, false) })
        {
            Uncertain Exact(double value) => known ? value : Uncertain.Uniform(value, value);
            var ramp = RatePath.Logistic(Moment.AtStep(200), Rate.PerDay(Exact(1000)), Rate.PerDay(6000), Days.Of(Exact(120)),
                Days.Of(Exact(slip)));
            var produced = Path(ramp, 5000);
            foreach (var (day, share) in new[] { (140, 0.1), (200, 0.5), (260, 0.9), (80, 1 / 82.0), (320, 81 / 82.0) })
            {
                produced[day + slip].ShouldBe(1000 + 5000 * share, Close(1e7));
            }

            // Point by point the two halves mirror each other, so the days around the midpoint bring the mean of both rates.
            produced[(100 + slip)..(301 + slip)].Sum().ShouldBe(201 * 3500, Close(1e7));
            produced[4999].ShouldBe(6000, Close(1e7));
        }
    }

    //   the rate is level where the exponential is 0 or beyond all numbers: no NaN however short the ramp
    [Fact]
    public void LogisticRamp_AsShortAsAStep_IsAStep()
    {
        var produced = Path(RatePath.Logistic(Moment.AtStep(5), Rate.PerDay(10), Rate.PerDay(20), Days.Of(1e-9)), 12);
        produced.ShouldBe([10, 10, 10, 10, 10, 15, 20, 20, 20, 20, 20, 20]);
        Path(RatePath.Logistic(Moment.AtStep(-4000), Rate.PerDay(10), Rate.PerDay(20), Days.Of(1)), 2).ShouldBe([20, 20]);
    }

    [Fact]
    public void StepTable_HoldsEachValueUntilTheNext()
    {
        var produced = Path(RatePath.Table(Interpolation.Step, (Moment.AtStep(5), Rate.PerDay(1)), (Moment.AtStep(8), Rate.PerDay(4))), 12);
        produced.ShouldBe([1, 1, 1, 1, 1, 1, 1, 1, 4, 4, 4, 4]);
    }

    //   steps of 7 days: seven days' rounds in each, a month is 30.4375 days, a year 365.25
    [Fact]
    public void Weeks_HoldSevenDays()
    {
        foreach (var (rate, perDay) in new[] { (Rate.PerDay(10), 10), (Rate.PerMonth(304.375), 10), (Rate.PerYear(3652.5), 10.0) })
        {
            var scenario = Of(Horizon.PlainSteps(4, 7), Depot("Depot"), Line(rate));
            scenario.Trace(Produced).Path(Produced).ShouldAllBe(rounds => Math.Abs(rounds - 7 * perDay) < Close(1000));
            scenario.Trace(Metric.ProducedPerDay).Scalar(Metric.ProducedPerDay)[0].ShouldBeClose(perDay);
        }
    }

    //   a dated change acts from the first step that starts on or after its date
    [Fact]
    public void Change_ActsFromTheFirstStepThatStartsOnOrAfterIt()
    {
        var scenario = Of(Horizon.Dated(new(2024, 1, 1), new(2024, 2, 25), stepDays: 7), Depot("Depot"), Line(Rate.PerDay(1))) with
        {
            Changes = [new CapacityChange("Plant", new(2024, 1, 9), 3) { Until = new Moment(2024, 1, 29) },
                new CapacityChange("Plant", new(2024, 1, 22), Uncertain.Uniform(2, 2))],
        };
        scenario.Trace(Produced).Path(Produced).ShouldBe([7, 7, 21, 42, 14, 14, 14, 14]);
    }

    //   a ramp: a tenth more of the way with each step, and gone at its end
    [Fact]
    public void Ramp_RisesInAStraightLine_AndEndsAtOnce()
    {
        var scenario = Steps(16, Depot("Depot"), Line(Rate.PerDay(8))) with
        {
            Changes = [new CapacityChange("Plant", Moment.AtStep(2), 3) { Onset = Days.Of(8), Until = Moment.AtStep(14) }],
        };
        scenario.Trace(Produced).Path(Produced).ShouldBe([8, 8, 8, 10, 12, 14, 16, 18, 20, 22, 24, 24, 24, 24, 8, 8]);
    }

    private static double[] Path(RatePath path, int steps) => Steps(steps, Depot("Depot"), Line(path)).Trace(Produced).Path(Produced);
}
