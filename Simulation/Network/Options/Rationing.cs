namespace Supply;

/// <summary>How a consumer's required rate becomes its controlled rate.</summary>
public abstract record Rationing
{
    private protected Rationing() { }

    /// <summary>Fire what is required as long as there are rounds.</summary>
    public static Rationing None { get; } = new NoRationing();

    /// <summary>
    /// Make stocks last: controlled = min(required, max(0, counted - safety) / cover), for each calibre separately.
    /// </summary>
    /// <param name="cover">Days that the counted rounds must last; at least 1e-9. May vary: a drift or noise.</param>
    /// <param name="safety">Rounds of each calibre kept back, at least 0. Default none.</param>
    /// <param name="counting">Stockpiles whose rounds count in addition to the consumer's own. Default none.</param>
    public static Rationing ByCover(Days cover, Rounds? safety = null, Items<string>? counting = null) =>
        new CoverRationing(cover, safety ?? Rounds.None, counting ?? Items<string>.Empty);

    /// <summary>For people, for example <c>by cover of 30 days, 1,000 rounds kept back</c>.</summary>
    public sealed override string ToString() => Words;

    /// <summary>The words of <see cref="ToString"/>.</summary>
    private protected abstract string Words { get; }
}
