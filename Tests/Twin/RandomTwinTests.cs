using FsCheck.Fluent;
using Supply.Tests.Laws;

namespace Supply.Tests.Twin;

/// <summary>The engine and the twin agree on random scenarios as well.</summary>
public class RandomTwinTests
{
    private const int Cases = 100;

    [Fact]
    public void Engine_OnRandomScenarios_EqualsTheTwin()
    {
        var (largest, count, telling) = (0.0, 0, 0);
        var settings = new Metrics { Every = 5, FillDays = 9, ShareDays = 20 };
        Law.Check(Cases, Arb.From(RandomScenarios.Scenarios.Where(EveryCalibreComesFromSomewhere)), scenario =>
        {
            var last = scenario.Horizon.Steps - 1;
            var comparison = Comparison.Of(scenario, 3, settings,
                new("whole", Moment.AtStep(0), Moment.AtStep(last)), new("late", Moment.AtStep(last / 2), Moment.AtStep(last - 1)));
            (largest, count, telling) = (Math.Max(largest, comparison.Largest), count + comparison.Count, telling + comparison.Telling);
        });
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{Cases} scenarios: {count} values, {telling} neither 0 nor undefined, largest relative difference {largest:G3}");
        telling.ShouldBeGreaterThan(count / 3);
    }

    [Fact]
    public void Engine_OnRandomScenariosWithMaking_EqualsTheTwin()
    {
        var settings = new Metrics { Every = 5, FillDays = 9, ShareDays = 20 };
        Law.ForAll(60, MakingSamples.Of, sample =>
        {
            var last = sample.Scenario.Horizon.Steps - 1;
            Comparison.Of(sample.Scenario, 3, settings, new("whole", Moment.AtStep(0), Moment.AtStep(last)),
                new("late", Moment.AtStep(last / 2), Moment.AtStep(last - 1)));
        });
    }

    [Fact]
    public void Engine_OnRandomScenariosThatFollowSupply_EqualsTheTwin()
    {
        var settings = new Metrics { Every = 5, FillDays = 9, ShareDays = 20, BenchmarkDays = 25 };
        Law.ForAll(60, SupplyFollowingSamples.Of, sample =>
        {
            var last = sample.Scenario.Horizon.Steps - 1;
            Comparison.Of(sample.Scenario, 3, settings, new("whole", Moment.AtStep(0), Moment.AtStep(last)),
                new("late", Moment.AtStep(last / 2), Moment.AtStep(last - 1)));
        });
    }

    /// <summary>
    /// A demand, or works, for a calibre that nothing brings is the one mistake that random networks may contain; another test refuses
    /// it.
    /// </summary>
    private static bool EveryCalibreComesFromSomewhere(Scenario scenario)
    {
        try
        {
            scenario.Check();
            return true;
        }
        catch (ScenarioException refused) when (
            refused.Problems.All(problem =>
                problem.Message.StartsWith("it requires", StringComparison.Ordinal)
                || problem.Message.StartsWith("it restores", StringComparison.Ordinal)
            || problem.Message.StartsWith("its replenishment has a rule", StringComparison.Ordinal)))
        {
            return false;
        }
    }
}
