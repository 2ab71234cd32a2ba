using static Supply.Tests.Oracles.World;

namespace Supply.Tests.Oracles;

/// <summary>Throttles in closed form: where stock comes to rest, the factor makes supply what is fired.</summary>
public class ThrottleOracles
{
    private const double Begins = 20, Complete = 60, Floor = 0.1, Wanted = 100, Planned = 180;

    private static readonly Throttle throttle = new(["Depot"], Days.Of(Begins), Days.Of(Complete), Days.Of(10))
    {
        Floor = Fraction.Of(Floor),
    };

    private static readonly Metric Produced = Total(Quantity.Produced);
    private static readonly Metric Factor = new(Quantity.ThrottleFactor);

    //   plant, works or arsenal of 180 good rounds a day -> depot -> force of 100 a day: the factor ends at 100 / 180, and so the cover
    [Theory]
    [InlineData("plant")]
    [InlineData("works")]
    [InlineData("arsenal")]
    public void Stock_RestsWhereSupplyIsWhatIsRequired(string source)
    {
        Part[] parts = source switch
        {
            "plant" => [Line(Rate.PerDay(Planned / 0.9)) with { Yield = Fraction.Of(0.9), Throttle = throttle }],
            "works" => [new Reserve("Old", [Lot(1e8)]),
                new RefurbishmentWorks("Works", Calibre.Mm152, "Old", "Depot", Rate.PerDay(Planned / 0.9))
                {
                    Yield = Fraction.Of(0.9), Throttle = throttle,
                }],
            _ => [Ordering(1e8, Planned), Sea(5)],
        };
        var result = Steps(3_000, [Depot("Depot", Lot(3_000)), Force(Wanted), .. parts]).Trace(Metric.OnHand, Factor);
        result.Path(Factor)[^1].ShouldBeClose(Wanted / Planned);
        var cover = Begins + (1 - Wanted / Planned) / (1 - Floor) * (Complete - Begins);
        result.Path(Metric.OnHand)[^1].ShouldBe(Wanted * cover, Close(Wanted * cover));
    }

    //   a force that fires as supply allows keeps a cover of C - h whatever supply is: 35 - 1 days cut the plant to the factor of 34 days
    [Fact]
    public void WishThatFollowsSupply_IsReckonedByItsFire()
    {
        var force = new Consumer("Force", "Depot", [new(Calibre.Mm152, Rate.PerDay(1e5)) { Ceiling = Rate.PerDay(1e6) }])
        {
            FollowsSupply = 1, Rationing = Rationing.ByCover(Days.Of(35)),
        };
        var result = Steps(3_000, Depot("Depot", Lot(3_000)), Line(Rate.PerDay(Planned)) with { Throttle = throttle }, force)
            .Trace(Produced, Total(Quantity.Fired));
        var made = Planned * (1 - (1 - Floor) * (34 - Begins) / (Complete - Begins));
        result.Path(Produced)[^1].ShouldBeClose(made);
        result.Path(Total(Quantity.Fired))[^1].ShouldBeClose(made);
    }

    //   1e6 rounds are 10,000 days of cover: all but the floor is cut, from the second step on
    [Fact]
    public void AmpleStock_LeavesTheFloor_AfterTheFirstStep()
    {
        var path = Made(Depot("Depot", Lot(1e6)), Force(Wanted));
        path[0].ShouldBe(Planned);
        path[1..].ShouldAllBe(rounds => Math.Abs(rounds - Floor * Planned) < Close(Planned));
    }

    //   nobody requires anything: any stock is too much, none is none
    [Theory]
    [InlineData("Depot", Floor)]
    [InlineData("Empty", 1)]
    public void NoRate_CutsAllThatHasStock(string counted, double factor)
    {
        var path = Made(Depot("Depot", Lot(0)), Force(0), Depot("Empty", Lot(0)), counted);
        path[1..].ShouldAllBe(rounds => Math.Abs(rounds - factor * Planned) < Close(Planned));
    }

    //   stock 1,000 and rate 100 on the first day, then 7,000: averages over 10 days follow by 1 - exp(-1/10) of the gap a day
    [Fact]
    public void Cover_IsTakenFromAverages()
    {
        const double first = 1_000, wanted = 100;
        var line = Line(Rate.PerDay(1)) with { Throttle = throttle };
        var route = new Route("Rail", "Far", "Depot", Days.Of(1))
        {
            Replenishment = Replenishment.Push(RatePath.PerStep([6_000, .. Enumerable.Repeat(wanted - 1, 39)])),
        };
        var result = Steps(40, Depot("Depot", Lot(first)), Depot("Far", Lot(1e6)), line, route, Force(wanted))
            .Trace(Metric.OnHand.At("Depot"), Factor);
        var (held, factors) = (result.Path(Metric.OnHand.At("Depot")), result.Path(Factor));
        var (average, share) = (first, 1 - Math.Exp(-0.1));
        for (var t = 1; t < 40; t++)
        {
            average += (held[t - 1] - average) * share;
            factors[t].ShouldBeClose(1 - (1 - Floor) * Math.Clamp((average / wanted - Begins) / (Complete - Begins), 0, 1), $"day {t}");
        }

        factors[1].ShouldBe(1);
        factors[39].ShouldBeLessThan(0.5);
    }

    //   a throttled plant and an arsenal with half of supply: it sends as much as the plant still makes, and its own throttle cuts nothing
    [Fact]
    public void OrderOfATargetShare_IsAShareOfThrottledPlans_AndNotThrottled()
    {
        var scenario = Steps(20, Depot("Depot", Lot(1e6)), Line(Rate.PerDay(Planned)) with { Throttle = throttle }, Force(Wanted),
            Ordering(1e8, 70), Sea(1)) with
        {
            Changes = [new TargetShare(Origin.Dprk, Moment.AtStep(10), Fraction.Of(0.5), ShareMeaning.Added)],
        };
        var path = scenario.Trace(Total(Quantity.Ordered)).Path(Total(Quantity.Ordered));
        path[0].ShouldBe(70);
        path[1..10].ShouldAllBe(rounds => Math.Abs(rounds - 70 * Floor) < Close(70));
        path[10..].ShouldAllBe(rounds => Math.Abs(rounds - Planned * Floor) < Close(Planned));
    }

    private static double[] Made(Stockpile depot, Consumer force, Stockpile? other = null, string counted = "Depot")
    {
        var line = Line(Rate.PerDay(Planned)) with { Throttle = throttle with { Counting = [counted] } };
        Part[] parts = other is null ? [depot, line, force] : [depot, line, force, other];
        return Steps(30, parts).Trace(Produced).Path(Produced);
    }

    private static Supplier Ordering(double stock, double orders) => Arsenal(stock, 0, orders) with
    {
        Offers = [new(Calibre.Mm152, Rounds.Of(stock), Rate.PerDay(0), Rate.PerDay(orders)) { Throttle = throttle }],
    };
}
