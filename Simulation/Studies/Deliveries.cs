namespace Supply;

/// <summary>Orders placed with the suppliers of one origin and their fate, as means over the replications in rounds per day.</summary>
/// <param name="Ordered">Orders as planned or set by a target share.</param>
/// <param name="Dispatched">Rounds sent, as the books have it.</param>
/// <param name="HeldByStock">Ordered, but not in stock.</param>
/// <param name="HeldByExportLimit">In stock, but not released.</param>
/// <param name="HeldByRoute">Released, but not taken by the routes.</param>
[TypeFormatterSource(typeof(NotebookFormats))]
public sealed record Deliveries(double Ordered, double Dispatched, double HeldByStock, double HeldByExportLimit, double HeldByRoute)
    : IShown
{
    private const double Lumpiness = 0.005;

    /// <summary>In stock, but held back because the supplier was not paid enough. Default 0.</summary>
    public double HeldByWillingness { get; init; }

    /// <summary>
    /// Waiting at ports, or not released because they were full, and held back by nothing else. Below 0 where more sailed than was
    /// ordered in the meantime.
    /// </summary>
    public double HeldBySailings => Ordered - Dispatched - HeldByStock - HeldByExportLimit - HeldByRoute - HeldByWillingness;

    /// <summary>The limit that holds back most.</summary>
    public DeliveryLimit Binding
    {
        get
        {
            (DeliveryLimit Limit, double Held)[] limits =
            [
                (DeliveryLimit.Stock, HeldByStock), (DeliveryLimit.ExportLimit, HeldByExportLimit), (DeliveryLimit.Route, HeldByRoute),
                (DeliveryLimit.Willingness, HeldByWillingness), (DeliveryLimit.Sailings, HeldBySailings),
            ];
            var most = limits.MaxBy(one => one.Held);
            return most.Held > Lumpiness * Ordered ? most.Limit : DeliveryLimit.None;
        }
    }

    /// <summary>
    /// Metrics that must be recorded as scalars: <c>Record: Metrics.Standard.And([.. Deliveries.Metrics(Origin.Dprk)])</c>.
    /// </summary>
    /// <param name="origin">The origin of the suppliers.</param>
    public static Items<Metric> Metrics(Origin origin) => Items.From(
        new[] { Quantity.Ordered, Quantity.Imported, Quantity.HeldByStock, Quantity.HeldByExportLimit, Quantity.HeldByRoute,
            Quantity.HeldByWillingness }
            .Select(quantity => new Metric(quantity).From(origin)));

    internal static Deliveries Of(ScenarioResult result, Origin origin, TimeWindow? window) =>
        Metrics(origin).Select(metric => result.BareDistribution(metric, window).Mean)
            .ToArray() is [var ordered, var dispatched, var stock, var limit, var route, var willingness]
            ? new(ordered, dispatched, stock, limit, route) { HeldByWillingness = willingness }
            : throw new InvalidOperationException("Deliveries have six metrics.");

    /// <summary>For people, for example <c>100 rounds/day ordered, 80 rounds/day dispatched</c>.</summary>
    public override string ToString() => $"{Rate.PerDay(Ordered)} ordered, {Rate.PerDay(Dispatched)} dispatched";

    /// <summary>The same as HTML, for a cell of a notebook or for a page; all text in it is escaped.</summary>
    public string ToHtml() => Html.Paragraph(ToString());
}
