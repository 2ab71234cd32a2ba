namespace Supply.Tests;

/// <summary>Metrics that tests record.</summary>
internal static class Recorded
{
    public static IReadOnlyList<Quantity> Flows { get; } = [.. Quantities.All.Where(row => row.Kind == QuantityKind.Flow)
        .Select(row => row.Quantity)];

    public static IReadOnlyList<Quantity> Levels { get; } = [.. Quantities.All.Where(row => row.IsBooked && row.Kind != QuantityKind.Flow)
        .Select(row => row.Quantity)];

    /// <summary>Every quantity, summed over everything it can be narrowed by, as series at every requested step and as scalars.</summary>
    public static Metrics Everything(Scenario scenario, int every = 7)
    {
        var origins = scenario.Networks.SelectMany(network => network.Parts).OfType<Stockpile>()
            .SelectMany(stockpile => stockpile.Opening).Select(lot => lot.Origin).Distinct();
        Metric[] metrics =
        [
            .. Flows.Select(quantity => new Metric(quantity).Total()),
            .. Levels.Where(quantity => quantity != Quantity.ThrottleFactor).Select(quantity => new Metric(quantity)),
            Metric.FillRate, Metric.DaysOfSupply, Metric.Exhaustion,
            .. origins.Select(Metric.Share),
        ];
        return new Metrics { Every = every, FillDays = 14, ShareDays = 21 }.And(metrics);
    }

    /// <summary>These metrics, as scalars and at every step.</summary>
    public static Metrics EveryStep(params Metric[] metrics) => new Metrics { Every = 1 }.And(metrics);

    extension(Metric metric)
    {
        /// <summary>True for what rounds and orders cost.</summary>
        public bool IsCost => metric.Row is { Narrowing: var narrowing, Measure: var measure } && narrowing == Narrowing.Orders
            && measure == Measure.Money;

        /// <summary>True for inputs, guns and barrels, voyages and accounts.</summary>
        public bool CountsThings => metric.Row.Narrowing == Narrowing.Things;
    }

    /// <summary>The value after each step of a study of one replication.</summary>
    public static double[] Path(this ScenarioResult result, Metric metric) =>
        [.. result.Series(metric).Points.Select(point => point.Median)];
}
