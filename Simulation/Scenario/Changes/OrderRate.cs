namespace Supply;

/// <summary>
/// The planned orders of one calibre placed with one origin are set; its offer must plan orders, if only of 0. While several of one origin
/// and calibre act, the one that began last counts. An <see cref="OrderChange"/> multiplies what is set.
/// </summary>
/// <param name="Origin">The origin of the supplier.</param>
/// <param name="Calibre">A calibre that it offers.</param>
/// <param name="From">When it begins.</param>
/// <param name="Rate">Planned orders, at least 0.</param>
public sealed record OrderRate(Origin Origin, Calibre Calibre, Moment From, Rate Rate) : Change(From)
{
    /// <summary>
    /// Days over which orders go from what was planned to the rate in a straight line, at least 1e-9. Null: at once. Default null.
    /// </summary>
    public Days? Onset { get; init; }
}
