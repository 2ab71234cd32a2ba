using Supply.Programs;
using static Supply.Programs.Arithmetic;

namespace Supply.Equations;

/// <summary>
/// Which origins leave a stockpile or reserve first. Where the rule is one of several, all are written, and the case that is drawn
/// selects the shares that leave.
/// </summary>
internal static class DrawingEquations
{
    /// <summary>The rule of a place.</summary>
    public static Drawing Of(Part place) => place switch
    {
        Stockpile stockpile => stockpile.Drawing,
        Reserve reserve => reserve.Drawing,
        _ => Drawing.Proportional,
    };

    /// <summary>Cells in the order in which they leave a place, as far as its rule says one.</summary>
    public static IEnumerable<Cell> InOrder(Part place, IEnumerable<Cell> cells) => Of(place) is PreferenceDrawing rule
        ? cells.OrderBy(cell => rule.Origins.Contains(cell.Origin) ? rule.Origins.ToList().IndexOf(cell.Origin) : rule.Origins.Count)
        : cells;

    /// <summary>The cohorts of a place, for each of its rules that takes the newest first.</summary>
    public static IEnumerable<Cohorts> Cohorts(Part place, Side side)
    {
        var drawing = Of(place);
        foreach (var (i, rule) in drawing.Possible.Index())
        {
            var of = drawing is DrawingChoice choice ? $" of {choice.Cases.ElementAt(i).Label}" : "";
            if (rule is NewestFirstDrawing newest) yield return new(place, newest, of, side);
        }
    }

    /// <summary>Cohorts grow older, and a choice is a parameter whether or not anything depends on it.</summary>
    public static void Begin(Part place, Side side)
    {
        if (Of(place) is DrawingChoice) side.Number(place, "drawing");
        foreach (var cohorts in side.Stores.Cohorts(place.Name)) cohorts.Age();
    }

    /// <summary>Rounds of cells of one calibre leave a place: for each what every taker gets, and what is left.</summary>
    /// <param name="place">The stockpile or reserve.</param>
    /// <param name="cells">The cells, at least two.</param>
    /// <param name="wishes">Rounds that each taker wants.</param>
    /// <param name="label">Name in the listing of the share that leaves.</param>
    /// <param name="side">The network.</param>
    public static (Term[] Parts, Term Left)[] Take(Part place, Cell[] cells, Term[] wishes, string label, Side side)
    {
        var all = side.Sum(wishes);
        Term[] held = [.. cells.Select(cell => side.Stores[place.Name, cell].Now)];
        Term[] ofEach = [.. wishes.Select(wish => PartOf(wish, all))];
        var (leaving, beyond) = (new List<(Term Drawn, Leaving[] Cells)>(), held.Select(_ => side.Zero).ToArray());
        var cohorts = new Queue<Cohorts>(side.Stores.Cohorts(place.Name));
        foreach (var (i, rule) in Of(place).Possible.Index())
        {
            var drawn = IsDrawn(place, i, side);
            leaving.Add((drawn, rule switch
            {
                ProportionalDrawing => Alike(Named(Share(all, side.Sum(held)), label)),
                PreferenceDrawing preference => InTurn(preference),
                NewestFirstDrawing => NewestFirst(cohorts.Dequeue(), drawn),
                _ => throw new NotSupportedException($"{rule.GetType().Name} has no equations."),
            }));
        }

        // What is alike for all cells is selected once; so it comes first.
        var cases = leaving.OrderBy(one => one.Cells.Distinct().Count()).ToArray();
        return [.. cells.Select((_, c) =>
        {
            var share = Drawn([.. cases.Select(one => (one.Drawn, one.Cells[c].Share))]);
            var taken = held[c] * share + beyond[c];
            var parts = wishes.Select((_, i) => taken * Drawn([.. cases.Select(one => (one.Drawn, one.Cells[c].OfEach[i]))]));
            return (parts.ToArray(), IsZero(beyond[c]) ? held[c] - taken : Max(0, held[c] - taken));
        })];

        Leaving[] Alike(Term share) => [.. Enumerable.Repeat(new Leaving(share, ofEach), cells.Length)];

        Leaving[] NewestFirst(Cohorts ages, Term drawn)
        {
            var (share, more) = ages.Take(cells, all, cohort => Detailed(label, cohort));
            foreach (var (c, rounds) in more(drawn).Index()) beyond[c] += rounds;
            return Alike(share);
        }

        Leaving[] InTurn(PreferenceDrawing rule)
        {
            var (given, groups, wanted) = (new Leaving[cells.Length], Groups(cells, rule), wishes);
            foreach (var group in groups)
            {
                var (rest, pool) = (side.Sum(wanted), side.Sum(group.Select(c => held[c])));
                var name = groups.Length == 1 ? label : Detailed(label, string.Join(", ", group.Select(c => cells[c].Origin)));
                var one = new Leaving(Named(Share(rest, pool), name), [.. wanted.Select(wish => PartOf(wish, rest))]);
                foreach (var c in group) given[c] = one;
                var left = Share(rest - Min(rest, pool), rest);
                wanted = [.. wanted.Select(wish => wish * left)];
            }

            return given;
        }

        Term PartOf(Term wish, Term sum) => wishes.Length == 1 ? side.One : Share(wish, sum);
    }

