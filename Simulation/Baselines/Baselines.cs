namespace Supply;

/// <summary>
/// The shipped cases. Each number in them is cited from <see cref="Evidence"/> or an assumption with its reason;
/// <see cref="ScenarioSources.Sources(Scenario)"/> prints both. A scenario file refers to a case by its name and version:
/// <c>extends</c>.
/// </summary>
public static partial class Baselines
{
    /// <summary>All shipped cases, built when they are asked for.</summary>
    internal static IReadOnlyDictionary<(string Name, int Version), Func<Scenario>> All { get; } =
        new Dictionary<(string Name, int Version), Func<Scenario>>
        {
            [("Russia 2022", 1)] = () => Russia2022,
            [("Russia 2022, MSMT deliveries", 1)] = () => Russia2022Msmt,
        };
}
