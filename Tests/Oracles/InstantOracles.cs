using Supply.Tests.Laws;
using static Supply.Tests.Oracles.World;

namespace Supply.Tests.Oracles;

/// <summary>Routes without lead time: rounds pass from the supplier to the consumer in one step.</summary>
public class InstantOracles
{
    private const int Steps = 80;
    private static readonly Metric Fired = Total(Quantity.Fired);

    public static TheoryData<int, double, bool> Systems => new()
    {
        { 2, 1, false }, { 2, 0.5, true }, { 3, 1, true }, { 3, 7, false },
    };

    //   Arsenal --at once--> Stage n --at once--> ... --at once--> Stage 1 --> Force, backordered; base stocks all the way
    // V, what the arsenal owes, decides all: of the sum of the levels of the stages 1..k there is min(sum, sum of all - V) with these
    // stages, what the force is owed taken off.
    [Theory, MemberData(nameof(Systems))]
    public void BaseStocksInARow_FollowTheClosedRecursion(int stages, double h, bool reversed)
    {
        var dice = new Dice(stages);
        double[] levels = [.. Enumerable.Range(0, stages).Select(_ => dice.Number(20, 90))];
        double[] demand = [.. Enumerable.Range(0, Steps).Select(_ => dice.Chance(0.2) ? 0 : dice.Number(5, 60))];
        var (opening, made) = (levels.Sum() + 100, 0.8 * demand.Average());
        var result = Of(Horizon.PlainSteps(Steps, h), Serial(levels, demand, opening, made, h, reversed)).Trace(
            [Fired, Metric.Backordered, Metric.Cost.Total(), Metric.InTransit, Total(Quantity.Received).At("Route 1"),
                .. Enumerable.Range(1, stages).Select(stage => Metric.OnHand.At($"Stage {stage}"))]);
        var (stock, owed, backlog, wasOwed) = (opening, levels.Sum(), 0.0, false);
        for (var t = 0; t < Steps; t++)
        {
            stock += made;
            owed += demand[t];
            var sent = Math.Min(stock, owed);
            (stock, owed) = (stock - sent, owed - sent);
            var net = levels.Sum() - owed;
            double Below(int stage) => Math.Min(levels.Take(stage).Sum(), net);
            var before = backlog;
            backlog = Math.Max(0, -Below(1));
            wasOwed |= backlog > 0;
            var cost = 5 * backlog * h;
            for (var stage = 1; stage <= stages; stage++)
            {
                var held = stage == 1 ? Math.Max(0, Below(1)) : Below(stage) - Below(stage - 1);
                cost += stage * held * h;
                result.Path(Metric.OnHand.At($"Stage {stage}"))[t].ShouldBe(held, Close(1e4), $"stage {stage} after step {t}");
            }

            result.Path(Metric.Backordered)[t].ShouldBe(backlog, Close(1e4));
            result.Path(Fired)[t].ShouldBe(demand[t] + before - backlog, Close(1e4));
            result.Path(Metric.Cost.Total())[t].ShouldBe(cost, Close(1e5));
        }

        wasOwed.ShouldBeTrue();
        result.Path(Metric.InTransit).ShouldAllBe(rounds => rounds == 0);
        result.Path(Total(Quantity.Received).At("Route 1"))[0].ShouldBe(levels[0] + demand[0], Close(1e4));
    }

    //   Plant, 100 a day -> A --push, 10 % lost--> B --push, 10 % lost--> C --> Force     described from the end to the start
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void PushedRounds_PassThroughAChainInOneStep(int lead)
    {
        Route Push(string from, string to) => new(from + to, from, to, Days.Of(lead))
        {
            Replenishment = Replenishment.Push(Rate.PerDay(1e6)), Loss = Fraction.Of(0.1),
        };
        var fired = World.Steps(9, Depot("C"), Push("B", "C"), Depot("B"), Push("A", "B"), Depot("A"), Line(Rate.PerDay(100), "A"),
            Force(1e6, "C")).Trace(Fired).Path(Fired);
        for (var t = 0; t < fired.Length; t++) fired[t].ShouldBe(t >= 2 * lead ? 81 : 0, Close(100));
    }

