using System.Globalization;

namespace Supply.Plots.Layout;

/// <summary>Describes a figure in words, for a caller who gave no description.</summary>
internal static class FigureDescription
{
    public static string Describe(Figure figure) =>
        figure.Description.Length > 0 ? figure.Description : string.Join(' ', figure.Panels.Select(Describe));

    private static string Describe(Panel panel)
    {
        var (min, max) = DataRange.X(panel);
        var title = panel.Title.Length > 0 ? panel.Title + ": " : "";
        var across = panel.X.Kind switch
        {
            AxisKind.Date => $"from {DateTicks.Say(min)} to {DateTicks.Say(max)}",
            AxisKind.Category => $"for {string.Join(", ", panel.X.Categories)}",
            _ => $"against {panel.X.Label}, {NumberText.One(min, panel.X.Style)} to {NumberText.One(max, panel.X.Style)}",
        };
        if (panel.Layers.OfType<Intervals>().FirstOrDefault() is { } rows)
        {
            return title + OfRows(rows, panel.Y.Label, across);
        }

        var ends = panel.Layers.OfType<Line>().Select(line => End(panel, line)).Where(e => e.Length > 0);
        var areas = panel.Layers.OfType<StackedAreas>()
            .Select(s => "Stacked areas: " + string.Join(", ", s.Areas.Select(a => a.Name)) + ".");
        var points = panel.Layers.OfType<Points>().Select(p =>
            string.Create(CultureInfo.InvariantCulture, $"{p.Items.Count} points{(p.Label.Length > 0 ? " (" + p.Label + ")" : "")}."));
        return string.Join(' ', [$"{title}{panel.Y.Label} {across}.", .. ends, .. areas, .. points]);
    }

    private static string OfRows(Intervals layer, string label, string across)
    {
        var count = string.Create(CultureInfo.InvariantCulture,
            $"{layer.Rows.Count} rows{(label.Length > 0 ? $" ({label})" : "")} {across}.");
        var series = layer.Series.Count > 0 ? $" Intervals: {string.Join(", ", layer.Series)}." : "";
        string[] apart = [.. layer.Rows.Where(row => row.Published is { Disagrees: true }).Select(row => row.Label)];
        return count + series + (apart.Length > 0 ? $" Published figures that disagree: {string.Join(", ", apart)}." : "");
    }

    private static string End(Panel panel, Line line)
    {
        double[] values = [.. line.Y.Where(double.IsFinite)];
        return values.Length == 0 || line.Label.Length == 0
            ? ""
            : $"{line.Label}: {NumberText.One(values[0], panel.Y.Style)} at first, {NumberText.One(values[^1], panel.Y.Style)} at last.";
    }
}
