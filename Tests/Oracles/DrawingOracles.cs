using static Supply.Tests.Oracles.World;

namespace Supply.Tests.Oracles;

/// <summary>Which origins leave first: closed forms, and an exact stack of arrivals.</summary>
public class DrawingOracles
{
    private const int Days90 = 90;

    private static readonly Metric Fired = Total(Quantity.Fired);

    //   Depot [300 of Russia, 200 of DPRK, 100 of Iran, 60 of Belarus] --> Force, 10: DPRK for 20 days, Iran for 10, then 5 : 1
    [Fact]
    public void Preference_EmptiesOneOriginAfterTheOther()
    {
        var depot = Depot("Depot", Lot(300), Lot(200, Origin.Dprk), Lot(100, Origin.Iran), Lot(60, Origin.Belarus));
        var result = Steps(70, depot with { Drawing = Drawing.ByPreference(Origin.Dprk, Origin.Iran) }, Force(10)).Trace(
            Fired.From(Origin.Dprk), Fired.From(Origin.Iran), Fired.From(Origin.Russia), Fired.From(Origin.Belarus));
        for (var t = 0; t < 70; t++)
        {
            result.Path(Fired.From(Origin.Dprk))[t].ShouldBeClose(t < 20 ? 10 : 0, $"step {t}");
            result.Path(Fired.From(Origin.Iran))[t].ShouldBeClose(t is >= 20 and < 30 ? 10 : 0, $"step {t}");
            result.Path(Fired.From(Origin.Russia))[t].ShouldBeClose(t is >= 30 and < 66 ? 50.0 / 6 : 0, $"step {t}");
            result.Path(Fired.From(Origin.Belarus))[t].ShouldBeClose(t is >= 30 and < 66 ? 10.0 / 6 : 0, $"step {t}");
        }
    }

    //   Depot, 4 steps of need 10 -- Plant, 6 a step: at a fresh cohort a step what is fired is 6 new and 4 of the opening's mix
    [Fact]
    public void NewestFirst_FiresWhatComesInAndTheRestOfTheOldest()
    {
        var depot = Depot("Depot", Lot(300), Lot(100, Origin.Dprk)) with { Drawing = Drawing.NewestFirst(2, Days.Of(1)) };
        var result = Steps(50, depot, Line(Rate.PerDay(6)), Force(10)).Trace(Fired.From(Origin.Dprk), Fired.From(Origin.Russia));
        for (var t = 0; t < 50; t++)
        {
            result.Path(Fired.From(Origin.Dprk))[t].ShouldBeClose(1, $"step {t}");
            result.Path(Fired.From(Origin.Russia))[t].ShouldBeClose(9, $"step {t}");
        }
    }

    /// <summary>With a cohort for each step it is last in, first out, exactly.</summary>
    [Theory]
    [InlineData(1, 260)]
    [InlineData(2.5, 190)]
    [InlineData(7, 330)]
    public void NewestFirst_WithACohortForEachStep_IsAStack(double stepDays, double demand)
    {
        var expected = Stack(stepDays, demand);
        var dprk = Traced(stepDays, demand, Drawing.NewestFirst(100, Days.Of(stepDays)));
        for (var t = 0; t < Days90; t++) dprk[t].ShouldBe(expected[t], Close(demand * stepDays), $"step {t}");
    }

    /// <summary>How far coarser cohorts are from the stack at most, as a share of all that is fired, while one origin surges.</summary>
    [Theory]
    [InlineData(45, 2, Tolerance.CohortsEveryOtherDay)]
    [InlineData(13, 7, Tolerance.CohortsOfAWeek)]
    [InlineData(4, 30, Tolerance.CohortsOfAMonth)]
    public void NewestFirst_InCoarserCohorts_StaysNearTheStack(int cohorts, double span, double bound)
    {
        var distance = Distance(Drawing.NewestFirst(cohorts, Days.Of(span)));
        TestContext.Current.TestOutputHelper?.WriteLine($"{cohorts} cohorts of {span} days: {distance:G3}");
        distance.ShouldBeLessThan(bound);
        distance.ShouldBeGreaterThan(0);
        Distance(Drawing.Proportional).ShouldBeGreaterThan(3 * Tolerance.CohortsOfAMonth);
    }

