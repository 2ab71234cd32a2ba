namespace Supply;

/// <summary>
/// The required rate of a consumer for one calibre is set, before season, displacement and requirement changes act on it. Where the wish
/// follows supply it sets nothing. While several of one consumer and calibre act, the one that began last counts.
/// </summary>
/// <param name="Consumer">The name of a consumer.</param>
/// <param name="Calibre">A calibre that it demands.</param>
/// <param name="From">When it begins.</param>
/// <param name="Rate">The required rate, at least 0.</param>
public sealed record RequiredRate(string Consumer, Calibre Calibre, Moment From, Rate Rate) : Change(From)
{
    /// <summary>
    /// Days over which the required rate goes from what it was to the new one in a straight line, at least 1e-9. Null: at once. Default
    /// null.
    /// </summary>
    public Days? Onset { get; init; }
}
