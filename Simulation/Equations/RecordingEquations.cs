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
    private readonly Dictionary<(Term Sum, int Last, int First), Term> trailing = [];
    private readonly Dictionary<(Term Sum, int Steps), Term> earlier = [];

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
            MeanReckoned(Over(metric, Quantity.Required) with { Origin = null }));

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

    private Term Matching(Metric metric) => builder.Sum(Entries(metric).Select(entry => Counted(entry, metric.Effects)));

    private IEnumerable<LedgerEntry> Entries(Metric metric) => ledger.Entries
        .Where(entry => entry.Quantity == metric.Quantity
            && (metric.Side is null || metric.Side == entry.Side)
            && (metric.Place is null || metric.Place == entry.Place)
            && (metric.Calibre is null || metric.Calibre == entry.Calibre)
            && (metric.Origin is null || metric.Origin == entry.Origin));

    /// <summary>Rounds of an entry, or what they count in an effective ratio.</summary>
    private Term Counted(LedgerEntry entry, Items<RoundEffect> effects) =>
        effects.FirstOrDefault(effect => effect.Origin == entry.Origin) is { } one
            ? builder.Multiply(entry.Term, builder.Constant(one.Effect)) : entry.Term;

    private Term Sum(Metric metric) => Sum(Matching(metric), $"{metric with { Aggregate = Aggregate.Total }}");

    private Term Sum(Term flow, string name)
    {
        if (sums.TryGetValue(flow, out var sum)) return sum;
        var state = builder.NewState($"sum[{name}]", builder.Zero);
        sum = builder.Add(builder.Read(state), flow);
        builder.Set(state, sum);
        return sums[flow] = sum;
    }

    private Term Trailing(Metric metric, int days) =>
        Trailing(Sum(metric), $"{metric with { Aggregate = Aggregate.Total }}", days);

    private Term Trailing(Term sum, string name, int days)
    {
        var steps = Steps(days);
        if (trailing.TryGetValue((sum, 0, steps), out var term)) return term;
        return trailing[(sum, 0, steps)] = Counted(sum, Ago(sum, name, days, steps), sum);
    }

    /// <summary>The growth of a running sum over some days before the trailing days.</summary>
    private Term Before(Term sum, string name, int trail, int days)
    {
        var (last, first) = (Steps(trail), Math.Min(builder.Steps, Length(trail) + Length(days)));
        if (trailing.TryGetValue((sum, last, first), out var term)) return term;
        var until = Ago(sum, name, trail, last);
        return trailing[(sum, last, first)] = Counted(until, Ago(sum, name, trail + days, first), until);
    }

    /// <summary>A running sum as it was some steps ago.</summary>
    private Term Ago(Term sum, string name, int days, int steps)
    {
        if (earlier.TryGetValue((sum, steps), out var term)) return term;
        var delay = builder.NewDelay($"sum {days} days ago[{name}]", builder.Constant(steps), steps);
        builder.Push(delay, sum);
        return earlier[(sum, steps)] = builder.Delayed(delay);
    }

    /// <summary>The difference of two running sums; 0 where it is negligible against all that was summed.</summary>
    private Term Counted(Term after, Term before, Term all)
    {
        var term = builder.Subtract(after, before);
        return builder.Select(builder.Less(builder.Multiply(builder.Constant(Negligible), all), term), term, builder.Zero);
    }

    /// <summary>Whole steps of a trail, at least one.</summary>
    private int Length(int days) => Math.Max(1, (int)Math.Floor(days / horizon.StepDays + 0.5));

    /// <summary>The same, at most all: before the first step all sums are 0, so a longer trail would only cost memory.</summary>
    private int Steps(int days) => Math.Min(builder.Steps, Length(days));

    private Term MeanReckoned(Metric required)
    {
        var steps = Length(metrics.FillDays);
        var days = Enumerable.Range(0, builder.Steps).Select(step => Math.Min(step + 1, steps) * horizon.StepDays);
        var perDay = builder.Table([.. days.Select(counted => 1 / counted)]);
        var (rounds, name) = Wish(required, "reckoned", (follows, fired, given) => builder.Select(follows, fired, given));
        return builder.Multiply(Trailing(Sum(rounds, name), name, metrics.FillDays), perDay);
    }

    /// <summary>Rounds that consumers require, with something else where a wish may follow supply, and the name of their sum.</summary>
    private (Term Rounds, string Name) Wish(Metric metric, string other, Func<Term, Term, Term, Term> ofFollower)
    {
        var required = metric with { Quantity = Quantity.Required, Aggregate = Aggregate.Total };
        LedgerEntry[] entries = [.. Entries(required)];
        var name = Array.Exists(entries, entry => ledger.Follows(entry) is not null) ? $"{other}, {required}" : $"{required}";
        return (builder.Sum(entries.Select(entry => ledger.Follows(entry) is { } follows
            ? ofFollower(follows, Fired(entry), entry.Term) : Counted(entry, metric.Effects))), name);
    }

    /// <summary>Rounds that a consumer fired of the calibre of an entry.</summary>
    private Term Fired(LedgerEntry required) => builder.Sum(ledger.Entries
        .Where(entry => entry.Quantity == Quantity.Fired
            && (entry.Side, entry.Place, entry.Calibre) == (required.Side, required.Place, required.Calibre))
        .Select(entry => entry.Term));

    /// <summary>
    /// Rounds below a share of which fire counts as exhausted: what is required over the trailing days, and of those whose wish follows
    /// supply as many days of their mean fire before.
    /// </summary>
    private Term Benchmark(Metric metric)
    {
        var (given, name) = Wish(metric, "given", (follows, _, required) => builder.Select(follows, builder.Zero, required));
        var benchmark = Trailing(Sum(given, name), name, metrics.FillDays);
        if (!Entries(metric with { Quantity = Quantity.Required }).Any(entry => ledger.Follows(entry) is not null)) return benchmark;
        var fired = builder.Sum(Entries(metric with { Quantity = Quantity.Required }).Select(entry =>
            ledger.Follows(entry) is { } follows ? builder.Select(follows, Fired(entry), builder.Zero) : builder.Zero));
        name = $"fired as supply allows, {metric with { Quantity = Quantity.Fired, Aggregate = Aggregate.Total }}";
        var (trail, most) = (Length(metrics.FillDays), Length(metrics.BenchmarkDays));
        var counted = Enumerable.Range(0, builder.Steps).Select(step => (double)Math.Clamp(step - trail + 1, 1, most));
        var perStep = builder.Table([.. counted.Select(steps => trail / steps)]);
        var before = Before(Sum(fired, name), name, metrics.FillDays, metrics.BenchmarkDays);
        return builder.Add(benchmark, builder.Multiply(before, perStep));
    }

    private Term Exhaustion(Metric metric, int first, int last)
    {
        var steps = Length(metrics.FillDays);
        var fired = Trailing(metric with { Quantity = Quantity.Fired }, metrics.FillDays);
        var benchmark = Benchmark(metric);
        var below = builder.Less(fired, builder.Multiply(builder.Constant(metrics.ExhaustionFill), benchmark));
        var counted = builder.Flag(Math.Max(first, steps - 1), last + 1);
        var day = builder.Table([.. Enumerable.Range(0, builder.Steps).Select(horizon.EndDay)]);
        var state = builder.NewState($"first exhausted day[{metric}, from step {first}]", builder.Constant(double.PositiveInfinity));
        var hit = builder.Select(builder.Multiply(below, counted), day, builder.Constant(double.PositiveInfinity));
        var latch = builder.Min(builder.Read(state), hit);
        builder.Set(state, latch);
        return latch;
    }
}
