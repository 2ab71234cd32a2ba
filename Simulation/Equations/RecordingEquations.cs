using Supply.Programs;

namespace Supply.Equations;

/// <summary>Adds the running sums, trailing sums and latches that metrics need to a program.</summary>
internal sealed class RecordingEquations(ProgramBuilder builder, Ledger ledger, Horizon horizon, Metrics metrics)
{
    /// <summary>
    /// A part of a running sum below this share of it is made of rounding as much as of rounds, and counts as none in ratios
    /// and trailing sums.
    /// </summary>
    public const double Negligible = 1e-9;

    /// <summary>How quantities that no equation books are read from those that are; without a window, as a series.</summary>
    private static readonly Dictionary<Quantity, Derivation> derived = new()
    {
        [Quantity.FillRate] = (equations, metric, _) => equations.FillRate(metric),
        [Quantity.DaysOfSupply] = (equations, metric, _) => equations.DaysOfSupply(metric),
        [Quantity.Share] = (equations, metric, window) => equations.Share(metric, series: window is null),
        [Quantity.Exhaustion] = (equations, metric, window) =>
            new(metric, SampleRule.Value, equations.Exhaustion(metric, window!.Value.First, window.Value.Last)),
        [Quantity.FireRatio] = (equations, metric, window) => equations.FireRatio(metric, Quantity.Fired, series: window is null),
        [Quantity.EffectiveFireRatio] = (equations, metric, window) =>
            equations.FireRatio(metric, metric.Effects.Count == 0 ? Quantity.EffectiveFired : Quantity.Fired, series: window is null),
    };

    private delegate RecordedSeries Derivation(
        RecordingEquations equations, Metric metric, (TimeWindow Window, int First, int Last)? window);

    private readonly Dictionary<Term, Term> sums = [];
    private readonly Dictionary<(Term, int), Term> trailing = [];

    /// <summary>The quantities that are read from others.</summary>
    public static IReadOnlyCollection<Quantity> Derived => derived.Keys;

    public IReadOnlyList<RecordedSeries> Series() => [.. metrics.Series.Select(metric => Record(metric, null))];

    public IReadOnlyList<RecordedScalar> Scalars() =>
    [
        .. from window in Windows()
           from metric in metrics.Scalars
           select Scalar(metric, window),
        .. metrics.Outcomes.Select(outcome => Scalar(outcome.Metric, Steps(outcome.Window))),
    ];

    public IEnumerable<(TimeWindow Window, int First, int Last)> Windows() => metrics.Windows.Count == 0
        ? [(Whole(horizon), 0, builder.Steps - 1)]
        : metrics.Windows.Select(Steps);

    private (TimeWindow Window, int First, int Last) Steps(TimeWindow window) =>
        (window, horizon.StepAt(window.From), horizon.LastStepAt(window.To));

    private RecordedScalar Scalar(Metric metric, (TimeWindow Window, int First, int Last) window) =>
        new(Record(metric, window), window.Window, window.First, window.Last);

    public static TimeWindow Whole(Horizon horizon) => horizon.Start is { } start
        ? new("whole horizon", start, horizon.EndOf(horizon.Steps - 1)!.Value)
        : new("whole horizon", Moment.AtStep(0), Moment.AtStep(horizon.Steps - 1));

    private RecordedSeries Record(Metric metric, (TimeWindow Window, int First, int Last)? window) =>
        derived.TryGetValue(metric.Quantity, out var reading) ? reading(this, metric, window) : Booked(metric);

    private RecordedSeries Booked(Metric metric) => metric.Kind switch
    {
        QuantityKind.Flow when metric.Aggregate == Aggregate.PerDay => new(metric, SampleRule.DifferencePerDay, Sum(metric)),
        QuantityKind.Flow => new(metric, SampleRule.Difference, Sum(metric)),
        QuantityKind.Level or QuantityKind.Momentary => new(metric, SampleRule.Value, Matching(metric)),
        _ => throw new InvalidOperationException($"{metric} is neither booked nor derived from what is booked."),
    };

    private RecordedSeries FillRate(Metric metric) =>
        new(metric, SampleRule.RatioOfDifferences, Sum(Over(metric, Quantity.Fired)), Sum(Over(metric, Quantity.Required)));

    private RecordedSeries DaysOfSupply(Metric metric) =>
        new(metric, SampleRule.Ratio, Matching(metric with { Quantity = Quantity.OnHand }),
            MeanRequired(Over(metric, Quantity.Required) with { Origin = null }));

