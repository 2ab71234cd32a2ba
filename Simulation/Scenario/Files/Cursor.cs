using System.Text.Json;

namespace Supply.Files;

/// <summary>
/// The form of a value in a file, for both directions: reading, it takes the value at the cursor and returns it (the given
/// value is a placeholder); writing, it puts the given value at the cursor. So everything written can be read.
/// </summary>
internal delegate T Form<T>(Cursor at, T value);

/// <summary>How an object of a file becomes a record, and back: one call for each property, in the order of the file.</summary>
internal delegate T Shape<T>(Fields<T> fields);

/// <summary>
/// One value of a file at its path, being read or written. A problem is noted and a harmless value returned, so that all
/// problems come together; nothing made from a file with problems is handed out.
/// </summary>
internal abstract class Cursor
{
    /// <summary>True if the value has this kind (reading), or shall have it (writing).</summary>
    public abstract bool Is(JsonValueKind kind, bool writing);

    /// <summary>A finite number.</summary>
    public abstract double Number(string expected, double value);

    /// <summary>A whole number.</summary>
    public abstract int Whole(string expected, int value);

    /// <summary>True or false.</summary>
    public abstract bool Flag(bool value);

    /// <summary>A text.</summary>
    public abstract string Text(string expected, string value);

    /// <summary>A name of something, which tables, files and terminals show.</summary>
    public virtual string Name(string expected, string value) => Text(expected, value);

    /// <summary>A text that is not empty, such as the heading of a column.</summary>
    public virtual string Filled(string expected, string value) => Text(expected, value);

    /// <summary>One of a few words.</summary>
    /// <param name="what">A name for such words in messages.</param>
    /// <param name="words">The words.</param>
    /// <param name="value">The word to write.</param>
    public abstract string Word(string what, IReadOnlyList<string> words, string value);

    /// <summary>A calendar date.</summary>
    public abstract DateOnly Date(string expected, DateOnly value);

    /// <summary>A list.</summary>
    /// <param name="item">The form of an item.</param>
    /// <param name="value">The list to write.</param>
    /// <param name="each">How items are told apart; null: by their numbers.</param>
    /// <param name="least">
    /// The least number of items: for descriptions of the file; who asks for the list tells of one that is shorter.
    /// </param>
    /// <param name="most">The most items, as the least.</param>
    public abstract Items<T> List<T>(Form<T> item, Items<T> value, Each<T>? each = null, int least = 0, int? most = null);

    /// <summary>An object with one set of properties.</summary>
    public abstract T Object<T>(string expected, Shape<T> shape, T value);

    /// <summary>An object whose properties depend on its kind.</summary>
    public abstract T Union<T>(Union<T> union, T value) where T : class;

    /// <summary>Notes a problem with this value.</summary>
    public abstract void Problem(string message);

    /// <summary>A number that may be uncertain, with its unit and limits.</summary>
    public virtual Uncertain Uncertain(NumberRule rule, Uncertain value) => NumberShapes.Number(this, value);

    /// <summary>An exact number of a range.</summary>
    public virtual double Exactly(Limits limits, double value) => Number("a number", value);

    /// <summary>A whole number of a range.</summary>
    public virtual int Whole(Limits limits, int value) => Whole("a whole number", value);

    /// <summary>A rate.</summary>
    public virtual Rate Rate(Form<Rate> form, Rate value) => form(this, value);

    /// <summary>A rate over time.</summary>
    public virtual RatePath Path(Union<RatePath> kinds, RatePath value) => Union(kinds, value);

    /// <summary>The points of a column of a CSV file, which lies where the scenario file lies; none unless a file is read.</summary>
    public virtual Items<RatePoint> Points(string file, CsvColumn column) => Items<RatePoint>.Empty;

    /// <summary>A rule of drawing, of which one may be a choice: an uncertain number.</summary>
    public virtual Drawing Drawing(Union<Drawing> kinds, Drawing value) => Union(kinds, value);

    /// <summary>A date or a step that must fit the horizon.</summary>
    public virtual Moment Moment(MomentRule rule, Moment value) => ValueShapes.AnyTime(this, value);

    /// <summary>The name of a part.</summary>
    public virtual string Reference(Reference to, string value) => Name("a text", value);

    /// <summary>The origin of a supplier that a change acts on.</summary>
    public virtual Origin SupplierOf(Origin value) => ValueShapes.Country(this, value);

    /// <summary>A country that rounds come from.</summary>
    public virtual Origin Origin(Origin value) => ValueShapes.Country(this, value);

    /// <summary>A calibre that rounds are of.</summary>
    public virtual Calibre Calibre(Calibre value) => ValueShapes.Bore(this, value);
}

/// <summary>The range of an exact number.</summary>
/// <param name="Least">The least it may be.</param>
/// <param name="Most">The most it may be.</param>
internal readonly record struct Limits(double Least, double Most = double.PositiveInfinity)
{
    /// <summary>Its unit, if it is a quantity of the scenario and not a setting; else empty.</summary>
    public string Unit { get; init; } = "";

    /// <summary>True if it is a number of days that must not be less than a step. Default false.</summary>
    public bool AtLeastAStep { get; init; }

    /// <summary>Any finite number.</summary>
    public static Limits Any { get; } = new(double.NegativeInfinity);
}

/// <summary>How a moment must lie to the horizon.</summary>
internal enum MomentRule
{
    /// <summary>Anywhere, also outside of it.</summary>
    Anywhere,

