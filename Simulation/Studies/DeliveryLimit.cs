namespace Supply;

/// <summary>The limit that keeps a supplier from dispatching all that is ordered.</summary>
public enum DeliveryLimit
{
    /// <summary>Nothing significant: less than one round in two hundred, which is the lumpiness of orders.</summary>
    None,

    /// <summary>The supplier's exportable stock and production.</summary>
    Stock,

    /// <summary>The limit on its exports.</summary>
    ExportLimit,

    /// <summary>The capacity of its routes, an interdiction or a closure.</summary>
    Route,

    /// <summary>Its willingness, which depends on what it has been paid.</summary>
    Willingness,

    /// <summary>Too few sailings: rounds wait at a port, or were not released because it was full.</summary>
    Sailings,
}
