using Supply.Tests.Laws;

namespace Supply.Tests.Referees;

/// <summary>
/// Random serial lines and trees compared with a plain program of the same rules; each network goes through a scenario file.
/// </summary>
public sealed class TreeTests
{
    private const int Periods = 60;

    // Outside --> Stage 0 --> Stage 1 --> ...          each leaf with a customer; a stage that is short serves its successors in order
    [Theory]
    [InlineData(1, true)]
    [InlineData(1, false)]
    [InlineData(7, false)]
    public void Trees_FollowThePlainProgram(double stepDays, bool isSerial)
    {
        var (count, largest) = (0, 0.0);
        for (var number = 1; number <= 12; number++)
        {
            var stages = Stages(new Dice(number), isSerial);
            var theirs = PlainTree.Run(stages, Periods);
            var file = new ScenarioFile(Network(stages, stepDays));
            var run = new RefereeRun(ScenarioFile.Parse(file.ToJson(), "tree").Baseline);
            for (var i = 0; i < stages.Length; i++) Compare(run, theirs, stages, i);
            (count, largest) = (count + run.Count, Math.Max(largest, run.Largest));
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{count} values, largest difference {largest:G3}");
    }

    private static void Compare(RefereeRun run, IReadOnlyDictionary<(int Stage, string Column), double[]> theirs,
        PlainStage[] stages, int i)
    {
        int[] children = [.. Enumerable.Range(0, stages.Length).Where(child => stages[child].Parent == i)];
        double[] Sum(Quantity quantity, IEnumerable<string> places)
        {
            var metric = new Metric(quantity);
            var paths = places.Select(place => run[(metric.IsFlow ? metric.Total() : metric).At(place)]).ToArray();
            return [.. Enumerable.Range(0, Periods).Select(t => paths.Sum(path => path[t]))];
        }

        string[] below = [.. children.Select(child => $"To {child}"), .. stages[i].Demand is null ? [] : new[] { $"Customer {i}" }];
        var isLeaf = children.Length == 0;
        var onHand = Sum(Quantity.OnHand, [$"Stage {i}"]);
        var owed = Sum(isLeaf ? Quantity.Backordered : Quantity.OnOrder, below);
        run.Same(theirs, i, "inbound_order", Sum(isLeaf ? Quantity.Required : Quantity.OrdersPlaced, below));
        run.Same(theirs, i, "order_quantity", Sum(Quantity.OrdersPlaced, [$"To {i}"]));
        run.Same(theirs, i, "inbound_shipment", Sum(Quantity.Received, [$"To {i}"]));
        run.Same(theirs, i, "outbound_shipment", Sum(isLeaf ? Quantity.Fired : Quantity.Dispatched, below));
        run.Same(theirs, i, "inventory_level", [.. onHand.Zip(owed, (have, owe) => have - owe)]);
        run.Same(theirs, i, "backorders", owed);
        run.Same(theirs, i, "holding_cost", Sum(Quantity.HoldingCost, [$"Stage {i}"]));
        run.Same(theirs, i, "stockout_cost", Sum(Quantity.ShortageCost, below));
        run.Same(theirs, i, "in_transit_holding_cost", Sum(Quantity.HoldingCost, children.Select(child => $"To {child}")));
    }

    private static PlainStage[] Stages(Dice dice, bool isSerial)
    {
        var count = dice.Whole(2, 8);
        int[] parents = [-1, .. Enumerable.Range(1, count - 1).Select(i => isSerial ? i - 1 : dice.Whole(Math.Max(0, i - 3), i - 1))];
        return [.. parents.Select((parent, i) => new PlainStage(
            parent, dice.Whole(0, 4), Policy(dice), dice.Chance(0.5) ? 0 : dice.Number(5, 40), dice.Number(0.5, 5),
                dice.Chance(0.5) ? 0 : dice.Number(5, 40),
            parents.Contains(i) ? null : [
                .. Enumerable.Range(0, Periods).Select(_ => dice.Chance(0.2) ? 0 : dice.Number(1, 10) + 0.0137)]))];
    }

    private static PlainPolicy Policy(Dice dice)
    {
        var point = dice.Number(5, 25) + 0.01;
        return dice.Whole(0, 3) switch
        {
            0 => new(point, 0, dice.Number(20, 60) + 0.003),
            1 => new(point, point + dice.Number(5, 30), 0),
            _ => new(point, point, 0),
        };
    }

    /// <summary>The same in our words. Costs are per period, so they are divided by the days of a step.</summary>
    private static Scenario Network(PlainStage[] stages, double stepDays)
    {
        Money Per(double cost) => Money.Of(cost / stepDays);
        var parts = new List<Part> { new Supplier("Outside", new("Anywhere"), [new(Calibre.Mm152, Rounds.Of(1e12), Rate.Zero)]) };
        foreach (var (i, stage) in stages.Index())
        {
            parts.Add(new Stockpile($"Stage {i}", [new(Calibre.Mm152, new("Anywhere"),
                Rounds.Of(stage.Initial))]) { Allocation = Allocation.InOrder,
                HoldingCost = Per(stage.Holding) });
            var shipper = stage.Parent < 0 ? null : stages[stage.Parent];
            parts.Add(new Route($"To {i}", shipper is null ? "Outside" : $"Stage {stage.Parent}", $"Stage {i}",
                Days.Of(stage.LeadTime * stepDays))
            {
                Replenishment = Rule(stage.Policy),
                HoldingCost = shipper is null ? null : Per(shipper.Holding),
                BacklogCost = shipper is null ? null : Per(shipper.Stockout),
            });
            if (stage.Demand is null) continue;
            parts.Add(new Consumer($"Customer {i}", $"Stage {i}",
                [new(Calibre.Mm152, RatePath.PerStep([.. stage.Demand.Select(demand => demand / stepDays)]))])
            {
                Unmet = Unmet.Backordered, BacklogCost = Per(stage.Stockout),
            });
        }

        return new("Tree", new Network("Tree", Items.From(parts)), Horizon.PlainSteps(Periods, stepDays));
    }

    private static Replenishment Rule(PlainPolicy policy) =>
        policy.IsBaseStock ? Replenishment.BaseStock(Rounds.Of(policy.UpTo))
        : policy.Lot > 0 ? Replenishment.ReorderPoint(Rounds.Of(policy.Point), Rounds.Of(policy.Lot), mostLots: 1)
        : Replenishment.MinMax(Rounds.Of(policy.Point), Rounds.Of(policy.UpTo));
}
