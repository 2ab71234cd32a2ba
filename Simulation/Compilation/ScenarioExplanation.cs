using Supply.Compilation;

namespace Supply;

/// <summary>What a scenario says once it is compiled.</summary>
public static class ScenarioExplanation
{
    /// <summary>The equations of a step in the order of events, with the names of the scenario.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="record">What is recorded. Default <see cref="Metrics.Standard"/>.</param>
    /// <exception cref="ScenarioException">The scenario has problems.</exception>
    public static string Explain(this Scenario scenario, Metrics? record = null) =>
        Compiler.Explain(scenario, record ?? Metrics.Standard);

    /// <summary>Reports all problems of a scenario, if it has any.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="record">What is recorded. Default <see cref="Metrics.Standard"/>.</param>
    /// <exception cref="ScenarioException">The scenario has problems.</exception>
    public static void Check(this Scenario scenario, Metrics? record = null) =>
        Compiler.Compile(scenario, record ?? Metrics.Standard);
}
