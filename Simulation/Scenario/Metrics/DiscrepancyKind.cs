namespace Supply;

/// <summary>Quantities of one kind share what is counted beyond what is modelled, see <see cref="Discrepancy"/>.</summary>
public enum DiscrepancyKind
{
    /// <summary>No discrepancy: requirements, orders, costs, guns, inputs, and what is derived from several quantities.</summary>
    None,

    /// <summary>Rounds fired.</summary>
    Fire,

    /// <summary>Rounds that suppliers dispatch.</summary>
    Deliveries,

    /// <summary>The share of an origin among the rounds fired; its discrepancy is one of the log odds.</summary>
    Share,

    /// <summary>Rounds on hand and in reserve.</summary>
    Stock,

    /// <summary>Rounds made.</summary>
    Production,

    /// <summary>Ships that sailed.</summary>
    Calls,

    /// <summary>Rounds refurbished.</summary>
    Refurbishment,
}
