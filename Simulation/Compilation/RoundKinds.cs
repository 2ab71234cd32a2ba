using Supply.Files;

namespace Supply.Compilation;

/// <summary>
/// The calibres and origins of the rounds that parts speak of, in the order of the description. They are found by going through the
/// shapes of the parts, so that no kind of part can be forgotten.
/// </summary>
internal sealed class RoundKinds : ShapeVisitor
{
    private readonly Found found;

    private RoundKinds(Spot spot, Found found) : base(spot) => this.found = found;

    /// <summary>The names of the origins, each once.</summary>
    public static string[] Origins(IEnumerable<Part> parts) => [.. Of(parts).Origins.Distinct()];

    /// <summary>The names of the calibres, each once.</summary>
    public static string[] Calibres(IEnumerable<Part> parts) => [.. Of(parts).Calibres.Distinct()];

    public override ShapeVisitor At(Spot at, bool left) => new RoundKinds(at, found);

    public override Origin Origin(Origin value)
    {
        found.Origins.Add(value.Name);
        return value;
    }

    public override Calibre Calibre(Calibre value)
    {
        found.Calibres.Add(value.Name);
        return value;
    }

    // A value of an unknown kind is passed over; the checks report it.
    public override T Union<T>(Union<T> union, T value) => union.Kinds.Any(kind => kind.Fits(value)) ? base.Union(union, value) : value;

    // Rates speak of no rounds.
    public override Rate Rate(Form<Rate> form, Rate value) => value;

    public override RatePath Path(Union<RatePath> kinds, RatePath value) => value;

    private static Found Of(IEnumerable<Part> parts)
    {
        var found = new Found([], []);
        foreach (var part in parts) PartShapes.OnePart(new RoundKinds(Spot.Top, found), part);
        return found;
    }

    private sealed record Found(List<string> Origins, List<string> Calibres);
}
