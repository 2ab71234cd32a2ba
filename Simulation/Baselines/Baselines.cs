namespace Supply;

/// <summary>The shipped cases. A scenario file refers to one by its name and version: <c>extends</c>.</summary>
public static partial class Baselines
{
    /// <summary>All shipped cases, built when they are asked for.</summary>
    internal static IReadOnlyDictionary<(string Name, int Version), Func<Scenario>> All { get; } =
        new Dictionary<(string Name, int Version), Func<Scenario>>();
}
