using Supply.Programs;
using static Supply.Programs.Arithmetic;


namespace Supply.Equations;

/// <summary>
/// Recent fire of consumers, as their opponents know it: up to the step before, so that two forces that answer each other
/// need not be solved together.
/// </summary>
internal sealed class OpponentFire(ProgramBuilder builder)
{
    private readonly Dictionary<(string Side, string Consumer), StateRef> sums = [];
    private readonly Dictionary<(StateRef Sum, int Steps), Term> means = [];

    /// <summary>Rounds of all calibres fired per step, on the average of the last steps; 0 in the first step.</summary>
    public Term MeanPerStep(string side, string consumer, int steps)
    {
        if (!sums.TryGetValue((side, consumer), out var sum))
        {
            sums[(side, consumer)] = sum = builder.NewState($"fired until the step before[{side}/{consumer}]", builder.Zero);
        }

        steps = Math.Min(builder.Steps, steps);
        if (means.TryGetValue((sum, steps), out var mean)) return mean;
        var total = sum.Now;
        var delay = builder.NewDelay($"fired until {steps} steps before[{side}/{consumer}]", builder.Constant(steps), steps);
        var lately = total - delay.Due;
        lately = If(RecordingEquations.Negligible * total < lately, lately, 0);
        delay.Push(total);
        var perStep = builder.Table([.. Enumerable.Range(0, builder.Steps).Select(step => 1.0 / Math.Min(Math.Max(1, step), steps))]);
        mean = lately * perStep;
        mean.Label ??= $"fired lately[{side}/{consumer}]";
        return means[(sum, steps)] = mean;
    }

    /// <summary>Adds what was fired in this step, when all sides have written their fire.</summary>
    public void Close(Ledger ledger)
    {
        foreach (var ((side, consumer), sum) in sums)
        {
            var fired = ledger.Entries.Where(entry => entry.Quantity == Quantity.Fired && entry.Side == side && entry.Place == consumer);
            sum.Now += builder.Sum(fired.Select(entry => entry.Term));
        }
    }
}
