using Supply.Programs;

namespace Supply.Engines;

/// <summary>
/// Holds the records of one scenario over a range of replications, usually a panel: scalars and series of every replication. Each block
/// writes its own replications, so threads need no locks and their order does not matter.
/// </summary>
internal sealed class Recorder
{
    /// <summary>Replications of a panel, the unit in which a study is run, added up and divided into parts.</summary>
    public const int PanelSize = 4096;

    /// <summary>The largest residual of a book that counts as rounding, and as a share of the turnover of what it counts.</summary>
    private const double BalanceTolerance = 1e-9, BalanceShare = 1e-11;

    // Series lie in strips of this many replications: a block that samples them writes into few pages, which is most of the cost.
    private const int Strip = 64;

    private readonly StepProgram program;
    private readonly int replications;
    private readonly int offset;
    private readonly double[][] strips;
    private readonly double[][] scalars;
    private readonly double[][] parameters;
    private readonly string?[] faults;

    /// <param name="program">The program that runs.</param>
    /// <param name="replications">How many replications are recorded.</param>
    /// <param name="arrays">Where the memory of the series comes from.</param>
    /// <param name="offset">The number of the first replication.</param>
    /// <param name="parameters">Whether the uncertain numbers of each replication are kept as well.</param>
    public Recorder(StepProgram program, int replications, SampleArrays arrays, int offset = 0, bool parameters = true)
    {
        (this.program, this.replications, this.offset) = (program, replications, offset);
        Sampling = new SampleSchedule(program);
        strips = [.. Enumerable.Range(0, (replications + Strip - 1) / Strip)
            .Select(_ => arrays.Take(program.Series.Count * Sampling.SeriesSteps.Length * Strip))];
        scalars = [.. program.Scalars.Select(_ => new double[replications])];
        this.parameters = parameters ? [.. program.Parameters.Select(_ => new double[replications])] : [];
        faults = new string?[replications];
    }

    public SampleSchedule Sampling { get; }

    public int Replications => replications;

    /// <summary>Why replications failed, by number.</summary>
    public IEnumerable<(int Replication, string Fault)> Faults =>
        faults.Index().Where(pair => pair.Item is not null).Select(pair => (pair.Index + offset, pair.Item!));

    /// <summary>Bytes of the samples of a program over a number of replications, which one recorder passes on to the next.</summary>
    public static long Bytes(StepProgram program, int replications)
    {
        var points = (long)program.Series.Count * new SampleSchedule(program).SeriesSteps.Length;
        var rows = (replications + Strip - 1L) / Strip * Strip;
        return (sizeof(double) * ((points * rows) + ((long)program.Scalars.Count * replications))) + (nint.Size * (long)replications);
    }

    /// <summary>The parameters of every replication, with the replication numbers of their draws.</summary>
    public ParameterMatrix Parameters(IReadOnlyList<uint>? draws = null) => new(
        [.. program.Parameters.Select(parameter => parameter.Key)], [.. program.Parameters.Select(parameter => parameter.Name)], parameters)
    {
        Draws = draws?.Take(replications).ToArray(),
    };

    /// <summary>The values of a scalar of the program, one for each replication.</summary>
    public double[] Scalar(int scalar) => scalars[scalar];

    /// <summary>Whether a replication failed.</summary>
    public bool HasFailed(int index) => faults[index] is not null;

    /// <summary>Copies the values of a series at a sample, one for each replication.</summary>
    public void Series(int series, int sample, Span<double> values)
    {
        var point = Point(series, sample);
        for (var at = 0; at < values.Length; at += Strip)
        {
            var count = Math.Min(Strip, values.Length - at);
            strips[at / Strip].AsSpan(point * Strip, count).CopyTo(values[at..]);
        }
    }

    /// <summary>Takes over what another recorder of the same metrics and replications has from before a step.</summary>
    public void TakePast(Recorder other, int step)
    {
        var points = Sampling.SeriesSteps.Count(sampled => sampled < step) * program.Series.Count;
        foreach (var (strip, past) in strips.Zip(other.strips)) past.AsSpan(0, points * Strip).CopyTo(strip);
        foreach (var (scalar, probe) in program.Scalars.Index())
        {
            if (probe.Last < step) other.scalars[scalar].CopyTo(scalars[scalar], 0);
        }
    }

    /// <summary>Whether it has the same from before a step as another recorder of the same metrics, in all of its replications.</summary>
    public bool HasPastOf(Recorder other, int step)
    {
        var (mine, others) = (new double[replications], new double[replications]);
        for (var sample = 0; sample < Sampling.SeriesSteps.Length && Sampling.SeriesSteps[sample] < step; sample++)
        {
            for (var series = 0; series < program.Series.Count; series++)
            {
                Series(series, sample, mine);
                other.Series(series, sample, others);
                if (!Past.AreSame(mine, others)) return false;
            }
        }

        return program.Scalars.Index().All(one =>
            one.Item.Last >= step || Past.AreSame(scalars[one.Index], other.scalars[one.Index].AsSpan(0, replications)));
    }

    /// <summary>Takes the samples that are due after a step.</summary>
    public void Sample(Block block, int step, uint first)
    {
        block.Sampler.Windows(block, step, this, first);
        var sample = Sampling.SampleAt(step);
        if (sample < 0) return;
        var readings = block.Sampler.Series(block, Sampling.Days(sample, program.Horizon.StepDays));
        var (place, count) = (At(first), Count(block.Width, first));
        for (var from = 0; from < count;)
        {
            var (strip, lane) = (strips[(place + from) / Strip], (place + from) % Strip);
            var length = Math.Min(Strip - lane, count - from);
            for (var i = 0; i < program.Series.Count; i++)
            {
                readings.Values(i).Slice(from, length).CopyTo(strip.AsSpan((Point(i, sample) * Strip) + lane));
            }
            from += length;
        }
    }

    /// <summary>Takes the values of a scalar in a block.</summary>
    public void Scalar(int scalar, ReadOnlySpan<double> values, uint first) =>
        values[..Count(values.Length, first)].CopyTo(scalars[scalar].AsSpan(At(first)));

    /// <summary>Takes the values that are known when all steps are done.</summary>
    public void Finish(Block block, uint first)
    {
        var (at, count) = (At(first), Count(block.Width, first));
        for (var i = 0; i < parameters.Length; i++) block.Row(program.Parameters[i].Row)[..count].CopyTo(parameters[i].AsSpan(at));
        foreach (var balance in program.Balances)
        {
            var residual = block.Row(balance.Residual);
            var scale = block.Row(balance.Scale);
            for (var lane = 0; lane < count; lane++)
            {
                // A turnover that several books share is NaN as soon as one of them is, and that one's residual is too.
                var most = double.IsNaN(scale[lane]) ? double.PositiveInfinity : Math.Max(BalanceTolerance, BalanceShare * scale[lane]);
                if (Math.Abs(residual[lane]) <= most) continue;
                faults[at + lane] ??= double.IsNaN(residual[lane])
                    ? $"{balance.Name} is not a number"
                    : $"{balance.Name} does not close: {MessageText.Number(residual[lane])} of "
                        + $"{MessageText.Number(scale[lane])} are unaccounted for";
            }
        }
    }

    /// <summary>Replications of a block that are recorded; the last block may extend beyond them.</summary>
    private int Count(int width, uint first) => Math.Min(width, replications - At(first));

    private int At(uint first) => (int)first - offset;

    private int Point(int series, int sample) => (sample * program.Series.Count) + series;
}
