namespace Supply.Plots;

/// <summary>The realised against the target share of one origin, and where a limit keeps them apart.</summary>
public static partial class RealisedShare
{
    // The first sign marks the first limit met, and so on; at most three limits can be shown.
    private static readonly Marker[] signs = [Marker.Disc, Marker.Diamond, Marker.Ring];

    /// <summary>One panel for each meaning, side by side where the width allows.</summary>
    /// <param name="title">The message of the picture.</param>
    /// <param name="shareLabel">The horizontal axis, for example "Target share of the DPRK".</param>
    /// <param name="shares">Target shares in order, as fractions 0..1; at least one.</param>
    /// <param name="panels">One or two meanings.</param>
    /// <exception cref="ArgumentException">The data do not fit together; lists every problem.</exception>
    public static Figure Of(string title, string shareLabel, IReadOnlyList<double> shares, params IReadOnlyList<RealisedPanel> panels)
    {
        ArgumentNullException.ThrowIfNull(shares);
        ArgumentNullException.ThrowIfNull(panels);
        string[] limits = [.. panels.SelectMany(panel => panel.Limits).Where(limit => limit.Length > 0).Distinct()];
        ProblemReport.ThrowIfAny(title, Check(shares, panels, limits));

        // One scale for all panels, so that the diagonal means the same in each.
        var top = panels.SelectMany(panel => panel.Realised.P95).Concat(shares).Where(double.IsFinite).DefaultIfEmpty(1).Max();
        var figure = new Figure(title,
            [.. panels.Select(panel => Panel(shareLabel, shares, panel, limits, top))]) { Legend = LegendPlace.Top };
        figure.Validate();
        return figure;
    }

    private static IEnumerable<string> Check(IReadOnlyList<double> shares, IReadOnlyList<RealisedPanel> panels, string[] limits)
    {
        foreach (var (i, share) in shares.Index().Where(s => !(s.Item is >= 0 and <= 1)))
        {
            yield return FormattableString.Invariant($"shares[{i}]: is {share}; a share lies in 0..1.");
        }

        foreach (var (p, panel) in panels.Index().Where(p => p.Item.Limits.Count != shares.Count))
        {
            yield return $"panel {p + 1} \"{panel.Title}\": has {panel.Limits.Count} limits for {shares.Count} shares; the numbers "
                + $"must be equal.";
        }

        if (limits.Length > signs.Length)
        {
            yield return $"limits: there are {limits.Length} different ones; at most {signs.Length} can be told apart.";
        }
    }

    private static Panel Panel(string shareLabel, IReadOnlyList<double> shares, RealisedPanel panel, string[] limits, double top)
    {
        var points = limits.Index().Select(limit => new Points(
            [.. shares.Index().Where(s => panel.Limits[s.Index] == limit.Item)
                .Select(s => new DataPoint(s.Item, panel.Realised.P50[s.Index]))], limit.Item)
        {
            Label = limit.Item,
            Marker = signs[limit.Index],
        });
        return new(
            Axis.Number(shareLabel, NumberStyle.Percent),
            Axis.Number("Share of rounds fired, %", NumberStyle.Percent) with { Min = 0, Max = Math.Min(1, Math.Ceiling(top * 10) / 10) },
            [
                .. panel.Realised.Layers(shares, panel.Realised.Colour ?? panel.Realised.Name, "Median", bothBands: true),
                new Line(shares, shares, Palette.Other) { Label = "Realised = target", Style = LineStyle.Dotted, Width = 1.6 },
                .. points.Where(layer => layer.Items.Count > 0),
            ])
        {
            Title = panel.Title,
        };
    }
}
