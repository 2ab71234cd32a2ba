namespace Supply.Equations;

/// <summary>A consumer of another network as a response names it.</summary>
internal static class OpponentName
{
    /// <summary>Network and consumer; the consumer is empty where no "/" divides them. Neither name holds one.</summary>
    public static (string Side, string Consumer) Split(string name)
    {
        var at = name.IndexOf('/', StringComparison.Ordinal);
        return at < 0 ? (name, "") : (name[..at], name[(at + 1)..]);
    }
}
