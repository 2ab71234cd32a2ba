using Supply.Plots;
using Supply.Tests.Engines;
using Supply.Tests.Twin;
using Supply.Tests.Unit;

namespace Supply.Tests.House;

/// <summary>
/// Whoever adds a part, an option, a change or a figure adds it to the samples that the tests run on. What there is to add is found by
/// reflection, see <see cref="Kinds"/>; a test that fails names the kind and the file of the sample that lacks it.
/// </summary>
public class NobodyForgottenTests
{
    private const string Files = "Tests/Unit/Scenario/EveryKind.cs";
    private const string Engines = "Tests/Engines/RichFamily.cs";
    private const string EnginesRecord = "Tests/Engines/RichFamily.cs, MetricsOf";
    private const string Twin = "Tests/Twin/TwinTests.cs, Scenarios";
    private const string TwinRecords = "Tests/Twin/Comparison.cs, Worthwhile";
    private const string Figures = "Tests/Unit/Plots/SampleFigures.cs";

    /// <summary>The type that each sample describes, and its contents.</summary>
    private static readonly Dictionary<string, (Type Root, Func<IEnumerable<object>> Descriptions)> samples = new()
    {
        [Files] = (typeof(ScenarioFile), () => [EveryKind.File, EveryKind.Named]),
        [Engines] = (typeof(Scenario), () => RichFamily.Scenarios),
        [EnginesRecord] = (typeof(Metrics), () => RichFamily.Scenarios.Select(RichFamily.MetricsOf)),
        [Twin] = (typeof(Scenario), () => TwinTests.Scenarios),
        [TwinRecords] = (typeof(Metric), () => TwinTests.Once.SelectMany(pair => Comparison.Worthwhile(pair.Scenario, [pair.Twin]))),
        [Figures] = (typeof(Figure), Unit.Plots.SampleFigures.All),
    };

    /// <summary>Numbers that are never drawn.</summary>
    private static readonly Dictionary<(string Sample, string Number), string> exact = new()
    {
        [(Engines, "OrderingReplenishment.Review")] = "the days between reviews are refused if they are uncertain",
        [(Twin, "OrderingReplenishment.Review")] = "the days between reviews are refused if they are uncertain",
        [(Engines, "NewestFirstDrawing.Span")] = "the days of a cohort are refused if they are uncertain",
        [(Twin, "NewestFirstDrawing.Span")] = "the days of a cohort are refused if they are uncertain",
    };

    public static TheoryData<string> Samples => [.. samples.Keys];

    public static TheoryData<string> RunSamples => [Engines, Twin];

    [Theory, MemberData(nameof(Samples))]
    public void EveryKind_IsInTheSample(string sample) =>
        Missing(sample).ShouldBeEmpty($"{sample} has none of these");

    /// <summary>An uncertain number has a draw with an address of its own; one that is always exact has none that is tried.</summary>
    [Theory, MemberData(nameof(RunSamples))]
    public void EveryNumber_IsDrawnInTheSample(string sample) =>
        Exact(sample).Except(exact.Keys.Where(one => one.Sample == sample).Select(one => one.Number))
            .ShouldBeEmpty($"{sample} has nothing uncertain here");

    [Fact]
    public void Exceptions_AreStillNeeded() => exact.Keys.Where(one => !Exact(one.Sample).Contains(one.Number)).ShouldBeEmpty();

    /// <summary>
    /// Finds each of these, and misses it where it is left out: a noun, a word of a choice, a property, an argument left out.
    /// </summary>
    [Theory]
    [InlineData("GunPark")]
    [InlineData("UnderWay.Lost")]
    [InlineData("Supplier.Account")]
    [InlineData("Offer.Orders")]
    [InlineData("CoverRationing.Safety")]
    [InlineData("LogNormalValue.Probability")]
    [InlineData("Change.Until")]
    [InlineData("Horizon.StepDays")]
    public void AForgottenKind_IsMissed(string kind)
    {
        Kinds.Possible(typeof(Scenario)).ShouldContain(kind);
        Kinds.In([Bare]).ShouldNotContain(kind);
        Kinds.In([EveryKind.Baseline, .. EveryKind.File.Scenarios]).ShouldContain(kind);
    }

    [Fact]
    public void AnExactNumber_IsNotDrawn()
    {
        Kinds.DrawnNumbers([Bare]).ShouldBe(["Lot.Amount", "Rounds.Value"], ignoreOrder: true);
        Kinds.PossibleNumbers(typeof(Scenario)).ShouldContain("Route.LeadTime");
    }

    private static Scenario Bare { get; } = new("Bare", new Network("Side",
        new Stockpile("Depot", [new(Calibre.Mm152, Origin.Russia, Rounds.Of(Uncertain.LogNormal(1, 2)))]),
        new Supplier("Works", Origin.Iran, [new(Calibre.Mm152, Rounds.Of(5), Rate.PerDay(1))]),
        new Route("Road", "Works", "Depot", Days.Of(3)) { Cover = Days.Of(4) },
        new Consumer("Guns", "Depot", [new(Calibre.Mm152, Rate.PerDay(3))]) { Rationing = Rationing.ByCover(Days.Of(5)) }),
            Horizon.PlainSteps(9));

    private static IEnumerable<string> Missing(string sample) =>
        Kinds.Possible(samples[sample].Root).Except(Kinds.In(samples[sample].Descriptions())).Order();

    private static IEnumerable<string> Exact(string sample) =>
        Kinds.PossibleNumbers(samples[sample].Root)
            .Except(Kinds.DrawnNumbers(samples[sample].Descriptions())).Order();
}
