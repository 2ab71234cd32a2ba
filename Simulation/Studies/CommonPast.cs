using Supply.Engines;
using Supply.Programs;

namespace Supply.Studies;

/// <summary>
/// Which scenarios of a study begin as its first one does: those that differ from it in changes alone, up to the first step in which one
/// of these acts. That past is run once, with the first scenario.
/// </summary>
internal sealed class CommonPast
{
    /// <summary>A study of fewer replications is run as it stands: the check of a past would cost what it saves.</summary>
    private const int LeastReplications = 64;

    /// <summary>The most bytes that states may take, of a panel.</summary>
    public const long MostBytes = 256L << 20;

    /// <summary>
    /// The same in a part of a study, which should need about 1 GiB: one state of the Russian case takes 105 MiB. In the share study a
    /// second one would serve a single scenario.
    /// </summary>
    public const long MostBytesOfAPart = 128L << 20;

    private CommonPast(int[] kept, int[] begin, long bytes) => (Kept, Begin, Bytes) = (kept, begin, bytes);

    /// <summary>The steps at whose beginning the first scenario's state is kept, in order.</summary>
    public IReadOnlyList<int> Kept { get; }

    /// <summary>The step that each scenario begins with, one of those that are kept; 0: it has no past in common with the first.</summary>
    public IReadOnlyList<int> Begin { get; }

    /// <summary>Bytes of the states that are kept.</summary>
    public long Bytes { get; }

    /// <summary>The common past of the scenarios of a study.</summary>
    /// <param name="scenarios">The scenarios as they were compiled.</param>
    /// <param name="first">The program of the first.</param>
    /// <param name="replications">Replications of a panel.</param>
    /// <param name="mostBytes">The most bytes that states may take.</param>
    public static CommonPast Of(
        IReadOnlyList<Scenario> scenarios, StepProgram first, int replications, long mostBytes = MostBytes)
    {
        int[] steps = [.. scenarios.Select((scenario, i) => i == 0 ? 0 : FirstDifference(scenarios[0], scenario))];
        var most = replications < LeastReplications ? 0 : (int)(mostBytes / Past.Bytes(first, replications));
        int[] open = [.. steps.Where(step => step > 0).Distinct()];
        int Saved(IEnumerable<int> kept) => steps.Sum(step => kept.Where(one => one <= step).DefaultIfEmpty(0).Max());
        var chosen = new List<int>();
        while (chosen.Count < Math.Min(most, open.Length))
        {
            chosen.Add(open.Except(chosen).MaxBy(step => Saved([.. chosen, step])));
        }

        chosen.Sort();
        return new([.. chosen], [.. steps.Select(step => chosen.LastOrDefault(one => one <= step))],
            chosen.Count * Past.Bytes(first, replications));
    }

    /// <summary>The first step in which two scenarios may differ; 0 where they differ in more than changes.</summary>
    public static int FirstDifference(Scenario one, Scenario other)
    {
        if (other with { Name = one.Name, Changes = one.Changes, Rows = one.Rows } != one) return 0;
        var alike = one.Changes.Zip(other.Changes).TakeWhile(pair => pair.First == pair.Second).Count();
        return one.Changes.Skip(alike).Concat(other.Changes.Skip(alike)).Select(change => one.Horizon.StepAt(change.From))
            .DefaultIfEmpty(one.Horizon.Steps - 1).Min() is var step && step < one.Horizon.Steps ? step : one.Horizon.Steps - 1;
    }
}
