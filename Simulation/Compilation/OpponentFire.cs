namespace Supply.Compilation;

/// <summary>
/// What consumers fired lately, as their opponents know it: up to the step before, so that two forces that answer each other
/// do not have to be solved together.
/// </summary>
internal sealed class OpponentFire(ProgramBuilder b)
{
    private readonly Dictionary<(string Side, string Consumer), StateRef> sums = [];
    private readonly Dictionary<(StateRef Sum, int Steps), Term> means = [];

    /// <summary>Rounds of all calibres fired per step, on the average of the last steps; 0 in the first step.</summary>
    public Term MeanPerStep(string side, string consumer, int steps)
    {
        if (!sums.TryGetValue((side, consumer), out var sum))
        {
            sums[(side, consumer)] = sum = b.NewState($"fired until the step before[{side}/{consumer}]", b.Zero);
        }

        steps = Math.Min(b.Steps, steps);
        if (means.TryGetValue((sum, steps), out var mean)) return mean;
        var total = b.Read(sum);
        var delay = b.NewDelay($"fired until {steps} steps before[{side}/{consumer}]", b.Constant(steps), steps);
        var lately = b.Subtract(total, b.Delayed(delay));
        lately = b.Select(b.Less(b.Multiply(b.Constant(RecordingEquations.Negligible), total), lately), lately, b.Zero);
        b.Push(delay, total);
        var perStep = b.Table([.. Enumerable.Range(0, b.Steps).Select(step => 1.0 / Math.Min(Math.Max(1, step), steps))]);
        mean = b.Multiply(lately, perStep);
        mean.Label ??= $"fired lately[{side}/{consumer}]";
        return means[(sum, steps)] = mean;
    }

    /// <summary>Adds what was fired in this step, when all sides have written their fire.</summary>
    public void Close(Ledger ledger)
    {
        foreach (var ((side, consumer), sum) in sums)
        {
            var fired = ledger.Entries.Where(entry => entry.Quantity == Quantity.Fired && entry.Side == side && entry.Place == consumer);
            b.Set(sum, b.Add(b.Read(sum), b.Sum(fired.Select(entry => entry.Term))));
        }
    }
}
