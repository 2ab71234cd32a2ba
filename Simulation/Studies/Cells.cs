using Supply.Engines;
using Supply.Programs;

namespace Supply.Studies;

/// <summary>
/// One scenario of a study, compiled, and the quantities of it that are added up over panels of replications: each series at each of its
/// samples, those that lie off without that as well, and, where the values of each replication are not kept, each scalar, those that lie
/// off without that, and its difference from the baseline in the same replication.
/// </summary>
internal sealed class Cells
{
    private readonly int[] off;
    private readonly int[] scalarsOff;
    private readonly int scalars;
    private readonly Discrepancy? discrepancy;
    private readonly double[]?[] shifts;

    /// <param name="scenario">The scenario as it was given.</param>
    /// <param name="program">Its program.</param>
    /// <param name="discrepancy">How far reported quantities lie off; null: not at all.</param>
    /// <param name="rows">Whether scalars are kept for each replication, so that they need not be added up.</param>
    /// <param name="baseline">The scenario with which it is compared; null: it is that scenario.</param>
    public Cells(Scenario scenario, StepProgram program, Discrepancy? discrepancy, bool rows, Cells? baseline)
    {
        (Scenario, Program, Baseline, this.discrepancy) = (scenario, program, baseline, discrepancy);
        Sampling = new SampleSchedule(program);
        off = [.. Enumerable.Range(0, program.Series.Count)
            .Where(series => discrepancy is not null && discrepancy.Has(program.Series[series].Metric, scenario))];
        shifts = [.. program.Scalars.Select(ShiftsOf)];
        scalarsOff = [.. Enumerable.Range(0, shifts.Length).Where(scalar => shifts[scalar] is not null)];
        scalars = rows ? 0 : program.Scalars.Count;
        HasDifferences = !rows && baseline is not null;
        Count = BareScalarStart + (rows ? 0 : scalarsOff.Length) + (HasDifferences ? scalars : 0);
    }

    public Scenario Scenario { get; }

    public StepProgram Program { get; }

    /// <summary>The scenario with which it is compared; null: it is that scenario.</summary>
    public Cells? Baseline { get; }

    public SampleSchedule Sampling { get; }

    /// <summary>The number of quantities that are added up.</summary>
    public int Count { get; }

    /// <summary>Whether differences from the baseline are among them.</summary>
    public bool HasDifferences { get; }

    /// <summary>A panel that was added.</summary>
    /// <param name="Shown">The scalars as they are reported, where they are added up; else none.</param>
    /// <param name="Panel">The quantities that were added.</param>
    public sealed record Taken(double[][] Shown, ScenarioSums.Panel Panel);

    private int Points => Program.Series.Count * Sampling.SeriesSteps.Length;

    private int ScalarStart => Points + (off.Length * Sampling.SeriesSteps.Length);

    private int BareScalarStart => ScalarStart + scalars;

    private int DifferenceStart => Count - scalars;

    /// <summary>The place of a scalar; its values are not kept.</summary>
    public int Scalar(int scalar) => ScalarStart + scalar;

    /// <summary>The place of a scalar without discrepancy; -1: it has none.</summary>
    public int BareScalar(int scalar) => Array.IndexOf(scalarsOff, scalar) is >= 0 and var place ? BareScalarStart + place : -1;

    /// <summary>The place of the difference of a scalar from the baseline.</summary>
    public int Difference(int scalar) => DifferenceStart + scalar;

    /// <summary>Whether a scalar has a discrepancy.</summary>
    public bool LiesOff(int scalar) => shifts[scalar] is not null;

    /// <summary>The series as they are reported.</summary>
    public IEnumerable<MetricSeries> Series(ScenarioSums sums) =>
        Enumerable.Range(0, Program.Series.Count).Select(series => Series(series, sample => sums.Distribution(Point(series, sample))));

    /// <summary>The series that lie off, without that.</summary>
    public IEnumerable<MetricSeries> BareSeries(ScenarioSums sums) =>
        off.Select((series, place) => Series(series, sample => sums.Distribution(BarePoint(place, sample))));

    /// <summary>A scalar as it is reported.</summary>
    /// <param name="scalar">Its number.</param>
    /// <param name="values">Its values as the books have them, one for each replication.</param>
    /// <param name="ranges">The replications.</param>
    public double[] Reported(int scalar, double[] values, IEnumerable<(int First, int Count)> ranges)
    {
        if (shifts[scalar] is not { } shift) return values;
        var ofOdds = Discrepancy.IsOfOdds(Program.Scalars[scalar].Probe.Metric.Row.Discrepancy);
        var (shown, at) = (new double[values.Length], 0);
        foreach (var (first, count) in ranges)
        {
            for (var i = 0; i < count; i++, at++) shown[at] = Discrepancy.Applied(values[at], shift[(first + i) % shift.Length], ofOdds);
        }

        return shown;
    }

    /// <summary>Adds a panel that has just run.</summary>
    /// <param name="panel">The records of it.</param>
    /// <param name="first">Its first replication.</param>
    /// <param name="count">Its replications.</param>
    /// <param name="threads">How many threads add up.</param>
    /// <param name="sums">The sums so far.</param>
    /// <param name="baseline">This panel of the baseline; null: this is the baseline.</param>
    /// <param name="past">The step before which its records are those of the baseline. Default 0.</param>
    public Taken Take(Recorder panel, int first, int count, int threads, ScenarioSums sums, Taken? baseline = null, int past = 0)
    {
        var add = sums.Begin(first, count, panel.Faults);
        var known = baseline?.Panel is { } other && !panel.Faults.Any() && add.Takes(other) ? other : null;
        var shown = Take(panel, first, count, threads, Add, baseline?.Shown ?? [], add);
        add.End();
        return new(shown, add);

        void Add(int cell, Func<int, double[]> read, double[] defined)
        {
            if (known is not null && IsBefore(cell, past)) add.Take(cell, known);
            else add.Take(cell, read(cell), defined);
        }
    }

