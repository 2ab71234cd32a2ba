namespace Supply;

/// <summary>
/// One dated edit of a scenario. It acts from the first step that starts on or after <see cref="From"/>, up to but without
/// the first step that starts on or after <see cref="Until"/>.
/// </summary>
/// <param name="From">The first day on which it acts; inside the horizon.</param>
public abstract record Change(Moment From)
{
    /// <summary>
    /// The first day on which it no longer acts: that day does not count. After <see cref="From"/>; null: it acts to the end of the
    /// horizon. Default null.
    /// </summary>
    public Moment? Until { get; init; }

    /// <summary>
    /// It acts only while this holds; for interdictions and for capacity, order, requirement and demand changes that come at once. Null: it
    /// always acts. Default null.
    /// </summary>
    public StockCondition? If { get; init; }

    /// <summary>The kind, what it acts on and when it begins, for example <c>depot strike on "Rear depots" from 2025-06-01</c>.</summary>
    public sealed override string ToString() => ChangeWords.Of(this);
}
