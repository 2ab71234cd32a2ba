using Supply.Programs;
using static Supply.Programs.Arithmetic;

namespace Supply.Equations;

/// <summary>Takes rounds of a calibre from a stockpile for those who share it, over origins in proportion to what is there.</summary>
internal static class Withdrawal
{
    /// <summary>For each origin what each taker gets; the stockpile loses it.</summary>
    /// <param name="place">The stockpile.</param>
    /// <param name="calibre">The calibre.</param>
    /// <param name="wishes">Rounds that each wants; in proportion to it they share what is there.</param>
    /// <param name="label">Name in the listing of the share of the stockpile that is taken.</param>
    /// <param name="side">The network.</param>
    public static IEnumerable<(Cell Cell, Term[] Parts)> Take(string place, Calibre calibre, Term[] wishes, string label, Side side) =>
        Take(place, [.. side.Topology.Cells(place, calibre)], wishes, label, side);

    /// <summary>The same from some cells of a place.</summary>
    /// <param name="place">The stockpile or reserve.</param>
    /// <param name="cells">The cells that are drawn on.</param>
    /// <param name="wishes">Rounds that each wants.</param>
    /// <param name="label">Name in the listing of the share that is taken.</param>
    /// <param name="side">The network.</param>
    public static IEnumerable<(Cell Cell, Term[] Parts)> Take(string place, Cell[] cells, Term[] wishes, string label, Side side) =>
        side.Rounding.Whole ? Whole(place, cells, wishes, side) : Shared(place, cells, wishes, label, side);

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

    /// <summary>Whole rounds, split over takers and, for one taker after another, over origins by largest remainder.</summary>
    private static (Cell Cell, Term[] Parts)[] Whole(string place, Cell[] cells, Term[] wishes, Side side)
    {
        var amounts = side.Rounding.Apportion(wishes, Min(side.Stores.Pool(place, cells), side.Rounding.Nearest(side.Sum(wishes))));
        var parts = cells.Select(_ => new Term[wishes.Length]).ToArray();
        for (var i = 0; i < amounts.Length; i++)
        {
            Term[] held = [.. cells.Select(cell => side.Stores[place, cell].Now)];
            var split = cells.Length == 0 ? [] : side.Rounding.Apportion(held, amounts[i]);
            for (var c = 0; c < cells.Length; c++)
            {
                parts[c][i] = split[c];
                side.Stores.Remove(place, cells[c], split[c]);
            }
        }

        return [.. cells.Zip(parts)];
    }
}
