namespace Supply;

/// <summary>
/// The shipped cases. Each number in them is cited from <see cref="Record"/> or an assumption with its reason;
/// <see cref="ShippedSources.Sources(Scenario)"/> prints both. A scenario file refers to a case by its name and version:
/// <c>extends</c>.
/// </summary>
public static partial class Baselines
{
    /// <summary>All shipped cases, built on demand.</summary>
    internal static IReadOnlyDictionary<(string Name, int Version), Func<Scenario>> All =>
        new Dictionary<(string Name, int Version), Func<Scenario>>
        {
            [("Russia2022", 2)] = () => Russia2022,
            [("Russia2022Msmt", 2)] = () => Russia2022Msmt,
            [("Ukraine2022", 1)] = () => Ukraine2022,
            [("BothSides", 2)] = () => BothSides,
        };
}
