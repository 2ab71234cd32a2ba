namespace Supply;

/// <summary>
/// A condition on a change: it acts only in the steps at whose start the network of the part it acts on has fewer serviceable rounds of a
/// calibre on hand than a limit, in all stockpiles together.
/// </summary>
/// <param name="Calibre">The calibre.</param>
/// <param name="Below">The limit, at least 0.</param>
public sealed record StockCondition(Calibre Calibre, Rounds Below)
{
    /// <summary>For people, for example <c>stock of 152 mm below 100,000 rounds</c>.</summary>
    public override string ToString() => $"stock of {Calibre} below {Below}";
}
