namespace Supply.Programs;

/// <summary>One operation over rows: the result row from up to three operand rows.</summary>
/// <param name="Op">The operation.</param>
/// <param name="Result">The row that takes the result.</param>
/// <param name="A">The first operand row.</param>
/// <param name="B">The second.</param>
/// <param name="C">The third.</param>
/// <param name="Index">Which table, draw, delay, lookup or quantile function.</param>
internal readonly record struct Instruction(Op Op, int Result, int A, int B, int C, int Index);

/// <summary>An instruction for the steps in which its result changes; the row keeps it in between.</summary>
internal readonly record struct PlannedInstruction(Instruction Instruction, bool[] Changes);

/// <summary>A copy of one row to another at the end of a step.</summary>
internal readonly record struct RowCopy(int From, int To);

/// <summary>A delay as rows: one per slot of its ring, the row of lags, and the row that is written at the end of a step.</summary>
/// <param name="FirstSlot">The row of the first slot.</param>
/// <param name="Slots">One more than the longest lag.</param>
/// <param name="Lag">The row of lags.</param>
/// <param name="Input">The row that is written.</param>
/// <param name="PerShipment">Whether lags differ from step to step: then a write adds to what arrives in the same step.</param>
internal readonly record struct DelayRows(int FirstSlot, int Slots, int Lag, int Input, bool PerShipment);

/// <summary>A path as rows.</summary>
internal readonly record struct LookupRows(int[] Points, int[] Left, double[] Weight);

/// <summary>The rows that are sampled for a metric.</summary>
internal readonly record struct Probe(Metric Metric, SampleRule Reading, int A, int B);

/// <summary>A scalar metric over the steps of a window, as rows.</summary>
internal readonly record struct ScalarProbe(Probe Probe, TimeWindow Window, int First, int Last);

/// <summary>The books of one side, calibre and origin, as rows known after the last step.</summary>
internal readonly record struct BalanceRows(string Name, int Residual, int Scale);

/// <summary>
/// A compiled scenario: flat lists of instructions over rows, one value per replication in a row. No names, units or dates
/// are read while it runs.
/// </summary>
internal sealed class StepProgram
{
    public required Horizon Horizon { get; init; }

    /// <summary>Rows in all, delays included.</summary>
    public required int Rows { get; init; }

    public required (int Row, double Value)[] Constants { get; init; }

    /// <summary>Tables and the row each fills at the beginning of a step.</summary>
    public required (int Row, double[] Values)[] Tables { get; init; }

    /// <summary>The address of each draw.</summary>
    public required ulong[] Draws { get; init; }

    public required IReadOnlyList<(string Key, string Name, Bounds Reach, int Row)> Parameters { get; init; }

    /// <summary>From draws to parameters; left out when parameters are given.</summary>
    public required Instruction[] Prior { get; init; }

    public required RowCopy[] ParameterCopies { get; init; }

    /// <summary>From parameters to what is constant within a replication.</summary>
    public required Instruction[] Setup { get; init; }

    public required RowCopy[] Initials { get; init; }

    /// <summary>The rows that last from step to step, by name: the states, and the slots of the delays.</summary>
    public required IReadOnlyList<(string Name, int Row)> Lasting { get; init; }

    /// <summary>Instructions that depend on tables and set-up alone; they go before the rest of a step.</summary>
    public required PlannedInstruction[] Planned { get; init; }

    public required Instruction[] Step { get; init; }

    /// <summary>Instructions that only the recorder reads, for the steps after which it samples, before the updates.</summary>
    public required Instruction[] Observed { get; init; }

    public required RowCopy[] Updates { get; init; }

    public required DelayRows[] Delays { get; init; }

    public required LookupRows[] Lookups { get; init; }

    public required StepQuantile[] Quantiles { get; init; }

    public required Instruction[] Final { get; init; }

    public required IReadOnlyList<Probe> Series { get; init; }

    public required IReadOnlyList<ScalarProbe> Scalars { get; init; }

    public required IReadOnlyList<BalanceRows> Balances { get; init; }

    public required Metrics Metrics { get; init; }

    /// <summary>
    /// Rows that are read after the step, except the inputs of delays with one lag: by updates, by delays with a lag for each step, by
    /// the recorder and what it observes, and at the end.
    /// </summary>
    public HashSet<int> RowsReadAfterStep()
    {
        var read = new HashSet<int>(Updates.Select(update => update.From));
        read.UnionWith(Series.Concat(Scalars.Select(scalar => scalar.Probe)).SelectMany(probe => new[] { probe.A, probe.B }));
        read.UnionWith(Balances.SelectMany(balance => new[] { balance.Residual, balance.Scale }));
        read.UnionWith(Delays.Where(delay => delay.PerShipment).SelectMany(delay => new[] { delay.Lag, delay.Input }));
        foreach (var instruction in Final.Concat(Observed))
        {
            read.UnionWith([instruction.A, instruction.B, instruction.C]);
            if (instruction.Op == Op.Lookup) read.UnionWith(Lookups[instruction.Index].Points);
        }

        return read;
    }
}
