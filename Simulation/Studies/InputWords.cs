using System.Text.RegularExpressions;
using Supply.Files;

namespace Supply.Studies;

/// <summary>The uncertain inputs of a scenario in words, found by the addresses of their draws.</summary>
internal sealed partial class InputWords
{
    private static readonly Assumed opening = new("Opened, so that published claims decide it.");
    private readonly Dictionary<string, InputName> names = new(StringComparer.Ordinal);
    private readonly List<(string Begin, string End, InputName Name)> ofChanges = [];

    public InputWords(Scenario scenario)
    {
        foreach (var network in scenario.Networks)
        {
            var prefix = scenario.Networks.Count > 1 ? network.Name + "/" : "";
            foreach (var part in network.Parts)
            {
                var address = $"{network.Key}/{part.Key}/";
                foreach (var number in NumberFinder.Of(part, network).Numbers)
                {
                    Add(number.Value, address + number.Key, $"{prefix}{part.Name}, {number.Place}", names.TryAdd);
                }

                if (part is not Supplier { Announced: not null }) continue;
                var happens = $"{prefix}{part.Name}, whether the announced deal comes into force";
                names.TryAdd(address + "announced/happens", new(happens, [], happens));
            }

            foreach (var number in NumberFinder.Own(network).Numbers)
            {
                Add(number.Value, $"{network.Key}/{number.Key}", prefix + number.Place, names.TryAdd);
            }
        }

        foreach (var change in scenario.Changes)
        {
            var (begin, from) = ($"changes/{ChangeShapes.KindOf(change).DrawName}/", $"/{change.From}/");
            foreach (var number in NumberFinder.Of(change).Numbers)
            {
                Add(number.Value, from + number.Key, $"{ChangeWords.Of(change)}, {number.Place}", (key, name) =>
                {
                    // The address of a change has the key of its part in the middle; a name of its own is a whole address.
                    if (key[0] != '/') return names.TryAdd(key, name);
                    ofChanges.Add((begin, key, name));
                    return true;
                });
            }
        }
    }

    /// <summary>An input in words.</summary>
    /// <param name="key">The address of its draw.</param>
    /// <param name="name">Its name where no number of the scenario has the address.</param>
    public InputName Of(string key, string name) => names.TryGetValue(key, out var found) ? found
        : ofChanges.Find(one => key.StartsWith(one.Begin, StringComparison.Ordinal)
            && Again().Replace(key, "/").EndsWith(one.End, StringComparison.Ordinal)).Name ?? Opened(key) ?? new(name, [], name);

    /// <summary>A number that opening adds to a scenario, which the scenario as written does not have; null: it is another.</summary>
    private static InputName? Opened(string key)
    {
        if (Open().Match(key) is not { Success: true } match) return null;
        var what = match.Groups["what"].Value;
        var words = match.Groups["from"] is { Success: true } month ? $"{what}, drift from {month.Value}" : $"level of {what}";
        return new(words, [], words) { Sources = [opening] };
    }

    [GeneratedRegex("^open (?<what>.+?)( (?<from>[0-9]{4}-[0-9]{2}))?$")]
    private static partial Regex Open();

    /// <summary>A second change of one kind, part and day has a number behind the day.</summary>
    [GeneratedRegex("#[0-9]+/")]
    private static partial Regex Again();

    private static void Add(Uncertain value, string address, string words, Func<string, InputName, bool> add)
    {
        var (key, name) = (value.Key ?? address, value.Name ?? words);
        switch (value)
        {
            case ExactlyValue or NoiseValue:
                break;
            case ProductValue product:
                var both = IsUnnamed(product.Left) && IsUnnamed(product.Right);
                Add(product.Left, address + "/left", both ? words + ", first factor" : words, add);
                Add(product.Right, address + "/right", both ? words + ", second factor" : words, add);
                break;
            case OneOfValue choice:
                add(key, new(name, Items.From(choice.Cases.Select(one => one.Label)), name)
                {
                    Sources = Items.From(choice.Cases.SelectMany(one => SourcesOf(one.Value)).Prepend(choice.Source).OfType<Source>()
                        .Distinct()),
                });
                foreach (var one in choice.Cases) Add(one.Value, $"{address}/{one.Label}", $"{words}, case {one.Label}", add);
                break;
            case DriftValue drift:
                add(key, Drift(name, drift) with { Sources = Items.From(SourcesOf(drift)) });
                break;
            default:
                add(key, new(name, [], name) { Sources = Items.From(SourcesOf(value)) });
                break;
        }
    }

    /// <summary>Drifts of one level follow one another, and their names differ by the month in which each begins.</summary>
    private static InputName Drift(string name, DriftValue drift)
    {
        var month = drift.From.Date is { } date ? FormattableString.Invariant($" {date:yyyy-MM}") : "";
        return month.Length > 0 && name.EndsWith(month, StringComparison.Ordinal) && name.Length > month.Length
            ? new($"{name[..^month.Length]}, drift from{month}", [], name[..^month.Length] + ", drifts")
            : name.EndsWith("drift", StringComparison.Ordinal) ? new(name, [], name)
            : new(name + ", drift", [], name + ", drift");
    }

    /// <summary>The sources of a value itself, and of the parts that make it up.</summary>
    private static IEnumerable<Source> SourcesOf(Uncertain value)
    {
        IEnumerable<Source> own = value.Source is { } source ? [source] : [];
        return value switch
        {
            ProductValue product => own.Concat(SourcesOf(product.Left)).Concat(SourcesOf(product.Right)),
            OneOfValue choice => own.Concat(choice.Cases.SelectMany(one => SourcesOf(one.Value))),
            _ => own,
        };
    }

    private static bool IsUnnamed(Uncertain value) => value is not ExactlyValue && value.Name is null;
}

/// <summary>An uncertain input in words.</summary>
/// <param name="Name">Its name, or where it stands.</param>
/// <param name="Cases">For a choice the labels of its cases in their order; else none.</param>
/// <param name="Family">The name of those that say the same about other times; of one alone its own name.</param>
internal sealed record InputName(string Name, Items<string> Cases, string Family)
{
    /// <summary>Where its values come from; for a choice the sources of its weights and cases. Default none.</summary>
    public Items<Source> Sources { get; init; } = Items<Source>.Empty;
}
