namespace Supply;

/// <summary>The shipped cases. A scenario file refers to one by its name and version: <c>extends</c>.</summary>
public static partial class Baselines
{
    /// <summary>All shipped cases, built when they are asked for.</summary>
    internal static IReadOnlyDictionary<(string Name, int Version), Func<Scenario>> All =>
        new Dictionary<(string Name, int Version), Func<Scenario>>
        {
            [("Russia2022", 1)] = () => Russia2022,
            [("Russia2022Msmt", 1)] = () => Russia2022Msmt,
        };
}
