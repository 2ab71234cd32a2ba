using System.Text.Json;

namespace Supply.Files;

/// <summary>
/// A value of a scenario in memory being looked at: it goes through the shapes as writing does, and each kind of visit does something
/// with what it meets. So a property that a file has cannot be missed by a visit.
/// </summary>
/// <param name="spot">The place of the value in the noun that is visited.</param>
internal abstract class ShapeVisitor(Spot spot) : Cursor
{
    /// <summary>Where the value stands.</summary>
    protected Spot Spot => spot;

    /// <summary>The same visit at another value.</summary>
    /// <param name="at">Where that stands.</param>
    /// <param name="left">True if it is a default that the analyst left alone.</param>
    public abstract ShapeVisitor At(Spot at, bool left);

    /// <summary>Where a property of the value stands.</summary>
    public Spot Of(Property property) => spot.Of(property);

    public override bool Is(JsonValueKind kind, bool writing) => writing;

    public override double Number(string expected, double value) => value;

    public override int Whole(string expected, int value) => value;

    public override bool Flag(bool value) => value;

    public override string Text(string expected, string value) => value;

    public override string Word(string what, IReadOnlyList<string> words, string value) => value ?? words[0];

    public override DateOnly Date(string expected, DateOnly value) => value;

    public override Uncertain Uncertain(NumberRule rule, Uncertain value) => value;

    public override Drawing Drawing(Union<Drawing> kinds, Drawing value)
    {
        if (value is DrawingChoice choice) Uncertain(NumberRule.Case, choice.Choice);
        return base.Drawing(kinds, value);
    }

    public override Items<T> List<T>(Form<T> item, Items<T> value, Each<T>? each, int least, int? most)
    {
        foreach (var (i, one) in value.Index()) item(At(spot.Item(each, one, i, KeyOfPart), left: false), one);
        return value;
    }

    public override T Object<T>(string expected, Shape<T> shape, T value)
    {
        shape(new(new VisitorMembers(this), value));
        return value;
    }

    public override T Union<T>(Union<T> union, T value)
    {
        var members = new VisitorMembers(this);
        union.KindOf(value).Run(members, value);
        union.Common(new(members, value), value);
        return value;
    }

    public override void Problem(string message) => throw new InvalidOperationException(message);

    /// <summary>The key of a part of the same network; its name where there is no such part.</summary>
    protected virtual string KeyOfPart(string name) => name;
}

/// <summary>The properties of an object being visited.</summary>
internal sealed class VisitorMembers(ShapeVisitor at) : Members
{
    public override bool Writing => true;

    public override bool Has(string name) => false;

    public override T Required<T>(Property property, Form<T> form, T value) => form(at.At(at.Of(property), left: false), value);

    public override T Optional<T>(Property property, Form<T> form, T value, T absent)
    {
        if (value is null) return value;
        return form(at.At(at.Of(property), left: EqualityComparer<T>.Default.Equals(value, absent)), value);
    }

    public override void Problem(string name, string message) => at.Problem(message);

    public override void Unwanted(string name, string message)
    {
    }

    public override void NotBoth(string first, string second, string message)
    {
    }
}
