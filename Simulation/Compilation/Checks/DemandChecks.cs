namespace Supply.Compilation;

/// <summary>
/// Checks what moves the requirement of consumers and lies outside their network: the answer to an opponent, and changes.
/// </summary>
internal sealed class DemandChecks(Scenario scenario, Problems problems)
{
    public void Run()
    {
        foreach (var network in scenario.Networks)
        {
            foreach (var consumer in network.Parts.OfType<Consumer>())
            {
                var place = $"Consumer \"{(scenario.Networks.Count > 1 ? network.Name + "/" : "")}{consumer.Name}\"";
                if (consumer.Response is { } response) Check(place, response, network);
            }
        }
    }

    /// <summary>Changing a mechanism the consumer lacks would silently do nothing.</summary>
    public static void Mechanism(string place, DemandChange change, Consumer consumer, Problems problems)
    {
        var (has, word) = change.Mechanism switch
        {
            DemandMechanism.Season => (consumer.Season is not null, "season"),
            DemandMechanism.Displacement => (consumer.Displacement is not null, "displacement"),
            DemandMechanism.Response => (consumer.Response is not null, "response"),
            _ => (true, ""),
        };
        if (!has)
        {
            problems.Add(place, $"consumer \"{consumer.Name}\" has no {word} to change; give it one in the network, or leave the change "
                + "out.");
        }
    }

    private void Check(string place, Response response, Network network)
    {
        if (Consumers(other => other != network).Contains(response.Opponent)) return;
        problems.Add(place, Consumers(other => other == network).Contains(response.Opponent)
            ? $"response: \"{response.Opponent}\" is on its own side; an opponent is a consumer of another network."
            : $"response: no consumer \"{response.Opponent}\" in another "
                + $"network.{Nearest.Hint(response.Opponent, Consumers(other => other != network))}");
    }

    private string[] Consumers(Func<Network, bool> which) =>
    [
        .. from network in scenario.Networks.Where(which)
           from consumer in network.Parts.OfType<Consumer>()
           select $"{network.Name}/{consumer.Name}",
    ];
}
