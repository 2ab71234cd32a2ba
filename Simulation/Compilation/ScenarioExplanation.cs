using Supply.Compilation;

namespace Supply;

/// <summary>The text of a scenario once it is compiled.</summary>
public static class ScenarioExplanation
{
    /// <summary>The equations of a step in the order of events, with the names of the scenario.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="record">The metrics to record. Default <see cref="Metrics.Standard"/>.</param>
    /// <exception cref="ScenarioException">The scenario has problems.</exception>
    public static Explanation Explain(this Scenario scenario, Metrics? record = null) =>
        Compiler.Explain(scenario, record ?? Metrics.Standard);

    /// <summary>The equations of one part, with those that they need to be understood.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="part">Its name, as "Side/Part" where several networks have a part of that name; or the name of a network.</param>
    /// <param name="record">The metrics to record. Default <see cref="Metrics.Standard"/>.</param>
    /// <exception cref="ScenarioException">The scenario has problems.</exception>
    /// <exception cref="ArgumentException">There is no such part.</exception>
    public static Explanation Explain(this Scenario scenario, string part, Metrics? record = null) => scenario.Explain(record).Of(part);

    /// <summary>The equations of one event, with those that they need to be understood.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="at">The event.</param>
    /// <param name="record">The metrics to record. Default <see cref="Metrics.Standard"/>.</param>
    /// <exception cref="ScenarioException">The scenario has problems.</exception>
    public static Explanation Explain(this Scenario scenario, StepEvent at, Metrics? record = null) => scenario.Explain(record).At(at);

    /// <summary>Reports all problems of a scenario, if it has any.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="record">The metrics to record. Default <see cref="Metrics.Standard"/>.</param>
    /// <exception cref="ScenarioException">The scenario has problems.</exception>
    public static void Check(this Scenario scenario, Metrics? record = null) =>
        Compiler.Compile(scenario, record ?? Metrics.Standard);
}
