namespace Supply.Tests.Laws;

/// <summary>Laws of inputs, guns, lots, effects, hazards and dispersal in any scenario.</summary>
public class MakingLaws
{
    private const int Replications = 5;

    [Fact]
    public void Samples_AreValid_AndUseEveryMechanism()
    {
        var seen = new HashSet<Type>();
        Law.ForAll(150, MakingSamples.Of, sample =>
        {
            sample.Scenario.Check();
            seen.UnionWith(sample.Network.Parts.Select(part => part.GetType())
                .Concat(sample.Scenario.Changes.Select(change => change.GetType())));
        });
        new[] { typeof(InputStock), typeof(InputSource), typeof(GunPark), typeof(InputSanction), typeof(StrikeHazard), typeof(Dispersal) }
            .ShouldBeSubsetOf(seen);
    }

    [Fact]
    public void Flows_AndLevels_AreNumbersOfAtLeastZero() => ForAll(60, sample =>
    {
        var metrics = Recorded.Everything(sample.Scenario, every: 1);
        var result = new Ensemble(1, Record: metrics).Run(sample.Scenario).Baseline;
        foreach (var metric in metrics.Series.Where(metric => metric.IsFlow || metric.IsLevel))
        {
            var path = result.Path(metric);
            path.ShouldAllBe(value => value >= -Tolerance.OfSum(path) && double.IsFinite(value), metric.ToString());
        }
    });

    [Fact]
    public void Inputs_AreUsedLostOrThere() => ForAll(50, sample =>
    {
        foreach (var stock in sample.Parts<InputStock>())
        {
            InputSource[] sources = [.. sample.Parts<InputSource>().Where(source => source.To == stock.Name)];
            Metric[] of = [.. sources.SelectMany(
                source =>
                new[] { Total(Quantity.InputSupplied), Total(Quantity.InputLost), new Metric(Quantity.InputUnderWay) }
                .Select(metric => metric.At(source.Name)))];
            Metric[] at = [Total(Quantity.InputUsed).At(stock.Name), new Metric(Quantity.InputOnHand).At(stock.Name)];
            var all = Run(sample, [.. of, .. at]);
            for (var i = 0; i < Replications; i++)
            {
                var came = Opened(all, stock, "opening", stock.Opening, i)
                    + Sum(all, of.Where(metric => metric.Quantity == Quantity.InputSupplied), i);
                Sum(all, [.. of.Where(metric => metric.Quantity != Quantity.InputSupplied), .. at], i)
                    .ShouldBe(came, Tolerance.Books * Math.Max(1, came), $"{stock.Name}, replication {i}");
            }
        }
    });

    [Fact]
    public void Guns_AndBarrels_AreSomewhere() => ForAll(50, sample =>
    {
        foreach (var park in sample.Parts<GunPark>())
        {
            Quantity[] guns = [Quantity.GunsLost, Quantity.GunsCannibalised, Quantity.GunsInService, Quantity.GunsInReserve];
            Quantity[] barrels = [Quantity.BarrelsWorn, Quantity.BarrelsLost, Quantity.GunsWithBarrel, Quantity.SpareBarrels];
            Quantity[] made = [Quantity.BarrelsMade, Quantity.BarrelsRecovered, Quantity.GunsReturned];
            Metric[] Of(Quantity[] quantities) => [.. quantities.Select(quantity => Total(quantity).At(park.Name))];
            var result = Run(sample, [.. Of(guns), .. Of(barrels), .. Of(made)]);
            for (var i = 0; i < Replications; i++)
            {
                var service = Opened(result, park, "guns", park.Guns, i);
                var (reserve, spare) = (Opened(result, park, "reserve", park.Reserve, i), Opened(result, park, "barrels", park.Barrels, i));
                Sum(result, Of(guns), i).ShouldBe(
                    service + reserve, Tolerance.Books * (service + reserve), $"{park.Name}, replication {i}");
                var came = service + spare + Sum(result, Of(made), i);
                Sum(result, Of(barrels), i).ShouldBe(came, Tolerance.Books * came, $"{park.Name}, replication {i}");
            }
        }
    });

