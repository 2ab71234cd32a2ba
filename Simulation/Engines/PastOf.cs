using Supply.Programs;

namespace Supply.Engines;

/// <summary>The past of one scenario as the beginning of another one.</summary>
internal sealed class PastOf
{
    private readonly Past past;
    private readonly StepProgram program;
    private readonly Recorder recorded;

    // Rows of the program, and its places, of each number that lasts in the one that was kept.
    private readonly int[] rows;
    private readonly int[] places;

    private PastOf(Past past, Recorder recorded, StepProgram program, int[] places)
    {
        (this.past, this.recorded, this.program, this.places) = (past, recorded, program, places);
        rows = [.. places.Select(place => program.Lasting[place].Row)];
    }

    public int Step => past.Step;

    /// <summary>A past for another program; null: what lasts from step to step, or what is recorded, is not the same.</summary>
    /// <param name="past">The past.</param>
    /// <param name="recorded">Its records.</param>
    /// <param name="program">The other program.</param>
    public static PastOf? Of(Past past, Recorder recorded, StepProgram program)
    {
        var (kept, wanted) = (past.Program, program);
        if (kept.Lasting.Count != wanted.Lasting.Count || !Recorded(kept).SequenceEqual(Recorded(wanted))) return null;
        var places = new Dictionary<string, int>();
        foreach (var (place, one) in wanted.Lasting.Index())
        {
            if (!places.TryAdd(one.Name, place)) return null;
        }

        int[] order = [.. kept.Lasting.Select(one => places.GetValueOrDefault(one.Name, -1))];
        return order.Contains(-1) || order.Distinct().Count() < order.Length ? null : new(past, recorded, program, order);
    }

    /// <summary>Gives the replications of a block their state.</summary>
    public void Restore(Block block, uint first) => past.Restore(block, rows, first);

    /// <summary>Gives a recorder what was recorded before the step.</summary>
    public void Restore(Recorder recorder) => recorder.TakePast(recorded, Step);

    /// <summary>
    /// Runs a few replications of the program from the first step on and says whether their state and what is recorded of them are bit for
    /// bit those of this past.
    /// </summary>
    /// <param name="first">The number of the first replication of the past.</param>
    /// <param name="count">How many replications.</param>
    /// <param name="seed">The seed of all draws.</param>
    /// <param name="given">Parameters that replace their draws; null: all are drawn.</param>
    /// <param name="design">How they are drawn.</param>
    public bool Holds(int first, int count, ulong seed, GivenParameters? given, EnsembleDesign design = EnsembleDesign.Independent)
    {
        var arrays = new SampleArrays();
        var recorder = new Recorder(program, count, arrays, first, parameters: false);
        var own = new Past(program, Step, count, arrays, first);
        using var block = new Block(program, count, seed, design);
        block.RunTo((uint)first, given, recorder, own);
        return past.IsThatOf(own, places) && recorder.HasPastOf(recorded, Step);
    }

    private static IEnumerable<(Metric, SampleRule, int, int)> Recorded(StepProgram program) =>
        program.Series.Select(probe => (probe.Metric, probe.Reading, 0, program.Metrics.Every))
            .Concat(program.Scalars.Select(scalar => (scalar.Probe.Metric, scalar.Probe.Reading, scalar.First, scalar.Last)));
}
