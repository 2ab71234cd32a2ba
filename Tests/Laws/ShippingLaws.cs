namespace Supply.Tests.Laws;

/// <summary>
/// Laws that hold for every way of shipping. The engine closes the books of rounds, suppliers and accounts in every replication of these.
/// </summary>
public class ShippingLaws
{
    private static readonly Metric Imported = Total(Quantity.Imported);

    [Fact]
    public void Samples_AreValid_AndHoldEveryMechanism()
    {
        var seen = new HashSet<string>();
        ForAll(150, sample =>
        {
            sample.Scenario.Check();
            seen.UnionWith(sample.Scenario.Changes.Select(change => change.GetType().Name));
            if (sample.Parts<Route>().Any(route => route.Sailings is not null)) seen.Add(nameof(Sailings));
            if (sample.Parts<Supplier>().Any(supplier => supplier.Account is not null)) seen.Add(nameof(BarterAccount));
            if (sample.Parts<Supplier>().Any(supplier => supplier.Announced is not null)) seen.Add(nameof(Announcement));
        });
        string[] all = [nameof(RouteClosure), nameof(LeadTimeChange), nameof(SailingChange), nameof(PaymentStop), nameof(NewDeal),
            nameof(Sailings), nameof(BarterAccount), nameof(Announcement)];
        all.ShouldBeSubsetOf(seen);
    }

    [Fact]
    public void FlowsAndLevels_AreNumbersOfAtLeastZero_AndBooksClose() => ForAll(40, sample =>
    {
        var all = Recorded.Everything(sample.Scenario, every: 1);
        var accounts = sample.Parts<Supplier>().Count(supplier => supplier.Account is not null);
        var metrics = new Metrics { Every = 1 }.And([.. all.Series.Where(metric =>
            (metric.IsFlow || metric.IsLevel) && (accounts < 2 || metric.Row.NotSummed is null))]);
        var result = new Ensemble(1, 3, metrics).Run(sample.Scenario).Baseline;
        foreach (var metric in metrics.Series)
        {
            result.Path(metric).ShouldAllBe(value => value >= 0 && double.IsFinite(value), metric.ToString());
        }
    });

    [Fact]
    public void EveryOrder_IsDispatched_HeldOrAtPort() => ForAll(40, sample =>
    {
        Metric[] parts = [Imported, Total(Quantity.HeldByStock), Total(Quantity.HeldByExportLimit), Total(Quantity.HeldByWillingness),
            Total(Quantity.HeldByRoute), Total(Quantity.HeldBySailings), Metric.AtPort];
        var ordered = Total(Quantity.Ordered);
        var result = new Ensemble(4, Record: new Metrics().And([.. parts, ordered])).Run(sample.Scenario).Baseline;
        for (var i = 0; i < 4; i++)
        {
            var orders = result.Scalar(ordered)[i];
            parts.Sum(metric => result.Scalar(metric)[i]).ShouldBe(orders, Tolerance.Books * Math.Max(1, orders));
        }
    });

    [Fact]
    public void Ships_CarryAtMostWhatTheyHold_AndPortsHoldAtMostTheirStorage() => ForAll(40, sample =>
    {
        foreach (var route in sample.Parts<Route>().Where(route => route.Sailings is not null))
        {
            Metric[] metrics = [Metric.Voyages.At(route.Name), Total(Quantity.Received).At(route.Name), Total(Quantity.Lost).At(route.Name),
                Metric.InTransit.At(route.Name), Metric.AtPort.At(route.Name)];
            var result = new Ensemble(1, Record: Recorded.EveryStep(metrics)).Run(sample.Scenario).Baseline;
            var ship = Exact(route.Sailings!.ContainersPerVoyage.Value) * Exact(route.Sailings.RoundsPerContainer.Value);
            var (voyages, sent) = (0.0, 0.0);
            for (var step = 0; step < sample.Scenario.Horizon.Steps; step++)
            {
                voyages += result.Path(metrics[0])[step];
                sent += result.Path(metrics[1])[step] + result.Path(metrics[2])[step];
                (sent + result.Path(metrics[3])[step])
                    .ShouldBeLessThanOrEqualTo(voyages * ship + Tolerance.SameModel * Math.Max(1, sent), $"{route.Name}, step {step}");
                if (route.Sailings.Storage is { } storage)
                {
                    result.Path(metrics[4])[step].ShouldBeLessThanOrEqualTo(Exact(storage.Value) * (1 + Tolerance.SameModel));
                }
            }
        }
    });

