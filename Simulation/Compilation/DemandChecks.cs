namespace Supply.Compilation;

/// <summary>Checks what moves the requirement of consumers: season, displacement, the answer to an opponent, and changes of them.</summary>
internal sealed class DemandChecks(Scenario scenario, ValueChecks values, Problems problems)
{
    private const int LongestTrail = 36_525;

    public void Run()
    {
        foreach (var network in scenario.Networks)
        {
            foreach (var consumer in network.Parts.OfType<Consumer>())
            {
                var place = $"Consumer \"{(scenario.Networks.Count > 1 ? network.Name + "/" : "")}{consumer.Name}\"";
                if (consumer.Season is { } season) Check(place, season);
                if (consumer.Displacement is { } displacement) Check(place, displacement);
                if (consumer.Response is { } response) Check(place, response, network);
            }
        }
    }

    /// <summary>The times of a requirement change that comes and goes by and by.</summary>
    public static void Ramp(string place, RequirementChange change, ValueChecks values, Problems problems)
    {
        if (change.Onset is { } onset) values.Days(place, "Onset", onset, above: true);
        if (change.Fading is not { } fading) return;
        values.Days(place, "Fading", fading, above: true);
        if (change.Until is null) problems.Add(place, "it fades but has no Until; say when the fading begins, or leave Fading out.");
    }

    /// <summary>A change of a mechanism that the consumer has not would do nothing without a word.</summary>
    public static void Mechanism(string place, DemandChange change, Consumer consumer, Problems problems)
    {
        var (has, word) = change.Mechanism switch
        {
            DemandMechanism.Season => (consumer.Season is not null, "season"),
            DemandMechanism.Displacement => (consumer.Displacement is not null, "displacement"),
            DemandMechanism.Response => (consumer.Response is not null, "response"),
            _ => (false, "such mechanism"),
        };
        if (!has) problems.Add(place, $"consumer \"{consumer.Name}\" has no {word} to change; give it one in the network, or leave the change out.");
    }

    private void Check(string place, Season season)
    {
        values.Times.Kind(place, "the peak of the season", season.Peak);
        values.Fraction(place, "season amplitude", season.Amplitude);
    }

    private void Check(string place, Displacement displacement)
    {
        values.Times.Kind(place, "the beginning of the displacement", displacement.From);
        values.Days(place, "the time that the displacement takes", displacement.Over, above: true);
        values.Fraction(place, "displacement ceiling", displacement.Ceiling);
        if (!Enum.IsDefined(displacement.Growth)) problems.Add(place, "there is no such growth of a displacement.");
    }

    private void Check(string place, Response response, Network network)
    {
        values.Fraction(place, "response weight", response.Weight);
        values.Factor(place, "response ratio", response.Ratio.Value);
        if (response.TrailingDays is < 1 or > LongestTrail)
        {
            problems.Add(place, $"response averages over {response.TrailingDays} days; it must be 1 to {LongestTrail}.");
        }

        if (Consumers(other => other != network).Contains(response.Opponent)) return;
        problems.Add(place, Consumers(other => other == network).Contains(response.Opponent)
            ? $"response: \"{response.Opponent}\" is on its own side; an opponent is a consumer of another network."
            : $"response: no consumer \"{response.Opponent}\" in another network.{Nearest.Hint(response.Opponent, Consumers(other => other != network))}");
    }

    private string[] Consumers(Func<Network, bool> which) =>
    [
        .. from network in scenario.Networks.Where(which)
           from consumer in network.Parts.OfType<Consumer>()
           select $"{network.Name}/{consumer.Name}",
    ];
}
