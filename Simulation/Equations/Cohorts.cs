using Supply.Programs;
using static Supply.Programs.Arithmetic;

namespace Supply.Equations;

/// <summary>
/// Rounds of a stockpile or reserve by the age of their arrival, for one rule that takes the newest first. The younger cohorts are
/// states, the newest in front; the oldest has what is there beyond them. A calibre of one origin needs none: whatever leaves is of that
/// origin.
/// </summary>
internal sealed class Cohorts
{
    private readonly Part place;
    private readonly Side side;
    private readonly double period;
    private readonly Dictionary<Cell, StateRef[]> states = [];

    /// <param name="place">The stockpile or reserve.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="of">The words that tell its cohorts from those of other rules of the place; empty for an only one.</param>
    /// <param name="side">The network.</param>
    public Cohorts(Part place, NewestFirstDrawing rule, string of, Side side)
    {
        (this.place, this.side) = (place, side);
        var days = ((ExactlyValue)rule.Span.Value).Value;
        period = Math.Max(1, Math.Floor(days / side.StepDays + 0.5));
        foreach (var cells in side.Topology.Cells(place.Name).GroupBy(cell => cell.Calibre).Where(cells => cells.Count() > 1))
        {
            foreach (var cell in cells)
            {
                states[cell] = [.. Enumerable.Range(1, rule.Cohorts - 1).Select(number =>
                    side.Builder.NewState(side.Label($"cohort {number}{of}", place.Name, cell), side.Zero))];
            }
        }
    }

    /// <summary>Where a span begins, each cohort takes the place of the next older one; the oldest keeps what it has as well.</summary>
    public void Age()
    {
        var begins = side.Table(step => step > 0 && step % period == 0 ? 1 : 0);
        foreach (var (cell, young) in states)
        {
            for (var i = young.Length - 1; i >= 0; i--)
            {
                var moved = If(begins, i == 0 ? side.Zero : young[i - 1].Now, young[i].Now);
                young[i].Now = moved.Named($"cohort {i + 1} at the start", place, cell);
            }
        }
    }

    /// <summary>Rounds that arrive are of the newest cohort.</summary>
    public void Add(Cell cell, Term rounds)
    {
        if (states.TryGetValue(cell, out var young)) young[0].Now += rounds;
    }

    /// <summary>A share of a cell is lost, of each cohort alike. Called before the place loses it.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="share">The share.</param>
    /// <param name="lost">Rounds of the cell that are lost, which count where rounds are whole.</param>
    public void Lose(Cell cell, Term share, Term lost)
    {
        if (!states.TryGetValue(cell, out var young)) return;
        if (side.Rounding.Whole)
        {
            Term[] held = [.. young.Select(one => one.Now), Oldest(cell)];
            var parts = side.Rounding.Apportion(held, Min(lost, side.Sum(held)));
            for (var i = 0; i < young.Length; i++) young[i].Now -= parts[i];
            return;
        }

        var kept = Rest(share);
        foreach (var one in young) one.Now *= kept;
    }

    /// <summary>The newest rounds of some cells of a calibre leave.</summary>
    /// <param name="cells">The cells.</param>
    /// <param name="wanted">Rounds that are wanted of all of them.</param>
    /// <param name="label">Name in the listing of the share of a cohort that leaves.</param>
    /// <returns>
    /// The share of the oldest cohort that leaves, and for each cell what leaves of the younger ones beyond the same share of them.
    /// </returns>
    public (Term Share, Func<Term, Term[]> Beyond) Take(Cell[] cells, Term wanted, Func<string, string> label)
    {
        var old = side.Stores.Pool(place.Name, cells);
        var young = cells.Select(cell => states[cell]).ToArray();
        var before = young.Select(cohorts => cohorts.Select(cohort => cohort.Now).ToArray()).ToArray();
        var shares = new Term[young[0].Length];
        for (var i = 0; i < shares.Length; i++)
        {
            var all = side.Sum(before.Select(held => held[i]));
            shares[i] = Share(wanted, all);
            shares[i].Label ??= label($"cohort {i + 1}");
            var kept = Rest(shares[i]);
            foreach (var cohorts in young) cohorts[i].Now *= kept;
            wanted = Max(0, wanted - all);
            old -= all;
        }

        var oldest = Share(wanted, old);
        oldest.Label ??= label("oldest cohort");
        return (oldest, counts =>
        {
            Term[] beyond = [.. shares.Select(share => (share - oldest) * counts)];
            return [.. before.Select(held => side.Sum(held.Zip(beyond, (rounds, share) => rounds * share)))];
        });
    }

    /// <summary>The same in whole rounds, which are there: for each cell what leaves.</summary>
    public Term[] TakeWhole(Cell[] cells, Term wanted)
    {
        var taken = cells.Select(_ => side.Zero).ToArray();
        Term[] oldest = [.. cells.Select(Oldest)];
        var young = states[cells[0]].Length;
        for (var i = 0; i <= young; i++)
        {
            var held = i == young ? oldest : [.. cells.Select(cell => states[cell][i].Now)];
            var given = Min(wanted, side.Sum(held));
            foreach (var (c, part) in side.Rounding.Apportion(held, given).Index())
            {
                taken[c] += part;
                if (i < young) states[cells[c]][i].Now -= part;
            }

            wanted -= given;
        }

        return taken;
    }

    private Term Oldest(Cell cell) => Max(0, side.Stores[place.Name, cell].Now - side.Sum(states[cell].Select(one => one.Now)));
}