    [Fact]
    public void Lines_MakeWhatTheirCapacityAllows_LessWhatInputsHold() => ForAll(50, sample =>
    {
        Metric produced = Total(Quantity.Produced), held = Total(Quantity.HeldByInput);
        var free = sample.With(sample.Network with
        {
            Parts = Items.From(sample.Network.Parts.Where(part => part is not (InputStock or InputSource))
                .Select(part => part is ProductionLine line ? line with { Inputs = [] } : part)),
        });
        free = free with { Scenario = free.Scenario
            with { Changes = Items.From(free.Scenario.Changes.Where(change => change is not InputSanction)) } };
        var (with, without) = (Run(sample, [produced, held]), Run(free, [produced]));
        for (var i = 0; i < Replications; i++)
        {
            Sum(with, [produced, held], i)
                .ShouldBe(without.Scalar(produced)[i], Tolerance.Books * Math.Max(1, without.Scalar(produced)[i]), $"replication {i}");
        }
    });

    [Fact]
    public void Shortfall_IsForWantOfRoundsGunsOrBarrels() => ForAll(50, sample =>
    {
        Metric[] wants = [Total(Quantity.ShortOfRounds), Total(Quantity.ShortOfGuns), Total(Quantity.ShortOfBarrels)];
        var (all, required) = (Total(Quantity.Shortfall), Total(Quantity.Required));
        var result = Run(sample, [.. wants, all, required]);
        for (var i = 0; i < Replications; i++)
        {
            Sum(result, wants, i).ShouldBe(
                result.Scalar(all)[i], Tolerance.Books * Math.Max(1, result.Scalar(required)[i]), $"replication {i}");
        }
    });

    [Fact]
    public void EffectiveFire_IsAtMostFire() => ForAll(40, sample =>
    {
        Metric fired = Total(Quantity.Fired), effective = Total(Quantity.EffectiveFired);
        var result = Run(sample, [fired, effective]);
        for (var i = 0; i < Replications; i++)
        {
            result.Scalar(effective)[i].ShouldBeLessThanOrEqualTo(result.Scalar(fired)[i] * (1 + Tolerance.Rounding));
        }
    });

    /// <summary>Unlimited inputs and guns, identical lots, hazards without events and dispersal without effect change nothing.</summary>
    [Fact]
    public void WhatDoesNotBind_ChangesNothing() => Law.ForAll(40, sample =>
    {
        var depot = sample.Parts<Stockpile>().First().Name;
        var first = Moment.AtStep(0);
        Part[] more = sample.Parts<ProductionLine>().Any() ? [new InputStock("Powder", Units.Of(1e12))] : [];
        var network = sample.Network with { Parts = Items.From(
            sample.Network.Parts.Select(Neutral).Concat(more).Append(new GunPark("Guns", Units.Of(1e9), Rate.PerDay(1e5),
                Rounds.Of(1e12)))) };
        var edited = sample.With(network);
        edited = edited with { Scenario = edited.Scenario
            with { Changes = edited.Scenario.Changes.Add(new StrikeHazard(depot, first, 0, Fraction.Of(0.5), Factor.Of(1)),
                new Dispersal(depot, first, Fraction.Of(1))) } };
        Quantity[] quantities = [Quantity.Produced, Quantity.Refurbished, Quantity.Imported, Quantity.Rejected, Quantity.Lost,
            Quantity.Fired, Quantity.OnHand, Quantity.Reserve];
        Metric[] metrics = [.. quantities.Select(Total)];
        var ensemble = new Ensemble(Replications, Record: new Metrics { Scalars = Items.From(metrics) });
        Same.Scalars(ensemble.Run(edited.Scenario), ensemble.Run(sample.Scenario), Tolerance.SameModel);

        static Part Neutral(Part part) => part switch
        {
            ProductionLine line => line with { Inputs = [new("Powder", Units.Of(0.01))] },
            RefurbishmentWorks { Yield.Value: ExactlyValue } works => works with { LastYield = works.Yield },
            Supplier { Rework.Value: ExactlyValue, Useless.Value: ExactlyValue } supplier =>
                supplier with { FirstLots = new(supplier.Rework, supplier.Useless) },
            Consumer consumer => consumer with { Demands = Items.From(consumer.Demands.Select(demand => demand with { Guns = "Guns" })) },
            _ => part,
        };
    });

