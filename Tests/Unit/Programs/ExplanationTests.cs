using Supply.Compilation;
using Supply.Tests.Engines;
using Supply.Tests.Twin;

namespace Supply.Tests.Unit.Programs;

/// <summary>The listing of a scenario: its length, its names, and what of it belongs to a part or an event.</summary>
public class ExplanationTests
{
    private static readonly Dictionary<string, Scenario> scenarios = new()
    {
        ["Russia2022"] = Supply.Baselines.Russia2022,
        ["Russia2022Msmt"] = Supply.Baselines.Russia2022Msmt,
        ["Ukraine2022"] = Supply.Baselines.Ukraine2022,
        ["BothSides"] = Supply.Baselines.BothSides,
        ["Rich"] = RichScenario.Of(),
        ["Making"] = TwinMaking.Making,
        ["Sides"] = TwinScenarios.Sides,
        ["Whole rounds"] = ShipmentScenarios.Whole,
    };

    public static TheoryData<string> Names => [.. scenarios.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Lines_AreShort_AndNamesAreUnique(string name)
    {
        var listing = scenarios[name].Explain();
        listing.ToString().Split('\n').Where(line => line.Length > 200).ShouldBeEmpty();
        listing.Lines.Select(line => line.Name).ShouldBeUnique();
        listing.Lines.Count.ShouldBeGreaterThan(50);
    }

    [Fact]
    public void Listing_GrowsWithTheNumberOfTerms()
    {
        var sizes = new[] { 1, 2, 4, 8, 16 }.Select(consumers => (scenario: Sharing(consumers), consumers)).Select(one =>
        {
            var program = Compiler.Compile(one.scenario, Metrics.Standard);
            return (one.consumers, Terms: program.Step.Length + program.Observed.Length, Length: one.scenario.Explain().ToString().Length);
        }).ToArray();
        foreach (var (consumers, terms, length) in sizes)
        {
            length.ShouldBeLessThan(4_000 + (100 * terms), $"{consumers} consumers, {terms} terms");
        }
    }

    [Fact]
    public void Part_ShowsItsLines_AndThePiecesTheyNeed()
    {
        var listing = Supply.Baselines.Russia2022.Explain(part: "Rear depots");
        listing.Lines.ShouldContain(line => line.Name == "stock[Rear depots, 152 mm, Russia]'");
        listing.Lines.ShouldContain(line => line.Name == "stock[Rear depots, 152 mm, Russia] at the start");
        listing.Lines.Where(line => line.Part is not null && line.Part != "Rear depots" && !line.IsPiece).ShouldBeEmpty();
        listing.ToString().ShouldContain("\nOnly what belongs to \"Rear depots\", and what it needs.\n");
        ShouldBeComplete(listing, Supply.Baselines.Russia2022.Explain());
    }

    [Fact]
    public void Event_ShowsItsLines_AndThePiecesTheyNeed()
    {
        var whole = Supply.Baselines.Russia2022.Explain();
        var listing = Supply.Baselines.Russia2022.Explain(StepEvent.Expenditure);
        listing.Lines.Where(IsFire).ShouldBe(whole.Lines.Where(IsFire));
        listing.Lines.Where(line => line.Event != StepEvent.Expenditure && !line.IsPiece && line.Part is not null).ShouldBeEmpty();
        listing.ToString().ShouldContain("\nOnly what belongs to event 8, expenditure, and what it needs.\n");
        ShouldBeComplete(listing, whole);

        static bool IsFire(ExplanationLine line) => line.Event == StepEvent.Expenditure;
    }

    [Fact]
    public void PartAndEvent_TakeOneAnother()
    {
        var listing = Supply.Baselines.Russia2022.Explain("Forces").At(StepEvent.Expenditure);
        listing.Lines.ShouldContain(line => line.Name == "fired[Forces, 152 mm, DPRK]");
        listing.Lines.ShouldNotContain(line => line.Name.StartsWith("controlled[", StringComparison.Ordinal));
        listing.ToString().ShouldContain("\nOnly what belongs to \"Forces\" and event 8, expenditure, and what it needs.\n");
    }

    [Fact]
    public void Parts_OfSeveralNetworks_AreNamedWithTheirNetwork()
    {
        var listing = Supply.Baselines.BothSides.Explain("Russia/Rear depots");
        listing.Lines.ShouldContain(line => line.Name == "stock[Russia/Rear depots, 152 mm, Russia]'" && line.Part == "Russia/Rear depots");
        Supply.Baselines.BothSides.Explain("Rear depots").Lines.ShouldBe(listing.Lines);
    }

    [Fact]
    public void Parts_WhoseNamesHoldCommasAndBrackets_AreTold()
    {
        var scenario = new Scenario("Odd", new Network("Side",
            new Stockpile("A", [new(Calibre.Mm152, Origin.Russia, Rounds.Of(5))]),
            new Stockpile("A, east", [new(Calibre.Mm152, Origin.Russia, Rounds.Of(6))]),
            new Stockpile("B [old], east", [new(Calibre.Mm152, Origin.Russia, Rounds.Of(7))])), Horizon.PlainSteps(3));
        Opening("A").ShouldBe(["5"]);
        Opening("A, east").ShouldBe(["6"]);
        Opening("B [old], east").ShouldBe(["7"]);

        string[] Opening(string part) =>
        [
            .. scenario.Explain(part).Lines.Where(line => line.Event == StepEvent.BeforeFirstStep && line.Part == part)
                .Select(line => line.Expression),
        ];
    }

    [Fact]
    public void UnknownParts_AreToldTheNearest()
    {
        Message(() => Supply.Baselines.Russia2022.Explain("Rear depot"))
            .ShouldBe("No part \"Rear depot\" in scenario \"Russia 2022\". Nearest: \"Rear depots\". (Parameter 'part')");
        Message(() => Supply.Baselines.BothSides.Explain("Russia/Front depot"))
            .ShouldBe("No part \"Russia/Front depot\" in scenario \"Both sides 2022\". "
                + "Nearest: \"Russia/Front depots\". (Parameter 'part')");
        Message(() => TwoOfAName().Explain("Depot"))
            .ShouldBe("\"Depot\" is a part of several networks of scenario \"Two\"; "
                + "write \"Blue/Depot\" or \"Red/Depot\". (Parameter 'part')");
        Message(() => Supply.Baselines.Russia2022.Explain((StepEvent)11)).ShouldStartWith("A step has the events 0 to 10.");

        static string Message(Func<object> ask) => Should.Throw<ArgumentException>(ask).Message;
    }

    [Fact]
    public void EqualLabels_AreNumbered()
    {
        var strikes = Enumerable.Range(1, 2).Select(step => new DepotStrike("Rear 1", Moment.AtStep(step), Fraction.Of(0.1))).ToArray();
        var names = Small.Copies(1, 5).With("Struck twice", [.. strikes]).Explain().Lines.Select(line => line.Name).ToArray();
        names.ShouldContain("struck[Rear 1, 152 mm, Russia]");
        names.ShouldContain("struck[Rear 1, 152 mm, Russia] (2)");
    }

    [Fact]
    public void Pieces_OfAPartNamedLikeANumber_AreNoNumbers()
    {
        var scenario = new Scenario("Numbers", new Network("Side",
            new Stockpile("3", [new(Calibre.Mm152, Origin.Russia, Rounds.Of(Uncertain.Uniform(1, 2))),
                new(Calibre.Mm152, Origin.Dprk, Rounds.Of(5))]),
            new Consumer("4", "3", [new(Calibre.Mm152, Rate.PerDay(1))])), Horizon.PlainSteps(3));
        scenario.Explain().Lines.Where(line => double.TryParse(line.Name, out _)).ShouldBeEmpty();
        scenario.Explain().Lines.ShouldContain(line => line.Name == "x.1");
    }

    /// <summary>Lines that are pieces, tables and paths are there for every line that mentions them.</summary>
    private static void ShouldBeComplete(Explanation listing, Explanation whole)
    {
        var needed = whole.Lines.Where(line => line.IsPiece).Select(line => line.Name).Concat(Legend(whole));
        var there = listing.Lines.Select(line => line.Name).Concat(Legend(listing));
        listing.Lines.SelectMany(line => line.Uses).Intersect(needed).Except(there).ShouldBeEmpty();
        listing.Lines.Count.ShouldBeLessThan(whole.Lines.Count / 2);

        static IEnumerable<string> Legend(Explanation one) =>
            one.Tables.Select(table => table.Name).Concat(one.Paths.Select(path => path.Name));
    }

    private static Scenario Sharing(int consumers) => new("Sharing", new Network("Side", Items.From<Part>(
        [
            Depot() with { Allocation = Allocation.EqualCover with { WithConsumers = true } },
            .. Enumerable.Range(1, consumers).Select(i =>
                new Consumer($"Force {i}", "Depot", [new(Calibre.Mm152, Rate.PerDay(Uncertain.Uniform(10, 20)))])),
        ])), Horizon.PlainSteps(10));

    private static Scenario TwoOfAName() => new("Two", [new("Blue", Depot()), new("Red", Depot())], Horizon.PlainSteps(3));

    private static Stockpile Depot() => new("Depot", [new(Calibre.Mm152, Origin.Russia, Rounds.Of(5))]);
}
