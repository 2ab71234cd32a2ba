using System.Globalization;
using System.Numerics;
using Supply.Studies;

namespace Supply;

/// <summary>
/// The effects of levers on a metric, alone and together, replication by replication with the same draws. Differences are taken in each
/// replication, before the median, so medians of effects need not add up; means do.
/// </summary>
[TypeFormatterSource(typeof(NotebookFormats))]
public sealed class FactorialEffects : IShown
{
    private readonly Factorial factorial;
    private readonly double[][] values;
    private readonly Study study;

    internal FactorialEffects(Study study, Factorial factorial, Metric metric, TimeWindow window)
    {
        (this.study, this.factorial, Metric, Window) = (study, factorial, metric, window);
        values = [.. factorial.Scenarios.Select(scenario => study[scenario].Scalar(metric, window).ToArray())];
    }

    /// <summary>The metric.</summary>
    public Metric Metric { get; }

    /// <summary>The window over which it is taken.</summary>
    public TimeWindow Window { get; }

    /// <summary>The effect of one lever if no other acts.</summary>
    public Distribution Alone(int lever) => Of(replication => values[1 << lever][replication] - values[0][replication]);

    /// <summary>The effect of one lever if all others already act.</summary>
    public Distribution Last(int lever) => Of(replication => values[All][replication] - values[All ^ (1 << lever)][replication]);

    /// <summary>
    /// The part of a lever in the effect of all: its effect averaged over all orders in which the levers could come (Shapley 1953). In
    /// each replication the parts of all levers add up to the effect of all together.
    /// </summary>
    public Distribution Part(int lever) => Of(replication => PartOf(lever, replication));

    /// <summary>The effect of all levers together.</summary>
    public Distribution Together() => Of(replication => values[All][replication] - values[0][replication]);

    /// <summary>The sum of the effects that the levers have alone.</summary>
    public Distribution SumOfAlone() => Of(SumOf);

    /// <summary>
    /// The effect of all together less the sum of the effects alone: below 0 they do more together, if each lowers the metric.
    /// </summary>
    public Distribution Interaction() => Of(replication => values[All][replication] - values[0][replication] - SumOf(replication));

    /// <summary>The effect of two levers together less the sum of their effects alone, if no other acts.</summary>
    public Distribution Interaction(int first, int second) => Of(replication =>
        values[(1 << first) | (1 << second)][replication] - values[1 << first][replication] - values[1 << second][replication]
            + values[0][replication]);

    /// <summary>
    /// Levers in rows: the effect alone, if the others already act, the part averaged over all orders and its share in the effect of all;
    /// then all together.
    /// </summary>
    public Table Table()
    {
        var together = Together().Mean;
        Items<string> Row(string name, Distribution alone, Distribution last, Distribution part) =>
            [name, Cell(alone), Mean(alone), Cell(last), Cell(part), Math.Abs(together) > 0
                ? Supply.Table.Cell(part.Mean / together, Supply.Measure.Fraction) : ""];
        var rows = factorial.Levers.Select((lever, i) => Row(lever.Name, Alone(i), Last(i), Part(i)));
        Items<string> Total(string name, Distribution total) => [name, Cell(total), Mean(total), "", "", ""];
        return new($"What each lever does to {Metric}, median and 90 % band, {Window}",
            ["lever", "alone", "mean", "if all others act already", "averaged over all orders", "share in the mean effect of all"],
            [.. rows, Total("all together", Together()), Total("sum of the effects alone", SumOfAlone()),
                Total("interaction: together less sum", Interaction())],
            Notes());
    }

    /// <summary>The effects of the levers together and alone, in sentences.</summary>
    /// <param name="source">Where the inputs come from, in words; null: as the study says. Default null.</param>
    public Answer Answer(string? source = null) => EffectsAnswer.Of(study, factorial, this, source);

    internal PairedChange Change(int set) => new(values[0], values[set], study.Randomisations);

    /// <summary>The mean part of a lever, with its noise.</summary>
    internal Estimate MeanPart(int lever) => MeanOf(replication => PartOf(lever, replication));

    /// <summary>The mean of what all do together beyond the sum of what each does alone, with its noise.</summary>
    internal Estimate MeanInteraction() =>
        MeanOf(replication => values[All][replication] - values[0][replication] - SumOf(replication));

    /// <summary>Levers in rows and columns: the effect of two together less the sum of their effects alone.</summary>
    public Table Interactions() => new($"Pairs of levers: effect on {Metric} together less the sum alone, median and 90 % band, {Window}",
        ["lever", .. factorial.Levers.Skip(1).Select(lever => lever.Name)],
        Items.From(Enumerable.Range(0, factorial.Levers.Count - 1).Select(first => Items.From(
            Enumerable.Range(1, factorial.Levers.Count - 1).Select(second => second <= first ? "" : Cell(Interaction(first, second)))
                .Prepend(factorial.Levers[first].Name)))),
        Notes());

    private int All => values.Length - 1;

    private Measure Measure => Metric.Measure.OfDifferences;

    private string Cell(Distribution effect) => Supply.Table.Cell(effect, Measure);

    private string Mean(Distribution effect) => Supply.Table.Cell(effect.Mean, Measure);

    private Items<string> Notes() =>
    [
        string.Create(CultureInfo.InvariantCulture,
            $"{study.Ensemble.Replications:N0} replications, seed {study.Ensemble.Seed}, each the same draws in all "
            + $"{values.Length} scenarios."),
        "Medians of effects need not add up; in each replication the averages over all orders add up to the effect of all together.",
        .. study.Steps.Take(1),
    ];

    private double SumOf(int replication) =>
        Enumerable.Range(0, factorial.Levers.Count).Sum(lever => values[1 << lever][replication] - values[0][replication]);

    private double PartOf(int lever, int replication)
    {
        var count = factorial.Levers.Count;
        var part = 0.0;
        for (var before = 0; before <= All; before++)
        {
            if ((before >> lever & 1) == 1) continue;
            part += Weight(BitOperations.PopCount((uint)before), count)
                * (values[before | (1 << lever)][replication] - values[before][replication]);
        }

        return part;
    }

    /// <summary>The share of orders in which exactly these levers come before.</summary>
    private static double Weight(int before, int count)
    {
        // before! (count - before - 1)! / count!, which is 1 / (count choose(count - 1, before)).
        var choose = 1.0;
        for (var i = 0; i < before; i++) choose = choose * (count - 1 - i) / (i + 1);
        return 1 / (count * choose);
    }

    private Distribution Of(Func<int, double> effect) =>
        RunValues.DistributionOf([.. Finite(effect)], study.Randomisations);

    private Estimate MeanOf(Func<int, double> effect) => study.ValuesOf(Finite(effect)).Mean;

    private IEnumerable<double> Finite(Func<int, double> effect) =>
        Enumerable.Range(0, values[0].Length).Select(effect).Select(value => double.IsFinite(value) ? value : double.NaN);

    /// <summary>The same as HTML, for a cell of a notebook or for a page; all text in it is escaped.</summary>
    public string ToHtml() => Table().ToHtml();

    string IShown.ToPlainText() => Table().ToString(Supply.Answer.Width);
}
