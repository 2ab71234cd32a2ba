namespace Supply;

/// <summary>A line that makes new rounds of one calibre into a stockpile.</summary>
/// <param name="Name">Unique in its network.</param>
/// <param name="Calibre">The calibre it makes.</param>
/// <param name="Origin">The country of manufacture.</param>
/// <param name="To">The stockpile that receives its serviceable output.</param>
/// <param name="Capacity">Gross output over time, at least 0; the line runs at capacity as far as its inputs allow.</param>
public sealed record ProductionLine(string Name, Calibre Calibre, Origin Origin, string To, RatePath Capacity) : Part(Name)
{
    /// <summary>Serviceable share of gross output, 0..1. Default 1: published output counts accepted rounds.</summary>
    public Fraction Yield { get; init; } = Fraction.All;

    /// <summary>Bill of materials of a round: the scarcest input limits the output. Default none: nothing limits it.</summary>
    public Items<InputUse> Inputs { get; init; } = Items<InputUse>.Empty;

    /// <summary>Cost of a round of gross output. Null: not counted. Default null.</summary>
    public Money? UnitCost { get; init; }

    /// <summary>How its capacity is cut as the stock of its calibre grows; null: it is not. Default null.</summary>
    public Throttle? Throttle { get; init; }
}
