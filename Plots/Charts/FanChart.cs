namespace Supply.Plots;

/// <summary>Outcomes over time: median and bands, dated changes, the end of the record and the projection.</summary>
public static partial class FanChart
{
    private const int MostFans = 4;

    /// <summary>One outcome for one to four scenarios.</summary>
    /// <param name="title">The message of the picture.</param>
    /// <param name="time">The positions all fans share.</param>
    /// <param name="valueLabel">Quantity and unit, for example "Rounds per day".</param>
    /// <param name="fans">One to four scenarios; with one, the 50 % band is shown as well.</param>
    /// <param name="style">How the numbers are written.</param>
    /// <exception cref="ArgumentException">The data do not fit together; lists every problem.</exception>
    public static Figure Of(
        string title, Timeline time, string valueLabel, IReadOnlyList<Fan> fans, NumberStyle style = NumberStyle.Auto) =>
        Of(title, time, [new FanPanel("", valueLabel, fans, style)]);

    /// <summary>Several outcomes below each other on one timeline.</summary>
    /// <param name="title">The message of the picture.</param>
    /// <param name="time">The positions all fans share.</param>
    /// <param name="panels">The outcomes, from the top.</param>
    /// <exception cref="ArgumentException">The data do not fit together; lists every problem.</exception>
    public static Figure Of(string title, Timeline time, IReadOnlyList<FanPanel> panels)
    {
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(panels);
        var wrong = panels.Index().Where(p => p.Item.Fans.Count is < 1 or > MostFans)
            .Select(p => $"panel {p.Index + 1}: has {p.Item.Fans.Count} fans; it must have 1..{MostFans}.");
        ProblemReport.ThrowIfAny(title, wrong);
        var single = panels.All(p => p.Fans.Count == 1);
        var figure = new Figure(title, [.. panels.Select((panel, p) => Panel(time, panel, single, named: p == 0))])
        {
            Columns = 1,
            Legend = single ? LegendPlace.Top : LegendPlace.Auto,
            Subtitle = single ? "" : "Lines: median of all runs. Shading: 90 % of runs.",
        };
        figure.Validate();
        return figure;
    }

    private static Panel Panel(Timeline time, FanPanel panel, bool single, bool named)
    {
        // All bands lie behind all medians, and the first scenario is on top: where a change has not yet acted, its line should be visible.
        var layers = panel.Fans.SelectMany((fan, i) => fan.Layers(
            time.X, fan.Colour ?? fan.Name, single ? "Median" : fan.Name, single, (LineStyle)i));
        Layer[] unnamed = [.. layers.Select(layer => !single && layer is Band band ? band with { Label = "" } : layer)];
        IReadOnlyList<Annotation> level = panel.Level is { } mark ? [mark] : [];
        return new(time.Axis, Axis.Number(panel.ValueLabel, panel.Style), [.. unnamed.OfType<Band>(), .. unnamed.OfType<Line>().Reverse()])
        {
            Title = panel.Title,
            Annotations = [.. time.Annotations(named), .. level],
        };
    }
}