    /// <summary>Whole rounds of one taker, which are there, leave a place: for each cell how many.</summary>
    public static Term[] TakeWhole(Part place, Cell[] cells, Term amount, Side side)
    {
        Term[] held = [.. cells.Select(cell => side.Stores[place.Name, cell].Now)];
        var cohorts = new Queue<Cohorts>(side.Stores.Cohorts(place.Name));
        (Term Drawn, Term[] Cells)[] cases = [.. Of(place).Possible.Select((rule, i) => (IsDrawn(place, i, side), rule switch
        {
            ProportionalDrawing => side.Rounding.Apportion(held, amount),
            PreferenceDrawing preference => InTurn(Groups(cells, preference)),
            NewestFirstDrawing => cohorts.Dequeue().TakeWhole(cells, amount),
            _ => throw new NotSupportedException($"{rule.GetType().Name} has no equations."),
        }))];
        return [.. cells.Select((_, c) => Drawn([.. cases.Select(one => (one.Drawn, one.Cells[c]))]))];

        Term[] InTurn(int[][] groups)
        {
            var (given, wanted) = (new Term[cells.Length], amount);
            foreach (var group in groups)
            {
                Term[] there = [.. group.Select(c => held[c])];
                var part = Min(wanted, side.Sum(there));
                foreach (var (i, rounds) in side.Rounding.Apportion(there, part).Index()) given[group[i]] = rounds;
                wanted -= part;
            }

            return given;
        }
    }

    /// <summary>1 if a case is the one that is drawn, else 0.</summary>
    private static Term IsDrawn(Part place, int i, Side side)
    {
        if (Of(place) is not DrawingChoice) return side.One;
        var drawn = side.Number(place, "drawing");
        return (drawn > i - 0.5) * (drawn < i + 0.5);
    }

    /// <summary>The value in the case that is drawn.</summary>
    private static Term Drawn((Term Drawn, Term Value)[] cases) =>
        cases.Skip(1).Aggregate(cases[0].Value, (value, one) => If(one.Drawn, one.Value, value));

    /// <summary>The listed origins one by one, and then all others.</summary>
    private static int[][] Groups(Cell[] cells, PreferenceDrawing rule)
    {
        var listed = rule.Origins.Select(origin => Array.FindIndex(cells, cell => cell.Origin == origin)).Where(c => c >= 0).ToArray();
        int[] others = [.. Enumerable.Range(0, cells.Length).Except(listed)];
        return [.. listed.Select(c => new[] { c }), .. others.Length > 0 ? [others] : Array.Empty<int[]>()];
    }

    private static Term Named(Term share, string label)
    {
        share.Label ??= label;
        return share;
    }

    /// <summary>A name in the listing with a further detail: <c>share fired[Guns, 152 mm, cohort 2]</c>.</summary>
    private static string Detailed(string label, string detail) => $"{label[..^1]}, {detail}]";

    /// <summary>The share of a cell that leaves, and the share of that for each taker.</summary>
    private sealed record Leaving(Term Share, Term[] OfEach);
}
