using Supply.Compilation;
using Supply.Tests.Engines;
using Supply.Tests.Twin;
using Supply.Equations;

namespace Supply.Tests.Unit;

/// <summary>The table of quantities against the enum, the equations and the files that hold its words.</summary>
public class QuantitiesTests
{
    /// <summary>Scenarios that together book every quantity.</summary>
    private static readonly Scenario[] samples =
        [RichScenario.Of(), TwinScenarios.Changed, TwinScenarios.Demand, TwinMaking.Making, ShipmentScenarios.Trouble, Ordering,
            SupplyFollowingScenarios.Following];

    private static readonly (Scenario Scenario, Metric Booked)[] entries =
        [.. from scenario in samples from metric in Compiler.Everything(scenario).Series select (scenario, metric)];

    /// <summary>A route that orders and a consumer that waits, with every cost.</summary>
    private static Scenario Ordering => new("Ordering", new Network("Side",
        new Stockpile("Depot", [new(Calibre.Mm152, Origin.Russia, Rounds.Of(100))]) { HoldingCost = Money.Of(0.5) },
        new Stockpile("Front"),
        new Route("Road", "Depot", "Front", Days.Of(2)) 
        {
            Replenishment = Replenishment.BaseStock(Rounds.Of(30)), UnitCost = Money.Of(3), FixedCost = Money.Of(7),
                BacklogCost = Money.Of(2),
        },
        new Consumer("Guns", "Front", [new(Calibre.Mm152, Rate.PerDay(10))]) { Unmet = Unmet.Backordered, BacklogCost = Money.Of(4) }),
        Horizon.PlainSteps(20));

    public static TheoryData<Quantity> Every => new(Enum.GetValues<Quantity>());

    [Theory]
    [MemberData(nameof(Every))]
    public void Quantity_IsBookedInASample_OrReadFromWhatIsBooked(Quantity quantity)
    {
        var isBooked = Array.Exists(entries, entry => entry.Booked.Quantity == quantity);
        isBooked.ShouldBe(Quantities.Of(quantity).IsBooked);
        RecordingEquations.Derived.Contains(quantity).ShouldBe(!isBooked);
    }

    [Fact]
    public void Entries_AreWhereAndOfWhatTheTableSays()
    {
        foreach (var (scenario, booked) in entries)
        {
            var network = scenario.Networks.Single(one =>
                (booked.Side ?? one.Name) == one.Name && one.Parts.Any(part => part.Name == booked.Place));
            booked.Row.IsBookedAt(network.Parts.First(part => part.Name == booked.Place), network)
                .ShouldBeTrue($"{scenario.Name}: {booked}");
            booked.Row.Narrowing.Refuses(booked).ShouldBeFalse($"{scenario.Name}: {booked}");
            if (booked.Row.Measure == Measure.Rounds) booked.Calibre.ShouldNotBeNull($"{scenario.Name}: {booked}");
        }
    }

    /// <summary>
    /// Files of analysts hold these words, and results these units. The list does not come from names of the code: renaming a
    /// member of the enum changes nothing here, and whatever changes here breaks files.
    /// </summary>
    [Fact]
    public void Words_AreThoseThatFilesHold() => GoldenText.ShouldMatch("Unit/Scenario/QuantitiesTests.Words.txt", string.Concat(
        Quantities.All.OrderBy(row => row.Words, StringComparer.Ordinal).Select(row =>
            $"{new Metric(row.Quantity).QuantityName} | {new Metric(row.Quantity).Total().QuantityName} | {new Metric(row.Quantity).Unit} "
            + $"| {row.Kind} | {Of(row.Narrowing)} | {row.Booking?.Words ?? "of no place"}\n")));

