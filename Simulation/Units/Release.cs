namespace Supply;

/// <summary>
/// The two versions of this library. The package follows semantic versioning of its public types: a script that compiled goes on to compile
/// within a major version (below 1.0: within a minor one). The version of the numbers says which results to expect: it rises whenever a
/// scenario, shipped or one's own, gives other numbers than before for the same seed. See <c>Decisions/0020-two-versions.md</c>.
/// </summary>
public static class Release
{
    /// <summary>The version of the numbers: of the shipped cases, of the equations and of the draws.</summary>
    public const int Numbers = 3;

    /// <summary>The version of the package, for example <c>0.1.0</c>.</summary>
    public static string Package { get; } = typeof(Release).Assembly.GetName().Version!.ToString(3);
}