    //   Depot [1,000 of DPRK] -- Plant, 6 a step --> Force, 5; strike of half in step 9: 3 of the 6 that came stay, and 0.5 of the 1
    //   before, so 1.5 are of the oldest cohort, 500 of DPRK and 4 of Russia
    [Fact]
    public void Strike_TakesAllCohortsInProportion()
    {
        var depot = Depot("Depot", Lot(1_000, Origin.Dprk)) with { Drawing = Drawing.NewestFirst(3, Days.Of(1)) };
        var scenario = Steps(12, depot, Line(Rate.PerDay(6)), Force(5)) with
        {
            Changes = [new DepotStrike("Depot", Moment.AtStep(9), Fraction.Of(0.5))],
        };
        var lost = Total(Quantity.Lost);
        var result = scenario.Trace(Fired.From(Origin.Dprk), lost.From(Origin.Dprk), lost.From(Origin.Russia));
        result.Path(lost.From(Origin.Dprk))[9].ShouldBeClose(500);
        result.Path(lost.From(Origin.Russia))[9].ShouldBeClose(7.5);
        for (var t = 0; t < 12; t++)
        {
            result.Path(Fired.From(Origin.Dprk))[t].ShouldBeClose(t == 9 ? 1.5 * 500 / 504 : 0, $"step {t}");
        }
    }

    private static double Distance(Drawing drawing)
    {
        var (expected, actual) = (Stack(1, 260), Traced(1, 260, drawing));
        var (distance, sum) = (0.0, 0.0);
        for (var t = 0; t < Days90; t++) distance = Math.Max(distance, Math.Abs(sum += actual[t] - expected[t]));
        return distance / (260 * Days90);
    }

    // Rounds of the DPRK that are ordered a day, three steps before they come: nothing, an uneven surge for 30 days, and a little.
    private static double Ordered(double day) => day < 16 ? 0 : day < 45 ? 300 + 50 * (day % 5) : 40;

    //   Plant, 100 of Russia a day, and a surge of the DPRK --> Depot [8,000 of Russia, 1,000 of the DPRK] --> Force
    private static double[] Traced(double stepDays, double demand, Drawing drawing)
    {
        var orders = RatePath.PerStep([.. Enumerable.Range(0, Days90).Select(t => Ordered(t * stepDays))]);
        var depot = Depot("Depot", Lot(8_000), Lot(1_000, Origin.Dprk)) with { Drawing = drawing };
        var scenario = Of(Horizon.PlainSteps(Days90, stepDays), depot, Line(Rate.PerDay(100)), Force(demand),
            new Supplier("Arsenal", Origin.Dprk, [new(Calibre.Mm152, Rounds.Of(1e6), Rate.PerDay(0), orders)]), Sea(3 * stepDays)) with
        {
            Changes = [new DepotStrike("Depot", Moment.AtStep(40), Fraction.Of(0.2))],
        };
        var fired = Fired.From(Origin.Dprk);
        return scenario.Trace(fired).Path(fired);
    }

    /// <summary>Rounds of the DPRK fired in each step if the newest leave first: a stack of what each step brought.</summary>
    private static double[] Stack(double stepDays, double demand)
    {
        var stack = new List<(double Russia, double Dprk)> { (8_000, 1_000) };
        var fired = new double[Days90];
        for (var t = 0; t < Days90; t++)
        {
            stack.Add((100 * stepDays, t < 3 ? 0 : Ordered((t - 3) * stepDays) * stepDays));
            if (t == 40) stack = stack.ConvertAll(one => (one.Russia * 0.8, one.Dprk * 0.8));
            for (var wanted = demand * stepDays; wanted > 0 && stack.Count > 0;)
            {
                var (russia, dprk) = stack[^1];
                var share = Math.Min(1, wanted / (russia + dprk));
                fired[t] += dprk * share;
                wanted -= (russia + dprk) * share;
                stack.RemoveAt(stack.Count - 1);
                if (share == 1) continue;
                stack.Add((russia * (1 - share), dprk * (1 - share)));
                break;
            }
        }

        return fired;
    }
}
