using Supply.Files;
using Supply.Equations;
using Supply.Programs;

namespace Supply.Compilation;

/// <summary>Checks the parts of one network: each property by its shape, then the rules between properties and between parts.</summary>
internal sealed class NetworkChecks : References
{
    private readonly Network network;
    private readonly NumberChecks numbers;
    private readonly string prefix;
    private bool missing;

    private NetworkChecks(Network network, bool qualified, NumberChecks numbers) =>
        (this.network, this.numbers, prefix) = (network, numbers, qualified ? network.Name + "/" : "");

    private Problems Problems => numbers.Problems;

    public static void Run(Network network, bool qualified, NumberChecks numbers)
    {
        var checks = new NetworkChecks(network, qualified, numbers);
        if (network.Parts.Count == 0) numbers.Problems.Add($"Network \"{network.Name}\"", "it has no parts.");
        var rules = new PartRules(network, numbers);
        foreach (var part in network.Parts.Where(checks.IsKnown))
        {
            ShapeChecker.Run(PartShapes.OnePart, part, checks.Place(part), numbers, checks);
            rules.Check(checks.Place(part), part);
        }

        checks.Effects();
        checks.Cycle();
        if (!checks.missing) rules.CheckIdle(checks.Place);
        new JoinChecks(network, checks.Place, numbers.Problems).Run(complete: !checks.missing);
    }

    public override void Find(string place, string what, Reference to, string name)
    {
        string[] known = [.. network.Parts.Where(to.Fits).Select(part => part.Name)];
        if (known.Contains(name)) return;
        missing = true;
        var other = network.Parts.FirstOrDefault(part => part.Name == name);
        Problems.Add(place, other is null
            ? $"{what}: no {to.Kinds} \"{name}\" in network \"{network.Name}\".{Nearest.Hint(name, known)}"
            : $"{what}: \"{name}\" is {PartShapes.WithArticle(other)}; it must be "
                + $"{PropertyWords.WithArticle(to.Kinds)}.{Nearest.Hint(name, known)}");
    }

    private string Place(Part part) => $"{PropertyWords.Capital(PartShapes.WordsOf(part))} \"{prefix}{part.Name}\"";

    private bool IsKnown(Part part)
    {
        if (PartShapes.Kinds.Any(kind => kind.Fits(part))) return true;
        Problems.Add($"Part \"{prefix}{part.Name}\"", "no equations are known for this kind of part.");
        return false;
    }

    private void Effects()
    {
        var place = $"Network \"{network.Name}\"";
        var origins = RoundKinds.Origins(network.Parts);
        ShapeChecker.Run((at, value) => at.Object("", f => value with { Effects = PartShapes.Effects(f) }, value), network, place, numbers,
            this);
        foreach (var effect in network.Effects.Where(effect => !origins.Contains(effect.Origin.Name)))
        {
            Problems.Add(place, $"effect of rounds of {effect.Origin}: no rounds of that "
                + $"origin.{Nearest.Hint(effect.Origin.Name ?? "", origins)}");
        }
    }

    /// <summary>Routes that wait for each other's orders.</summary>
    private void Cycle()
    {
        if (OrderingRoutes.Cycle(network) is not { Count: > 0 } cycle) return;
        Problems.Add($"Network \"{network.Name}\"", $"routes {MessageText.All(cycle.Select(route => route.Name))} order in a circle: "
            + "what each orders depends on what the next has ordered. Let one of them ship by cover or push.");
    }
}
