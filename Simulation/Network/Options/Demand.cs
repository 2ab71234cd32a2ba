namespace Supply;

/// <summary>The rate of fire of one calibre that the force wants.</summary>
/// <param name="Calibre">The calibre.</param>
/// <param name="Required">The required rate over time, at least 0, where the wish of the force is given; exogenous.</param>
public sealed record Demand(Calibre Calibre, RatePath Required)
{
    /// <summary>
    /// The most the force wants over time, at least 0, where its wish follows supply (<see cref="Consumer.FollowsSupply"/>); what its guns
    /// or crews can fire, for example. Required if its wish may follow supply. Null: none. Default null.
    /// </summary>
    public RatePath? Ceiling { get; init; }

    /// <summary>The gun park that fires it, alone or with other demands; null: guns never limit it. Default null.</summary>
    public string? Guns { get; init; }

    /// <summary>
    /// How much a round of this calibre counts for in a <see cref="CalibreMix"/>, where one of weight 1 counts 1; above 0. Null: 1, an
    /// assumption. Default null.
    /// </summary>
    public Factor? Weight { get; init; }

    /// <summary>For people, for example <c>152 mm: 100 rounds/day</c>.</summary>
    public override string ToString() => $"{Calibre}: {Required}{(Ceiling is null ? "" : $", at most {Ceiling}")}"
        + (Guns is null ? "" : $", by \"{Guns}\"");
}