    [Fact]
    public void RandomIntervals_WithoutSpread_AreTheClock_BitForBit() => ForAll(40, sample =>
    {
        var parts = sample.Network.Parts.Select<Part, Part>(part => part is Route { Sailings.Timetable: EveryTimetable every } route
            ? route with { Sailings = route.Sailings with
                { Timetable = Timetable.Renewal(every.Interval, Spacing.LogNormal(Factor.Of(0)), mostPerStep: 10) } }
            : part);
        Same.Scalars(Run(sample.With(sample.Network with { Parts = Items.From(parts) })), Run(sample), relative: 0);
    });

    [Fact]
    public void ClosingAndOpening_LosesNothing_IfRoundsWait() => ForAll(40, sample =>
    {
        if (sample.Parts<Supplier>().FirstOrDefault() is not { } supplier) return;
        var route = sample.Parts<Route>().First(route => route.From == supplier.Name);
        if (route.Transit is PerShipmentTransit) return;
        var steps = sample.Scenario.Horizon.Steps;
        var (from, until) = (steps / 3, 2 * steps / 3);
        double[] Received(UnderWay underWay)
        {
            var others = sample.Scenario.Changes.Where(change => change is not RouteClosure closure || closure.Route != route.Name);
            var closure = new RouteClosure(route.Name, Moment.AtStep(from)) { Until = Moment.AtStep(until), UnderWay = underWay };
            var metric = Total(Quantity.Received).At(route.Name);
            var path = new Ensemble(1, Record: Recorded.EveryStep(metric))
                .Run(sample.Scenario with { Changes = [.. others, closure] }).Baseline.Path(metric);
            var sum = 0.0;
            return [.. path.Select(rounds => sum += rounds)];
        }

        var (continues, waits, lost) = (Received(UnderWay.Continues), Received(UnderWay.Waits), Received(UnderWay.Lost));
        for (var step = 0; step < steps; step++)
        {
            var slack = Tolerance.SameModel * Math.Max(1, continues[step]);
            waits[step].ShouldBe(step < from || step >= until ? continues[step] : waits[Math.Max(0, from - 1)], slack, $"step {step}");
            lost[step].ShouldBeLessThanOrEqualTo(continues[step] + slack);
        }
    });

    [Fact]
    public void Willingness_LiesIn0To1_AndWithoutPaymentFalls() => ForAll(40, sample =>
    {
        foreach (var supplier in sample.Parts<Supplier>().Where(supplier => supplier.Account is not null))
        {
            var willing = new Metric(Quantity.Willingness).At(supplier.Name);
            Change[] none = [.. sample.Scenario.Changes.Where(change => change is not (PaymentStop or NewDeal)),
                new PaymentStop(supplier.Origin, Moment.AtStep(0))];
            var path = new Ensemble(1, Record: Recorded.EveryStep(willing))
                .Run(sample.Scenario with { Changes = Items.From(none) }).Baseline.Path(willing);
            path.ShouldAllBe(share => share >= 0 && share <= 1);
            for (var step = 1; step < path.Length; step++) path[step].ShouldBeLessThanOrEqualTo(path[step - 1]);
        }
    });

    [Theory]
    [InlineData(2)]
    [InlineData(0.25)]
    public void Scaling_ByAPowerOfTwo_ScalesEveryBit(double factor) => ForAll(25, sample =>
        Same.Scalars(Run(Edits.Scaled(sample, factor)), Run(sample), relative: 0, Same.Scaled(factor)));

    [Fact]
    public void Renaming_WithKeysKept_ChangesNoBit() =>
        ForAll(25, sample => Same.Scalars(Run(Edits.Renamed(sample)), Run(sample), relative: 0));

    [Fact]
    public void Reordering_Parts_ChangesNothing() => ForAll(25, sample =>
        Same.Scalars(Run(sample.With(sample.Network with { Parts = Items.From(new Dice(sample.Number).Shuffled(sample.Network.Parts)) })),
            Run(sample), Tolerance.SameModel));

    private static void ForAll(int samples, Action<Sample> law) => Law.ForAll(samples, Shipping.Of, law);

    private static Study Run(Sample sample)
    {
        var all = Recorded.Everything(sample.Scenario);
        var scalars = Items.From(all.Scalars.Where(metric => metric.Row.HasSeries && metric.Row.NotSummed is null));
        return new Ensemble(5, Record: all with { Scalars = scalars, Series = Items<Metric>.Empty }).Run(sample.Scenario);
    }

    private static Metric Total(Quantity quantity) => new Metric(quantity).Total();

    private static double Exact(Uncertain number) => ((ExactlyValue)number).Value;
}
