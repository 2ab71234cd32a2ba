using Supply.Studies;

namespace Supply;

/// <summary>
/// The answer of a study in sentences: at most 20 lines of 100 columns. Sentences are made from the results; numbers have no digit that
/// would move with the seed.
/// </summary>
/// <param name="Headline">The answer in one sentence.</param>
/// <param name="Sentences">The results behind it, the most important first.</param>
/// <param name="Table">The numbers: calibres in rows for a changed scenario, settings for a sweep.</param>
/// <param name="HingesOn">The uncertain inputs on which the answer hinges; empty if that was not recorded.</param>
/// <param name="Notes">Noise, inputs, what has a discrepancy, and what was not recorded.</param>
[TypeFormatterSource(typeof(NotebookFormats))]
public sealed record Answer(string Headline, Items<string> Sentences, Table Table, string HingesOn, Items<string> Notes) : IShown
{
    /// <summary>Why, in a sentence or two, read from the results; empty if it cannot be said. Default empty.</summary>
    public string Why { get; init; } = "";

    /// <summary>The most lines of an answer.</summary>
    public const int MostLines = 20;

    /// <summary>The most columns of a line.</summary>
    public const int Width = 100;

    /// <summary>Sentences, and notes, that stay if others are added.</summary>
    private const int Kept = 1;

    private const int KeptNotes = 2;

    /// <summary>Days of the windows from which the time of a fall is read.</summary>
    private const int Month = 30;

    /// <summary>Months that a fall needs at least: its depth is the mean of the last three.</summary>
    private const int LeastMonths = 3;

