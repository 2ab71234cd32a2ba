using Supply.Compilation;
using Supply.Engines;
using Supply.Tests.Engines;
using Supply.Tests.Twin;

namespace Supply.Tests.Unit.Programs;

/// <summary>The listing shows the program that runs: read as text and evaluated, it gives every recorded value bit for bit.</summary>
public class PrintedScenarioTests
{
    private static readonly Dictionary<string, Scenario> scenarios = new()
    {
        ["two stocks"] = Small.TwoStocks(40),
        ["rich"] = RichScenario.Of(),
        ["changed"] = TwinScenarios.Changed,
        ["shares"] = TwinScenarios.Shares,
        ["half days"] = TwinScenarios.HalfDays,
        ["two sides"] = TwinScenarios.Sides,
        ["answers to fire"] = TwinScenarios.Demand,
        ["making"] = TwinMaking.Making,
        ["shipments"] = ShipmentScenarios.Trouble,
        ["whole rounds"] = ShipmentScenarios.Whole,
        ["no lead time"] = InstantScenarios.Instant,
        ["drawn in each step"] = ChanceScenarios.Chance,
    };

    public static TheoryData<string> Names => [.. scenarios.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void PrintedText_GivesWhatTheEngineRecords(string name)
    {
        var scenario = scenarios[name];
        ShouldRunAsPrinted(scenario, Compiler.Everything(scenario) with { Scalars = [Metric.Exhaustion] });
    }

    [Fact]
    public void Russia_PrintedText_GivesWhatTheEngineRecords() =>
        ShouldRunAsPrinted(AsBuilt.Russia, Metrics.Standard with { Every = 1, Scalars = [Metric.Exhaustion], Windows = [] });

    private static void ShouldRunAsPrinted(Scenario scenario, Metrics metrics)
    {
        const uint replication = 3;
        var program = Compiler.Compile(scenario, metrics);
        using var block = new Block(program, 1, EngineRun.Seed);
        var recorder = new Recorder(program, 1, new SampleArrays(), offset: (int)replication);
        block.Run(replication, null, recorder);

        var parameters = recorder.Parameters();
        var given = parameters.Names.Index().ToDictionary(pair => pair.Item, pair => parameters[0, pair.Index]);
        var printed = new PrintedScenario(scenario.Explain(metrics), scenario, given, EngineRun.Seed, replication);
        string[] records = [.. metrics.Series.Select(metric => $"record {metric}"), "record exhaustion over a window"];
        var last = double.NaN;
        printed.Run(records, (step, values) =>
        {
            for (var i = 0; i < metrics.Series.Count; i++)
            {
                ShouldEqual(values[i], EngineRun.Series(recorder, i, step)[0], $"{records[i]} after step {step}");
            }

            last = values[^1];
        });
        ShouldEqual(last, recorder.Scalar(0)[0], "first exhausted day");
        foreach (var balance in program.Balances) ShouldEqual(printed.AtEnd(balance.Name), block.Row(balance.Residual)[0], balance.Name);
    }

    private static void ShouldEqual(double printed, double recorded, string what)
    {
        if (double.IsNaN(printed) && double.IsNaN(recorded)) return;
        if (BitConverter.DoubleToInt64Bits(printed) == BitConverter.DoubleToInt64Bits(recorded)) return;
        throw new ShouldAssertException($"{what}: {printed:R} as printed, {recorded:R} as recorded.");
    }
}
