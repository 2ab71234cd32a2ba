namespace Supply.Plots;

/// <summary>Outcomes against the target share of one origin, or the settings of another lever, as small multiples.</summary>
public static partial class ShareSweep
{
    private const int MostPanels = 6;

    /// <summary>One panel for each outcome and, if given, one of the realised against the target share.</summary>
    /// <param name="title">The message of the picture.</param>
    /// <param name="shareLabel">The horizontal axis, for example "Target share of the DPRK".</param>
    /// <param name="shares">Target shares in order, as fractions 0..1; at least one.</param>
    /// <param name="outcomes">The outcomes; with the realised share at most six panels.</param>
    /// <param name="realised">The realised share as fractions, for each meaning; drawn with the line of equality. Default: none.</param>
    /// <exception cref="ArgumentException">The data do not fit together; lists every problem.</exception>
    public static Figure Of(
        string title,
        string shareLabel,
        IReadOnlyList<double> shares,
        IReadOnlyList<SweepPanel> outcomes,
        IReadOnlyList<Fan>? realised = null)
    {
        ArgumentNullException.ThrowIfNull(shares);
        ArgumentNullException.ThrowIfNull(outcomes);
        IReadOnlyList<SweepPanel> last = realised is null
            ? []
            : [new("Realised share", "Share of rounds fired, %", realised, NumberStyle.Percent)];
        SweepPanel[] all = [.. outcomes, .. last];
        ProblemReport.ThrowIfAny(title, Check(shares, all));
        var panels = all.Select((outcome, p) => Panel(shareLabel, NumberStyle.Percent, shares, outcome, equality: p >= outcomes.Count));
        var figure = new Figure(title, [.. panels]) { Legend = LegendPlace.Top };
        figure.Validate();
        return figure;
    }

    private static IEnumerable<string> Check(IReadOnlyList<double> shares, SweepPanel[] panels)
    {
        foreach (var problem in CheckPanels(panels)) yield return problem;
        foreach (var (i, share) in shares.Index().Where(s => !(s.Item is >= 0 and <= 1)))
        {
            yield return FormattableString.Invariant($"shares[{i}]: is {share}; a share lies in 0..1.");
        }
    }

    private static IEnumerable<string> CheckPanels(SweepPanel[] panels)
    {
        if (panels.Length > MostPanels)
        {
            yield return $"panels: there are {panels.Length}; at most {MostPanels} can be read.";
        }

        foreach (var (i, panel) in panels.Index().Where(p => p.Item.Meanings.Count is < 1 or > 2))
        {
            yield return $"panel {i + 1} \"{panel.Title}\": has {panel.Meanings.Count} meanings; it must have 1..2.";
        }
    }

    private static IEnumerable<Layer> Filled(IReadOnlyList<double> shares, Fan fan, bool single) =>
        fan.Layers(shares, fan.Colour ?? fan.Name, $"Median, {fan.Name}", bothBands: single)
            .Select(layer => layer is Band band && !single ? band with { Label = $"{Fan.Wide}, {fan.Name}" } : layer);

    /// <summary>Its edges as thin lines: two areas on top of each other could not be told apart.</summary>
    private static IEnumerable<Layer> Outlined(IReadOnlyList<double> shares, Fan fan)
    {
        var colour = fan.Colour ?? fan.Name;
        Line Edge(IReadOnlyList<double> values) =>
            new(shares, values, colour) { Label = $"{Fan.Wide}, {fan.Name}", Style = LineStyle.Dotted, Width = 1.2 };
        var median = new Line(shares, fan.P50, colour) { Label = $"Median, {fan.Name}", Style = LineStyle.Dashed };
        return [Edge(fan.P05), Edge(fan.P95), median];
    }

    private static Panel Panel(
        string label, NumberStyle style, IReadOnlyList<double> shares, SweepPanel outcome, bool equality)
    {
        var single = outcome.Meanings.Count == 1;
        var layers = outcome.Meanings.SelectMany((fan, i) => i == 0 ? Filled(shares, fan, single) : Outlined(shares, fan));
        IReadOnlyList<Layer> line = equality
            ? [new Line(shares, shares, Palette.Other) { Label = "Realised = target", Style = LineStyle.Dotted, Width = 1.6 }]
            : [];
        return new(
            Axis.Number(label, style),
            Axis.Number(outcome.ValueLabel, outcome.Style),
            [.. layers.OrderBy(layer => layer is Line), .. line])
        {
            Title = outcome.Title,
        };
    }
}
