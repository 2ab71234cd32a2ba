using Supply.Programs;

namespace Supply.Equations;

/// <summary>Books what happens at a part, in as many details as the quantity has.</summary>
internal static class Bookings
{
    /// <summary>Books rounds of a calibre and origin.</summary>
    public static void Book(this Side side, Quantity quantity, Part place, Cell cell, Term rounds) =>
        side.Ledger.Book(quantity, side, place.Name, cell.Calibre, cell.Origin, rounds);

    /// <summary>Books what is of a calibre, but of no origin.</summary>
    public static void Book(this Side side, Quantity quantity, Part place, Calibre calibre, Term amount) =>
        side.Ledger.Book(quantity, side, place.Name, calibre, null, amount);

    /// <summary>Books what is of no calibre.</summary>
    public static void Book(this Side side, Quantity quantity, Part place, Term amount) => side.Ledger.Book(quantity, side, place, amount);
}
