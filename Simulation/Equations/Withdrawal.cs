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
}
