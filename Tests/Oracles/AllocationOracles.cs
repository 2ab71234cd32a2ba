using static Supply.Tests.Oracles.World;

namespace Supply.Tests.Oracles;

public class AllocationOracles
{
    private static readonly Metric sent = Total(Quantity.Dispatched);
    private static readonly Metric fired = Total(Quantity.Fired);

    //   Rear, 150 --North: wants 100--> A, 10 a day      in order: 100, then what is left
    //            \--South: wants 200--> B, 20 a day
    [Fact]
    public void InOrder_TheFirstGetsAllItWants() => Shared(Allocation.InOrder, 150).ShouldBe([100.0, 50]);

    // A has 0 and B has 100 already: to 70 / 10 = 7 days at A, and (100 + 40) / 20 = 7 days at B
    [Fact]
    public void EqualCover_FillsAllToTheSameDays()
    {
        var given = Shared(Allocation.EqualCover, 110, openingOfB: 100);
        given[0].ShouldBeClose(70);
        given[1].ShouldBeClose(40);
    }

    // 40 lift A alone to the 4 days that B has; 5 more are not enough to fill both
    [Fact]
    public void EqualCover_LeavesOutWhoHasMore() => Shared(Allocation.EqualCover, 25, openingOfB: 80).ShouldBe([25.0, 0]);

    //   Rear, 150 --North: 10 a day are needed, wants 100--> A      first to the cover where rounds are needed; what is over goes by
    //            \--South: pushes 80, none are needed-----> B      what is still wanted, or, if none are needed at all, by the wishes
    [Theory]
    [InlineData(10, 150, 100, 50)]
    [InlineData(10, 60, 60, 0)]
    [InlineData(0, 90, 50, 40)]
    public void EqualCover_WhereNothingIsNeeded_SharesWhatIsOver(double needed, double rounds, double north, double south)
    {
        var scenario = Steps(1, Depot("Rear", Lot(rounds)) with { Allocation = Allocation.EqualCover }, Depot("A"), Depot("B"),
            new Route("North", "Rear", "A", Days.Of(1)) { Replenishment = Replenishment.Push(Rate.PerDay(100)) },
            new Route("South", "Rear", "B", Days.Of(1)) { Replenishment = Replenishment.Push(Rate.PerDay(80)) },
            Force(needed, "A") with { Name = "Force A" });
        var result = scenario.Trace(sent.At("North"), sent.At("South"));
        result.Path(sent.At("North"))[0].ShouldBeClose(north);
        result.Path(sent.At("South"))[0].ShouldBeClose(south);
    }

    // Widths that do not meet are strict priorities
    [Fact]
    public void ByPriority_WithASmallWidth_IsStrict() => Shared(Allocation.ByPriority(0.1), 150).ShouldBe([0.0, 150]);

    //   Rear, 60 --North--> A      dispatch first: the road takes all; shared: 20 of 50 is the guns' part of 120 wanted
    //       \--> Guns, 20
    [Theory]
    [InlineData(false, 60, 0)]
    [InlineData(true, 50, 10)]
    public void Consumers_ShareWithRoutes_IfTheStockpileSaysSo(bool isShared, double road, double guns)
    {
        var scenario = Steps(1, Depot("Rear", Lot(60)) with { Allocation = Allocation.Proportional with { WithConsumers = isShared } },
            Depot("A"),
            new Route("North", "Rear", "A", Days.Of(1)) { Cover = Days.Of(10) }, Force(10, "A") with { Name = "Force A" },
            new Consumer("Guns", "Rear", [new(Calibre.Mm152, Rate.PerDay(20))]));
        var result = scenario.Trace(sent, fired.At("Guns"));
        result.Path(sent)[0].ShouldBeClose(road);
        result.Path(fired.At("Guns"))[0].ShouldBeClose(guns);
    }

    //   Depot, 100 --> Guns, 30 a day, and Mortars, 90 a day, backordered      the backlog is wanted on top
    [Fact]
    public void Backlog_IsFiredOnTopOfTheRequirement()
    {
        var scenario = Steps(3, Depot("Depot", Lot(100)), Line(Rate.PerDay(60)),
            new Consumer("Guns", "Depot", [new(Calibre.Mm152, RatePath.PerStep(200, 0, 0))]) { Unmet = Unmet.Backordered,
                BacklogCost = Money.Of(3) });
        var result = scenario.Trace(fired, Metric.Backordered, Metric.ShortageCost);
        result.Path(fired).ShouldBe([160.0, 40, 0]);
        result.Path(Metric.Backordered).ShouldBe([40.0, 0, 0]);
        result.Path(Metric.ShortageCost).ShouldBe([120.0, 0, 0]);
    }

    //   Plant, half a round a day --> Depot --> Guns, a third of a round a day      whole: one every other and every third day
    [Fact]
    public void WholeRounds_RunUpUntilOneIsComplete()
    {
        var produced = Total(Quantity.Produced);
        var required = Total(Quantity.Required);
        var scenario = Steps(6, Depot("Depot"), Line(Rate.PerDay(0.5)), Force(1.0 / 3)) with { WholeRounds = true };
        var result = scenario.Trace(produced, required);
        result.Path(produced).ShouldBe([0.0, 1, 0, 1, 0, 1]);
        result.Path(required).ShouldBe([0.0, 0, 1, 0, 0, 1]);
    }

    //   Depot, 5 + 3 + 2 of three origins --> Guns, 4      quotas 2.0, 1.2 and 0.8: the odd round comes from the last
    [Fact]
    public void WholeRounds_AreSplitByLargestRemainder()
    {
        Origin[] origins = [new("A"), new("B"), new("C")];
        var scenario = Steps(1, Depot("Depot", Lot(5, origins[0]), Lot(3, origins[1]), Lot(2, origins[2])), Force(4))
            with { WholeRounds = true };
        Metric[] metrics = [.. origins.Select(origin => fired.From(origin))];
        var result = scenario.Trace(metrics);
        metrics.Select(metric => result.Path(metric)[0]).ShouldBe([2.0, 1, 1]);
    }

    private static double[] Shared(Allocation allocation, double rounds, double openingOfB = 0)
    {
        var scenario = Steps(1, Depot("Rear", Lot(rounds)) with { Allocation = allocation }, Depot("A"), Depot("B", Lot(openingOfB)),
            new Route("North", "Rear", "A", Days.Of(1)) { Cover = Days.Of(10), Priority = 1 },
                new Route("South", "Rear", "B", Days.Of(1)) { Cover = Days.Of(10), Priority = 2 },
            Force(10, "A") with { Name = "Force A" }, Force(20, "B") with { Name = "Force B", Key = "Force B" });
        var result = scenario.Trace(sent.At("North"), sent.At("South"));
        return [result.Path(sent.At("North"))[0], result.Path(sent.At("South"))[0]];
    }
}