    private RecordedSeries Share(Metric metric, bool series) =>
        Compared(metric, Over(metric, Quantity.Fired), Over(metric, Quantity.Fired) with { Origin = null },
            series ? metrics.ShareDays : null);

    private RecordedSeries FireRatio(Metric metric, Quantity counted, bool series) =>
        Compared(metric, Over(metric, counted), Over(metric, counted) with { Side = metric.Opponent }, series ? metrics.RatioDays : null);

    /// <summary>One flow over another: between two samples, or over trailing days.</summary>
    private RecordedSeries Compared(Metric metric, Metric upper, Metric lower, int? days) => days is { } trail
        ? new(metric, SampleRule.Ratio, Trailing(upper, trail), Trailing(lower, trail))
        : new(metric, SampleRule.RatioOfDifferences, Sum(upper), Sum(lower));

    /// <summary>The bookings of a quantity at all places, narrowed like a metric.</summary>
    private static Metric Over(Metric metric, Quantity quantity) => metric with { Quantity = quantity, Place = null };

    private Term Matching(Metric metric) => builder.Sum(ledger.Entries
        .Where(entry => entry.Quantity == metric.Quantity
            && (metric.Side is null || metric.Side == entry.Side)
            && (metric.Place is null || metric.Place == entry.Place)
            && (metric.Calibre is null || metric.Calibre == entry.Calibre)
            && (metric.Origin is null || metric.Origin == entry.Origin))
        .Select(entry => Counted(entry, metric.Effects)));

    /// <summary>Rounds of an entry, or what they count in an effective ratio.</summary>
    private Term Counted(LedgerEntry entry, Items<RoundEffect> effects) =>
        effects.FirstOrDefault(effect => effect.Origin == entry.Origin) is { } one
            ? builder.Multiply(entry.Term, builder.Constant(one.Effect)) : entry.Term;

    private Term Sum(Metric metric)
    {
        var flow = Matching(metric);
        if (sums.TryGetValue(flow, out var sum)) return sum;
        var state = builder.NewState($"sum[{metric with { Aggregate = Aggregate.Total }}]", builder.Zero);
        sum = builder.Add(builder.Read(state), flow);
        builder.Set(state, sum);
        return sums[flow] = sum;
    }

    private Term Trailing(Metric metric, int days)
    {
        // Before the first step all sums are 0, so a longer trail than the horizon would only cost memory.
        var steps = Math.Min(builder.Steps, Math.Max(1, (int)Math.Floor(days / horizon.StepDays + 0.5)));
        var sum = Sum(metric);
        if (trailing.TryGetValue((sum, steps), out var term)) return term;
        var delay = builder.NewDelay($"sum {days} days ago[{metric with { Aggregate = Aggregate.Total }}]", builder.Constant(steps), steps);
        term = builder.Subtract(sum, builder.Delayed(delay));
        term = builder.Select(builder.Less(builder.Multiply(builder.Constant(Negligible), sum), term), term, builder.Zero);
        builder.Push(delay, sum);
        return trailing[(sum, steps)] = term;
    }

    private Term MeanRequired(Metric required)
    {
        var steps = Math.Max(1, (int)Math.Floor(metrics.FillDays / horizon.StepDays + 0.5));
        var days = Enumerable.Range(0, builder.Steps).Select(step => Math.Min(step + 1, steps) * horizon.StepDays);
        var perDay = builder.Table([.. days.Select(counted => 1 / counted)]);
        return builder.Multiply(Trailing(required, metrics.FillDays), perDay);
    }

    private Term Exhaustion(Metric metric, int first, int last)
    {
        var steps = Math.Max(1, (int)Math.Floor(metrics.FillDays / horizon.StepDays + 0.5));
        var fired = Trailing(metric with { Quantity = Quantity.Fired }, metrics.FillDays);
        var required = Trailing(metric with { Quantity = Quantity.Required }, metrics.FillDays);
        var below = builder.Less(fired, builder.Multiply(builder.Constant(metrics.ExhaustionFill), required));
        var counted = builder.Flag(Math.Max(first, steps - 1), last + 1);
        var day = builder.Table([.. Enumerable.Range(0, builder.Steps).Select(horizon.EndDay)]);
        var state = builder.NewState($"first exhausted day[{metric}, from step {first}]", builder.Constant(double.PositiveInfinity));
        var hit = builder.Select(builder.Multiply(below, counted), day, builder.Constant(double.PositiveInfinity));
        var latch = builder.Min(builder.Read(state), hit);
        builder.Set(state, latch);
        return latch;
    }
}
