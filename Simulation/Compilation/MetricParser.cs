namespace Supply.Compilation;

/// <summary>Reads metrics as tables and files call them, against the names of a scenario.</summary>
internal sealed class MetricParser(Scenario scenario, Problems problems)
{
    private const int MostWords = 8;

    private static readonly Metric[] quantities =
    [
        .. from row in Quantities.All
           let metric = new Metric(row.Quantity)
           from read in metric.IsFlow ? [metric, metric.Total()] : new[] { metric }
           select read,
    ];

    private static readonly string[] prepositions = ["on ", "at ", "of ", "from ", Metric.Against];

    private readonly Part[] parts = [.. scenario.Networks.SelectMany(network => network.Parts)];

    /// <summary>The metric with a name; null, and a problem, if there is none or more than one.</summary>
    public Metric? Read(string name)
    {
        var place = $"Metric \"{name}\"";
        var words = name.Split(',').Select(word => word.Trim()).ToArray();
        if (quantities.FirstOrDefault(metric => metric.QuantityName == words[0]) is not { } quantity)
        {
            problems.Add(place, $"no quantity \"{words[0]}\".{QuantityHint(words[0])}");
            return null;
        }

        Metric[] readings = words.Length > MostWords ? [] : [.. Readings(quantity, words.AsMemory(1)).Distinct()];
        if (readings.Length == 0)
        {
            Unknown(place, quantity, words[1..]);
            return null;
        }

        return Choose(place, readings);
    }

    private static string QuantityHint(string word)
    {
        var known = quantities.Select(metric => metric.QuantityName).ToArray();
        var longer = word.Length == 0 ? [] : known.Where(one => one.StartsWith(word, StringComparison.OrdinalIgnoreCase)).ToArray();
        return longer.Length is > 0 and <= 2
            ? $" Write {string.Join(" or ", longer.Select(one => $"\"{one}\""))}." : Nearest.Hint(word, known);
    }

    /// <summary>
    /// All ways to read words as a network, a part, a calibre and an origin, at most one of each; a name may hold commas.
    /// </summary>
    private IEnumerable<Metric> Readings(Metric metric, ReadOnlyMemory<string> words)
    {
        if (words.IsEmpty) return [metric];
        return from length in Enumerable.Range(1, words.Length)
               let word = string.Join(", ", words[..length].ToArray())
               from narrowed in Narrowed(metric, word)
               from reading in Readings(narrowed, words[length..])
               select reading;
    }

    /// <summary>
    /// Further narrowings that a word can mean. It may say its kind: on a network, at a part, of a calibre, from an origin.
    /// </summary>
    private IEnumerable<Metric> Narrowed(Metric metric, string word)
    {
        foreach (var name in Names("from ", word))
        {
            if (metric.Origin is null && RoundKinds.Origins(parts).Contains(name)) yield return metric.From(new(name));
        }

        foreach (var name in Names("of ", word))
        {
            if (metric.Calibre is null && RoundKinds.Calibres(parts).Contains(name)) yield return metric.Of(new(name));
        }

        foreach (var name in Names("at ", word).Where(_ => metric.Place is null))
        {
            if (parts.Any(part => part.Name == name)) yield return metric.At(name);
            foreach (var network in scenario.Networks.Where(_ => metric.Side is null))
            {
                if (network.Parts.FirstOrDefault(part => $"{network.Name}/{part.Name}" == name) is { } part)
                {
                    yield return metric.On(network.Name).At(part.Name);
                }
            }
        }

        foreach (var narrowed in Compared(metric, word)) yield return narrowed;
        foreach (var name in Names("on ", word))
        {
            if (metric.Side is null && scenario.Networks.Any(network => network.Name == name)) yield return metric.On(name);
        }
    }

    /// <summary>Against another network, and what rounds of an origin count.</summary>
    private IEnumerable<Metric> Compared(Metric metric, string word)
    {
        if (metric.Opponent is null && scenario.Networks.FirstOrDefault(network => Metric.Against + network.Name == word) is { } opponent)
        {
            yield return metric with { Opponent = opponent.Name };
        }

        if (RoundEffect.TryParse(word) is { } effect && RoundKinds.Origins(parts).Contains(effect.Origin.Name)
            && metric.Effects.All(other => other.Origin != effect.Origin))
        {
            yield return metric with { Effects = metric.Effects.Add(effect) };
        }
    }

    private static string Bare(string word) =>
        prepositions.FirstOrDefault(word.StartsWith) is { } preposition ? word[preposition.Length..] : word;

    private static string[] Names(string preposition, string word) =>
        word.StartsWith(preposition, StringComparison.Ordinal) ? [word, word[preposition.Length..]] : [word];

    private void Unknown(string place, Metric quantity, string[] words)
    {
        string[] known = [.. scenario.Networks.Select(network => network.Name), .. parts.Select(part => part.Name),
            .. RoundKinds.Calibres(parts), .. RoundKinds.Origins(parts)];
        var unknown = words.Where(word => !Narrowed(quantity, word).Any()).ToArray();
        foreach (var word in unknown)
        {
            problems.Add(place, $"no network, part, calibre or origin \"{word}\".{Nearest.Hint(Bare(word), [.. known.Distinct()])}");
        }
        if (unknown.Length == 0) problems.Add(place, "it may name one network, one part, one calibre and one origin, each once.");
    }

    /// <summary>The one reading that makes sense.</summary>
    private Metric? Choose(string place, Metric[] readings)
    {
        var sound = readings.Where(reading => !Faults(reading).Any).ToArray();
        if (sound.Length == 0)
        {
            MetricChecks.Check(scenario, readings[0], problems, place);
            return null;
        }

        // Where the only network or a supplier is called like an origin, both readings count the same rounds.
        var needed = sound.Where(reading => !IsNeedless(reading, sound)).ToArray();
        if (needed.Length == 1) return needed[0];
        problems.Add(place, $"it can be read as {string.Join(" or ", needed.Select(reading => $"\"{reading.Explicit}\""))}; write one of "
            + "these.");
        return null;
    }

    private bool IsNeedless(Metric reading, Metric[] all) =>
        (scenario.Networks.Count == 1 && reading.Side is { } side && all.Contains(reading with { Side = null, Origin = new(side) }))
        || (reading.Origin is null && reading.Place is { } name && parts.OfType<Supplier>().Any(supplier =>
            supplier.Name == name && all.Contains(reading with { Place = null, Origin = supplier.Origin })));

    private Problems Faults(Metric metric)
    {
        var found = new Problems();
        MetricChecks.Check(scenario, metric, found);
        return found;
    }
}
