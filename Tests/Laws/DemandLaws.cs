namespace Supply.Tests.Laws;

public class DemandLaws
{
    private static readonly Metric Required = new Metric(Quantity.Required).Total();

    /// <summary>A mechanism that is switched off from the start has the same effect as none.</summary>
    [Fact]
    public void SwitchedOff_IsAsIfItWereNotThere() => Law.ForAll(40, sample =>
    {
        DemandChange Off(Consumer consumer, DemandMechanism mechanism) => new(consumer.Name, Moment.AtStep(0), mechanism, 0);
        var off = sample.Parts<Consumer>().SelectMany(consumer => new[]
        {
            consumer.Season is null ? null : Off(consumer, DemandMechanism.Season),
            consumer.Displacement is null ? null : Off(consumer, DemandMechanism.Displacement),
        }).OfType<Change>().ToArray();
        Paths(sample.Scenario.With(sample.Scenario.Name, off)).ShouldBe(Paths(Without(sample).Scenario));
    });

    [Fact]
    public void Displacement_NeverRaisesWhatIsRequired() => Law.ForAll(40, sample =>
    {
        var plain = Each(sample, consumer => consumer with { Displacement = null });
        var displaced = Each(sample, consumer => consumer with { Displacement = new(Moment.AtStep(3), Days.Of(20), Fraction.Of(0.7),
            Growth.Logistic) });
        Paths(displaced.Scenario).Zip(Paths(plain.Scenario)).ShouldAllBe(pair => pair.First <= pair.Second);
    });

    /// <summary>
    /// An answer without weight changes nothing; with all the weight and a ratio of 1 a force wants as many rounds as the other fired.
    /// </summary>
    [Fact]
    public void Answer_OfNoWeightIsNone_AndOfAllWeightIsTheOpponentsFire() => Law.ForAll(30, sample =>
    {
        var other = Mirror(sample);
        Scenario Facing(double weight) => sample.Scenario with
        {
            Networks = [Each(sample, consumer => consumer
                with { Response = new($"Other/{other.Parts.OfType<Consumer>().First().Name}", Fraction.Of(weight),
                    Ratio.Of(1)) { TrailingDays = 7 } }).Network, other],
            Changes = [],
        };
        var alone = sample.Scenario with { Networks = [sample.Network, other], Changes = [] };
        Paths(Facing(0), "Side").ShouldBe(Paths(alone, "Side"));

        var consumers = sample.Parts<Consumer>().Count();
        var first = other.Parts.OfType<Consumer>().First().Name;
        var fired = new Metric(Quantity.Fired).Total().On("Other").At(first);
        var result = new Ensemble(1, 5, Recorded.EveryStep([fired, Required.On("Side")])).Run(Facing(1)).Baseline;
        var (f, r) = (result.Path(fired), result.Path(Required.On("Side")));
        var own = Paths(alone, "Side");
        for (var step = 1; step < r.Length; step++)
        {
            // A force without a wish of its own has no calibre to answer with.
            var steps = (int)Math.Max(1, Math.Floor(7 / sample.Scenario.Horizon.StepDays + 0.5));
            var lately = f[Math.Max(0, step - steps)..step].Average();
            r[step].ShouldBeLessThanOrEqualTo(consumers * lately + Tolerance.OfSum(f), $"step {step}");

            // Fire below 1e-9 of all earlier fire counts as none.
            if (consumers == 1 && own[step] > 1) r[step].ShouldBe(lately, Tolerance.SameModel * Math.Max(1, f.Sum()), $"step {step}");
        }
    });

    private static Sample Each(Sample sample, Func<Consumer, Consumer> edit) =>
        sample.With(sample.Network with { Parts = Items.From(
            sample.Network.Parts.Select(part => part is Consumer consumer ? edit(consumer) : part)) });

    private static Sample Without(Sample sample) => Each(sample, consumer => consumer with { Season = null, Displacement = null });

    /// <summary>
    /// The same network as another side with its own origins, because an origin may have only one supplier in a scenario.
    /// </summary>
    private static Network Mirror(Sample sample) =>
        new("Other", Items.From(sample.Network.Parts.Where(part => part is Stockpile or ProductionLine or Consumer)
        .Select(part => part is Consumer { Rationing: CoverRationing rule } consumer
            ? consumer with { Rationing = rule with { Counting = Items<string>.Empty } } : part)));

    private static double[] Paths(Scenario scenario, string? side = null)
    {
        var metric = side is null ? Required : Required.On(side);
        return new Ensemble(1, 5, Recorded.EveryStep([metric])).Run(scenario).Baseline.Path(metric);
    }
}
