using static Supply.Tests.Oracles.World;

namespace Supply.Tests.Oracles;

/// <summary>Runs that begin in the state in which they stay: no transient.</summary>
public class OpeningOracles
{
    private const int Steps = 60;
    private static readonly Metric Fired = Total(Quantity.Fired);

    public static TheoryData<Transit, double> Ways => new()
    {
        { Transit.Fixed, 1 }, { Transit.Fixed, 0.5 }, { Transit.Erlang(3), 1 }, { Transit.PerShipment(Factor.Of(0), Days.Of(90)), 1 },
    };

    //   Arsenal, 100 a day --Sea, 9 days, 900 under way--> Depot --> Force, 100 a day : fires all from the first step on
    [Theory, MemberData(nameof(Ways))]
    public void AFullRoute_FeedsADepotFromTheFirstStepOn(Transit transit, double h)
    {
        var sea = Sea(9) with { Transit = transit, InTransit = [new(Calibre.Mm152, Origin.Dprk, Rounds.Of(900))] };
        var result = Of(Horizon.PlainSteps(Steps, h), Arsenal(1e6, 0, 100), sea, Depot("Depot"), Force(100))
            .Trace(Fired, Metric.InTransit, Metric.OnHand);
        result.Path(Fired).ShouldAllBe(rounds => Math.Abs(rounds - 100 * h) < Close(900));
        result.Path(Metric.InTransit).ShouldAllBe(rounds => Math.Abs(rounds - 900) < Close(900));
        result.Path(Metric.OnHand).ShouldAllBe(rounds => Math.Abs(rounds) < Close(900));
    }

    //   Plant, 100 a day -> Rear --Road, 5 days, base stock--> Front --> Force, 100 a day, backordered
    //   on hand - backordered = level - 100 x 5 - on order, in every step, with 500 under way
    [Theory]
    [InlineData(800, 300, 0, 0)]
    [InlineData(450, 0, 50, 0)]
    [InlineData(700, 0, 0, 200)]
    public void ABaseStock_WithAFullPipeline_HasNoTransient(double level, double onHand, double owed, double ordered)
    {
        var front = Depot("Front", Lot(onHand));
        var road = new Route("Road", "Rear", "Front", Days.Of(5))
        {
            Replenishment = Replenishment.BaseStock(Rounds.Of(level)), InTransit = [new(Calibre.Mm152, Origin.Russia, Rounds.Of(500))],
            OnOrder = ordered > 0 ? [new(Calibre.Mm152, Rounds.Of(ordered))] : [],
        };
        var force = Force(100, "Front") with
        {
            Unmet = Unmet.Backordered, Backordered = owed > 0 ? [new(Calibre.Mm152, Rounds.Of(owed))] : [],
        };
        var placed = Total(Quantity.OrdersPlaced);
        var result = World.Steps(Steps, Line(Rate.PerDay(100), "Rear"), Depot("Rear"), road, front, force)
            .Trace(placed, Metric.InTransit, Metric.OnHand, Metric.Backordered, Metric.OnOrder, Fired);
        foreach (var (metric, expected) in new[]
        {
            (placed, 100), (Metric.InTransit, 500), (Metric.OnHand, onHand), (Metric.Backordered, owed), (Metric.OnOrder, ordered),
            (Fired, 100.0),
        })
        {
            result.Path(metric).ShouldAllBe(rounds => Math.Abs(rounds - expected) < Close(1000), metric.ToString());
        }
    }

    //   --Sea, 9 days, 70 that arrive after 4 days and 30 after 6.5--> ; a closure on day 6 loses what is still under way
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Consignments_ArriveOnTheirDays_UnlessTheyAreLost(bool closed)
    {
        var sea = Sea(9) with
        {
            InTransit = [new(Calibre.Mm152, Origin.Dprk, Rounds.Of(70)) { Arrives = Days.Of(4) },
                new(Calibre.Mm152, Origin.Dprk, Rounds.Of(30)) { Arrives = Days.Of(6.5) }],
        };
        var scenario = World.Steps(10, Arsenal(0, 0, 0), sea, Depot("Depot"));
        if (closed) scenario = scenario.With("Closed", new RouteClosure("Sea", Moment.AtStep(6)) { UnderWay = UnderWay.Lost });
        var (received, lost) = (Total(Quantity.Received), Total(Quantity.Lost));
        var result = scenario.Trace(received, lost);
        result.Path(received).ShouldBe([0.0, 0, 0, 0, 70, 0, 0, closed ? 0 : 30, 0, 0]);
        result.Path(lost).ShouldBe([0.0, 0, 0, 0, 0, 0, closed ? 30 : 0, 0, 0, 0]);
    }
}
