namespace Supply.Tests.Laws;

public class SupplyLaws
{
    private static readonly Metric Fired = new Metric(Quantity.Fired).Total();

    //   line --> Rear ==route==> Front --> Force (no rationing)
    [Fact]
    public void MoreOpeningStock_NeverLowersCumulativeFire() => MoreIsNeverLess((part, more) => part switch
    {
        Stockpile one =>
            one with { Opening = Items.From(one.Opening.Select(lot =>
                lot with { Amount = Rounds.Of(lot.Amount.Value * Uncertain.Exactly(more)) })) },
        _ => part,
    });

    [Fact]
    public void MoreProduction_NeverLowersCumulativeFire() => MoreIsNeverLess((part, more) =>
        part is ProductionLine line ? line with { Capacity = line.Capacity.Times(more) } : part);

    /// <summary>Rounds under way that arrive in the first step are rounds that the destination has at the start.</summary>
    [Fact]
    public void ArrivingAtOnce_IsOpeningStock() => Law.ForAll(60, sample =>
    {
        var topology = new Equations.Topology(sample.Network);
        foreach (var route in sample.Parts<Route>().Where(route => route.Transit is not ErlangTransit && !route.IsInstant))
        {
            var to = sample.Parts<Stockpile>().Single(one => one.Name == route.To);
            bool Opens(Equations.Cell cell) => to.Opening.Any(lot => lot.Calibre == cell.Calibre && lot.Origin == cell.Origin);
            var free = topology.Cells(route.Name).Where(cell => !Opens(cell)).ToArray();
            if (sample.Parts<Stockpile>().All(one => one.Name != route.From) || free.Length == 0
                || sample.Scenario.Changes.Any(change => change is RouteClosure closure && closure.Route == route.Name)) continue;
            IReadOnlyList<double> FiredWith(Part old, Part part)
            {
                var parts = sample.Network.Parts.Select(one => one == old ? part : one);
                return new Ensemble(3, Record: Recorded.EveryStep(Fired))
                    .Run(sample.With(sample.Network with { Parts = Items.From(parts) }).Scenario).Baseline.Scalar(Fired);
            }

            var lot = new Lot(free[0].Calibre, free[0].Origin, Rounds.Of(777));
            var opening = FiredWith(to, to with { Opening = [.. to.Opening, lot] });
            var arriving = FiredWith(route, route with
            {
                InTransit = [new(lot.Calibre, lot.Origin, lot.Amount) { Arrives = Days.Of(0) }],
            });
            for (var i = 0; i < opening.Count; i++) arriving[i].ShouldBe(opening[i], Tolerance.SameModel * Math.Max(1, opening[i]));
        }
    });

    [Fact]
    public void AddedShareOfZero_OrdersNothing() => Law.ForAll(40, sample =>
    {
        if (sample.Parts<Supplier>().FirstOrDefault() is not { } supplier || !sample.IsPlanned) return;
        Metric[] flows = [new Metric(Quantity.Ordered).Total().At(supplier.Name), new Metric(Quantity.Imported).Total().At(supplier.Name)];
        var others = Items.From(sample.Scenario.Changes.Where(change => change is not TargetShare));
        var scenario = (sample.Scenario with { Changes = others })
            .With("none", new TargetShare(supplier.Origin, Moment.AtStep(0), Fraction.None, ShareMeaning.Added));
        var result = new Ensemble(5, Record: new Metrics().And(flows)).Run(scenario).Baseline;
        flows.ShouldAllBe(metric => result.Scalar(metric).All(value => value == 0));
    });

    private static void MoreIsNeverLess(Func<Part, double, Part> edit) => Law.ForAll(60, Chain, sample =>
    {
        var ensemble = new Ensemble(5, Record: Recorded.EveryStep(Fired));
        var less = ensemble.Run(sample.Scenario).Baseline.Scalar(Fired);
        foreach (var more in new[] { 1.01, 1.5, 8 })
        {
            var edited = sample.With(sample.Network with { Parts = Items.From(sample.Network.Parts.Select(part => edit(part, more))) });
            var fired = ensemble.Run(edited.Scenario).Baseline.Scalar(Fired);
            for (var i = 0; i < fired.Count; i++)
            {
                fired[i].ShouldBeGreaterThanOrEqualTo(less[i] * (1 - Tolerance.Rounding), $"times {more}, replication {i}");
            }
        }
    });

    private static Sample Chain(int number)
    {
        var dice = new Dice(number);
        var horizon = Horizon.PlainSteps(dice.Whole(10, 50), dice.Of(1.0, 7, 2.5));
        var values = new RandomValues(dice, horizon);
        var network = new Network("Side",
            new Stockpile("Rear", [new(Calibre.Mm152, Origin.Russia, Rounds.Of(dice.Number(100, 5000)))]),
            new Stockpile("Front", [new(Calibre.Mm152, Origin.Russia, Rounds.Of(dice.Number(0, 1000)))]),
            new ProductionLine("Line", Calibre.Mm152, Origin.Russia, "Rear", values.Path(dice.Number(10, 200))),
            new Route("Road", "Rear", "Front", values.Days(1, 10)) { Cover = values.Days(2, 20), Loss = values.Fraction(0.3),
                Capacity = dice.Chance(0.5) ? values.Path(150) : null },
            new Consumer("Force", "Front", [new(Calibre.Mm152, values.Path(dice.Number(50, 400)))]));
        return new(number, new Scenario("Chain", network, horizon).Stretched());
    }
}