    /// <summary>Inside, so that a step starts on or after it.</summary>
    Begins,
}

/// <summary>The properties of an object of a file, being read or written.</summary>
internal abstract class Members
{
    public abstract bool Writing { get; }

    public abstract bool Has(string name);

    public abstract T Required<T>(Property property, Form<T> form, T value);

    public abstract T Optional<T>(Property property, Form<T> form, T value, T absent);

    public abstract void Problem(string name, string message);

    /// <summary>A property that must not be there.</summary>
    public abstract void Unwanted(string name, string message);

    /// <summary>Two properties of which one may be there.</summary>
    public abstract void NotBoth(string first, string second, string message);
}

/// <summary>The properties of an object that stands for a <typeparamref name="T"/>.</summary>
internal sealed class Fields<T>(Members members, T value)
{
    /// <summary>True if there is such a property (reading), or shall be one (writing).</summary>
    public bool Has(string name, Func<T, bool> writing) => members.Writing ? writing(value) : members.Has(name);

    /// <summary>Something about the object, where there is one yet; while it is read there is none.</summary>
    public TKnown Known<TKnown>(Func<T, TKnown> of, TKnown unknown) => members.Writing ? of(value) : unknown;

    /// <summary>A required property.</summary>
    public TValue Get<TValue>(Property property, Form<TValue> form, Func<T, TValue> of) =>
        members.Required(property, form, members.Writing ? of(value) : default!);

    /// <summary>An optional property, not written where it is <paramref name="absent"/>.</summary>
    public TValue Get<TValue>(Property property, Form<TValue> form, Func<T, TValue> of, TValue absent) =>
        members.Optional(property, form, members.Writing ? of(value) : default!, absent);

    /// <summary>An optional property that is null where it is absent.</summary>
    public TValue? Maybe<TValue>(Property property, Form<TValue> form, Func<T, TValue?> of) where TValue : class =>
        members.Optional<TValue?>(property, (at, present) => form(at, present!), members.Writing ? of(value) : null, null);

    /// <summary>A required list.</summary>
    public Items<TItem> List<TItem>(Property property, Form<TItem> item, Func<T, Items<TItem>> of, Each<TItem>? each = null) =>
        Get(property, (at, list) => at.List(item, list, each), of);

    /// <summary>A list, not written where it is empty.</summary>
    public Items<TItem> ListOrEmpty<TItem>(Property property, Form<TItem> item, Func<T, Items<TItem>> of, Each<TItem>? each = null) =>
        Get(property, (at, list) => at.List(item, list, each), of, Items<TItem>.Empty);

    /// <summary>Notes a problem with a property.</summary>
    public void Problem(string name, string message) => members.Problem(name, message);

    /// <summary>A property that must not be there; the message says why, and is a problem of it.</summary>
    public void Unwanted(string name, string message) => members.Unwanted(name, message);

    /// <summary>Two properties of which one may be there; the message is a problem of the second.</summary>
    public void NotBoth(string first, string second, string message) => members.NotBoth(first, second, message);
}

/// <summary>Objects of several kinds.</summary>
/// <param name="Expected">A name for an object of this union in messages.</param>
/// <param name="Tag">The property that names the kind; null: the kind is the name of a property that only it has.</param>
/// <param name="Kinds">The kinds; the first that fits a value is the one written.</param>
/// <param name="Common">The properties that all kinds have, after those of the kind.</param>
internal sealed record Union<T>(string Expected, string? Tag, Kind<T>[] Kinds, Func<Fields<T>, T, T> Common) where T : class
{
    /// <summary>A further sentence about it, for descriptions of the file. Default null.</summary>
    public string? Meaning { get; init; }

    /// <summary>The word that tells this union from others of its type; empty for the usual one. Default empty.</summary>
    public string Of { get; init; } = "";

    /// <summary>The kind of a value.</summary>
    /// <exception cref="NotSupportedException">It is of none: a kind that was forgotten in the shapes.</exception>
    public Kind<T> KindOf(T value) => Kinds.FirstOrDefault(kind => kind.Fits(value))
        ?? throw new NotSupportedException($"{value.GetType().Name} is not a kind of {typeof(T).Name} that files know.");
}

internal abstract record Kind<T>(string Name)
{
    /// <summary>Its name in messages, lists and figures. Default: its name in words.</summary>
    public string Words { get; init; } = PropertyWords.Of(Name);

    /// <summary>The name of the kind in the address of a draw.</summary>
    public string DrawName => char.ToUpperInvariant(Name[0]) + Name[1..];

    /// <summary>For a change the preposition before what it acts on. Default "of".</summary>
    public string Aim { get; init; } = "of";

    /// <summary>The type of its values.</summary>
    public abstract Type Type { get; }

    public abstract bool Fits(T value);

    public abstract T Run(Members members, T? value);
}

internal sealed record Kind<T, TKind>(string Name, Shape<TKind> Shape) : Kind<T>(Name) where TKind : class, T
{
    /// <summary>Which values of the type are of this kind. Default: all.</summary>
    public Func<TKind, bool> When { get; init; } = _ => true;

    public override Type Type => typeof(TKind);

    public override bool Fits(T value) => value is TKind kind && When(kind);

    public override T Run(Members members, T? value) => Shape(new(members, (TKind)value!));
}
