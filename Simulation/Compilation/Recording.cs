namespace Supply.Compilation;

/// <summary>How the values of a metric follow from what is sampled.</summary>
internal enum Reading
{
    /// <summary>The difference of a running sum between two samples.</summary>
    Difference,

    /// <summary>That difference per day between them.</summary>
    DifferencePerDay,

    /// <summary>The difference of one running sum over the difference of another.</summary>
    RatioOfDifferences,

    /// <summary>The sampled value.</summary>
    Value,

    /// <summary>One sampled value over another.</summary>
    Ratio,
}

/// <summary>A metric as what to sample and how to read it.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="Reading">How to read it.</param>
/// <param name="A">The sampled term.</param>
/// <param name="B">The sampled denominator.</param>
internal sealed record Recorded(Metric Metric, Reading Reading, Term A, Term? B = null);

/// <summary>A scalar metric over a window, whose samples lie at the end of the step before it and at its end.</summary>
/// <param name="Recorded">What to sample.</param>
/// <param name="Window">The window as declared.</param>
/// <param name="First">First step of the window.</param>
/// <param name="Last">Last step of the window.</param>
internal sealed record RecordedScalar(Recorded Recorded, Window Window, int First, int Last);

/// <summary>Adds the running sums, trailing sums and latches that metrics need to a program.</summary>
internal sealed class RecordingEquations(ProgramBuilder b, Ledger ledger, Horizon horizon, Metrics metrics)
{
    /// <summary>
    /// A part of a running sum below this share of it is made of rounding as much as of rounds, and counts as none in ratios
    /// and trailing sums.
    /// </summary>
    public const double Negligible = 1e-9;

    private readonly Dictionary<Term, Term> sums = [];
    private readonly Dictionary<(Term, int), Term> trailing = [];

    public IReadOnlyList<Recorded> Series() => [.. metrics.Series.Select(metric => Record(metric, series: true, null))];

    public IReadOnlyList<RecordedScalar> Scalars() =>
    [
        .. from window in Windows()
           from metric in metrics.Scalars
           select Scalar(metric, window),
        .. metrics.Outcomes.Select(outcome => Scalar(outcome.Metric, Steps(outcome.Window))),
    ];

    public IEnumerable<(Window Window, int First, int Last)> Windows() => metrics.Windows.Count == 0
        ? [(Whole(horizon), 0, b.Steps - 1)]
        : metrics.Windows.Select(Steps);

    private (Window Window, int First, int Last) Steps(Window window) => (window, horizon.StepAt(window.From), Math.Min(b.Steps - 1, LastStep(window.To)));

    private RecordedScalar Scalar(Metric metric, (Window Window, int First, int Last) window) =>
        new(Record(metric, series: false, window), window.Window, window.First, window.Last);

    public static Window Whole(Horizon horizon) => horizon.Start is { } start
        ? new("whole horizon", start, horizon.DateOf(horizon.Steps - 1)!.Value)
        : new("whole horizon", Moment.AtStep(0), Moment.AtStep(horizon.Steps - 1));

    /// <summary>The last step that starts on or before a moment.</summary>
    private int LastStep(Moment moment) => (int)Math.Floor(horizon.DaysTo(moment) / horizon.StepDays);

    private Recorded Record(Metric metric, bool series, (Window Window, int First, int Last)? window)
    {
        Metric Part(Quantity quantity) => metric with { Quantity = quantity, Place = null };
        switch (metric.Quantity)
        {
            case Quantity.FillRate:
                return new(metric, Reading.RatioOfDifferences, Sum(Part(Quantity.Fired)), Sum(Part(Quantity.Required)));
            case Quantity.Share when series:
                return new(metric, Reading.Ratio,
                    Trailing(Part(Quantity.Fired), metrics.ShareDays),
                    Trailing(Part(Quantity.Fired) with { Origin = null }, metrics.ShareDays));
            case Quantity.Share:
                return new(metric, Reading.RatioOfDifferences, Sum(Part(Quantity.Fired)), Sum(Part(Quantity.Fired) with { Origin = null }));
            case Quantity.DaysOfSupply:
                return new(metric, Reading.Ratio, Matching(metric with { Quantity = Quantity.OnHand }), MeanRequired(Part(Quantity.Required) with { Origin = null }));
            case Quantity.FireRatio or Quantity.EffectiveFireRatio:
                var counted = metric.Quantity == Quantity.EffectiveFireRatio && metric.Effects.Count == 0 ? Quantity.EffectiveFired : Quantity.Fired;
                var (ours, theirs) = (Part(counted), Part(counted) with { Side = metric.Opponent });
                return series
                    ? new(metric, Reading.Ratio, Trailing(ours, metrics.RatioDays), Trailing(theirs, metrics.RatioDays))
                    : new(metric, Reading.RatioOfDifferences, Sum(ours), Sum(theirs));
            case Quantity.Exhaustion:
                return new(metric, Reading.Value, Exhaustion(metric, window!.Value.First, window.Value.Last));
            default:
                return metric.IsLevel ? new(metric, Reading.Value, Matching(metric))
                    : new(metric, metric.Aggregate == Aggregate.PerDay ? Reading.DifferencePerDay : Reading.Difference, Sum(metric));
        }
    }

