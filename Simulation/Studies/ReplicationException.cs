namespace Supply;

/// <summary>Replications whose books do not close, more than were allowed.</summary>
public sealed class ReplicationException : Exception
{
    internal ReplicationException(string scenario, IReadOnlyList<(int Replication, string Fault)> faults)
        : base($"Scenario \"{scenario}\": {faults.Count} replications failed.\n"
            + string.Join("\n", faults.Take(10).Select(fault => $"  Replication {fault.Replication}: {fault.Fault}."))) =>
        Replications = [.. faults.Select(fault => fault.Replication)];

    /// <summary>The numbers of the failed replications, from 0.</summary>
    public IReadOnlyList<int> Replications { get; }

    /// <summary>The message alone, guarded or not: it names the replications, which can be run again one by one.</summary>
    public override string ToString() => Message;

    /// <summary>Empty, for hosts that print it next to the message.</summary>
    public override string StackTrace => "";
}
