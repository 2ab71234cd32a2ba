namespace Supply;

/// <summary>What keeps a supplier from dispatching what is ordered.</summary>
public enum DeliveryLimit
{
    /// <summary>Nothing of weight: less than one round in two hundred, which is the lumpiness of orders.</summary>
    None,

    /// <summary>The supplier's exportable stock and production.</summary>
    Stock,

    /// <summary>The limit on its exports.</summary>
    ExportLimit,

    /// <summary>The capacity of its route, or an interdiction.</summary>
    Route,
}

/// <summary>Orders placed with the suppliers of one origin and what became of them, as means over the replications in rounds per day.</summary>
/// <param name="Ordered">Planned or set by a target share.</param>
/// <param name="Dispatched">What was sent.</param>
/// <param name="HeldByStock">Ordered, but not there.</param>
/// <param name="HeldByExportLimit">There, but not released.</param>
/// <param name="HeldByRoute">Released, but not taken by the route.</param>
public sealed record Deliveries(double Ordered, double Dispatched, double HeldByStock, double HeldByExportLimit, double HeldByRoute)
{
    private const double Lumpiness = 0.005;

    /// <summary>The limit that holds back most.</summary>
    public DeliveryLimit Binding
    {
        get
        {
            var most = Math.Max(HeldByStock, Math.Max(HeldByExportLimit, HeldByRoute));
            return !(most > Lumpiness * Ordered) ? DeliveryLimit.None
                : most == HeldByStock ? DeliveryLimit.Stock
                : most == HeldByExportLimit ? DeliveryLimit.ExportLimit
                : DeliveryLimit.Route;
        }
    }

    /// <summary>What has to be recorded as scalars: <c>Record: Metrics.Standard.And([.. Deliveries.Metrics(Origin.Dprk)])</c>.</summary>
    /// <param name="origin">The origin of the suppliers.</param>
    public static Items<Metric> Metrics(Origin origin) => Items.From(
        new[] { Quantity.Ordered, Quantity.Imported, Quantity.HeldByStock, Quantity.HeldByExportLimit, Quantity.HeldByRoute }
            .Select(quantity => new Metric(quantity).From(origin)));

    internal static Deliveries Of(ScenarioResult result, Origin origin, Window? window) =>
        Metrics(origin).Select(metric => result.Distribution(metric, window).Mean).ToArray() is [var ordered, var dispatched, var stock, var limit, var route]
            ? new(ordered, dispatched, stock, limit, route)
            : throw new InvalidOperationException("Deliveries have five metrics.");
}
