using Supply.Compilation;

namespace Supply.Equations;

/// <summary>Takes rounds of a calibre from a stockpile for those who share it, over origins in proportion to what is there.</summary>
internal static class Withdrawal
{
    /// <summary>For each origin what each taker gets; the stockpile loses it.</summary>
    /// <param name="place">The stockpile.</param>
    /// <param name="calibre">The calibre.</param>
    /// <param name="wishes">What each wants; in proportion to it they share what is there.</param>
    /// <param name="label">What the listing calls the share of the stockpile that is taken.</param>
    /// <param name="side">The network.</param>
    public static IEnumerable<(Cell Cell, Term[] Parts)> Take(string place, Calibre calibre, Term[] wishes, string label, Side side)
    {
        return side.Rounding.Whole ? Whole(place, calibre, wishes, side) : Shared(place, calibre, wishes, label, side);
    }

    private static IEnumerable<(Cell Cell, Term[] Parts)> Shared(string place, Calibre calibre, Term[] wishes, string label, Side side)
    {
        var b = side.Builder;
        var all = b.Sum(wishes);
        var share = b.Share(all, side.Pool(place, calibre));
        share.Label ??= label;
        foreach (var cell in side.Cells(place, calibre))
        {
            var taken = b.Multiply(b.Read(side.State(place, cell)), share);
            side.Decrease(place, cell, taken);
            yield return (cell, wishes.Length == 1 ? [taken] : [.. wishes.Select(wish => b.Multiply(taken, b.Share(wish, all)))]);
        }
    }

    /// <summary>Whole rounds, split over takers and, for one taker after another, over origins by largest remainder.</summary>
    private static (Cell Cell, Term[] Parts)[] Whole(string place, Calibre calibre, Term[] wishes, Side side)
    {
        var b = side.Builder;
        Cell[] cells = [.. side.Cells(place, calibre)];
        var amounts = side.Rounding.Apportion(wishes, b.Min(side.Pool(place, calibre), side.Rounding.Nearest(b.Sum(wishes))));
        var parts = cells.Select(_ => new Term[wishes.Length]).ToArray();
        for (var i = 0; i < amounts.Length; i++)
        {
            var split = cells.Length == 0 ? [] : side.Rounding.Apportion([.. cells.Select(cell => b.Read(side.State(place, cell)))], amounts[i]);
            for (var c = 0; c < cells.Length; c++)
            {
                parts[c][i] = split[c];
                side.Decrease(place, cells[c], split[c]);
            }
        }

        return [.. cells.Zip(parts)];
    }
}