    //   source --> Powder --> one line: more of the input is never less output
    [Fact]
    public void MoreInput_NeverLowersTheOutputOfALine() => Law.ForAll(60, OneLine, sample =>
    {
        var produced = Total(Quantity.Produced);
        var less = Run(sample, [produced]).Scalar(produced);
        foreach (var more in new[] { 1.1, 3 })
        {
            var edited = sample.With(sample.Network
                with { Parts = Items.From(sample.Network.Parts.Select(
                    part => part is InputSource source ? source with { Rate = source.Rate.Times(more) } : part)) });
            var output = Run(edited, [produced]).Scalar(produced);
            for (var i = 0; i < Replications; i++)
            {
                output[i].ShouldBeGreaterThanOrEqualTo(less[i] * (1 - Tolerance.Rounding), $"times {more}, replication {i}");
            }
        }
    });

    [Fact]
    public void Reordering_Parts_ChangesNothing() => ForAll(30, sample =>
    {
        var shuffled = sample.With(sample.Network with { Parts = Items.From(new Dice(sample.Number).Shuffled(sample.Network.Parts)) });
        var all = Recorded.Everything(sample.Scenario);
        var ensemble = new Ensemble(Replications,
            Record: all with { Scalars = Items.From(all.Scalars.Where(metric => metric.Kind != QuantityKind.Date)) });
        Same.Scalars(ensemble.Run(shuffled.Scenario), ensemble.Run(sample.Scenario), Tolerance.SameModel);
    });

    [Fact]
    public void Engines_GiveTheSameBits() => ForAll(8, sample =>
    {
        var ensemble = new Ensemble(70, Record: Recorded.Everything(sample.Scenario, every: 5));
        var expected = (ensemble with { BlockWidth = 1, Threads = 1 }).Run(sample.Scenario);
        Bits.FirstDifference((ensemble with { Engine = Engine.Kernel }).Run(sample.Scenario), expected).ShouldBeNull("kernel");
        Bits.FirstDifference((ensemble with { BlockWidth = 33 }).Run(sample.Scenario), expected).ShouldBeNull("block");
    });

    [Fact]
    public void Files_GiveTheSameScenarioBack() => ForAll(60, sample =>
    {
        var file = new ScenarioFile(sample.Scenario);
        ScenarioFile.Parse(file.ToJson(), "sample").ShouldBe(file);
    });

    private static void ForAll(int samples, Action<Sample> law) => Law.ForAll(samples, MakingSamples.Of, law);

    private static Metric Total(Quantity quantity) => new Metric(quantity).Total();

    private static ScenarioResult Run(Sample sample, Metric[] metrics) =>
        new Ensemble(Replications, Record: new Metrics { Scalars = Items.From(metrics) }).Run(sample.Scenario).Baseline;

    private static double Sum(ScenarioResult result, IEnumerable<Metric> metrics, int replication) =>
        metrics.Sum(metric => result.Scalar(metric)[replication]);

    /// <summary>The opening stock of a place, as it was drawn.</summary>
    private static double Opened(ScenarioResult result, Part part, string property, Units units, int replication) =>
        units.Value is ExactlyValue exact ? exact.Value : result.Parameters.Column($"Side/{part.Key}/{property}")[replication];

    private static Sample OneLine(int number)
    {
        var dice = new Dice(number);
        var horizon = Horizon.PlainSteps(dice.Whole(10, 50), dice.Of(1.0, 7, 2.5));
        var values = new RandomValues(dice, horizon);
        return new(number, new Scenario("One line", new Network("Side",
            new Stockpile("Depot"),
            new InputStock("Powder", Units.Of(300)),
            new InputStock("Fuzes", Units.Of(4000)),
            new InputSource("Powder source", "Powder", values.Path(100)) { LeadTime = values.Days(1, 9) },
            new InputSource("Fuze source", "Fuzes", values.Path(150)),
            new ProductionLine("Line", Calibre.Mm152, Origin.Russia, "Depot",
                values.Path(200)) { Inputs = [new("Powder", Units.Of(1.5)), new("Fuzes", Units.Of(1))] },
            new Consumer("Force", "Depot", [new(Calibre.Mm152, Rate.PerDay(10))])), horizon).Stretched());
    }
}
