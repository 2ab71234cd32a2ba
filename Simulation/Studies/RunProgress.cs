namespace Supply;

/// <summary>How far a run is.</summary>
/// <param name="Scenario">The name of the scenario that is running.</param>
/// <param name="Done">Completed replications, over all scenarios.</param>
/// <param name="Total">All replications, over all scenarios.</param>
/// <param name="Elapsed">Time since the run began.</param>
public sealed record RunProgress(string Scenario, long Done, long Total, TimeSpan Elapsed)
{
    /// <summary>Replications per second so far.</summary>
    public double PerSecond => Elapsed > TimeSpan.Zero ? Done / Elapsed.TotalSeconds : 0;

    /// <summary>Time left at that rate; null before the first replication is done.</summary>
    public TimeSpan? Left => Done > 0 ? (Total - Done) * (Elapsed / Done) : null;

    /// <summary>For people, for example <c>Cut: 1,500 of 2,000</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Scenario}: {Done:#,0} of {Total:#,0}");
}
