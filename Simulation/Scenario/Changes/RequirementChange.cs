namespace Supply;

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
    /// <summary>Days until the whole factor acts, at least 1e-9; null: at once. Default null.</summary>
    public Days? Onset { get; init; }

    /// <summary>
    /// Days after <see cref="Change.Until"/> until all its effect is gone, at least 1e-9; null: it ends at once. Default null.
    /// </summary>
    public Days? Fading { get; init; }
}
