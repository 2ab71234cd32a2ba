namespace Supply.Tests.Laws;

/// <summary>Random scenarios: the samples of the other laws with inputs, guns, lots, effects, hazards and dispersal added.</summary>
internal sealed class MakingSamples
{
    private readonly Dice dice;
    private readonly Sample plain;
    private readonly Horizon horizon;

    private MakingSamples(int number)
    {
        (dice, plain) = (new(number + 7_000_000), GeneratedScenarios.Of(number));
        horizon = plain.Scenario.Horizon;
    }

    /// <summary>The sample of a number, always the same.</summary>
    public static Sample Of(int number) => new MakingSamples(number).Build();

    private Sample Build()
    {
        var stocks = plain.Parts<ProductionLine>().Any() ? Enumerable.Range(1, dice.Whole(1, 3)).Select(i => $"Input {i}").ToArray() : [];
        var parks = Enumerable.Range(1, dice.Whole(0, 2)).Select(i => $"Guns {i}").ToArray();
        var edited = plain.Network.Parts.Select(part => Edited(part, stocks, parks)).ToArray();
        stocks = [.. stocks.Where(stock => edited.OfType<ProductionLine>().Any(line => line.Inputs.Any(use => use.Stock == stock)))];
        parks = [.. parks.Where(park => edited.OfType<Consumer>().Any(one => one.Demands.Any(demand => demand.Guns == park)))];
        Part[] parts = [.. edited, .. stocks.SelectMany(Input), .. parks.Select(Park)];
        var network = plain.Network with
        {
            Parts = Items.From(parts),
            Effects = dice.Chance(0.5) ? [new(Origin.Russia, Fraction.Of(Number(0.3, 1)))] : [],
        };
        var changes = Enumerable.Range(0, dice.Whole(0, 4)).Select(_ => Change(parts)).OfType<Change>();
        var scenario = plain.Scenario with { Networks = [network], Changes = plain.Scenario.Changes.Add([.. changes]) };
        return plain with { Scenario = scenario.Stretched() };
    }

    private Uncertain Number(double low, double high) => dice.Chance(0.5) ? dice.Number(low, high) : Uncertain.Uniform(low, high);

    private RatePath Path(double most) => dice.Whole(0, 2) switch
    {
        0 => RatePath.Linear(Moment.AtStep(2), Rate.PerDay(Number(0, most)), Moment.AtStep(9), Rate.PerDay(most)),
        1 => RatePath.Constant(Rate.PerDay(Number(most / 2, most))).Times(Uncertain.Noise(0.3, 8)),
        _ => Rate.PerDay(Number(0, most)),
    };

    private Part Edited(Part part, string[] stocks, string[] parks) => part switch
    {
        ProductionLine line =>
            line with { Inputs = Items.From(stocks.Where(_ => dice.Chance(0.7)).Select(stock =>
                new InputUse(stock, Units.Of(Number(0.5, 2))))) },
        Reserve reserve =>
            reserve with { Drawing = dice.Of(
                Drawing.Proportional, Drawing.ByPreference(Origin.Russia), Drawing.NewestFirst(3, Days.Of(horizon.StepDays * 4))) },
        RefurbishmentWorks works when dice.Chance(0.5) => works with { LastYield = Fraction.Of(Number(0, 1)) },
        Supplier supplier when dice.Chance(0.6) => supplier with { FirstLots = new(Fraction.Of(Number(0, 0.5)),
            Fraction.Of(Number(0, 0.5))) },
        Consumer consumer when parks.Length > 0 => consumer with
        {
            Demands = Items.From(consumer.Demands.Select(demand => dice.Chance(0.7) ? demand with { Guns = dice.Of(parks) } : demand)),
        },
        _ => part,
    };

    private IEnumerable<Part> Input(string stock)
    {
        yield return new InputStock(stock, Units.Of(Number(10, 3000)));
        for (var i = dice.Whole(0, 2); i > 0; i--)
        {
            yield return new InputSource($"{stock} source {i}", stock, Path(200))
            {
                LeadTime = dice.Of(null, Days.None, Days.Of(Number(0.5, 15))), Loss = Fraction.Of(Number(0, 0.3)),
                    UnitCost = dice.Chance(0.5) ? Money.Of(Number(1, 9)) : null,
            };
        }
    }

    private GunPark Park(string name) => new(name, Units.Of(Number(1, 60)), Rate.PerDay(Number(1, 20)), Rounds.Of(Number(50, 500)))
    {
        Barrels = Units.Of(Number(0, 20)), BarrelProduction = dice.Chance(0.5) ? Path(3) : null, Reserve = Units.Of(Number(1, 80)),
            Usable = Fraction.Of(Number(0, 1)),
        Cannibalised = dice.Chance(0.5) ? Path(3) : null, Returned = dice.Chance(0.5) ? Path(3) : null,
            Losses = dice.Chance(0.5) ? Path(2) : null,
    };

    private Change? Change(Part[] parts)
    {
        var from = Moment.AtStep(dice.Whole(0, horizon.Steps - 2));
        Moment? until = dice.Chance(0.5) ? Moment.AtStep(dice.Whole(horizon.StepAt(from) + 1, horizon.Steps - 1)) : null;
        var sources = parts.OfType<InputSource>().Select(source => source.Name).ToArray();
        var stockpile = dice.Of(parts.OfType<Stockpile>().ToArray()).Name;
        return dice.Whole(0, 2) switch
        {
            0 when sources.Length > 0 => new InputSanction(dice.Of(sources), from, Fraction.Of(Number(0, 1)))
            {
                Until = until, Evaded = Fraction.Of(Number(0, 1)), EvasionDelay = dice.Of(null, Days.None, Days.Of(Number(0.5, 9))),
                    PriceFactor = dice.Chance(0.5) ? Number(1, 3) : null,
            },
            1 =>
                new StrikeHazard(stockpile, from, Number(0, 60), Fraction.Of(Number(0, 0.5)), Factor.Of(Number(0, 2))) { Until = until,
                    ArtilleryShare = Fraction.Of(Number(0, 1)) },
            2 =>
                new Dispersal(stockpile, from, Fraction.Of(Number(0, 1))) { Until = until,
                    FurtherHaul = dice.Of(null, Days.None, Days.Of(Number(0.5, 9))), Exposure = Fraction.Of(Number(0, 1)) },
            _ => null,
        };
    }
}
