namespace Supply;

/// <summary>
/// The rule for how many rounds a route ships. Cover and push look only at the current step; the ordering rules look at the inventory
/// position of the destination (on hand + in transit + on order - owed), and what they order stays on order until it can be dispatched.
/// </summary>
public abstract record Replenishment
{
    private protected Replenishment() { }

    /// <summary>
    /// Fill the destination, rounds in transit included, up to this many days of the rate required there and further down.
    /// </summary>
    /// <param name="cover">Days, at least 0.</param>
    public static Replenishment ByCover(Days cover) => new CoverReplenishment(cover);

    /// <summary>Dispatch what the path gives for each calibre, as far as there are rounds; a shortage is not made up later.</summary>
    /// <param name="rate">Rounds of each calibre over time, at least 0.</param>
    public static Replenishment Push(RatePath rate) => new PushReplenishment(rate);

    /// <summary>Order up to the level at each review.</summary>
    /// <param name="level">Rounds of each calibre, at least 0.</param>
    /// <param name="review">
    /// Days between reviews, rounded to whole steps, at least one; the first is at step 0. Default: every step.
    /// </param>
    public static Replenishment BaseStock(Rounds level, Days? review = null) => new BaseStockReplenishment(level, review);

    /// <summary>
    /// (R, Q): when the position is at or below R at a review, order the smallest number of lots Q that brings it above R.
    /// </summary>
    /// <param name="reorderPoint">R: rounds of each calibre, at least 0.</param>
    /// <param name="quantity">Q: rounds of each calibre, at least 1e-9.</param>
    /// <param name="review">Days between reviews, as for <see cref="BaseStock"/>.</param>
    /// <param name="mostLots">The most lots ordered at one review, at least 1. Default: as many as it takes.</param>
    public static Replenishment ReorderPoint(Rounds reorderPoint, Rounds quantity, Days? review = null, int? mostLots = null) =>
        new ReorderPointReplenishment(reorderPoint, quantity, review, mostLots);

    /// <summary>(s, S): when the position is at or below s at a review, order up to S.</summary>
    /// <param name="reorderPoint">s: rounds of each calibre, at least 0.</param>
    /// <param name="orderUpTo">S: rounds of each calibre, at least s.</param>
    /// <param name="review">Days between reviews, as for <see cref="BaseStock"/>.</param>
    public static Replenishment MinMax(Rounds reorderPoint, Rounds orderUpTo, Days? review = null) =>
        new MinMaxReplenishment(reorderPoint, orderUpTo, review);

    /// <summary>A rule for each calibre; the route carries no other calibre.</summary>
    /// <param name="rules">The rules, one per calibre; none of them is itself a rule per calibre.</param>
    public static Replenishment PerCalibre(params ReadOnlySpan<CalibreRule> rules) => new CalibreReplenishment(Items.Of(rules));

    /// <summary>The rule for a calibre, or null if the route does not carry it.</summary>
    internal Replenishment? For(Calibre calibre) =>
        this is CalibreReplenishment each ? each.Rules.FirstOrDefault(one => one.Calibre == calibre)?.Rule : this;

    /// <summary>The rules without their calibres.</summary>
    internal IEnumerable<Replenishment> All() => this is CalibreReplenishment each ? each.Rules.Select(one => one.Rule) : [this];

    /// <summary>For people, for example <c>cover of 30 days</c>, <c>base stock of 1,000 rounds</c>.</summary>
    public sealed override string ToString() => Words;

    /// <summary>The words of <see cref="ToString"/>.</summary>
    private protected abstract string Words { get; }
}

internal sealed record CoverReplenishment(Days Cover) : Replenishment
{
    private protected override string Words => $"cover of {Cover}";
}

internal sealed record PushReplenishment(RatePath Rate) : Replenishment
{
    private protected override string Words => $"push of {Rate}";
}

/// <summary>A rule that orders; an order waits until it is dispatched.</summary>
internal abstract record OrderingReplenishment(Days? Review) : Replenishment
{
    /// <summary>How often it reviews, in words; nothing where it does at every step.</summary>
    private protected string Reviews => Review is null ? "" : $", reviewed every {Review}";
}

internal sealed record BaseStockReplenishment(Rounds Level, Days? Review) : OrderingReplenishment(Review)
{
    private protected override string Words => $"base stock of {Level}{Reviews}";
}

internal sealed record ReorderPointReplenishment(Rounds Point, Rounds Quantity, Days? Review, int? MostLots)
    : OrderingReplenishment(Review)
{
    private protected override string Words => $"at {Point} or below order lots of {Quantity}{Reviews}"
        + (MostLots is { } most ? FormattableString.Invariant($", at most {most}") : "");
}

internal sealed record MinMaxReplenishment(Rounds Point, Rounds UpTo, Days? Review) : OrderingReplenishment(Review)
{
    private protected override string Words => $"at {Point} or below order up to {UpTo}{Reviews}";
}

internal sealed record CalibreReplenishment(Items<CalibreRule> Rules) : Replenishment
{
    private protected override string Words => string.Join("; ", Rules);
}
