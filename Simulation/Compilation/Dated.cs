namespace Supply.Compilation;

/// <summary>A change with the part it acts on, resolved and checked.</summary>
/// <param name="Change">The change.</param>
/// <param name="Side">The network of the part.</param>
/// <param name="Part">The name of the part.</param>
/// <param name="Key">The address of the draws of its numbers.</param>
internal sealed record PlacedChange(Change Change, string Side, string Part, string Key);

/// <summary>Changes as terms: factors and flags that depend on the step alone.</summary>
internal static class Dated
{
    /// <summary>The product of the factors of all changes of a kind while they act; 1 outside.</summary>
    public static Term Product<T>(Side side, string part, Func<T, Uncertain> factor, string property) where T : Change =>
        Of<T>(side, part).Aggregate(side.Builder.One, (product, placed) => side.Builder.Multiply(product, side.Builder.Select(
            Flag(side, placed.Change),
            side.Numbers.Of(factor((T)placed.Change), $"{placed.Key}/{property}"),
            side.Builder.One)));

    /// <summary>The product of the factors of all capacity changes of a part while they act, each as far as it has ramped up.</summary>
    public static Term CapacityFactor(Side side, string part)
    {
        var b = side.Builder;
        return Of<CapacityChange>(side, part).Aggregate(b.One, (product, placed) => b.Multiply(product, b.Select(
            Flag(side, placed.Change), Ramped((CapacityChange)placed.Change, placed.Key, side), b.One)));
    }

    private static Term Ramped(CapacityChange change, string key, Side side)
    {
        var b = side.Builder;
        var factor = side.Numbers.Of(change.Factor, key + "/factor");
        if (change.Onset is not { } onset) return factor;
        var weight = b.Max(b.Zero, b.Min(b.One, b.Divide(Days(side, change.From), side.Numbers.Of(onset.Value, key + "/onset"))));
        return b.Add(b.One, b.Multiply(b.Subtract(factor, b.One), weight));
    }

    /// <summary>Days from a moment to the start of each step, negative before it.</summary>
    public static Term Days(Side side, Moment from)
    {
        var start = side.Horizon.DaysTo(from);
        return side.Builder.Table([.. Enumerable.Range(0, side.Builder.Steps).Select(step => step * side.Horizon.StepDays - start)]);
    }

    /// <summary>All changes of a kind that act on a part, in the order of the description.</summary>
    public static IEnumerable<PlacedChange> Of<T>(Side side, string part) where T : Change =>
        side.Changes.Where(placed => placed.Change is T && placed.Part == part);

    /// <summary>
    /// Changes of which only one counts at a time, the one that began last (of two that began in one step the later in the
    /// description), each with the flag of the steps in which it counts.
    /// </summary>
    public static IEnumerable<(T Change, string Key, Term Counts)> Exclusive<T>(Side side, string part) where T : Change
    {
        var changes = Of<T>(side, part).OrderBy(placed => Begin(side, placed.Change)).ToArray();
        for (var i = 0; i < changes.Length; i++)
        {
            var flags = new double[side.Builder.Steps];
            for (var step = 0; step < flags.Length; step++)
            {
                flags[step] = Array.FindLastIndex(changes, placed => Acts(side, placed.Change, step)) == i ? 1 : 0;
            }

            yield return ((T)changes[i].Change, changes[i].Key, side.Builder.Table(flags));
        }
    }

    public static Term Flag(Side side, Change change) => side.Builder.Flag(Begin(side, change), End(side, change));

    public static int Begin(Side side, Change change) => side.Horizon.StepAt(change.From);

    private static int End(Side side, Change change) => change.Until is { } until ? side.Horizon.StepAt(until) : side.Builder.Steps;

    private static bool Acts(Side side, Change change, int step) => step >= Begin(side, change) && step < End(side, change);
}