    /// <summary>
    /// The metrics and windows behind the answer for a changed scenario: <c>Record: Answer.Record(baseline, stop)</c>. It has the standard
    /// metrics as well; its <see cref="Metrics.Outcomes"/> can be added to another record.
    /// </summary>
    /// <param name="baseline">The baseline.</param>
    /// <param name="changed">The scenario that is compared with it.</param>
    /// <param name="metric">The metric of the answer. Default <see cref="Metric.FiredPerDay"/>.</param>
    /// <param name="window">The window. Default: from the first change that the baseline lacks to the end.</param>
    /// <param name="months">Whether to record the months from which the time of the fall is read. Default true.</param>
    public static Metrics Record(
        Scenario baseline, Scenario changed, Metric? metric = null, TimeWindow? window = null, bool months = true)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(changed);
        metric ??= Metric.FiredPerDay;
        window ??= WindowOf(baseline, changed);
        Outcome[] monthly = months && metric.Kind != QuantityKind.Date
            ? [.. Months(baseline, changed).Select(month => new Outcome(metric, month))] : [];
        return Of(baseline, metric, window).And(monthly)
            .And([.. ChangeAnswer.Sources(metric).Select(source => new Outcome(source, window))]);
    }

    /// <summary>The metrics and windows behind the answer for a sweep.</summary>
    /// <param name="baseline">The baseline.</param>
    /// <param name="sweep">The sweep.</param>
    /// <param name="metric">The metric of the answer. Default <see cref="Metric.FiredPerDay"/>.</param>
    /// <param name="window">The window. Default: from the beginning of the shares to the end.</param>
    public static Metrics Record(Scenario baseline, Sweep sweep, Metric? metric = null, TimeWindow? window = null)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(sweep);
        window ??= WindowOf(baseline, sweep);
        return Of(baseline, metric ?? Metric.FiredPerDay, window)
            .And([.. Deliveries.Metrics(sweep.Origin).Append(Metric.Share(sweep.Origin)).Select(one => new Outcome(one, window))]);
    }

    /// <summary>The metrics and windows behind the answer for the settings of a lever.</summary>
    /// <param name="baseline">The baseline.</param>
    /// <param name="sweep">The sweep.</param>
    /// <param name="metric">The metric of the answer. Default <see cref="Metric.FiredPerDay"/>.</param>
    /// <param name="window">The window. Default: from the first change of any setting to the end.</param>
    public static Metrics Record(Scenario baseline, LeverSweep sweep, Metric? metric = null, TimeWindow? window = null)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(sweep);
        return Of(baseline, metric ?? Metric.FiredPerDay, window ?? WindowOf(baseline, sweep));
    }

    /// <summary>
    /// This answer with further sentences, such as the <see cref="Headline"/> of another; less important ones make room for them.
    /// </summary>
    /// <param name="sentences">The sentences; they follow the first of this answer.</param>
    public Answer And(params string[] sentences)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        Items<string> all = [.. Sentences.Take(Kept), .. sentences, .. Sentences.Skip(Kept)];
        return AnswerText.Fitted(this with { Sentences = all }, Kept + sentences.Length, KeptNotes);
    }

    /// <summary>
    /// The metrics and windows behind the answer for several changed scenarios, or for the baseline alone; see
    /// <see cref="Study.Answer(Metric?, TimeWindow?, string?)"/>.
    /// </summary>
    /// <param name="scenarios">The scenarios of the study; the first is the baseline.</param>
    /// <param name="metric">The metric of the answer. Default <see cref="Metric.FiredPerDay"/>.</param>
    /// <param name="window">The window. Default: <see cref="WindowOf(IReadOnlyList{Scenario})"/>.</param>
    /// <exception cref="ArgumentException">There are no scenarios.</exception>
    public static Metrics Record(IReadOnlyList<Scenario> scenarios, Metric? metric = null, TimeWindow? window = null)
    {
        window ??= WindowOf(scenarios);
        return Of(scenarios[0], metric ?? Metric.FiredPerDay, window)
            .And([.. ChangeAnswer.Sources(metric ?? Metric.FiredPerDay).Select(source => new Outcome(source, window))]);
    }

    /// <summary>
    /// The window of a study: from the first dated change that the baseline lacks to the end of the horizon; the whole horizon where there
    /// is none.
    /// </summary>
    /// <param name="scenarios">The scenarios of the study; the first is the baseline.</param>
    /// <exception cref="ArgumentException">There are no scenarios.</exception>
    public static TimeWindow WindowOf(IReadOnlyList<Scenario> scenarios)
    {
        ArgumentNullException.ThrowIfNull(scenarios);
        if (scenarios.Count == 0) throw new ArgumentException("There are no scenarios; at least 1 is needed.", nameof(scenarios));
        var horizon = scenarios[0].Horizon;
        Moment[] firsts = [.. scenarios.Skip(1).Where(scenario => Added(scenarios[0], scenario).Any())
            .Select(scenario => FirstChange(scenarios[0], scenario))];
        return firsts.Length > 0 ? From(scenarios[0], firsts.MinBy(horizon.DaysTo))
            : new("whole horizon", horizon.Start ?? Moment.AtStep(0), Last(horizon));
    }

    /// <summary>From the first change that the baseline lacks to the end of the horizon; without one the whole horizon.</summary>
    internal static TimeWindow WindowOf(Scenario baseline, Scenario changed) => From(baseline, FirstChange(baseline, changed));

    internal static TimeWindow WindowOf(Scenario baseline, Sweep sweep) => From(baseline, sweep.From);

    internal static TimeWindow WindowOf(Scenario baseline, LeverSweep sweep) => WindowOf([baseline, .. sweep.Expand(baseline)]);

    /// <summary>The months after the first change; none if there are too few for a fall, or no dates.</summary>
    internal static IReadOnlyList<TimeWindow> Months(Scenario baseline, Scenario changed) =>
        baseline.Horizon.End is { } end && FirstChange(baseline, changed).Date is { } first
            && TimeWindow.Consecutive(first, end, Month) is { Count: >= LeastMonths } months ? months : [];

    /// <summary>
    /// The metrics that an answer about one metric needs: it and its calibres, fill rates, days of supply and exhaustion.
    /// </summary>
    internal static IEnumerable<Metric> AskedWith(Scenario baseline, Metric metric)
    {
        Metric[] supplied = [Metric.FillRate, Metric.DaysOfSupply, Metric.Exhaustion];
        Calibre[] calibres = [.. Calibres(baseline, metric.Side)];
        foreach (var one in supplied.Prepend(metric with { Calibre = null }))
        {
            if (one.ComparesSides)
            {
                yield return metric;
                continue;
            }

            var sided = one with { Side = metric.Side };
            yield return one.Quantity == metric.Quantity ? metric : sided;
            if (!one.Row.Narrowing.Calibre) continue;
            foreach (var calibre in calibres) yield return sided.Of(calibre);
        }
    }

    /// <summary>The calibres that the forces of a side fire.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="side">The name of a network; null: of any.</param>
    public static IEnumerable<Calibre> Calibres(Scenario scenario, string? side) => scenario.Networks
        .Where(network => side is null || network.Name == side)
        .SelectMany(network => network.Parts).OfType<Consumer>().SelectMany(force => force.Demands)
        .Select(demand => demand.Calibre).Distinct();

    private static Metrics Of(Scenario baseline, Metric metric, TimeWindow window) => Metrics.Standard.Over(window)
        .And([.. AskedWith(baseline, metric).Distinct().Select(one => new Outcome(one, window))]);

    private static IEnumerable<Change> Added(Scenario baseline, Scenario changed) =>
        changed.Changes.Where(change => !baseline.Changes.Contains(change));

    private static Moment FirstChange(Scenario baseline, Scenario changed) => Added(baseline, changed).Select(change => change.From)
        .DefaultIfEmpty(baseline.Horizon.Start ?? Moment.AtStep(0)).MinBy(baseline.Horizon.DaysTo);

    private static TimeWindow From(Scenario baseline, Moment from) =>
        new($"from {from}", from, Last(baseline.Horizon));

    private static Moment Last(Horizon horizon) => horizon.End ?? Moment.AtStep(horizon.Steps - 1);

    /// <summary>The answer as lines of text, ended by line feeds.</summary>
    public override string ToString() => string.Concat(AnswerText.Lines(this).Select(line => line + "\n"));

    /// <summary>The same as HTML, for a cell of a notebook or for a page; all text in it is escaped.</summary>
    public string ToHtml() => AnswerText.Html(this);
}
