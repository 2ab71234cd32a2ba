using System.Collections.Concurrent;
using Supply.Compilation;

namespace Supply.Tests.Engines;

/// <summary>
/// Every kind of part, option, path, number and change gives the bits of the scalar engine, whatever runs it; and each change and
/// quantity is there to some effect, so that a difference would show.
/// </summary>
public class RichFamilyTests
{
    private const int Replications = Matrix.Few;

    private static readonly ConcurrentDictionary<string, Study> scalar = new();

    public static TheoryData<string> Names => RichFamily.Names;

    public static TheoryData<string, int, bool> Shapes => new(
        from scenario in RichFamily.Scenarios
        from groups in Matrix.KernelGroups
        from wide in new[] { true, false }
        select (scenario.Name, groups, wide));

    /// <summary>The widths take the numbers of threads in turn; the engines take them all.</summary>
    [Theory, MemberData(nameof(Names))]
    public void Scenario_RunInAnyWay_GivesTheBitsOfTheScalarEngine(string name)
    {
        var expected = Scalar(name);
        var blocks = Matrix.BlockWidths.Where(width => width < Replications)
            .Select((width, i) => expected.Ensemble with { BlockWidth = width, Threads = Matrix.Threads[i % Matrix.Threads.Count] });
        var engines =
            from engine in Matrix.Engines
            from threads in Matrix.Threads
            select expected.Ensemble with { Engine = engine, BlockWidth = 128, Threads = threads };
        foreach (var way in blocks.Concat(engines))
        {
            var actual = way.Run(RichFamily.Of(name));
            if (Numbers(actual.Baseline).AsSpan().SequenceEqual(Numbers(expected.Baseline))) continue;
            Assert.Fail($"{name}: {way.Engine}, width {way.BlockWidth}, {way.Threads} threads: {Bits.FirstDifference(actual, expected)}");
        }
    }

    [Theory, MemberData(nameof(Shapes))]
    public void Kernel_OfAnyShape_GivesTheBitsOfTheBlockEngine(string name, int groups, bool wide)
    {
        var program = Compiler.Compile(RichFamily.Of(name), RichFamily.MetricsOf(RichFamily.Of(name)));
        EngineRun.ShouldEqual(EngineRun.OnKernel(program, 27, groups, wide), EngineRun.OnBlock(program, 27), program);
    }

    /// <summary>A change that does nothing would agree in all engines, whatever they made of it.</summary>
    [Theory, MemberData(nameof(Names))]
    public void EachChange_LeftOut_ChangesBits(string name)
    {
        var scenario = RichFamily.Of(name);
        var expected = Scalars(scenario);
        foreach (var change in scenario.Changes)
        {
            var without = scenario with { Changes = Items.From(scenario.Changes.Where(other => other != change)) };
            Scalars(without).SequenceEqual(expected).ShouldBeFalse($"{name}: {change} does nothing");
        }
    }

    [Fact]
    public void EveryQuantity_IsSomething()
    {
        var told = RichFamily.Scenarios.Select(scenario => Scalar(scenario.Name).Baseline).SelectMany(result => result.Recorded
            .Where(one => result.Scalar(one.Metric, one.Window).Any(value => double.IsFinite(value) && value != 0))
            .Select(one => one.Metric.Quantity));
        Enum.GetValues<Quantity>().Except(told).ShouldBeEmpty();
    }

    private static double[] Scalars(Scenario scenario) =>
        [.. Scalars(new Ensemble(16, Record: RichFamily.MetricsOf(scenario)).Run(scenario).Baseline)];

    private static IEnumerable<double> Scalars(ScenarioResult result) =>
        result.Recorded.SelectMany(one => result.Scalar(one.Metric, one.Window));

    /// <summary>The bits of all results of a scenario; undefined equals undefined.</summary>
    private static long[] Numbers(ScenarioResult result)
    {
        var parameters = result.Parameters.Keys.SelectMany(result.Parameters.Column);
        var series = RichFamily.MetricsOf(result.Scenario).Series.SelectMany(metric => result.Series(metric).Points)
            .SelectMany(point => point.Quantiles.Prepend(point.Mean).Prepend(point.StandardError).Append(point.Undefined));
        return [.. parameters.Concat(Scalars(result)).Concat(series)
            .Select(value => BitConverter.DoubleToInt64Bits(double.IsNaN(value) ? double.NaN : value))];
    }

    private static Study Scalar(string name) => scalar.GetOrAdd(name, _ => Run(RichFamily.Of(name)));

    private static Study Run(Scenario scenario) => new Ensemble(Replications, Record: RichFamily.MetricsOf(scenario))
    {
        Engine = Engine.Block, BlockWidth = 1, Threads = 1,
    }.Run(scenario);
}