    /// <summary>Gives the values of each quantity to somebody, with room for those that are defined, on several threads.</summary>
    /// <param name="panel">The records of a panel.</param>
    /// <param name="first">Its first replication.</param>
    /// <param name="count">Its replications.</param>
    /// <param name="threads">How many threads read.</param>
    /// <param name="take">Gets a quantity, what reads its values, and room.</param>
    /// <param name="baseline">The scalars of the baseline as they are reported, where differences are added up.</param>
    /// <param name="add">The panel of the sums to which the quantities are added; null: none. Default null.</param>
    /// <returns>The scalars as they are reported, where they are added up; else none.</returns>
    public double[][] Take(Recorder panel, int first, int count, int threads, Action<int, Func<int, double[]>, double[]> take,
        double[][] baseline, ScenarioSums.Panel? add = null)
    {
        var failed = panel.Faults.ToArray();
        foreach (var (replication, _) in failed)
        {
            for (var i = 0; i < Program.Scalars.Count; i++) panel.Scalar(i)[replication - first] = double.NaN;
        }

        double[][] shown = [.. Enumerable.Range(0, scalars).Select(i => Reported(i, panel.Scalar(i), [(first, count)]))];
        for (var from = 0; from < Count;)
        {
            var (begin, end) = (from, Math.Min(Count, from + (add?.AtOnce ?? Count)));
            add?.Open(begin, end);
            Threads.Run(() => Parallel.For(begin, end, new ParallelOptions { MaxDegreeOfParallelism = threads },
                () => (new double[count], new double[count]), (cell, _, buffers) =>
            {
                var (values, defined) = buffers;
                take(cell, one =>
                {
                    Read(one, values);
                    return values;
                }, defined);
                return buffers;
            }, _ => { }));
            add?.Close(begin, end);
            from = end;
        }

        return shown;

        void Read(int cell, double[] values)
        {
            if (cell < ScalarStart)
            {
                var (series, sample, isBare) = PointAt(cell);
                panel.Series(series, sample, values);
                foreach (var (replication, _) in failed) values[replication - first] = double.NaN;
                if (isBare || !off.Contains(series)) return;
                var (shift, ofOdds) = (Shifts(series, sample), Discrepancy.IsOfOdds(Program.Series[series].Metric.Row.Discrepancy));
                for (var k = 0; k < count; k++) values[k] = Discrepancy.Applied(values[k], shift[(first + k) % shift.Length], ofOdds);
            }
            else if (cell < BareScalarStart) shown[cell - ScalarStart].CopyTo(values, 0);
            else if (HasDifferences && cell >= DifferenceStart)
            {
                var scalar = cell - DifferenceStart;
                for (var k = 0; k < count; k++) values[k] = Study.Difference(shown[scalar][k], baseline[scalar][k]);
            }
            else panel.Scalar(scalarsOff[cell - BareScalarStart]).CopyTo(values, 0);
        }
    }

    private (int Series, int Sample, bool IsBare) PointAt(int cell) => cell < Points
        ? (cell % Program.Series.Count, cell / Program.Series.Count, false)
        : (off[(cell - Points) % off.Length], (cell - Points) / off.Length, true);

    /// <summary>Whether a quantity is a point of a series before a step.</summary>
    private bool IsBefore(int cell, int step) => cell < ScalarStart && Sampling.SeriesSteps[PointAt(cell).Sample] < step;

    private int Point(int series, int sample) => (sample * Program.Series.Count) + series;

    private int BarePoint(int place, int sample) => Points + (sample * off.Length) + place;

    private MetricSeries Series(int series, Func<int, Distribution> point) => new(Program.Series[series].Metric,
        Items.Of<int>(Sampling.SeriesSteps), [.. Enumerable.Range(0, Sampling.SeriesSteps.Length).Select(point)], Program.Horizon);

    /// <summary>
    /// The shifts of a sample: of a level at its time, of a share and of a fire ratio over their trailing days, of all else over the days
    /// since the one before.
    /// </summary>
    private double[] Shifts(int series, int sample)
    {
        var metric = Program.Series[series].Metric;
        var end = (Sampling.SeriesSteps[sample] + 1) * Program.Horizon.StepDays;
        var days = metric.Row.IsOfTheEnd ? 0
            : metric.Quantity == Quantity.Share ? Program.Metrics.ShareDays
            : metric.Opponent is not null ? Program.Metrics.RatioDays
            : Sampling.Days(sample, Program.Horizon.StepDays);
        return discrepancy!.Of(metric, Scenario, Math.Max(0, end - days), end)!;
    }

    private double[]? ShiftsOf(ScalarProbe scalar)
    {
        var (days, metric) = (Program.Horizon.StepDays, scalar.Probe.Metric);
        var (from, to) = (scalar.First * days, (scalar.Last + 1) * days);
        return discrepancy?.Of(metric, Scenario, metric.Row.IsOfTheEnd ? to : from, to);
    }
}
