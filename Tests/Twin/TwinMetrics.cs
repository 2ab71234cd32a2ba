namespace Supply.Tests.Twin;

/// <summary>A metric of one replication; for a ratio also its divisor, otherwise 1.</summary>
internal readonly record struct TwinValue(double Value, double Denominator = 1);

/// <summary>Section 8 of MODEL.md: metrics of one replication.</summary>
internal static class TwinMetrics
{
    /// <summary>The steps of a window.</summary>
    public static (int First, int Last) Steps(TimeWindow window, Horizon horizon)
    {
        double Days(Moment moment) => moment.Date is { } date ? date.DayNumber - horizon.Start!.Value.DayNumber : 0;
        return (window.From.Step ?? (int)Math.Ceiling(Days(window.From) / horizon.StepDays),
            window.To.Step ?? (int)Math.Floor(Days(window.To) / horizon.StepDays));
    }

    public static TwinValue Scalar(TwinModel model, Metric metric, TimeWindow window, Metrics settings)
    {
        var (first, last) = Steps(window, model.Horizon);
        return metric.Quantity switch
        {
            Quantity.Share =>
                Ratio(Part(model, Quantity.Fired, metric, first, last),
                    Part(model, Quantity.Fired, metric with { Origin = null }, first, last)),
            Quantity.FireRatio or Quantity.EffectiveFireRatio => Compared(model, metric, first, last),
            Quantity.Exhaustion => new(Exhaustion(model, metric, first, last, settings)),
            _ => Span(model, metric, first, last, settings),
        };
    }

    /// <summary>The recorded steps of a series and its values.</summary>
    public static (int[] Steps, TwinValue[] Values) Series(TwinModel model, Metric metric, Metrics settings)
    {
        var steps = new List<int>();
        var values = new List<TwinValue>();
        for (var t = 0; t < model.Horizon.Steps; t++)
        {
            if ((t + 1) % settings.Every != 0 && t != model.Horizon.Steps - 1) continue;
            var first = steps.Count == 0 ? 0 : steps[^1] + 1;
            var trailing = Math.Max(0, t - Trailing(settings.ShareDays, model.Horizon) + 1);
            values.Add(metric.Opponent is not null
                ? Compared(model, metric, Math.Max(0, t - Trailing(settings.RatioDays, model.Horizon) + 1), t)
                : metric.Quantity == Quantity.Share
                ? Ratio(Part(model, Quantity.Fired, metric, trailing, t),
                    Part(model, Quantity.Fired, metric with { Origin = null }, trailing, t))
                : Span(model, metric, first, t, settings));
            steps.Add(t);
        }

        return ([.. steps], [.. values]);
    }

    private static int Trailing(int days, Horizon horizon) => (int)Math.Max(1, Math.Floor(days / horizon.StepDays + 0.5));

    private static TwinValue Span(TwinModel model, Metric metric, int first, int last, Metrics settings)
    {
        var h = model.Horizon.StepDays;
        switch (metric.Quantity)
        {
            case var level when new Metric(level).IsLevel:
                return new(Sum(model, metric.Quantity, metric, last, last));
            case Quantity.FillRate:
                return Ratio(Part(model, Quantity.Fired, metric, first, last), Part(model, Quantity.Required, metric, first, last));
            case Quantity.DaysOfSupply:
                var f = Trailing(settings.FillDays, model.Horizon);
                var reckoned = Part(last, first => Wished(model, metric, first, last) + Followed(model, metric, first, last), last - f + 1);
                return Ratio(Sum(model, Quantity.OnHand, metric, last, last), reckoned / (Math.Min(last + 1, f) * h));
            default:
                var total = Sum(model, metric.Quantity, metric, first, last);
                return new(metric.Aggregate == Aggregate.Total ? total : total / ((last - first + 1) * h));
        }
    }

    private static double Exhaustion(TwinModel model, Metric metric, int first, int last, Metrics settings)
    {
        var f = Trailing(settings.FillDays, model.Horizon);
        for (var t = Math.Max(first, f - 1); t <= last; t++)
        {
            var benchmark = Part(t, first => Wished(model, metric, first, t), t - f + 1);
            var n = Math.Min(t - f + 1, Trailing(settings.BenchmarkDays, model.Horizon));
            if (n > 0) benchmark += Part(t - f, first => Followed(model, metric, first, t - f), t - f - n + 1) * f / n;
            if (Part(model, Quantity.Fired, metric, t - f + 1, t) < settings.ExhaustionFill * benchmark)
                return (t + 1) * model.Horizon.StepDays - (model.Horizon.Start is null ? 0 : 1);
        }

        return double.PositiveInfinity;
    }

    private static TwinValue Compared(TwinModel model, Metric metric, int first, int last)
    {
        var counted = metric.Quantity == Quantity.EffectiveFireRatio && metric.Effects.Count == 0 ? Quantity.EffectiveFired
            : Quantity.Fired;
        return Ratio(Part(model, counted, metric, first, last), Part(model, counted, metric with { Side = metric.Opponent }, first, last));
    }

    private static TwinValue Ratio(double a, double b) => new(b == 0 ? double.NaN : a / b, b);

    /// <summary>Rounds that those whose wish is given require over steps.</summary>
    private static double Wished(TwinModel model, Metric narrowed, int first, int last) =>
        Sum(model, Quantity.Required, narrowed, first, last, entry => !model.Followers.Contains((entry.Side, entry.Place)));

    /// <summary>Rounds that those whose wish follows supply fire over steps.</summary>
    private static double Followed(TwinModel model, Metric narrowed, int first, int last) =>
        Sum(model, Quantity.Fired, narrowed, first, last, entry => model.Followers.Contains((entry.Side, entry.Place)));

    /// <summary>A sum up to a step, given by its first step, or 0 where it is below 1e-9 of the sum from step 0 on.</summary>
    private static double Part(int last, Func<int, double> sum, int first)
    {
        if (last < 0) return 0;
        var part = sum(Math.Max(0, first));
        return part > 1e-9 * sum(0) ? part : 0;
    }

    /// <summary>A sum over steps, or 0 where it is below 1e-9 of the sum from step 0 on.</summary>
    private static double Part(TwinModel model, Quantity quantity, Metric narrowed, int first, int last)
    {
        var part = Sum(model, quantity, narrowed, first, last);
        return part > 1e-9 * Sum(model, quantity, narrowed, 0, last) ? part : 0;
    }

    private static double Sum(
        TwinModel model, Quantity quantity, Metric narrowed, int first, int last, Func<Entry, bool>? of = null)
    {
        var sum = 0.0;
        foreach (var (entry, row) in model.Books)
        {
            if (entry.Quantity != quantity
                || of is not null && !of(entry)
                || narrowed.Side is { } side && entry.Side != side
                || narrowed.Place is { } place && entry.Place != place
                || narrowed.Calibre is { } calibre && entry.Calibre != calibre
                || entry.Origin is { } origin && narrowed.Origin is { } wanted && origin != wanted) continue;
            var counts = narrowed.Effects.FirstOrDefault(effect => effect.Origin == entry.Origin)?.Effect ?? 1;
            for (var t = first; t <= last; t++) sum += counts * row[t];
        }

        return sum;
    }
}
