using Supply.Inference;

namespace Supply.Tests.Unit.Inference;

public sealed class OpenPriorTests
{
    private static readonly Scenario baseline = AsBuilt.Russia;
    private static readonly Scenario opened = baseline.Open();

    [Fact]
    public void Opening_AddsNumbersOfItsOwn_AllAssumed()
    {
        var values = opened.Sources().Values.Where(
            value => value.Name?.StartsWith(OpenPrior.Prefix + " ", StringComparison.Ordinal) == true).ToArray();
        values.ShouldNotBeEmpty();
        foreach (var value in values) value.Source.ShouldBeOfType<Assumed>(value.Name).Reason.ShouldStartWith("Opened for conditioning");
        opened.Sources().Values.Count(value => value.Source is null)
            .ShouldBe(baseline.Sources().Values.Count(value => value.Source is null));
        var added = Drawn(opened).Keys.Except(Drawn(baseline).Keys).ToArray();
        added.ShouldAllBe(key => key.StartsWith(OpenPrior.Prefix + " ", StringComparison.Ordinal));
        opened.Name.ShouldBe($"{baseline.Name}, opened");
        foreach (var key in new[] { "open opening stock", "open opening reserve", "open refurbishment" }) added.ShouldContain(key);

        // Increments of the wandering levels: by half-years from the first day to the end of the record, by years where it is slower.
        var wander = added.Where(key => char.IsAsciiDigit(key[^1])).ToArray();
        string[] Turns(string what) =>
            [.. wander.Where(key =>
                key.StartsWith($"open {what} ", StringComparison.Ordinal) && key.Length == $"open {what} 2022-02".Length)
                .Select(key => key[^7..])];
        Turns("production").ShouldBe(["2022-02", "2023-01", "2024-01", "2025-01"]);
        Turns("refurbishment").ShouldBe(["2022-02", "2023-01", "2024-01", "2025-01"]);
        var force = baseline.Networks[0].Parts.OfType<Consumer>().First().Name;
        Turns($"{force} demand").ShouldBe(["2022-02", "2022-07", "2023-01", "2023-07", "2024-01", "2024-07", "2025-01", "2025-07"]);
        Turns($"{force} cover").ShouldBe(Turns($"{force} demand"), "a force that follows supply has the same freedom as one that does not");
    }

    [Fact]
    public void Opening_LeavesOtherDrawsAlone()
    {
        var (before, after) = (Drawn(baseline), Drawn(opened));
        foreach (var key in before.Keys) after.Column(key).ShouldBe(before.Column(key), key);
    }

    [Fact]
    public void FileOfAnOpenedScenario_IsReadAsItWasWritten()
    {
        var file = new ScenarioFile(opened);
        var read = ScenarioFile.Parse(file.ToJson(), "opened.json");
        read.Baseline.ShouldBe(opened);
        read.ToJson().ShouldBe(file.ToJson());
        var (before, after) = (Drawn(opened), Drawn(read.Baseline));
        after.Keys.ShouldBe(before.Keys);
        foreach (var key in before.Keys) after.Column(key).ShouldBe(before.Column(key), key);
    }

    [Theory]
    [InlineData(1.0)]
    [InlineData(0.3)]
    [InlineData(2.0)]
    public void Levels_HaveMedianOne_AndTheirWidth(double width)
    {
        var factors = baseline.Open(width).Networks[0].Parts.OfType<Stockpile>().SelectMany(depot => depot.Opening)
            .Select(lot => lot.Amount.Value)
            .OfType<ProductValue>().Select(product => product.Right.ShouldBeOfType<LogNormalValue>()).ToArray();
        factors.ShouldNotBeEmpty();
        foreach (var factor in factors)
        {
            (factor.Low * factor.High).ShouldBe(1, Tolerance.Rounding);
            factor.High.ShouldBe(Math.Pow(1.5, width), Tolerance.Rounding);
            factor.Probability.ShouldBe(0.9);
        }

        // Twice as wide in levels is twice as wide in wandering.
        var drifts = baseline.Open(width).Networks[0].Parts.OfType<Consumer>().SelectMany(force => force.Demands)
            .SelectMany(demand => demand.Required.Factors)
            .OfType<DriftValue>().Where(drift => drift.Name?.StartsWith(OpenPrior.Prefix, StringComparison.Ordinal) == true).ToArray();
        drifts.ShouldNotBeEmpty();
        drifts.ShouldAllBe(drift => drift.SdPerYear == 0.5 * width);
        drifts[^1].Until.ShouldBe(baseline.RecordEnds);
    }

    [Fact]
    public void Mistakes_AreAllNamed() =>
        Should.Throw<ArgumentException>(() => new Scenario("Plain", new Network("Side"), Horizon.PlainSteps(3)).Open(-1)).Message.ShouldBe(
            "Scenario \"Plain\" has plain steps; only a dated one can be opened.\n"
            + "Scenario \"Plain\" does not say when its record ends (RecordEnds).\nThe width is -1; it must be above 0.");

    [Theory]
    [InlineData(0)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Width_OutOfRange_IsNamed(double width) =>
        Should.Throw<ArgumentException>(() => baseline.Open(width)).Message.ShouldStartWith($"The width is {width}");

    [Fact]
    public void OrdersThatChangeAfterTheRecord_DoNotWander()
    {
        var scenario = new Scenario("Later", new Network("Side", new Stockpile("Depot"),
            new Supplier("Korea", Origin.Dprk,
                [new(Calibre.Mm152, Rounds.Of(1e6), Rate.Zero,
                    RatePath.Table((new(2022, 1, 1), Rate.PerDay(1)), (new(2025, 1, 1), Rate.PerDay(2)),
                        (new(2025, 6, 1), Rate.PerDay(3))))]),
            new Route("Sea", "Korea", "Depot", Days.Of(3)), new Consumer("Force", "Depot", [new(Calibre.Mm152, Rate.PerDay(1))])),
                Horizon.Dated(new(2022, 1, 1), new(2025, 12, 31)))
        {
            RecordEnds = new Moment(2023, 6, 1),
        };
        Drawn(scenario.Open()).Keys.ShouldContain("open Korea orders");
        Drawn(scenario.Open()).Keys.ShouldNotContain(key => key.StartsWith("open Korea orders 20", StringComparison.Ordinal));
    }

    private static ParameterMatrix Drawn(Scenario scenario) =>
        new Ensemble(5, Record: new Metrics()) { Engine = Engine.Block, Threads = 1 }.Run(scenario).Baseline.Parameters;
}
