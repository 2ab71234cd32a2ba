using Supply.Programs;
using static Supply.Programs.Arithmetic;

namespace Supply.Equations;

/// <summary>Changes as terms: factors and flags that depend on the step alone.</summary>
internal static class ChangeEquations
{
    /// <summary>The product of a number of all changes of a kind while they act; 1 outside.</summary>
    /// <param name="side">The network.</param>
    /// <param name="part">The part they act on.</param>
    /// <param name="key">The key of the number.</param>
    public static Term Product<T>(Side side, string part, string key) where T : Change => Of<T>(side, part).Aggregate(
        side.Builder.One, (product, one) => product * If(side.Conditions.Acts(one.Placed), side.Number(one.Placed, key), 1));

    /// <summary>Rounds in each step that a line, works or route may pass.</summary>
    public static Term Capacity(Side side, Part part) =>
        (side.PerStep(part, "capacity") * CapacityFactor(side, part.Name) * side.Throttles.Capacity(part)).Named("capacity", part);

    /// <summary>The product of the factors of all capacity changes of a part while they act, each as far as it has ramped up.</summary>
    public static Term CapacityFactor(Side side, string part) => Of<CapacityChange>(side, part).Aggregate(
        side.Builder.One, (product, one) => product * If(side.Conditions.Acts(one.Placed), Ramped(one.Change.Onset, one.Placed, side), 1));

    /// <summary>The product of the factors of all order changes of a supplier while they act, each as far as it has ramped up.</summary>
    public static Term OrderFactor(Side side, string supplier) => Of<OrderChange>(side, supplier).Aggregate(
        side.Builder.One, (product, one) => product * If(side.Conditions.Acts(one.Placed), Ramped(one.Change.Onset, one.Placed, side), 1));

    /// <summary>A planned rate per step, replaced by the rate of the change that counts, as far as its onset has come.</summary>
    /// <param name="side">The network.</param>
    /// <param name="part">The part that the changes act on.</param>
    /// <param name="planned">Rounds per step without them.</param>
    /// <param name="of">Which changes; those of one calibre.</param>
    /// <param name="onset">The onset of a change.</param>
    public static Term Set<T>(Side side, string part, Term planned, Func<T, bool> of, Func<T, Days?> onset) where T : Change =>
        Counting(side, part, of).Aggregate(planned, (rate, one) => If(
            one.Counts, Onset(planned, side.PerStep(one.Placed, "rate"), onset(one.Change), one.Placed, side), rate));

    private static Term Ramped(Days? onset, PlacedChange placed, Side side)
    {
        var factor = side.Number(placed, "factor");
        return onset is null ? factor : 1 + (factor - 1) * Come(placed, side);
    }

    /// <summary>From one value to another in a straight line over the onset; without one at once.</summary>
    private static Term Onset(Term from, Term to, Days? onset, PlacedChange placed, Side side) =>
        onset is null ? to : from + (to - from) * Come(placed, side);

    /// <summary>The part of the onset that has come.</summary>
    private static Term Come(PlacedChange placed, Side side) =>
        Clamp(Days(side, placed.Change.From) / side.Number(placed, "onset"));

    /// <summary>Days from a moment to the start of each step, negative before it.</summary>
    public static Term Days(Side side, Moment from)
    {
        var start = side.Horizon.DaysTo(from);
        return side.Builder.Table([.. Enumerable.Range(0, side.Builder.Steps).Select(step => step * side.Horizon.StepDays - start)]);
    }

    /// <summary>All changes of a kind that act on a part, in the order of the description.</summary>
    public static IEnumerable<(T Change, PlacedChange Placed)> Of<T>(Side side, string part) where T : Change =>
        side.Changes.Where(placed => placed.Change is T && placed.Part == part).Select(placed => ((T)placed.Change, placed));

    /// <summary>
    /// Changes of which only one counts at a time, the one that began last (of two that began in one step the later in the
    /// description), each with the flag of the steps in which it counts.
    /// </summary>
    /// <param name="side">The network.</param>
    /// <param name="part">The part that they act on.</param>
    /// <param name="of">Those among which one counts; null: all of the kind. Default null.</param>
    public static IEnumerable<(T Change, PlacedChange Placed, Term Counts)> Counting<T>(Side side, string part, Func<T, bool>? of = null)
        where T : Change
    {
        var changes = Of<T>(side, part).Where(one => of is null || of(one.Change)).OrderBy(one => Begin(side, one.Change)).ToArray();
        for (var i = 0; i < changes.Length; i++)
        {
            var flags = new double[side.Builder.Steps];
            for (var step = 0; step < flags.Length; step++)
            {
                flags[step] = Array.FindLastIndex(changes, one => Acts(side, one.Change, step)) == i ? 1 : 0;
            }

            yield return (changes[i].Change, changes[i].Placed, side.Builder.Table(flags));
        }
    }

    /// <summary>1 in the steps in which a change acts, else 0.</summary>
    public static Term Flag(Side side, Change change) => side.Builder.Flag(Begin(side, change), End(side, change));

    public static int Begin(Side side, Change change) => side.Horizon.StepAt(change.From);

    private static int End(Side side, Change change) => change.Until is { } until ? side.Horizon.StepAt(until) : side.Builder.Steps;

    /// <summary>True in the steps in which a change acts.</summary>
    public static bool Acts(Side side, Change change, int step) => step >= Begin(side, change) && step < End(side, change);
}
