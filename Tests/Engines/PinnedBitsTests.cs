using Supply.Maths;
using Supply.Programs;
using Supply.Tests.Laws;

namespace Supply.Tests.Engines;

/// <summary>
/// The bits themselves, hashed over a grid: another machine, another runtime or emulated vectors must give the same. A change here moves
/// every result and belongs in the changelog under "Results change".
/// </summary>
public class PinnedBitsTests
{
    private const int Points = 4096;

    [Fact]
    public void Exp_OverAGrid_KeepsItsBits() => Hash(i => Exp.Of((i - 2048) * 0.3461)).ShouldBe(0x4D076B1EF85C6A1AUL);

    [Fact]
    public void Log_OverAGrid_KeepsItsBits() => Hash(i => Log.Of((i + 1) * 0.01171)).ShouldBe(0x5F3588DCA49A32CBUL);

    [Fact]
    public void InverseNormal_OverAGrid_KeepsItsBits() => Hash(i => InverseNormal.Of((i + 0.5) / Points)).ShouldBe(0x3AF02FFDF77E7C9BUL);

    [Fact]
    public void InverseNormal_OfUniforms_KeepsItsBits() =>
        Hash(i => InverseNormal.Of(Philox.Uniform(1, (uint)i, DrawKey.Of("pinned"), 2))).ShouldBe(0x78F1C644A4927E65UL);

    [Fact]
    public void PertQuantile_OverItsShapes_KeepsItsBits() =>
        Hash(i => PertQuantile.Coefficients(4.0 * i / 128).Aggregate((sum, one) => sum + one), points: 129).ShouldBe(0x2A3F08A4C84DF0CAUL);

    /// <summary>
    /// Whole scenarios, so that runs of the tests with vectors of other widths are compared with one another. This one changes when the
    /// scenario gets a new kind of part or number, and the generated ones with their generator: that is not a change of results.
    /// </summary>
    [Fact]
    public void EveryKindOfPart_KeepsItsBits() =>
        Hash(Scalars(RichScenario.Of(), Recorded.Everything(RichScenario.Of()))).ShouldBe(0x379323C99AAECF3AUL);

    [Fact]
    public void Baseline_KeepsItsBits() => Hash(Scalars(AsBuilt.Russia, Metrics.Standard)).ShouldBe(0x14B52E4C7D79C938UL);

    /// <summary>This one moves as well when a scenario of the family gets something new.</summary>
    [Fact]
    public void RichFamily_KeepsItsBits() =>
        Hash(RichFamily.Pinned().SelectMany(scenario => Scalars(scenario, RichFamily.MetricsOf(scenario)))).ShouldBe(0xBF83DCD3631114CBUL);

    [Fact]
    public void Samples_KeepTheirBits() =>
        Hash(Enumerable.Range(0, 40).SelectMany(
            number => Scalars(GeneratedScenarios.Of(number).Scenario, Recorded.Everything(GeneratedScenarios.Of(number).Scenario))))
            .ShouldBe(0x95110BEA0A99316FUL);

    private static IEnumerable<double> Scalars(Scenario scenario, Metrics metrics)
    {
        var result = new Ensemble(27, Record: metrics).Run(scenario).Baseline;
        return metrics.Scalars.SelectMany(metric => result.Scalar(metric));
    }

    private static ulong Hash(Func<int, double> value, int points = Points) => Hash(Enumerable.Range(0, points).Select(value));

    // Which NaN represents an undefined value may differ between processors.
    private static ulong Hash(IEnumerable<double> values) => values.Aggregate(
        0UL, (hash, value) => DrawKey.Finalise(hash ^ BitConverter.DoubleToUInt64Bits(double.IsNaN(value) ? double.NaN : value)));
}
