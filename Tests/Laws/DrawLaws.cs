namespace Supply.Tests.Laws;

public class DrawLaws
{
    [Fact]
    public void SameSeed_SameBits() => Law.ForAll(15, sample =>
        Run(sample.Scenario, 20, 7).ShouldBeThoseOf(Run(sample.Scenario, 20, 7)));

    [Fact]
    public void AnotherSeed_OtherBits() => Law.ForAll(15, sample =>
    {
        var study = Run(sample.Scenario, 20, 7);
        if (study.Baseline.Parameters.Keys.Count == 0) return;
        Bits.FirstDifference(study, Run(sample.Scenario, 20, 8)).ShouldNotBeNull();
    });

    [Fact]
    public void Prefix_First50Of200_EqualARunOf50() => Law.ForAll(10, sample =>
    {
        var (all, first) = (Run(sample.Scenario, 200).Baseline, Run(sample.Scenario, 50).Baseline);
        foreach (var key in first.Parameters.Keys) all.Parameters.Column(key).Take(50).ShouldBe(first.Parameters.Column(key), key);
        foreach (var metric in Recorded.Everything(sample.Scenario).Scalars)
        {
            all.Scalar(metric).Take(50).Zip(first.Scalar(metric))
                .ShouldAllBe(pair => Bits.Same(pair.First, pair.Second), metric.ToString());
        }
    });

    [Fact]
    public void AddedUncertainty_LeavesOtherDrawsAlone() => Law.ForAll(30, sample =>
    {
        var edited = sample.With(sample.Network with
        {
            Parts = Items.From(sample.Network.Parts.Select(part => part switch
            {
                Consumer consumer =>
                    consumer with { Demands = Items.From(
                        consumer.Demands.Select(demand =>
                            demand with { Required = demand.Required.Times(Uncertain.Uniform(0.5, 1).Named("new")) })) },
                _ => part,
            }).Prepend(new ProductionLine("New line", Calibre.Mm152, Origin.Russia, "Depot 1", Rate.PerDay(Uncertain.Uniform(1, 2))))),
        });
        var (before, after) = (Run(sample.Scenario, 10).Baseline.Parameters, Run(edited.Scenario, 10).Baseline.Parameters);
        foreach (var key in before.Keys) after.Column(key).ShouldBe(before.Column(key), key);
        after.Keys.Except(before.Keys).ShouldBe(["new", "Side/New line/capacity"], ignoreOrder: true);
    });

    // A share of planned supply needs plans: a supplier whose route orders from it has none.
    private static bool IsPlanned(Supplier supplier) => supplier.Offers.All(offer => offer.Orders is not null);

    [Fact]
    public void AddedChange_LeavesEverythingBeforeItAlone() => Law.ForAll(60, sample =>
    {
        var last = sample.Scenario.Horizon.Steps - 1;
        var from = Moment.AtStep(last);
        var window = new TimeWindow("before", Moment.AtStep(0), Moment.AtStep(last - 1));
        var metrics = Recorded.Everything(sample.Scenario, every: 1).Over(window);
        Change[] more =
        [
            new RequirementChange(sample.Parts<Consumer>().First().Name, from, Uncertain.Uniform(2, 3)),
            new DepotStrike("Depot 1", from, Fraction.Of(Uncertain.Uniform(0.1, 0.9))),
            .. sample.Parts<Route>().Take(1)
                .SelectMany(route => new Change[] { new Interdiction(route.Name, from,
                    Fraction.Of(0.5)) { Loss = Fraction.Of(Uncertain.Uniform(0.1, 0.2)) } }),
            .. sample.Parts<ProductionLine>().Take(1).Select(line => new CapacityChange(line.Name, from, Uncertain.Noise(0.2, 9))),
            .. sample.Parts<Supplier>().Take(1).Select(supplier => new ExportLimit(supplier.Origin, from, Rate.PerDay(1))),
            .. sample.Parts<Supplier>().Take(sample.IsPlanned ? 1 : 0)
                .Select(supplier => new TargetShare(supplier.Origin, from, Fraction.Of(0.3), ShareMeaning.Substituted)),
        ];
        var ensemble = new Ensemble(9, Record: metrics);
        var (plain, changed) = (ensemble.Run(sample.Scenario).Baseline, ensemble.Run(sample.Scenario.With("more", more)).Baseline);
        foreach (var key in plain.Parameters.Keys) changed.Parameters.Column(key).ShouldBe(plain.Parameters.Column(key), key);
        foreach (var metric in metrics.Scalars)
        {
            changed.Scalar(metric, window).Zip(plain.Scalar(metric, window))
                .ShouldAllBe(pair => Bits.Same(pair.First, pair.Second), metric.ToString());
        }

        foreach (var metric in metrics.Series)
        {
            var points = changed.Series(metric).Points.Zip(plain.Series(metric).Points).Take(last);
            points.ShouldAllBe(pair => pair.First.Quantiles.Zip(pair.Second.Quantiles).All(value => Bits.Same(value.First, value.Second)),
                metric.ToString());
        }
    });

    private static Study Run(Scenario scenario, int replications, ulong seed = 2026) =>
        new Ensemble(replications, seed, Recorded.Everything(scenario)).Run(scenario);
}
