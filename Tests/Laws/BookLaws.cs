namespace Supply.Tests.Laws;

public class BookLaws
{
    private static readonly Quantity[] In = [Quantity.Produced, Quantity.Imported];
    private static readonly Quantity[] Out =
        [Quantity.Fired, Quantity.Lost, Quantity.Rejected, Quantity.OnHand, Quantity.Reserve, Quantity.InTransit];

    [Fact]
    public void Samples_AreValid() => Law.ForAll(300, sample => sample.Scenario.Check());

    [Fact]
    public void Books_CloseForEachCalibreAndOrigin() => Law.ForAll(60, sample =>
    {
        var cells = sample.Parts<Stockpile>().SelectMany(one => one.Opening).Concat(sample.Parts<Reserve>().SelectMany(one => one.Opening))
            .Select(lot => (lot.Calibre, lot.Origin)).Distinct().ToArray();
        Metric Of(Quantity quantity, Calibre calibre, Origin origin) => new Metric(quantity).Total().Of(calibre).From(origin);
        var metrics = new Metrics().And(
            [.. from cell in cells from quantity in In.Concat(Out) select Of(quantity, cell.Calibre, cell.Origin)]);
        var ensemble = new Ensemble(7, Record: metrics);
        var flows = ensemble.Run(sample.Scenario).Baseline;
        var openings = ensemble.Run(ProbeScenario.Openings(sample)).Baseline;
        foreach (var (calibre, origin) in cells)
        {
            for (var i = 0; i < ensemble.Replications; i++)
            {
                double Sum(ScenarioResult result, Quantity[] quantities) =>
                    quantities.Sum(quantity => result.Scalar(Of(quantity, calibre, origin))[i]);
                var came = Sum(openings, [Quantity.OnHand, Quantity.Reserve]) + Sum(flows, In);
                Sum(flows, Out).ShouldBe(came, Tolerance.Books * Math.Max(1, came), $"{calibre}, {origin}, replication {i}");
            }
        }
    });

    [Fact]
    public void WholeRounds_AreWholeInEveryFlowAndLevel_AndBooksCloseToTheRound() => Law.ForAll(60, sample =>
    {
        var scenario = sample.Scenario with { WholeRounds = true };
        var everything = Compilation.Compiler.Everything(scenario);
        var result = new Ensemble(1, Record: everything).Run(scenario).Baseline;
        foreach (var metric in everything.Series.Where(metric => !metric.IsCost))
        {
            result.Path(metric).ShouldAllBe(value => value >= 0 && Math.Floor(value) == value, metric.ToString());
        }
    });

    [Fact]
    public void WholeRounds_HaveTheSameBitsOnBothEngines() => Law.ForAll(15, sample =>
    {
        var scenario = sample.Scenario with { WholeRounds = true };
        var ensemble = new Ensemble(9, Record: Recorded.Everything(scenario)) { Engine = Engine.Block };
        Bits.FirstDifference((ensemble with { Engine = Engine.Kernel }).Run(scenario), ensemble.Run(scenario)).ShouldBeNull();
    });

    [Fact]
    public void Flows_AndLevels_AreNumbersOfAtLeastZero() => Law.ForAll(60, sample =>
    {
        var metrics = Recorded.Everything(sample.Scenario, every: 1);
        for (ulong seed = 1; seed <= 3; seed++)
        {
            var result = new Ensemble(1, seed, metrics).Run(sample.Scenario).Baseline;
            foreach (var metric in metrics.Series.Where(metric => metric.IsFlow || metric.IsLevel))
            {
                result.Path(metric).ShouldAllBe(value => value >= 0 && double.IsFinite(value), metric.ToString());
            }
        }
    });

    [Fact]
    public void Fired_IsAtMostRequired_AndWithShortfallAll() => Law.ForAll(60, sample =>
    {
        var (fired, required, shortfall) =
            (new Metric(Quantity.Fired).Total(), new Metric(Quantity.Required).Total(), new Metric(Quantity.Shortfall).Total());
        foreach (var consumer in sample.Parts<Consumer>().Where(one => one.Unmet == Unmet.Lost))
        {
            Metric[] metrics = [fired.At(consumer.Name), required.At(consumer.Name), shortfall.At(consumer.Name)];
            var result = new Ensemble(1, Record: Recorded.EveryStep(metrics)).Run(sample.Scenario).Baseline;
            var (f, r, s) = (result.Path(metrics[0]), result.Path(metrics[1]), result.Path(metrics[2]));
            for (var step = 0; step < f.Length; step++)
            {
                f[step].ShouldBeLessThanOrEqualTo(r[step] + Tolerance.OfSum(r), $"step {step}");
                (f[step] + s[step]).ShouldBe(r[step], Tolerance.OfSum(r), $"step {step}");
            }
        }
    });

    [Fact]
    public void Backlog_IsWhatWasRequiredAndNotFired() => Law.ForAll(60, sample =>
        Carried(sample, sample.Parts<Consumer>().Where(one => one.Unmet == Unmet.Backordered), new(Quantity.Required), new(Quantity.Fired),
            Metric.Backordered));

    [Fact]
    public void OnOrder_IsWhatWasOrderedAndNotDispatched() => Law.ForAll(60, sample =>
        Carried(sample, sample.Parts<Route>()
            .Where(one => one.Replenishment is OrderingReplenishment && sample.Parts<Stockpile>().Any(from => from.Name == one.From)),
            new(Quantity.OrdersPlaced), new(Quantity.Dispatched), Metric.OnOrder));

    /// <summary>At each step, everything that came in and did not go out is carried over.</summary>
    private static void Carried(Sample sample, IEnumerable<Part> parts, Metric into, Metric outOf, Metric left)
    {
        foreach (var part in parts)
        {
            Metric[] metrics = [into.Total().At(part.Name), outOf.Total().At(part.Name), left.At(part.Name)];
            var result = new Ensemble(1, Record: Recorded.EveryStep(metrics)).Run(sample.Scenario).Baseline;
            var (came, went, stays) = (result.Path(metrics[0]), result.Path(metrics[1]), result.Path(metrics[2]));
            var open = 0.0;
            for (var step = 0; step < came.Length; step++)
            {
                open += came[step] - went[step];
                stays[step].ShouldBe(open, Tolerance.OfSum(came), $"{part.Name}, step {step}");
            }
        }
    }
}
