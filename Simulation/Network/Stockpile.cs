namespace Supply;

/// <summary>Serviceable rounds at a place, by calibre and origin.</summary>
/// <param name="Name">Unique in its network.</param>
/// <param name="Opening">Rounds there when the horizon starts; at most one lot per calibre and origin.</param>
public sealed record Stockpile(string Name, Items<Lot> Opening) : Part(Name)
{
    /// <summary>A stockpile that starts empty.</summary>
    public Stockpile(string name) : this(name, Items<Lot>.Empty) { }

    /// <summary>How routes and consumers share the rounds when there are too few. Default <see cref="Allocation.Proportional"/>.</summary>
    public Allocation Allocation { get; init; } = Allocation.Proportional;

    /// <summary>
    /// Which origins leave first, whoever takes the rounds. Default <see cref="Drawing.Proportional"/>.
    /// </summary>
    public Drawing Drawing { get; init; } = Drawing.Proportional;

    /// <summary>Cost of holding a round that is on hand at the end of a step, per day. Null: not counted. Default null.</summary>
    public Money? HoldingCost { get; init; }
}
