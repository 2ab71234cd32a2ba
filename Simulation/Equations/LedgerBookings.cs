using Supply.Programs;
using static Supply.Programs.Arithmetic;

namespace Supply.Equations;

/// <summary>Books what happens at a part, in as many details as the quantity has.</summary>
internal static class LedgerBookings
{
    /// <summary>Books rounds of a calibre and origin.</summary>
    public static void Book(this Side side, Quantity quantity, Part place, Cell cell, Term rounds) =>
        side.Ledger.Book(quantity, side, place.Name, cell.Calibre, cell.Origin, rounds);

    /// <summary>Books what is of a calibre, but of no origin.</summary>
    public static void Book(this Side side, Quantity quantity, Part place, Calibre calibre, Term amount) =>
        side.Ledger.Book(quantity, side, place.Name, calibre, null, amount);

    /// <summary>Books what is of no calibre.</summary>
    public static void Book(this Side side, Quantity quantity, Part place, Term amount) => side.Ledger.Book(quantity, side, place, amount);

    /// <summary>Rounds off what is too small to count and books the level at the end of the step.</summary>
    public static void Close(
        this Side side, Quantity quantity, Part place, StateRef level, Calibre? calibre = null, Origin? origin = null)
    {
        level.Now = FlushTiny(level.Now);
        side.Ledger.Book(quantity, side, place.Name, calibre, origin, level.Now);
    }
}
