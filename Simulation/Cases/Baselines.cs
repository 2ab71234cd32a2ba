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
            [("Russia2022", 3)] = () => Russia2022,
            [("Russia2022Msmt", 3)] = () => Russia2022Msmt,
            [("Ukraine2022", 1)] = () => Ukraine2022,
            [("BothSides", 3)] = () => BothSides,
        };

    /// <summary>The versions of cases that were shipped before, and why they gave way.</summary>
    internal static IReadOnlyDictionary<int, string> Former { get; } = new Dictionary<int, string>
    {
        [1] = "version 2 gave the Russian case ships, lots, payment, inputs and guns",
        [2] = "version 3 makes disputed structures of the Russian case choices (order of drawing, mix of calibres, wish, answers to full "
            + "depots) and reads new figures",
    };
}
