namespace Supply.Analysis;

/// <summary>An inverse question as data: a lever and goals on rounds fired.</summary>
/// <param name="Kind">The kind of lever.</param>
/// <param name="Of">The origin of a share or flow, the part whose capacity is set.</param>
/// <param name="From">The first day on which the lever acts.</param>
/// <param name="Goals">Rounds a day, each above 0; at least one.</param>
/// <param name="Window">The days over which each goal must hold on average.</param>
public sealed record LeastDesign(LeverKind Kind, string Of, Moment From, Items<double> Goals, TimeWindow Window)
{
    /// <summary>The effect of a share on the other sources. Default <see cref="ShareMeaning.Added"/>.</summary>
    public ShareMeaning Meaning { get; init; } = ShareMeaning.Added;

    /// <summary>The largest setting: a share, rounds per day, a factor. Default 0.9, 40,000 and 10.</summary>
    public double? Most { get; init; }

    /// <summary>The probability with which a goal must hold, above 0 and up to 1. Default 0.8.</summary>
    public double Probability { get; init; } = 0.8;

    /// <summary>The part of a goal that counts as reached, above 0 and up to 1. Default 1.</summary>
    public double Part { get; init; } = 1;

    /// <summary>The lever.</summary>
    public SettableLever Lever => Kind switch
    {
        LeverKind.Share => SettableLever.Share(new Origin(Of), From, Meaning, Most ?? 0.9),
        LeverKind.Flow => SettableLever.Flow(new Origin(Of), From, Most ?? 40_000),
        _ => SettableLever.Capacity(Of, From, Most ?? 10),
    };

    /// <summary>The goals, in their order.</summary>
    public Items<FireGoal> FireGoals => Items.From(Goals.Select(level => new FireGoal(level, Window) { Part = Part }));

    /// <summary>For people, for example <c>share of DPRK for 3 goals</c>.</summary>
    public override string ToString() =>
        $"{(Kind == LeverKind.Share ? "share" : Kind == LeverKind.Flow ? "flow" : "capacity")} of {Of} for {Goals.Count} goals";
}
