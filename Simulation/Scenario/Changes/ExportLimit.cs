namespace Supply;

/// <summary>
/// Exports of one origin are limited, all calibres together. While several limits act, the one that began last counts.
/// </summary>
/// <param name="Origin">The origin of the supplier.</param>
/// <param name="From">When it begins.</param>
/// <param name="Limit">The most that is dispatched, at least 0.</param>
public sealed record ExportLimit(Origin Origin, Moment From, Rate Limit) : Change(From);
