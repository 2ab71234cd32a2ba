namespace Supply.Analysis;

/// <summary>How one policy fares over the replications.</summary>
/// <param name="Policy">The scenario.</param>
/// <param name="Met">For each goal the share of replications that meet it, 0..1.</param>
/// <param name="AllMet">The share that meets all goals, 0..1.</param>
/// <param name="Regret">
/// For each goal the regret: how far the metric lies behind that of the best policy in the same replication, at least 0.
/// </param>
/// <param name="Medians">For each goal the median of its metric.</param>
/// <param name="IsDominated">Whether another policy is at least as good by the median of every goal, and better by one.</param>
public sealed record PolicyScore(
    Scenario Policy, Items<double> Met, double AllMet, Items<Distribution> Regret, Items<double> Medians, bool IsDominated)
{
    /// <summary>For people.</summary>
    public override string ToString() => $"{Policy.Name}: all goals in {ShareText.Of(AllMet)} of runs{(IsDominated ? ", dominated" : "")}";
}
