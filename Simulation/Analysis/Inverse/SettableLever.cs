namespace Supply.Analysis;

/// <summary>A lever with a setting on a scale, of which more helps a goal more.</summary>
public sealed record SettableLever
{
    /// <summary>The name of the setting's draw, which each replication is given.</summary>
    private const string Draw = "setting of the lever";

    private readonly Func<Uncertain, Change[]>? ofNumber;
    private readonly Func<DateOnly, Change[]>? ofDate;

    private SettableLever(string name, double low, double high, Moment from) => (Name, Low, High, From) = (name, low, high, from);

    /// <summary>The setting in words, for example <c>DPRK share of supply</c>.</summary>
    public string Name { get; }

    /// <summary>The setting that helps least.</summary>
    public double Low { get; }

    /// <summary>The setting that helps most.</summary>
    public double High { get; }

    /// <summary>The first day on which it acts.</summary>
    public Moment From { get; }

    /// <summary>The measure of the setting. Default a factor.</summary>
    public Measure Measure { get; init; } = Measure.Factor;

    /// <summary>Changes that hold at every setting, such as a stop that the lever makes up for. Default none.</summary>
    public Items<Change> With { get; init; } = Items<Change>.Empty;

    /// <summary>
    /// Whether the setting is a date: then it counts days before the last date, and the least setting is the latest date.
    /// </summary>
    internal bool IsDate => ofDate is not null;

    /// <summary>The share of planned supply that an origin makes up.</summary>
    /// <param name="origin">The origin.</param>
    /// <param name="from">The first day of the share.</param>
    /// <param name="meaning">The effect on the other sources.</param>
    /// <param name="most">The largest share, above 0 and below 1. Default 0.9.</param>
    public static SettableLever Share(Origin origin, Moment from, ShareMeaning meaning, double most = 0.9) =>
        Of($"{origin} share of supply", from, 0, most, setting => [new TargetShare(origin, from, Fraction.Of(setting), meaning)]) with
        {
            Measure = Measure.Fraction,
        };

    /// <summary>The most that an origin may send; what is ordered stays as planned.</summary>
    /// <param name="origin">The origin.</param>
    /// <param name="from">The first day of the limit.</param>
    /// <param name="most">The largest limit, rounds per day, above 0.</param>
    public static SettableLever Flow(Origin origin, Moment from, double most) =>
        Of($"{origin} deliveries", from, 0, most, setting => [new ExportLimit(origin, from, Rate.PerDay(setting))]) with
        {
            Measure = Measure.Rounds.PerDay,
        };

    /// <summary>The factor on the capacity of a part.</summary>
    /// <param name="part">A line, works, route or source of inputs.</param>
    /// <param name="from">The first day of the factor.</param>
    /// <param name="most">The largest factor, above 1 and up to 10.</param>
    public static SettableLever Capacity(string part, Moment from, double most = 10) =>
        Of($"capacity of {part}", from, 1, most, setting => [new CapacityChange(part, from, setting)]);

    /// <summary>A lever of one's own.</summary>
    /// <param name="name">The setting in words.</param>
    /// <param name="from">The first day on which it acts.</param>
    /// <param name="low">The setting that helps least.</param>
    /// <param name="high">The setting that helps most, above the other.</param>
    /// <param name="changes">The changes at a setting, whose numbers it may be.</param>
    public static SettableLever Of(string name, Moment from, double low, double high, Func<Uncertain, Change[]> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        if (!(low < high) || !double.IsFinite(low) || !double.IsFinite(high))
        {
            throw new ArgumentException($"Settings of \"{name}\" run from {low} to {high}; they must be finite and ascend.", nameof(high));
        }

        return new(name, low, high, from, changes, null);
    }

    /// <summary>A date on which something begins, the earlier the better: the answer is the latest date.</summary>
    /// <param name="name">The measure that begins, in words.</param>
    /// <param name="first">The earliest date.</param>
    /// <param name="last">The latest date, after the earliest.</param>
    /// <param name="changes">The changes of a date.</param>
    public static SettableLever Date(string name, DateOnly first, DateOnly last, Func<DateOnly, Change[]> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        if (last <= first)
        {
            throw new ArgumentException($"Dates of \"{name}\" run from {(Moment)first} to {(Moment)last}; they must ascend.", nameof(last));
        }

        return new(name, 0, last.DayNumber - first.DayNumber, first, null, changes) { Measure = Measure.Days, First = first };
    }

    private SettableLever(
        string name, double low, double high, Moment from, Func<Uncertain, Change[]>? number, Func<DateOnly, Change[]>? date)
        : this(name, low, high, from) => (ofNumber, ofDate) = (number, date);

    private DateOnly First { get; init; }

    /// <summary>The address of the setting.</summary>
    internal static string Key => Draw;

    /// <summary>The changes with the setting as a number that each replication is given; of dates those of one date.</summary>
    internal Change[] Changes(double setting) => [.. With, .. ofDate is { } date ? date(DateOf(setting))
        : ofNumber!(Uncertain.Uniform(Low, High).Named(Draw))];

    /// <summary>The date of a setting of dates.</summary>
    internal DateOnly DateOf(double setting) => First.AddDays((int)(High - setting));

    /// <summary>An amount of the lever in words.</summary>
    internal string Words(double setting) =>
        Measure == Measure.Rounds.PerDay ? $"{Text(setting)} rounds a day of {Name}" : $"{Text(setting)} {Name}";

    /// <summary>A setting in words.</summary>
    internal string Text(double setting) => double.IsNaN(setting) ? "undefined" : double.IsInfinity(setting) ? "none"
        : IsDate ? ((Moment)DateOf(setting)).ToString() : Table.Cell(setting, Measure);

    /// <summary>Name and range.</summary>
    public override string ToString() => $"{Name}, {Text(Low)} to {Text(High)} from {From}";
}