    private Term Matching(Metric metric) => b.Sum(ledger.Entries
        .Where(entry => entry.Quantity == metric.Quantity
            && (metric.Side is null || metric.Side == entry.Side)
            && (metric.Place is null || metric.Place == entry.Place)
            && (metric.Calibre is null || metric.Calibre == entry.Calibre)
            && (metric.Origin is null || metric.Origin == entry.Origin))
        .Select(entry => Counted(entry, metric.Effects)));

    /// <summary>Rounds of an entry, or what they count in an effective ratio.</summary>
    private Term Counted(Entry entry, Items<RoundEffect> effects) =>
        effects.FirstOrDefault(effect => effect.Origin == entry.Origin) is { } one ? b.Multiply(entry.Term, b.Constant(one.Effect)) : entry.Term;

    private Term Sum(Metric metric)
    {
        var flow = Matching(metric);
        if (sums.TryGetValue(flow, out var sum)) return sum;
        var state = b.NewState($"sum[{metric with { Aggregate = Aggregate.Total }}]", b.Zero);
        sum = b.Add(b.Read(state), flow);
        b.Set(state, sum);
        return sums[flow] = sum;
    }

    private Term Trailing(Metric metric, int days)
    {
        // Before the first step all sums are 0, so a longer trail than the horizon would only cost memory.
        var steps = Math.Min(b.Steps, Math.Max(1, (int)Math.Floor(days / horizon.StepDays + 0.5)));
        var sum = Sum(metric);
        if (trailing.TryGetValue((sum, steps), out var term)) return term;
        var delay = b.NewDelay($"sum {days} days ago[{metric with { Aggregate = Aggregate.Total }}]", b.Constant(steps), steps);
        term = b.Subtract(sum, b.Delayed(delay));
        term = b.Select(b.Less(b.Multiply(b.Constant(Negligible), sum), term), term, b.Zero);
        b.Push(delay, sum);
        return trailing[(sum, steps)] = term;
    }

    private Term MeanRequired(Metric required)
    {
        var steps = Math.Max(1, (int)Math.Floor(metrics.FillDays / horizon.StepDays + 0.5));
        var perDay = b.Table([.. Enumerable.Range(0, b.Steps).Select(step => 1 / (Math.Min(step + 1, steps) * horizon.StepDays))]);
        return b.Multiply(Trailing(required, metrics.FillDays), perDay);
    }

    private Term Exhaustion(Metric metric, int first, int last)
    {
        var steps = Math.Max(1, (int)Math.Floor(metrics.FillDays / horizon.StepDays + 0.5));
        var fired = Trailing(metric with { Quantity = Quantity.Fired }, metrics.FillDays);
        var required = Trailing(metric with { Quantity = Quantity.Required }, metrics.FillDays);
        var below = b.Less(fired, b.Multiply(b.Constant(metrics.ExhaustionFill), required));
        var counted = b.Flag(Math.Max(first, steps - 1), last + 1);
        var day = b.Table([.. Enumerable.Range(0, b.Steps).Select(step => step * horizon.StepDays)]);
        var state = b.NewState($"first exhausted day[{metric}, from step {first}]", b.Constant(double.PositiveInfinity));
        var hit = b.Select(b.Multiply(below, counted), day, b.Constant(double.PositiveInfinity));
        var latch = b.Min(b.Read(state), hit);
        b.Set(state, latch);
        return latch;
    }
}
