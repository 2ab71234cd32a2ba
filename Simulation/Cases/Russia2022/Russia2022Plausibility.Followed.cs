using Supply.Evidence;

namespace Supply.Cases;

/// <summary>The readings that calibrations follow.</summary>
internal static partial class Russia2022Plausibility
{
    /// <summary>
    /// The outcomes that claims should inform: the DPRK share of rounds fired, fire, deliveries, production and stock, by year.
    /// </summary>
    private static PlausibilityCheck[] Followed => [.. Enumerable.Range(2023, 3).SelectMany(InYear)];

    private static IEnumerable<PlausibilityCheck> InYear(int year)
    {
        var window = TimeWindow.Year(year);
        PlausibilityCheck Of(string words, string unit, MetricSum reading, MetricSum? over = null) =>
            new([$"{words}, {year}"], words, $"{year}", double.NegativeInfinity, double.PositiveInfinity, unit) { Reading = reading,
                Over = over };
        MetricSum Total(Quantity quantity, Origin? origin = null) => new([new Metric(quantity) { Origin = origin }.Total()], window);
        yield return Of("DPRK share of rounds fired", "ratio", Total(Quantity.Fired, Origin.Dprk), Total(Quantity.Fired));
        yield return Of("rounds fired", "rounds", Total(Quantity.Fired));
        yield return Of("DPRK rounds dispatched", "rounds", Total(Quantity.Imported, Origin.Dprk));
        yield return Of("new production", "rounds", Total(Quantity.Produced));
        yield return Of("stock at the end of the year", "rounds", new([Metric.OnHand, Metric.Reserve], window));
    }
}
