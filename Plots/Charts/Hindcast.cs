namespace Supply.Plots;

/// <summary>The model against what was published: bands, and points with ranges and the periods they cover.</summary>
public static partial class Hindcast
{
    /// <summary>A model that varies over time.</summary>
    /// <param name="title">The message of the picture.</param>
    /// <param name="time">The dates of the model's values.</param>
    /// <param name="valueLabel">Quantity and unit, for example "Rounds per day".</param>
    /// <param name="model">The model's quantiles.</param>
    /// <param name="published">The published figures, in any order.</param>
    /// <param name="style">How the numbers are written.</param>
    /// <exception cref="ArgumentException">The data do not fit together; lists every problem.</exception>
    public static Figure Of(
        string title,
        Timeline time,
        string valueLabel,
        Fan model,
        IReadOnlyList<PublishedFigure> published,
        NumberStyle style = NumberStyle.Auto)
    {
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(published);
        return Build(title, time, valueLabel, model, published, style, stepped: false);
    }

    /// <summary>A model with one value for each period, such as a year.</summary>
    /// <param name="title">The message of the picture.</param>
    /// <param name="periods">The periods in order, without overlap; at least one.</param>
    /// <param name="valueLabel">Quantity and unit, for example "Rounds fired in the year".</param>
    /// <param name="model">The model's quantiles, one for each period.</param>
    /// <param name="published">The published figures, in any order.</param>
    /// <param name="style">How the numbers are written.</param>
    /// <exception cref="ArgumentException">The data do not fit together; lists every problem.</exception>
    public static Figure ByPeriod(
        string title,
        IReadOnlyList<Period> periods,
        string valueLabel,
        Fan model,
        IReadOnlyList<PublishedFigure> published,
        NumberStyle style = NumberStyle.Auto)
    {
        ArgumentNullException.ThrowIfNull(periods);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(published);
        ProblemReport.ThrowIfAny(title, Check(periods, model));

        // Each period is two positions, the second without a value, so that gaps between periods stay empty.
        var time = Timeline.Of([.. periods.SelectMany(p => new[] { p.From, p.To.AddDays(1) })]);
        return Build(title, time, valueLabel, model.HeldOverPairs(), published, style, stepped: true);
    }

    private static IEnumerable<string> Check(IReadOnlyList<Period> periods, Fan model)
    {
        foreach (var (i, period) in periods.Index().Where(p => p.Item.From > p.Item.To))
        {
            yield return $"period {i + 1}: From {period.From:yyyy-MM-dd} is after To {period.To:yyyy-MM-dd}.";
        }

        foreach (var (i, (before, after)) in periods.Zip(periods.Skip(1)).Index().Where(p => p.Item.First.To >= p.Item.Second.From))
        {
            yield return $"period {i + 2}: starts {after.From:yyyy-MM-dd}, not after the end of period {i + 1}, {before.To:yyyy-MM-dd}.";
        }

        foreach (var (name, values) in new[
            ] { ("P05", model.P05), ("P25", model.P25), ("P50", model.P50), ("P75", model.P75), ("P95", model.P95) })
        {
            if (values.Count != periods.Count)
            {
                yield return $"model: {name} has {values.Count} values for {periods.Count} periods; the numbers must be equal.";
            }
        }
    }

    private static Figure Build(
        string title, Timeline time, string valueLabel, Fan model, IReadOnlyList<PublishedFigure> published, NumberStyle style,
            bool stepped)
    {
        List<Layer> layers = [.. model.Layers(
            time.X, model.Colour ?? model.Name, $"Median, {model.Name}", bothBands: true, stepped: stepped)];
        var points = SideBySide.Points(published, time.X);
        foreach (var (use, name, marker, colour) in new[]
        {
            (FigureUse.HeldOut, "Published, held out", Marker.Disc, Palette.Baseline),
            (FigureUse.Input, "Published, input", Marker.Ring, Palette.Other),
        })
        {
            DataPoint[] items = [.. published.Zip(points).Where(p => p.First.Use == use).Select(p => p.Second)];
            if (items.Length > 0)
            {
                layers.Add(new Points(items, colour) { Label = name, Marker = marker });
            }
        }

        var panel = new Panel(time.Axis, Axis.Number(valueLabel, style), layers) { Annotations = time.Annotations(named: true) };
        var figure = new Figure(title, [panel]) { Legend = LegendPlace.Top };
        figure.Validate();
        return figure;
    }
}
