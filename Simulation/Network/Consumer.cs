namespace Supply;

/// <summary>The rate of fire of one calibre that the force wants.</summary>
/// <param name="Calibre">The calibre.</param>
/// <param name="Required">The required rate over time, at least 0; exogenous.</param>
public sealed record Demand(Calibre Calibre, RatePath Required)
{
    /// <summary>The gun park that fires it, alone or with other demands; null: guns never limit it. Default null.</summary>
    public string? Guns { get; init; }
}

/// <summary>The treatment of rounds that a consumer required and did not get.</summary>
public enum Unmet
{
    /// <summary>They are lost: the requirement of a step ends with it.</summary>
    Lost,

    /// <summary>They are added to what is required later.</summary>
    Backordered,
}

/// <summary>A force that fires from one stockpile; several may share one, see <see cref="Stockpile.Allocation"/>.</summary>
/// <param name="Name">Unique in its network.</param>
/// <param name="At">The stockpile it fires from.</param>
/// <param name="Demands">One for each calibre it fires.</param>
public sealed record Consumer(string Name, string At, Items<Demand> Demands) : Part(Name)
{
    /// <summary>How the required rate is reduced to what stocks allow. Default <see cref="Rationing.None"/>.</summary>
    public Rationing Rationing { get; init; } = Rationing.None;

    /// <summary>How the required rate swings over the year; null: not at all. Default null.</summary>
    public Season? Season { get; init; }

    /// <summary>Fire missions that drones or other means take over; null: none. Default null.</summary>
    public Displacement? Displacement { get; init; }

    /// <summary>How the requirement follows an opponent's fire; null: not at all. Default null.</summary>
    public Response? Response { get; init; }

    /// <summary>Whether an unmet requirement is lost or wanted later. Default lost.</summary>
    public Unmet Unmet { get; init; }

    /// <summary>Its priority where a stockpile is shared by priority; higher is served first. Default 0.</summary>
    public double Priority { get; init; }

    /// <summary>Cost of a round that is not fired in the step that requires it. Null: not counted. Default null.</summary>
    public Money? ShortageCost { get; init; }

    /// <summary>Cost of a round that is backordered at the end of a step, per day. Null: not counted. Default null.</summary>
    public Money? BacklogCost { get; init; }
}

/// <summary>How a consumer's required rate becomes its controlled rate.</summary>
public abstract record Rationing
{
    private protected Rationing() { }

    /// <summary>Fire what is required as long as there are rounds.</summary>
    public static Rationing None { get; } = new NoRationing();

    /// <summary>
    /// Make stocks last: controlled = min(required, max(0, counted - safety) / cover), for each calibre separately.
    /// </summary>
    /// <param name="cover">Days that the counted rounds must last; above 0.</param>
    /// <param name="safety">Rounds of each calibre kept back, at least 0. Default none.</param>
    /// <param name="counting">Stockpiles whose rounds count in addition to the consumer's own. Default none.</param>
    public static Rationing ByCover(Days cover, Rounds? safety = null, Items<string>? counting = null) =>
        new CoverRationing(cover, safety ?? Rounds.None, counting ?? Items<string>.Empty);
}

internal sealed record NoRationing : Rationing;

internal sealed record CoverRationing(Days Cover, Rounds Safety, Items<string> Counting) : Rationing;
