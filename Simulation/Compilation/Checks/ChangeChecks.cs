using Supply.Files;
using Supply.Equations;
using Supply.Programs;

namespace Supply.Compilation;

/// <summary>Checks the changes of a scenario and finds the part each acts on.</summary>
internal sealed class ChangeChecks(Scenario scenario, NumberChecks numbers) : References
{
    private readonly Dictionary<string, int> keys = [];

    // The part that the change being checked acts on, once it is found.
    private (string Side, Part Part)? target;

    private Problems Problems => numbers.Problems;

    private string Networks => string.Join(" or ", scenario.Networks.Select(network => $"network \"{network.Name}\""));

    public IReadOnlyList<PlacedChange> Run()
    {
        Change[] known = [.. scenario.Changes.Where(IsKnown)];
        foreach (var twice in known.Where(CanBeCompared).GroupBy(change => change).Where(group => group.Count() > 1))
        {
            Problems.Add(PlaceOf(twice.Key),
                $"it is there {twice.Count()} times; keep one. What is meant to act twice goes into one number.");
        }

        PlacedChange[] placed = [.. known.Select(Place).OfType<PlacedChange>()];
        new ShareSumChecks(scenario, numbers, PlaceOf).Run(placed);
        return placed;
    }

    public override void Find(string place, string what, Reference to, string name)
    {
        bool Called((string Side, Part Part) one) => one.Part.Name == name || Qualified(one) == name;
        var found = Parts(to.Fits).Where(Called).ToArray();
        string[] known = [.. Parts(to.Fits).Select(one => scenario.Networks.Count == 1 ? one.Part.Name : Qualified(one))];
        if (found.Length == 1)
        {
            target = found[0];
        }
        else if (found.Length == 0 && Parts(_ => true).FirstOrDefault(Called).Part is { } other)
        {
            Problems.Add(place, $"\"{name}\" is {Files.PartShapes.WithArticle(other)}; it must be "
                + $"{PropertyWords.WithArticle(to.Kinds)}.{Nearest.Hint(name, known)}");
        }
        else if (found.Length == 0)
        {
            Problems.Add(place, $"no {to.Kinds} \"{name}\" in {Networks}.{Nearest.Hint(name, known)}");
        }
        else if (found.Select(one => one.Side).Distinct().Count() > 1)
        {
            Problems.Add(place, $"\"{name}\" is in {found.Length} networks; write "
                + $"{string.Join(" or ", found.Select(one => $"\"{Qualified(one)}\""))}.");
        }
    }

    public override void FindSupplier(string place, Origin origin)
    {
        var found = Parts(part => part is Supplier supplier && supplier.Origin == origin).ToArray();
        if (found.Length == 1)
        {
            target = found[0];
            return;
        }

        string[] known = [.. Parts(part => part is Supplier).Select(one => ((Supplier)one.Part).Origin.Name).Distinct()];
        Problems.Add(place, found.Length == 0
            ? $"no supplier of origin \"{origin}\" in {Networks}.{Nearest.Hint(origin.Name ?? "", known)}"
            : $"{found.Length} suppliers are of origin \"{origin}\", {MessageText.All(found.Select(Qualified))}; a change needs one. "
                + "Give each an origin of its own.");
    }

    private bool IsKnown(Change change)
    {
        if (ChangeShapes.Kinds.Any(kind => kind.Fits(change))) return true;
        Problems.Add($"Change from {change.From}", "no equations are known for this kind of change.");
        return false;
    }

    // Numbers nested too deep cannot be compared; their own check says so.
    private static bool CanBeCompared(Change change) => !NumberFinder.Of(change).Numbers.Exists(number => number.Value is ProductValue);

    private PlacedChange? Place(Change change)
    {
        var place = PlaceOf(change);
        target = null;
        ShapeChecker.Run(ChangeShapes.OneChange, change, place, numbers, this);
        if (change.Until is { } until && change is not DepotStrike) numbers.Times.Until(place, change.From, until);
        new ChangeRules(scenario, numbers).Check(place, change, target?.Part);
        return target is var (side, part) ? new(change, side, part.Name, Key(change, part)) : null;
    }

    /// <summary>Kind and date; also what it acts on, where kind and date fit several changes.</summary>
    private string PlaceOf(Change change)
    {
        var rivals = scenario.Changes.Count(other => other.GetType() == change.GetType() && other.From == change.From);
        return PropertyWords.Capital(rivals == 1 ? $"{ChangeWords.KindOf(change)} from {change.From}" : ChangeWords.Of(change));
    }

    private static string Qualified((string Side, Part Part) one) => $"{one.Side}/{one.Part.Name}";

    private IEnumerable<(string Side, Part Part)> Parts(Func<Part, bool> fits) =>
        from network in scenario.Networks from part in network.Parts where fits(part) select (network.Name, part);

    /// <summary>The address of a change's draws: kind, part and date, with a number for the second and later of one kind.</summary>
    private string Key(Change change, Part part)
    {
        var key = $"changes/{ChangeShapes.KindOf(change).DrawName}/{part.Key}/{change.From}";
        keys[key] = keys.GetValueOrDefault(key) + 1;
        return keys[key] == 1 ? key : $"{key}#{keys[key]}";
    }
}
