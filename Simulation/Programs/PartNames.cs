namespace Supply.Programs;

/// <summary>Finds the part to which a label, state or draw belongs, by its text: a name may itself hold commas and brackets.</summary>
internal sealed class PartNames
{
    private readonly bool several;
    private readonly (string Text, string Name)[] labels;
    private readonly string[] bare;
    private readonly (string Text, string Name)[] addresses;

    public PartNames(Scenario scenario)
    {
        several = scenario.Networks.Count > 1;
        var parts = scenario.Networks.SelectMany(network => network.Parts, (network, part) => (network, part)).ToArray();
        labels = LongestFirst(
        [
            .. parts.Select(pair => (Qualified(pair.network.Name, pair.part.Name), Qualified(pair.network.Name, pair.part.Name))),
            .. scenario.Networks.Select(network => (Qualified(network.Name, network.Name), network.Name)),
        ]);
        bare = [.. parts.Select(pair => pair.part.Name).Concat(scenario.Networks.Select(network => network.Name)).Distinct()];
        addresses = LongestFirst(parts.Select(pair =>
            ($"{pair.network.Key}/{pair.part.Key}/", Qualified(pair.network.Name, pair.part.Name))));
    }

    /// <summary>The part of a label "what[part]" or "what[part, detail]", or of a draw "what[network/part/number]"; null: none.</summary>
    public string? Of(string label)
    {
        for (var at = label.IndexOf('['); at >= 0; at = label.IndexOf('[', at + 1))
        {
            var rest = label[(at + 1)..];
            if (labels.FirstOrDefault(one => Begins(rest, one.Text)).Name is { } part) return part;
            if (addresses.FirstOrDefault(one => rest.StartsWith(one.Text, StringComparison.Ordinal)).Name is { } drawn) return drawn;
        }

        return null;
    }

    /// <summary>The part where a metric is counted.</summary>
    public string? Of(Metric metric) => metric.Place is not { } place ? null
        : labels.FirstOrDefault(one => one.Name == (metric.Side is { } side ? Qualified(side, place) : place)).Name;

    /// <summary>The name of a part as lines have it.</summary>
    /// <exception cref="ArgumentException">There is no such part, or there are several.</exception>
    public string Find(string part, string scenario)
    {
        string[] known = [.. labels.Select(one => one.Name).Distinct().Order(StringComparer.Ordinal)];
        if (known.Contains(part)) return part;
        string[] meant = [.. known.Where(name => several && name.EndsWith("/" + part, StringComparison.Ordinal))];
        if (meant.Length == 1) return meant[0];
        var choice = string.Join(" or ", meant.Select(name => $"\"{name}\""));
        var near = Nearest.Hint(part, part.Contains('/', StringComparison.Ordinal) ? known : bare);
        throw new ArgumentException(
            meant.Length > 1
                ? $"\"{part}\" is a part of several networks of scenario \"{scenario}\"; write {choice}."
                : $"No part \"{part}\" in scenario \"{scenario}\".{near}",
            nameof(part));
    }

    private string Qualified(string network, string part) => several ? $"{network}/{part}" : part;

    private static bool Begins(string text, string name) =>
        text.StartsWith(name, StringComparison.Ordinal) && text.Length > name.Length
        && (text[name.Length] == ']' || text.AsSpan(name.Length).StartsWith(", ", StringComparison.Ordinal));

    private static (string, string)[] LongestFirst(IEnumerable<(string Text, string Name)> names) =>
        [.. names.OrderByDescending(one => one.Text.Length)];
}
