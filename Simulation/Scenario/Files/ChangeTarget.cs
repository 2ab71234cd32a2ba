namespace Supply.Files;

/// <summary>Finds the name or origin that a change acts on: the first reference of its shape.</summary>
internal sealed class ChangeTarget : ShapeVisitor
{
    private readonly List<string> found;

    private ChangeTarget(Spot spot, List<string> found) : base(spot) => this.found = found;

    /// <summary>The parts that the change acts on: names of parts in quotation marks, origins without.</summary>
    public static string Change(Change change)
    {
        List<string> found = [];
        ChangeShapes.OneChange(new ChangeTarget(Spot.Top, found), change);
        return found.Count > 0
            ? found[0] : throw new NotSupportedException($"A {ChangeShapes.KindOf(change).Words} acts on nothing that its shape names.");
    }

    public override ShapeVisitor At(Spot at, bool left) => new ChangeTarget(at, found);

    public override string Reference(Reference to, string value)
    {
        found.Add($"\"{value}\"");
        return value;
    }

    public override Origin SupplierOf(Origin value)
    {
        found.Add(value.Name ?? "");
        return value;
    }
}
