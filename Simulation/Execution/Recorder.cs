using Supply.Compilation;

namespace Supply.Execution;

/// <summary>
/// Holds what is sampled of one scenario: series at every n-th step, scalars at the limits of their windows, parameters, and
/// the balance. Each block writes its own replications, so threads need no locks and their order does not matter.
/// </summary>
internal sealed class Recorder
{
    /// <summary>The largest residual of a book, relative to opening plus inflow, that passes as rounding.</summary>
    private const double BalanceTolerance = 1e-9;

    private readonly StepProgram program;
    private readonly int replications;
    private readonly int[] seriesIndex;
    private readonly int[] limitIndex;
    private readonly Dictionary<int, double[]> series;
    private readonly Dictionary<int, double[]> limits;
    private readonly (int Row, double[] Values)[] seriesRows;
    private readonly (int Row, double[] Values)[] limitRows;
    private readonly double[][] parameters;
    private readonly string?[] faults;

    public Recorder(StepProgram program, int replications, SampleStore store)
    {
        (this.program, this.replications) = (program, replications);
        SeriesSteps = Sampled(program);
        LimitSteps = [.. program.Scalars.SelectMany(scalar => new[] { scalar.First - 1, scalar.Last }).Where(step => step >= 0).Distinct().Order()];
        seriesIndex = Index(SeriesSteps, program.Horizon.Steps);
        limitIndex = Index(LimitSteps, program.Horizon.Steps);
        series = Store(program.Series, SeriesSteps.Length);
        limits = Store(program.Scalars.Select(scalar => scalar.Probe), LimitSteps.Length);
        (seriesRows, limitRows) = (Pairs(series), Pairs(limits));
        SampledSteps = [.. SeriesSteps.Concat(LimitSteps).Distinct().Order()];
        parameters = [.. program.Parameters.Select(_ => new double[replications])];
        faults = new string?[replications];

        Dictionary<int, double[]> Store(IEnumerable<Probe> probes, int samples) => probes
            .SelectMany(probe => new[] { probe.A, probe.B }).Where(row => row >= 0).Distinct()
            .ToDictionary(row => row, _ => store.Take(samples * replications));

        static (int, double[])[] Pairs(Dictionary<int, double[]> rows) => [.. rows.Select(pair => (pair.Key, pair.Value))];
    }

    /// <summary>The steps after which series are sampled: every n-th and the last.</summary>
    public int[] SeriesSteps { get; }

    public int[] LimitSteps { get; }

    /// <summary>Steps after which anything is sampled, in order; the last step of the horizon is one of them.</summary>
    public int[] SampledSteps { get; }

    /// <summary>Why replications failed, by number.</summary>
    public IEnumerable<(int Replication, string Fault)> Faults =>
        faults.Index().Where(pair => pair.Item is not null).Select(pair => (pair.Index, pair.Item!));

    public ParameterMatrix Parameters() => new(
        [.. program.Parameters.Select(parameter => parameter.Key)], [.. program.Parameters.Select(parameter => parameter.Name)], parameters);

    public static int[] Sampled(StepProgram program) =>
    [
        .. Enumerable.Range(0, program.Horizon.Steps)
            .Where(step => (step + 1) % program.Metrics.Every == 0 || step == program.Horizon.Steps - 1),
    ];

    /// <summary>Values of a sampled row of the series after a sampled step, one for each replication.</summary>
    public ReadOnlySpan<double> Series(int row, int sample) => series[row].AsSpan(sample * replications, replications);

    /// <summary>Values of a sampled row of the scalars at the limit of a window.</summary>
    public ReadOnlySpan<double> Limit(int row, int step) =>
        limits[row].AsSpan(limitIndex[step] * replications, replications);

    public void Sample(Block block, int step, uint first)
    {
        Sample(block, seriesRows, seriesIndex[step], first);
        Sample(block, limitRows, limitIndex[step], first);
    }

    public void Finish(Block block, uint first)
    {
        var count = Count(block, first);
        for (var i = 0; i < parameters.Length; i++) block.Row(program.Parameters[i].Row)[..count].CopyTo(parameters[i].AsSpan((int)first));
        foreach (var balance in program.Balances)
        {
            var residual = block.Row(balance.Residual);
            var scale = block.Row(balance.Scale);
            for (var lane = 0; lane < count; lane++)
            {
                if (Math.Abs(residual[lane]) <= BalanceTolerance * Math.Max(1, scale[lane])) continue;
                faults[first + lane] ??= $"{balance.Name} does not close: {Text.Number(residual[lane])} of {Text.Number(scale[lane])} rounds are unaccounted for";
            }
        }
    }

    private void Sample(Block block, (int Row, double[] Values)[] into, int index, uint first)
    {
        if (index < 0) return;
        var count = Count(block, first);
        foreach (var (row, values) in into) block.Row(row)[..count].CopyTo(values.AsSpan(index * replications + (int)first, count));
    }

    /// <summary>Replications of a block that belong to the ensemble; the last block may reach beyond it.</summary>
    private int Count(Block block, uint first) => Math.Min(block.Width, replications - (int)first);

    private static int[] Index(int[] steps, int all)
    {
        var index = new int[all];
        Array.Fill(index, -1);
        for (var i = 0; i < steps.Length; i++) index[steps[i]] = i;
        return index;
    }
}

/// <summary>Arrays that one scenario hands on to the next, so that memory does not grow with the number of scenarios.</summary>
internal sealed class SampleStore
{
    private readonly List<double[]> free = [];
    private readonly List<double[]> taken = [];

    public double[] Take(int length)
    {
        var index = free.FindIndex(array => array.Length == length);
        var array = index >= 0 ? free[index] : new double[length];
        if (index >= 0) free.RemoveAt(index);
        taken.Add(array);
        return array;
    }

    /// <summary>All arrays may be taken again.</summary>
    public void Release()
    {
        free.AddRange(taken);
        taken.Clear();
    }
}
