namespace Supply.Plots;

/// <summary>How likely it is that stocks are exhausted by a date, over time.</summary>
public static partial class ExhaustionChart
{
    private const int MostCurves = 4;

    /// <summary>Probabilities for one to four scenarios, the panels below each other.</summary>
    /// <param name="title">The message of the picture.</param>
    /// <param name="time">The positions all curves share.</param>
    /// <param name="panels">The panels, from the top.</param>
    /// <exception cref="ArgumentException">The data do not fit together; lists every problem.</exception>
    public static Figure Of(string title, Timeline time, params IReadOnlyList<ProbabilityPanel> panels)
    {
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(panels);
        ProblemReport.ThrowIfAny(title, Check(panels));
        var figure = new Figure(title, [.. panels.Select((panel, p) => Panel(time, panel, named: p == 0))])
        {
            Columns = 1,
            Subtitle = "Lines: share of runs. Shading: 90 % interval of the probability, from the number of runs.",
        };
        figure.Validate();
        return figure;
    }

    private static IEnumerable<string> Check(IReadOnlyList<ProbabilityPanel> panels)
    {
        foreach (var (p, panel) in panels.Index())
        {
            if (panel.Curves.Count is < 1 or > MostCurves)
            {
                yield return $"panel {p + 1}: has {panel.Curves.Count} curves; it must have 1..{MostCurves}.";
            }

            foreach (var curve in panel.Curves)
            {
                foreach (var (i, value) in curve.Probability.Index().Where(v => v.Item is < 0 or > 1))
                {
                    yield return FormattableString.Invariant(
                        $"panel {p + 1}: \"{curve.Name}\"[{i}] is {value}; a probability lies in 0..1.");
                }
            }
        }
    }

    private static Panel Panel(Timeline time, ProbabilityPanel panel, bool named)
    {
        var colours = panel.Curves.Select(curve => curve.Colour ?? curve.Name).ToArray();
        var bands = panel.Curves.Select((curve, i) => new Band(time.X, curve.Low, curve.High, colours[i]) { Stepped = true });
        var lines = panel.Curves.Select(
            (curve, i) => new Line(time.X, curve.Probability, colours[i]) { Label = curve.Name, Style = (LineStyle)i, Stepped = true });
        return new(time.Axis, Axis.Number("Probability, %", NumberStyle.Percent) with { Min = 0, Max = 1 }, [.. bands, .. lines.Reverse()])
        {
            Title = panel.Title,
            Annotations = time.Annotations(named),
        };
    }
}