    //   Arsenal --Sea, 5 days--> Port --at once, level 0--> Hub --at once, level 0--> Front --> Force
    // is   Arsenal --Sea, 5 days--> Front --> Force
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void AChainWithoutLeadTimes_IsItsLastPlace(bool byCover)
    {
        Metric[] metrics = [Fired, Metric.OnHand, Metric.InTransit, Metric.Backordered];
        if (!byCover) metrics = [.. metrics, Metric.OnOrder.At("Sea")];
        var chain = Chain(["Port", "Hub", "Front"], byCover).Trace(metrics);
        var place = Chain(["Front"], byCover).Trace(metrics);
        foreach (var metric in metrics)
        {
            foreach (var (one, other) in chain.Path(metric).Zip(place.Path(metric))) one.ShouldBe(other, Close(1e4), metric.ToString());
        }
    }

    //   Arsenal, first lots 200 of 1,000 bad, later ones good --at once--> Depot
    [Fact]
    public void FirstLots_AreSortedInTheStepOfTheirDispatch()
    {
        var arsenal = Arsenal(1_000, 300, 400) with { FirstLots = new(Fraction.Of(0.3), Fraction.Of(0.2)), ReworkTo = "Rework" };
        var (rejected, rework) = (Total(Quantity.Rejected), Metric.Reserve);
        var result = World.Steps(5, Sea(0), arsenal, Depot("Depot"), new Reserve("Rework")).Trace(rejected, rework, Metric.OnHand);
        double[] first = [400, 400, 200, 0, 0];
        var (held, kept) = (0.0, 0.0);
        for (var t = 0; t < 5; t++)
        {
            held += 0.3 * first[t];
            kept += 400 - 0.5 * first[t];
            result.Path(rejected)[t].ShouldBe(0.2 * first[t], Close(400));
            result.Path(rework)[t].ShouldBe(held, Close(400));
            result.Path(Metric.OnHand)[t].ShouldBe(kept, Close(2_000));
        }
    }

    //   Mill, 50 a day, at once -> Powder -> Plant, 40 a day, one unit a round
    [Fact]
    public void AnInputWithoutLeadTime_IsUsedInTheSameStep()
    {
        var produced = Total(Quantity.Produced);
        World.Steps(4, Depot("Depot"), Line(Rate.PerDay(40)) with { Inputs = [new("Powder", Units.Of(1))] }, new InputStock("Powder"),
            new InputSource("Mill", "Powder", Rate.PerDay(50)) { LeadTime = Days.None }).Trace(produced).Path(produced)
            .ShouldBe([40.0, 40, 40, 40]);
    }

    private static Part[] Serial(double[] levels, double[] demand, double opening, double made, double h, bool reversed)
    {
        Part[] parts =
        [
            new Supplier("Arsenal", Origin.Dprk, [new(Calibre.Mm152, Rounds.Of(opening), Rate.PerDay(made / h))]),
            .. levels.Index().Select(pair => Depot($"Stage {pair.Index + 1}") with { HoldingCost = Money.Of(pair.Index + 1) }),
            .. levels.Index().Select(pair => new Route($"Route {pair.Index + 1}",
                pair.Index == levels.Length - 1 ? "Arsenal" : $"Stage {pair.Index + 2}", $"Stage {pair.Index + 1}", Days.None)
            {
                Replenishment = Replenishment.BaseStock(Rounds.Of(pair.Item)),
            }),
            new Consumer("Force", "Stage 1", [new(Calibre.Mm152, RatePath.PerStep([.. demand.Select(rounds => rounds / h)]))])
            {
                Unmet = Unmet.Backordered, BacklogCost = Money.Of(5),
            },
        ];
        return reversed ? [.. parts.Reverse()] : parts;
    }

    private static Scenario Chain(string[] places, bool byCover)
    {
        Replenishment Rule(bool last) => byCover ? Replenishment.ByCover(Days.Of(6)) : Replenishment.BaseStock(Rounds.Of(last ? 400 : 0));
        var routes = places.Zip(places.Skip(1), (from, to) => new Route($"To {to}", from, to, Days.None)
        {
            Replenishment = byCover ? Replenishment.Push(Rate.PerDay(1e9)) : Rule(to == places[^1]),
        });
        var dice = new Dice(7);
        return World.Steps(60,
        [
            .. places.Select(place => Depot(place)), .. routes,
            byCover ? Arsenal(0, 55, 70) : new Supplier("Arsenal", Origin.Dprk, [new(Calibre.Mm152, Rounds.Of(900), Rate.PerDay(61))]),
            byCover ? Sea(5) with { To = places[0] } : Sea(5) with { To = places[0], Replenishment = Rule(places.Length == 1) },
            new Consumer("Force", "Front",
                [new(Calibre.Mm152, RatePath.PerStep([.. Enumerable.Range(0, 60).Select(_ => dice.Number(20, 100))]))])
            {
                Unmet = Unmet.Backordered,
            },
        ]);
    }
}
