namespace Supply;

/// <summary>The properties of one quantity.</summary>
/// <param name="Quantity">The quantity.</param>
/// <param name="Words">
/// Its name in files and tables; flows add "per day" or "in total". Files of analysts contain these words, so they stay.
/// </param>
/// <param name="Kind">The sort of value it is.</param>
/// <param name="Measure">The measure of its values; of flows, in total.</param>
/// <param name="Narrowing">Whether it has a calibre and an origin.</param>
/// <param name="Booking">Where it is booked, or of what is booked there; null: it relates flows of different places.</param>
internal sealed record QuantityRow(
    Quantity Quantity, string Words, QuantityKind Kind, Measure Measure, Narrowing Narrowing, Booking? Booking)
{
    /// <summary>Whether a metric must name an origin. Default false.</summary>
    public bool NeedsOrigin { get; init; }

    /// <summary>Why a metric must name its place where several have the quantity; null: places add up.</summary>
    public string? NotSummed { get; init; }

    /// <summary>Its label of an axis; null: that of its measure.</summary>
    public string? AxisLabel { get; init; }

    /// <summary>Whether a ratio takes an amount as it is at the end of the window. Default false.</summary>
    public bool TakesEnd { get; init; }

    /// <summary>Whether it may give weights to rounds of an origin. Default false.</summary>
    public bool CountsEffects { get; init; }

    /// <summary>With which quantities it shares a discrepancy. Default: it has none.</summary>
    public DiscrepancyKind Discrepancy { get; init; }

    /// <summary>Whether it can be recorded over time.</summary>
    public bool HasSeries => Kind != QuantityKind.Date;

    /// <summary>Whether equations book it; what they do not book is read from what they do.</summary>
    public bool IsBooked => Kind is QuantityKind.Flow or QuantityKind.Level or QuantityKind.Momentary;

    /// <summary>Whether a value over a window is that of its end.</summary>
    public bool IsOfTheEnd => TakesEnd || Kind is QuantityKind.Level or QuantityKind.Momentary;

    public bool IsBookedAt(Part part, Network network) => Booking?.Has(part, network) ?? false;
}
