using static Supply.Tests.Oracles.World;

namespace Supply.Tests.Oracles;

public class MixOracles
{
    private static readonly Calibre[] calibres = [Calibre.Mm152, Calibre.Mm122];

    //   30 of 152 mm and 10 of 122 mm a day are wanted; 100 and 300 are there      shares ~ p^(1 - e) a^e, 40 rounds in all
    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    [InlineData(0.8)]
    [InlineData(1)]
    public void Shares_LieBetweenWhatIsPreferredAndWhatIsThere(double elasticity)
    {
        var result = Steps(1, Stock(100, 300), Force(elasticity)).Trace(Every(Quantity.Fired));
        double[] raw = [Math.Pow(0.75, 1 - elasticity) * Math.Pow(0.25, elasticity),
            Math.Pow(0.25, 1 - elasticity) * Math.Pow(0.75, elasticity)];
        for (var i = 0; i < 2; i++) Path(result, Quantity.Fired, i)[0].ShouldBe(40 * raw[i] / raw.Sum(), Close(40), calibres[i].ToString());
    }

    //   no round of 152 mm is there: at any elasticity above 0 all 40 are fired of 122 mm, and nothing is short
    [Theory]
    [InlineData(0.01)]
    [InlineData(1)]
    public void EmptyCalibre_IsMadeUpForByTheOther(double elasticity)
    {
        var result = Steps(5, Stock(0, 1_000), Force(elasticity)).Trace([.. Every(Quantity.Fired), .. Every(Quantity.Shortfall),
            .. Every(Quantity.Required)]);
        for (var t = 0; t < 5; t++)
        {
            Path(result, Quantity.Fired, 0)[t].ShouldBe(0);
            Path(result, Quantity.Fired, 1)[t].ShouldBeClose(40);
            Path(result, Quantity.Required, 0)[t].ShouldBeClose(30);
            Path(result, Quantity.Shortfall, 0)[t].ShouldBe(0, Close(40));
        }
    }

    //   without elasticity a mix changes nothing: 152 mm is short as it would be by itself
    [Fact]
    public void NoElasticity_IsNoMix()
    {
        Metric[] metrics = [.. Every(Quantity.Fired), .. Every(Quantity.Shortfall)];
        var (mixed, plain) = (Steps(9, Stock(100, 300), Force(0)).Trace(metrics), Steps(9, Stock(100, 300), Force(null)).Trace(metrics));
        foreach (var metric in metrics)
        {
            for (var t = 0; t < 9; t++) mixed.Path(metric)[t].ShouldBe(plain.Path(metric)[t], Close(40), $"{metric}, day {t}");
        }
    }

    //   2 guns of 5 rounds a day for 152 mm: 10 of the 30 are fired, 122 mm takes the 20 over; with 3 light guns of 5 a day it fires 15,
    //   and 15 of 40 are short of barrels
    [Theory]
    [InlineData(100, 30, 0)]
    [InlineData(3, 15, 15)]
    public void Guns_LimitTheirCalibre_AndTheOtherTakesOver(double lightGuns, double light, double missing)
    {
        GunPark Park(string name, double guns) => new(name, Units.Of(guns), Rate.PerDay(5), Rounds.Of(1e15));
        var force = Force(0.5) with
        {
            Demands = [Need(0, 30) with { Guns = "Heavy" }, Need(1, 10) with { Guns = "Light" }],
        };
        var result = Steps(1, Stock(1e6, 1e6), Park("Heavy", 2), Park("Light", lightGuns), force)
            .Trace([.. Every(Quantity.Fired), Total(Quantity.Shortfall), Total(Quantity.ShortOfGuns), Total(Quantity.ShortOfRounds)]);
        Path(result, Quantity.Fired, 0)[0].ShouldBeClose(10);
        Path(result, Quantity.Fired, 1)[0].ShouldBeClose(light);
        result.Path(Total(Quantity.Shortfall))[0].ShouldBe(missing, Close(40));
        result.Path(Total(Quantity.ShortOfGuns))[0].ShouldBe(missing, Close(40));
        result.Path(Total(Quantity.ShortOfRounds))[0].ShouldBe(0, Close(40));
    }

    //   a round of 122 mm counts for a half: what 30 of 152 mm and 20 of 122 mm do, 40 of 152 mm or 80 of 122 mm do as well
    [Theory]
    [InlineData(0, 1_000, 0, 80)]
    [InlineData(1_000, 0, 40, 0)]
    public void Weights_SayHowManyRoundsReplaceOne(double heavy, double light, double firedHeavy, double firedLight)
    {
        var force = Force(1) with { Demands = [Need(0, 30), Need(1, 20) with { Weight = Factor.Of(0.5) }] };
        var result = Steps(1, Stock(heavy, light), force).Trace([.. Every(Quantity.Fired), Total(Quantity.Shortfall)]);
        Path(result, Quantity.Fired, 0)[0].ShouldBe(firedHeavy, Close(80));
        Path(result, Quantity.Fired, 1)[0].ShouldBe(firedLight, Close(80));
        result.Path(Total(Quantity.Shortfall))[0].ShouldBe(0, Close(80));
    }

    private static Stockpile Stock(double heavy, double light) => Depot("Depot",
        new Lot(calibres[0], Origin.Russia, Rounds.Of(heavy)), new Lot(calibres[1], Origin.Russia, Rounds.Of(light)));

    private static Demand Need(int calibre, double perDay) => new(calibres[calibre], Rate.PerDay(perDay));

    private static Consumer Force(double? elasticity) => new("Force", "Depot", [Need(0, 30), Need(1, 10)])
    {
        Mixes = elasticity is { } e ? [new(Items.Of<Calibre>(calibres), Fraction.Of(e))] : [],
    };

    private static Metric[] Every(Quantity quantity) => [.. calibres.Select(calibre => Total(quantity).Of(calibre))];

    private static double[] Path(ScenarioResult result, Quantity quantity, int calibre) =>
        result.Path(Total(quantity).Of(calibres[calibre]));
}
