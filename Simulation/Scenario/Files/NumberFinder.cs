namespace Supply.Files;

/// <summary>One number of a noun: where it stands, its unit and its value.</summary>
/// <param name="Place">Where it stands, in words.</param>
/// <param name="Key">Its part of the address of a draw, below the noun.</param>
/// <param name="Unit">Its unit; <c>factor of</c> a unit for the parts of a product, <c>weights</c> for those of alternatives.</param>
/// <param name="Value">Its value.</param>
/// <param name="Left">True for a default that the analyst left alone: it is documented where it is declared.</param>
internal readonly record struct NumberAt(string Place, string Key, string Unit, Uncertain Value, bool Left = false);

/// <summary>All numbers of a noun, found by going through its shape.</summary>
internal sealed class NumberFinder : ShapeVisitor
{
    private readonly Listed found;
    private readonly Func<string, string> keyOfPart;
    private readonly bool left;

    private NumberFinder(Spot spot, Listed found, Func<string, string> keyOfPart, bool left) : base(spot) =>
        (this.found, this.keyOfPart, this.left) = (found, keyOfPart, left);

    public static Listed Of(Part part, Network network) => Of(PartShapes.OnePart, part, NameToKey(network));

    public static Listed Of(Change change) => Of(ChangeShapes.OneChange, change, name => name);

    /// <summary>The numbers of a network itself, without those of its parts.</summary>
    public static Listed Own(Network network) =>
        Of((at, value) => at.Object("", f => value with { Effects = PartShapes.Effects(f) }, value), network, NameToKey(network));

    public override ShapeVisitor At(Spot at, bool left) => new NumberFinder(at, found, keyOfPart, this.left || left);

    public override Uncertain Uncertain(NumberRule rule, Uncertain value)
    {
        found.Numbers.Add(new(Spot.Words, Spot.Key, rule.Unit, value, left));
        return value;
    }

    public override double Exactly(Limits limits, double value)
    {
        if (limits.Unit.Length > 0) found.Numbers.Add(new(Spot.Words, Spot.Key, limits.Unit, value, left));
        return value;
    }

    public override Rate Rate(Form<Rate> form, Rate value)
    {
        found.Paths.TryAdd(Spot.Key, value);
        return form(this, value);
    }

    public override RatePath Path(Union<RatePath> kinds, RatePath value)
    {
        found.Paths.Add(Spot.Key, value);
        return Union(kinds, value);
    }

    protected override string KeyOfPart(string name) => keyOfPart(name);

    private static Func<string, string> NameToKey(Network network) =>
        name => network.Parts.FirstOrDefault(part => part.Name == name)?.Key ?? name;

    private static Listed Of<T>(Form<T> form, T value, Func<string, string> keyOfPart)
    {
        var found = new Listed();
        form(new NumberFinder(Spot.Top, found, keyOfPart, left: false), value);
        return found;
    }
}

/// <summary>The numbers and paths of a noun.</summary>
internal sealed class Listed
{
    public List<NumberAt> Numbers { get; } = [];

    /// <summary>Rates and rates over time by their keys; their numbers are among the numbers as well.</summary>
    public Dictionary<string, RatePath> Paths { get; } = [];
}