    [Fact]
    public void WordsOfFiles_AreRead()
    {
        var names = File.ReadLines(Path.Combine(GoldenText.Root, "Unit/Scenario/QuantitiesTests.Words.txt"))
            .SelectMany(line => line.Split(" | ")[..2]).Distinct().Select(Completed).ToArray();
        names.Length.ShouldBeGreaterThan(Quantities.All.Count);
        Metrics.Named(names, Invalid.InvalidScenarios.Two()).Select(metric => metric.ToString()).ShouldBe(names);
    }

    [Fact]
    public void Model_NamesEveryQuantity()
    {
        var model = File.ReadAllText(Path.Combine(Path.GetDirectoryName(GoldenText.Root)!, "Simulation", "MODEL.md"));
        Quantities.All.Where(row => !model.Contains(row.Words, StringComparison.OrdinalIgnoreCase)).Select(row => row.Words)
            .ShouldBeEmpty();
    }

    [Fact]
    public void Table_HasNoFault_AndItsCheckFindsEach()
    {
        Quantities.Faults(Quantities.All).ShouldBeEmpty();
        var (first, second) = (Quantities.All[0], Quantities.All[1]);
        Quantities.Faults([.. Quantities.All.Skip(1)]).ShouldBe([$"{first.Quantity} has 0 rows."]);
        Quantities.Faults([.. Quantities.All, first with { Words = "twice" }]).ShouldBe([$"{first.Quantity} has 2 rows."]);
        Quantities.Faults([first with { Words = second.Words }, .. Quantities.All.Skip(1)])
            .ShouldBe([$"{first.Quantity} and {second.Quantity} are both called \"{second.Words}\"."]);
        Quantities.Faults([first with { Words = "a, b" }, .. Quantities.All.Skip(1)])
            .ShouldBe([$"{first.Quantity} is called \"a, b\"; names of metrics are split at commas."]);
        Quantities.Faults([first with { Booking = null }, .. Quantities.All.Skip(1)])
            .ShouldBe([$"{first.Quantity} is booked, but nowhere."]);
    }

    [Fact]
    public void Fractions_HaveAnAxisOfTheirOwn_AndSeriesAllButDates()
    {
        Quantities.All.Where(row => row.Measure == Measure.Fraction && row.AxisLabel is null).ShouldBeEmpty();
        Quantities.All.Where(row => !row.HasSeries).Select(row => row.Quantity).ShouldBe([Quantity.Exhaustion]);
        Quantities.All.Where(row => row.Kind == QuantityKind.Momentary != row.NotSummed is not null).ShouldBeEmpty();
        new Metric(Quantity.GunsLost).AxisLabel.ShouldBe("Guns per day");
        Metric.FireRatio("Red", "Blue").AxisLabel.ShouldBe("Rounds of Red for each of Blue");
    }

    [Fact]
    public void PlaceOfAnotherKind_WhereNoneBooksIt_IsToldWhereItIsCounted()
    {
        var problems = new Problems();
        MetricChecks.Check(Invalid.InvalidScenarios.Small(), new Metric(Quantity.ShortOfGuns).At("Guns"), problems);
        Should.Throw<ScenarioException>(() => problems.ThrowIfAny("It")).Message.ShouldContain(
            "\"Guns\" is a consumer; nothing is counted as short of guns per day there, so it would always be 0. "
            + "It is counted at consumers that fire from guns, and there are none.");
    }

    [Fact]
    public void NumberThatIsNoQuantity_HasNoRow() => Should.Throw<ArgumentOutOfRangeException>(() => new Metric((Quantity)(-1)).Kind);

    private static string Of(Narrowing narrowing) => (narrowing.Calibre, narrowing.Origin) switch
    {
        (true, true) => "calibre, origin",
        (true, false) => "calibre",
        (false, true) => "origin",
        (false, false) => "neither",
    };

    /// <summary>A name with what its quantity cannot do without.</summary>
    private static string Completed(string name) => name == "share" ? "share, Iran"
        : name.EndsWith("fire ratio", StringComparison.Ordinal) ? $"{name}, Side, against Other" : name;
}
