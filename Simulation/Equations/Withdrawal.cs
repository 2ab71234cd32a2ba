using Supply.Programs;
using static Supply.Programs.Arithmetic;

namespace Supply.Equations;

/// <summary>
/// Takes rounds of a calibre from a stockpile or reserve for those who share it, over origins in proportion to what is there or as its
/// drawing says.
/// </summary>
internal static class Withdrawal
{
    /// <summary>For each origin what each taker gets; the place loses it.</summary>
    /// <param name="place">The stockpile or reserve.</param>
    /// <param name="calibre">The calibre.</param>
    /// <param name="wishes">Rounds that each wants; in proportion to it they share what is there.</param>
    /// <param name="label">Name in the listing of the share of the place that is taken.</param>
    /// <param name="side">The network.</param>
    public static IEnumerable<(Cell Cell, Term[] Parts)> Take(Part place, Calibre calibre, Term[] wishes, string label, Side side)
    {
        Cell[] cells = [.. DrawingEquations.InOrder(place, side.Topology.Cells(place.Name, calibre))];
        return side.Rounding.Whole ? Whole(place, cells, wishes, side)
            : cells.Length < 2 || DrawingEquations.Of(place) is ProportionalDrawing ? Shared(place.Name, cells, wishes, label, side)
            : Drawn(place, cells, wishes, label, side);
    }

    private static IEnumerable<(Cell Cell, Term[] Parts)> Shared(string place, Cell[] cells, Term[] wishes, string label, Side side)
    {
        var all = side.Sum(wishes);
        var share = Share(all, side.Stores.Pool(place, cells));
        share.Label ??= label;
        foreach (var cell in cells)
        {
            var taken = side.Stores[place, cell].Now * share;
            side.Stores.Remove(place, cell, taken);
            yield return (cell, wishes.Length == 1 ? [taken] : [.. wishes.Select(wish => taken * Share(wish, all))]);
        }
    }

    private static (Cell Cell, Term[] Parts)[] Drawn(Part place, Cell[] cells, Term[] wishes, string label, Side side)
    {
        var drawn = DrawingEquations.Take(place, cells, wishes, label, side);
        for (var c = 0; c < cells.Length; c++) side.Stores[place.Name, cells[c]].Now = drawn[c].Left;
        return [.. cells.Zip(drawn, (cell, one) => (cell, one.Parts))];
    }

    /// <summary>Whole rounds, split over takers and, for one taker after another, over origins by largest remainder.</summary>
    private static (Cell Cell, Term[] Parts)[] Whole(Part place, Cell[] cells, Term[] wishes, Side side)
    {
        var pool = side.Stores.Pool(place.Name, cells);
        var amounts = side.Rounding.Apportion(wishes, Min(pool, side.Rounding.Nearest(side.Sum(wishes))));
        var parts = cells.Select(_ => new Term[wishes.Length]).ToArray();
        for (var i = 0; i < amounts.Length; i++)
        {
            var split = Split(amounts[i]);
            for (var c = 0; c < cells.Length; c++)
            {
                parts[c][i] = split[c];
                side.Stores.Remove(place.Name, cells[c], split[c]);
            }
        }

        return [.. cells.Zip(parts)];

        Term[] Split(Term amount)
        {
            if (cells.Length == 0) return [];
            if (cells.Length == 1 || DrawingEquations.Of(place) is ProportionalDrawing)
            {
                return side.Rounding.Apportion([.. cells.Select(cell => side.Stores[place.Name, cell].Now)], amount);
            }

            return DrawingEquations.TakeWhole(place, cells, amount, side);
        }
    }
}
