using Supply.Files;
using Supply.Programs;

namespace Supply.Compilation;

/// <summary>Checks what things are called. Names that only look different are one name to the reader.</summary>
internal static class NameChecks
{
    public static void Run(Scenario scenario, Problems problems)
    {
        Called(scenario.Name, "Scenario", "the scenario", problems);
        Unique(scenario.Networks.Select(network => network.Name), "Scenario", "network", problems);
        UniqueKeys(scenario.Networks.Select(network => (network.Key, network.Name)), "Scenario", "network", problems);
        foreach (var network in scenario.Networks)
        {
            var place = $"Network \"{network.Name}\"";
            Plain(network.Name, "Scenario", "a network", problems);
            if (NameText.FaultOfName(network.Name ?? "") is { } fault)
            {
                problems.Add("Scenario", $"a network is called {QuotedText.Quote(network.Name!)}, which {fault}.");
            }

            foreach (var part in network.Parts) Plain(part.Name, place, "a part", problems);
            Unique(network.Parts.Select(part => part.Name), place, "part", problems);
            UniqueKeys(network.Parts.DistinctBy(part => part.Name).Select(part => (part.Key, part.Name)), place, "part", problems);
        }

        var parts = scenario.Networks.SelectMany(network => network.Parts).ToArray();
        Same(RoundKinds.Calibres(parts), "calibre", problems);
        Same(RoundKinds.Origins(parts), "origin", problems);
    }

    /// <summary>Reports names that occur more than once, or differ by case and blanks only.</summary>
    public static void Unique(IEnumerable<string> names, string place, string what, Problems problems)
    {
        foreach (var group in names.GroupBy(name => SeenName.Of(name)).Where(group => group.Count() > 1))
        {
            var written = group.Distinct().ToArray();
            problems.Add(place, written.Length == 1
                ? $"{group.Count()} {what}s are called \"{written[0]}\"; a name must be unique."
                : $"{what}s are called {MessageText.All(written)}; names must differ by more than {Alike(written)}.");
        }
    }

    /// <summary>Reports a name that is blank, or that tables, spreadsheets and terminals would take for something else.</summary>
    public static void Called(string name, string place, string what, Problems problems)
    {
        NotBlank(name, place, what, problems);
        if (NameText.FaultOfName(name ?? "") is { } fault)
        {
            problems.Add(place, $"{what} is called {QuotedText.Quote(name!)}, which {fault}.");
        }
    }

    public static void NotBlank(string name, string place, string what, Problems problems)
    {
        if (string.IsNullOrWhiteSpace(name)) problems.Add(place, $"{what} is called \"{name}\"; a name must not be blank.");
    }

    /// <summary>Reports a name in the address of a draw that is blank, or with which two addresses could be one.</summary>
    public static void InAddress(string name, string place, string what, Problems problems)
    {
        Called(name, place, what, problems);
        if (Parted(name) is { } fault) problems.Add(place, $"{what} is called \"{name}\"{fault}");
    }

    /// <summary>The end of a sentence on a name that would part the address of a draw, else null.</summary>
    public static string? Parted(string? name) => name?.Contains('/', StringComparison.Ordinal) == true
        ? $", but \"/\" parts the addresses of draws; write \"{name.Replace('/', '-')}\"."
        : null;

    private static void Plain(string? name, string place, string what, Problems problems)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Contains('/', StringComparison.Ordinal))
        {
            problems.Add(place, $"{what} is called \"{name}\"; a name must not be blank or contain \"/\".");
        }
    }

    // A copy of a part with another name keeps its key; together with the original, both would silently have the same draws.
    private static void UniqueKeys(IEnumerable<(string Key, string Name)> named, string place, string what, Problems problems)
    {
        foreach (var (key, name) in named.Where(one => one.Key != one.Name && Parted(one.Key) is not null))
        {
            problems.Add(place, $"{what} \"{name}\" has the key \"{key}\"{Parted(key)}");
        }

        foreach (var group in named.GroupBy(one => one.Key).Where(group => group.Select(one => one.Name).Distinct().Count() > 1))
        {
            problems.Add(place,
                $"{what}s {MessageText.All(group.Select(one => one.Name))} have the key \"{group.Key}\" and so the same draws; "
                + "give all but one another Key.");
        }
    }

    private static void Same(IEnumerable<string> names, string what, Problems problems)
    {
        var all = names.ToArray();
        foreach (var name in all) InAddress(name, "Scenario", $"{(what == "origin" ? "an" : "a")} {what}", problems);
        foreach (var group in all.GroupBy(name => SeenName.Of(name, blank: "")).Where(group => group.Count() > 1 && group.Key.Length > 0))
        {
            problems.Add("Scenario", $"{MessageText.All(group)} look like one {what} but count as {group.Count()}; write it in one way.");
        }
    }

    private static string Alike(string[] written) => SeenName.IsPlain(written) ? "capitals and blanks"
        : $"capitals, blanks and characters that look alike: {SeenName.Difference(written[0], written[1])}";
}
