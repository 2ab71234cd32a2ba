namespace Supply.Tests;

/// <summary>Shipped cases as they are built, drawn from their priors.</summary>
internal static class AsBuilt
{
    /// <summary><see cref="Supply.Baselines.Russia2022"/> without what published claims leave of it.</summary>
    public static Scenario Russia { get; } = Supply.Baselines.Russia2022 with { Rows = null };
}
