namespace Supply;

/// <summary>A force that fires from one stockpile; several may share one, see <see cref="Stockpile.Allocation"/>.</summary>
/// <param name="Name">Unique in its network.</param>
/// <param name="At">The stockpile it fires from.</param>
/// <param name="Demands">One for each calibre it fires.</param>
public sealed record Consumer(string Name, string At, Items<Demand> Demands) : Part(Name)
{
    /// <summary>How the required rate is reduced to what stocks allow. Default <see cref="Rationing.None"/>.</summary>
    public Rationing Rationing { get; init; } = Rationing.None;

    /// <summary>
    /// Whether its wish is given or follows supply: 0, it requires what its demands, season, displacement and response say; 1, it requires
    /// the <see cref="Demand.Ceiling"/> of each demand instead, so that rationing by cover alone decides what it fires, and changes of its
    /// requirement do nothing. 0, 1 or a one-of of both, for example <c>OneOf(new("given", 1, 0), new("as supply allows", 1, 1))</c>. Null:
    /// its wish is given. Default null.
    /// </summary>
    public Uncertain? FollowsSupply { get; init; }

    /// <summary>Calibres of which it fires more or less as rounds are there. Default none: each is required by itself.</summary>
    public Items<CalibreMix> Mixes { get; init; } = [];

    /// <summary>How the required rate swings over the year; null: not at all. Default null.</summary>
    public Season? Season { get; init; }

    /// <summary>Fire missions that drones or other means take over; null: none. Default null.</summary>
    public Displacement? Displacement { get; init; }

    /// <summary>How the requirement follows an opponent's fire; null: not at all. Default null.</summary>
    public Response? Response { get; init; }

    /// <summary>Whether an unmet requirement is lost or wanted later. Default lost.</summary>
    public Unmet Unmet { get; init; }

    /// <summary>
    /// Rounds that it is owed at the start of the horizon, of calibres that it fires, each once; for a consumer whose unmet requirement is
    /// backordered. Default none.
    /// </summary>
    public Items<Outstanding> Backordered { get; init; } = Items<Outstanding>.Empty;

    /// <summary>Its priority where a stockpile is shared by priority; higher is served first; -1e6 to 1e6. Default 0.</summary>
    public double Priority { get; init; }

    /// <summary>Cost of a round that is not fired in the step that requires it. Null: not counted. Default null.</summary>
    public Money? ShortageCost { get; init; }

    /// <summary>Cost of a round that is backordered at the end of a step, per day. Null: not counted. Default null.</summary>
    public Money? BacklogCost { get; init; }
}

internal sealed record NoRationing : Rationing
{
    private protected override string Words => "none";
}

internal sealed record CoverRationing(Days Cover, Rounds Safety, Items<string> Counting) : Rationing
{
    private protected override string Words => $"by cover of {Cover}, {Safety} kept back"
        + (Counting.Count == 0 ? "" : $", counting {string.Join(", ", Counting.Select(name => $"\"{name}\""))}");
}
