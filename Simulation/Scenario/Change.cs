namespace Supply;

/// <summary>
/// One dated edit of a scenario. It acts from the first step that starts on or after <see cref="From"/>, up to but without
/// the first step that starts on or after <see cref="Until"/>.
/// </summary>
/// <param name="From">When it begins; inside the horizon.</param>
public abstract record Change(Moment From)
{
    /// <summary>When it ends, after <see cref="From"/>; null: at the end of the horizon. Default null.</summary>
    public Moment? Until { get; init; }

    /// <summary>The kind, what it acts on and when it begins, for example <c>depot strike on "Rear depots" from 2025-06-01</c>.</summary>
    public sealed override string ToString() => ChangeWords.Of(this);
}

/// <summary>
/// Exports of one origin are limited, all calibres together. While several limits act, the one that began last counts.
/// </summary>
/// <param name="Origin">The origin of the supplier.</param>
/// <param name="From">When it begins.</param>
/// <param name="Limit">The most that is dispatched, at least 0.</param>
public sealed record ExportLimit(Origin Origin, Moment From, Rate Limit) : Change(From);

/// <summary>The meaning of a target share for the other sources.</summary>
public enum ShareMeaning
{
    /// <summary>The origin is ordered on top of the others, which stay as planned.</summary>
    Added,

    /// <summary>
    /// Planned supply stays as large as it was; the others are scaled to make room, lines beyond their plan with the inputs of what they
    /// add: a labelled counterfactual.
    /// </summary>
    Substituted,
}

/// <summary>
/// The lever: orders placed with one origin are set so that it makes up a share of planned supply, for each calibre it
/// offers. While several act, the one that began last counts.
/// </summary>
/// <param name="Origin">The origin of the supplier.</param>
/// <param name="From">When it begins.</param>
/// <param name="Share">Target share of planned supply, 0..1; below 1 if added.</param>
/// <param name="Meaning">The effect on the other sources.</param>
public sealed record TargetShare(Origin Origin, Moment From, Fraction Share, ShareMeaning Meaning) : Change(From);

/// <summary>A route passes less and may lose more. Several at once multiply.</summary>
/// <param name="Route">The name of a route.</param>
/// <param name="From">When it begins.</param>
/// <param name="Remaining">Share that still passes of what the route would otherwise have taken, 0..1.</param>
public sealed record Interdiction(string Route, Moment From, Fraction Remaining) : Change(From)
{
    /// <summary>Further share of what is dispatched that is lost on the way, 0..1. Default 0.</summary>
    public Fraction Loss { get; init; } = Fraction.None;
}

/// <summary>A strike destroys a share of all serviceable rounds at a stockpile in one step.</summary>
/// <param name="Stockpile">The name of a stockpile.</param>
/// <param name="From">The date of the strike; it has no end.</param>
/// <param name="LossFraction">Share destroyed, 0..1.</param>
public sealed record DepotStrike(string Stockpile, Moment From, Fraction LossFraction) : Change(From);

/// <summary>
/// The capacity of a production line, refurbishment works or route, the rate of an input source, or the barrel production of a gun park is
/// multiplied. Several at once multiply.
/// </summary>
/// <param name="Part">The name of a line, works, route that has a capacity, input source, or gun park that makes barrels.</param>
/// <param name="From">When it begins.</param>
/// <param name="Factor">Multiplier of the capacity, 0..10; only far tails of a distribution may lie beyond.</param>
public sealed record CapacityChange(string Part, Moment From, Uncertain Factor) : Change(From)
{
    /// <summary>
    /// Days over which it ramps up in a straight line, above 0: the factor is 1 + (factor - 1) w, where w rises from 0 to 1. Null: at
    /// once. Default null.
    /// </summary>
    public Days? Onset { get; init; }
}

/// <summary>
/// The required rate of a consumer is multiplied, all calibres alike: an offensive or a lull. With an onset or fading the factor
/// is 1 + (factor - 1) w, where w rises in a straight line from 0 to 1 during the onset and falls back to 0 during the
/// fading, which begins at <see cref="Change.Until"/>. Several at once multiply.
/// </summary>
/// <param name="Consumer">The name of a consumer.</param>
/// <param name="From">When it begins.</param>
/// <param name="Factor">Multiplier of the required rate, 0..10; only far tails of a distribution may lie beyond.</param>
public sealed record RequirementChange(string Consumer, Moment From, Uncertain Factor) : Change(From)
{
    /// <summary>Days until the whole factor acts, above 0; null: at once. Default null.</summary>
    public Days? Onset { get; init; }

    /// <summary>Days after <see cref="Change.Until"/> until all its effect is gone, above 0; null: it ends at once. Default null.</summary>
    public Days? Fading { get; init; }
}
