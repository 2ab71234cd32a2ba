namespace Supply.Tests.Twin;

/// <summary>Runs a scenario with the engine and with the twin and demands the same numbers.</summary>
internal sealed class Comparison
{
    private const ulong Seed = 0xFEDCBA9876543210;

    /// <summary>The largest difference seen, relative to the number, of numbers from 1 on.</summary>
    public double Largest { get; private set; }

    /// <summary>Values compared.</summary>
    public int Count { get; private set; }

    /// <summary>Values compared that are neither 0 nor undefined nor never reached.</summary>
    public int Telling { get; private set; }

    /// <summary>
    /// Compares parameters, scalars of every replication over every window, their distribution, and series of replication 0.
    /// </summary>
    public static Comparison Of(Scenario scenario, int replications, Metrics settings, params TimeWindow[] windows)
    {
        var comparison = new Comparison();
        var twins = Enumerable.Range(0, replications).Select(replication => TwinModel.Run(scenario, Seed, replication)).ToArray();
        var metrics = Worthwhile(scenario, twins);
        var record = settings with
        {
            Series = Items.From(metrics.Where(metric => metric.Row.HasSeries)),
            Scalars = Items.From(metrics),
            Windows = Items.From(windows),
        };
        var study = new Ensemble(replications, Seed, record).Run(scenario);
        comparison.Parameters(study[scenario.Name].Parameters, twins);
        foreach (var metric in metrics)
        {
            foreach (var window in windows) comparison.Scalars(study[scenario.Name], twins, metric, window, settings);
        }

        var single = new Ensemble(1, Seed, record).Run(scenario);
        foreach (var metric in record.Series) comparison.Series(single[scenario.Name].Series(metric), twins[0], settings);
        return comparison;
    }

    /// <summary>
    /// Demands that two numbers agree. Ratios agree if their numerators do: where almost nothing was fired, a share of it consists of
    /// rounding.
    /// </summary>
    public void Same(double engine, double twin, string what, double denominator = 1)
    {
        Count++;
        if (double.IsNaN(engine) && double.IsNaN(twin) || engine == twin)
        {
            if (double.IsFinite(twin) && twin != 0) Telling++;
            return;
        }

        Telling++;
        var (size, difference) = (Math.Max(Math.Abs(engine), Math.Abs(twin)), Math.Abs(engine - twin));
        if (size >= 1 && denominator >= 1) Largest = Math.Max(Largest, difference / size);
        var floor = Tolerance.TwinFloor / Math.Min(1, denominator);
        Assert.True(difference <= Tolerance.TwinRelative * size + floor || denominator > 0 && denominator <= Tolerance.TwinFloor,
            $"{what}: engine {engine:R}, twin {twin:R}, divided by {denominator:R}");
    }

    private void Parameters(ParameterMatrix matrix, TwinModel[] twins)
    {
        matrix.Keys.Except(twins[0].Parameters.Keys).ShouldBeEmpty("parameters that only the engine has");
        if (!twins[0].HasIdlePart) twins[0].Parameters.Keys.Except(matrix.Keys).ShouldBeEmpty("parameters that only the twin has");
        matrix.Keys.ShouldBeUnique();
        foreach (var key in matrix.Keys)
        {
            var column = matrix.Column(key);
            for (var i = 0; i < twins.Length; i++) Same(column[i], twins[i].Parameters[key], $"parameter {key}, replication {i}");
        }
    }

    private void Scalars(ScenarioResult result, TwinModel[] twins, Metric metric, TimeWindow window, Metrics settings)
    {
        var engine = result.Scalar(metric, window);
        var twin = twins.Select(one => TwinMetrics.Scalar(one, metric, window, settings)).ToArray();
        for (var i = 0; i < twin.Length; i++)
        {
            Same(engine[i], twin[i].Value, $"{metric} over {window}, replication {i}", twin[i].Denominator);
        }

        // Where almost nothing was fired, rounding decides whether a share is defined.
        if (Array.Exists(twin, one => one.Denominator > 0 && one.Denominator <= Tolerance.TwinFloor)) return;
        var (a, b) = (result.Distribution(metric, window), TwinStatistics.Of([.. twin.Select(one => one.Value)]));
        a.Undefined.ShouldBe(b.Undefined, $"{metric} over {window}");
        Same(a.Mean, b.Mean, $"mean of {metric} over {window}");
        Same(a.StandardError, b.StandardError, $"standard error of {metric} over {window}");
        for (var i = 0; i < 5; i++) Same(a.Quantiles[i], b.Quantiles[i], $"quantile {i} of {metric} over {window}");
    }

    private void Series(MetricSeries series, TwinModel twin, Metrics settings)
    {
        var (steps, values) = TwinMetrics.Series(twin, series.Metric, settings);
        series.Steps.ShouldBe(steps);
        for (var i = 0; i < steps.Length; i++)
        {
            Same(series.Points[i].Mean, values[i].Value, $"{series.Metric} after step {steps[i]}", values[i].Denominator);
        }
    }

    /// <summary>
    /// Every quantity as a whole, if its places add up, and narrowed in each way in which the twin booked something.
    /// </summary>
    public static Metric[] Worthwhile(Scenario scenario, TwinModel[] twins)
    {
        var entries = twins.SelectMany(twin => twin.Books.Keys).Distinct().ToArray();
        var metrics = new HashSet<Metric>();
        foreach (var quantity in Quantities.All.Where(row => row.IsBooked && row.NotSummed is null).Select(row => row.Quantity))
        {
            metrics.Add(new(quantity));
            if (!Array.Exists(entries, entry => entry.Quantity == quantity)) continue;
            metrics.Add(new Metric(quantity).Total());
            foreach (var network in scenario.Networks) metrics.Add(new Metric(quantity).On(network.Name));
        }

        foreach (var entry in entries)
        {
            var whole = new Metric(entry.Quantity).Total();
            var place = whole.On(entry.Side).At(entry.Place);
            metrics.Add(whole.Row.NotSummed is not null && entry.Calibre is { } only ? place.Of(only) : place);
            if (entry.Calibre is not { } calibre || whole.Row.NotSummed is not null) continue;
            metrics.UnionWith([whole.Of(calibre), place.Of(calibre)]);
            if (entry.Origin is { } origin) metrics.UnionWith([whole.From(origin), place.From(origin), place.Of(calibre).From(origin)]);
            if (entry.Quantity != Quantity.Fired) continue;
            Metric[] ratios = [Metric.FillRate, Metric.Exhaustion];
            foreach (var ratio in ratios)
                metrics.UnionWith([ratio, ratio.Of(calibre), ratio.On(entry.Side)]);
            metrics.UnionWith([Metric.DaysOfSupply, Metric.DaysOfSupply.Of(calibre), Metric.DaysOfSupply.On(entry.Side)]);
            var share = Metric.Share(entry.Origin!.Value);
            metrics.UnionWith([share, share.Of(calibre), share.On(entry.Side)]);
        }

        if (scenario.Networks.Count > 1)
        {
            var (red, blue) = (scenario.Networks[0].Name, scenario.Networks[1].Name);
            metrics.UnionWith([Metric.FireRatio(red, blue), Metric.FireRatio(blue, red), Metric.EffectiveFireRatio(red, blue)]);
            RoundEffect[] effects = [.. entries.Select(entry => entry.Origin).OfType<Origin>().Distinct().Take(2)
                .Select((origin, i) => new RoundEffect(origin, 0.3 + i))];
            if (effects.Length > 0) metrics.Add(Metric.EffectiveFireRatio(red, blue, effects));
        }

        return [.. metrics];
    }
}
