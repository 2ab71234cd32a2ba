using System.Globalization;

namespace Supply.Plots;

/// <summary>Finds everything wrong with a figure, so that an author can fix it all at once.</summary>
internal sealed class FigureProblems
{
    private readonly List<string> problems = [];
    private int emptyPanels;

    public static void Throw(Figure figure)
    {
        var all = Found(figure);
        if (all.emptyPanels > 0 && all.emptyPanels == figure.Panels.Count && all.problems.Count == all.emptyPanels)
        {
            throw new NothingToDrawException(ProblemReport.Message(figure.Title, all.problems));
        }

        ProblemReport.ThrowIfAny(figure.Title, all.problems);
    }

    public static IReadOnlyList<string> Of(Figure figure) => Found(figure).problems;

    private static FigureProblems Found(Figure figure)
    {
        var all = new FigureProblems();
        all.CheckFigure(figure);
        for (var p = 0; p < figure.Panels.Count; p++)
        {
            all.CheckPanel(figure.Panels[p], $"panel {p + 1}");
        }

        return all;
    }

    private static string Text(double value) => value.ToString("G6", CultureInfo.InvariantCulture);

    private static string Name(Layer layer) => layer.Words + (layer.Name.Length > 0 ? $" \"{layer.Name}\"" : "");

    private void Add(bool wrong, string problem)
    {
        if (wrong)
        {
            problems.Add(problem);
        }
    }

    private void CheckFigure(Figure figure)
    {
        Add(string.IsNullOrWhiteSpace(figure.Title), "title: is empty; a figure needs one.");
        Add(figure.Panels.Count == 0, "panels: there are none; at least 1 is needed.");
        Add(figure.Width is < 240 or > 4000, $"width: {figure.Width} px; it must lie in 240..4000.");
        Add(figure.Height is < 160 or > 8000, $"height: {figure.Height} px; it must lie in 160..8000.");
        Add(figure.Columns is < 1 or > 6, $"columns: {figure.Columns}; it must lie in 1..6.");
    }

    private void CheckPanel(Panel panel, string place)
    {
        place = panel.Title.Length > 0 ? $"{place} \"{panel.Title}\"" : place;
        CheckAxis(panel.X, $"{place}, x axis");
        CheckAxis(panel.Y, $"{place}, y axis");
        CheckKinds(panel, place);
        Add(panel.Layers.Count == 0, $"{place}: has no layers; at least 1 is needed.");
        for (var l = 0; l < panel.Layers.Count; l++)
        {
            CheckLayer(panel, panel.Layers[l], $"{place}, layer {l + 1} ({Name(panel.Layers[l])})");
        }

        for (var a = 0; a < panel.Annotations.Count; a++)
        {
            CheckAnnotation(panel.X, panel.Annotations[a], $"{place}, annotation {a + 1} ({panel.Annotations[a].Words})");
        }

        var nothing = panel.Layers.Count > 0 && !Layout.DataRange.HasFinite(panel);
        if (nothing) emptyPanels++;
        Add(nothing, $"{place}: all values are missing; at least 1 must be a number.");
    }

    private void CheckKinds(Panel panel, string place)
    {
        if (!panel.Layers.OfType<Intervals>().Any())
        {
            Add(panel.Y.Kind != AxisKind.Number, $"{place}, y axis: is of kind {panel.Y.Kind}; it must be Number.");
            Add(panel.X.Kind == AxisKind.Rows, $"{place}, x axis: is of kind Rows; only the y axis of Intervals can be.");
            var scaled = panel.X.Scale == AxisScale.Logarithmic || panel.Y.Scale == AxisScale.Logarithmic;
            Add(scaled, $"{place}: has a logarithmic axis; only the x axis of Intervals can be.");
            return;
        }

        Add(panel.Layers.Count > 1, $"{place}: has Intervals and {panel.Layers.Count - 1} other layers; Intervals must stand alone.");
        Add(panel.Y.Kind != AxisKind.Rows, $"{place}, y axis: is of kind {panel.Y.Kind}; with Intervals it must be Rows.");
        Add(panel.X.Kind != AxisKind.Number, $"{place}, x axis: is of kind {panel.X.Kind}; with Intervals it must be Number.");
        Add(panel.Annotations.OfType<HorizontalMark>().Any(),
            $"{place}: has a HorizontalMark; rows can only have a VerticalMark or Shade.");
    }

    private void CheckAxis(Axis axis, string place)
    {
        Add(axis.Kind == AxisKind.Number && string.IsNullOrWhiteSpace(axis.Label), $"{place}: label is empty; name quantity and unit.");
        Add(axis.Kind == AxisKind.Category && axis.Categories.Count == 0, $"{place}: has no categories; at least 1 is needed.");
        Add(axis.Min is { } min && !double.IsFinite(min), $"{place}: Min is {Text(axis.Min ?? 0)}; it must be finite.");
        Add(axis.Max is { } max && !double.IsFinite(max), $"{place}: Max is {Text(axis.Max ?? 0)}; it must be finite.");
        var below = axis is { Scale: AxisScale.Logarithmic, Min: <= 0 };
        Add(below, $"{place}: Min is {Text(axis.Min ?? 0)}; on a logarithmic axis it must be above 0.");
        Add(axis.Min >= axis.Max, $"{place}: Min {Text(axis.Min ?? 0)} must lie below Max {Text(axis.Max ?? 0)}.");
    }

    private void CheckLayer(Panel panel, Layer layer, string place)
    {
        switch (layer)
        {
            case Line line:
                CheckX(panel.X, line.X, place);
                CheckValues(line.Y, "Y", line.X.Count, place);
                CheckColour(line.Colour, place);
                Add(!(line.Width is > 0 and <= 10), $"{place}: Width is {Text(line.Width)}; it must lie in 0..10, above 0.");
                break;
            case Band band:
                CheckX(panel.X, band.X, place);
                CheckValues(band.Low, "Low", band.X.Count, place);
                CheckValues(band.High, "High", band.X.Count, place);
                CheckOrder(band, place);
                CheckColour(band.Colour, place);
                Add(!(band.Opacity is > 0 and <= 1), $"{place}: Opacity is {Text(band.Opacity)}; it must lie in 0..1, above 0.");
                break;
            case StackedAreas stack:
                CheckStack(panel, stack, place);
                break;
            case Intervals intervals:
                problems.AddRange(IntervalProblems.Of(panel, intervals, place));
                break;
            case Points points:
                Add(points.Items.Count == 0, $"{place}: has no points; at least 1 is needed.");
                CheckColour(points.Colour, place);
                for (var i = 0; i < points.Items.Count; i++)
                {
                    CheckPoint(panel.X, points.Items[i], $"{place}, point {i + 1}");
                }

                break;
            default:
                break;
        }
    }

    private void CheckStack(Panel panel, StackedAreas stack, string place)
    {
        CheckX(panel.X, stack.X, place);
        Add(panel.X.Kind == AxisKind.Category, $"{place}: is on a category axis; it needs dates or numbers.");
        Add(stack.X.Count == 1, $"{place}: X has 1 value; at least 2 are needed.");
        Add(stack.Areas.Count == 0, $"{place}: has no areas; at least 1 is needed.");
        foreach (var area in stack.Areas)
        {
            Add(string.IsNullOrWhiteSpace(area.Name), $"{place}: an area has no name; each needs one.");
            CheckValues(area.Values, $"\"{area.Name}\"", stack.X.Count, place);
            CheckColour(area.Colour, place);
            var low = IndexOf(area.Values, v => v < 0);
            Add(low >= 0, $"{place}: \"{area.Name}\"[{low}] is {(low < 0 ? "" : Text(area.Values[low]))}; a stacked value is at least 0.");
        }
    }

    private void CheckX(Axis axis, IReadOnlyList<double> x, string place)
    {
        Add(x.Count == 0, $"{place}: X has no values; at least 1 is needed.");
        for (var i = 0; i < x.Count; i++)
        {
            if (!CheckPosition(axis, x[i], $"{place}: X[{i}]"))
            {
                return;
            }

            if (i > 0 && x[i] < x[i - 1])
            {
                problems.Add($"{place}: X[{i}] is {Text(x[i])}, below X[{i - 1}] {Text(x[i - 1])}; positions must not decrease.");
                return;
            }
        }
    }

    private bool CheckPosition(Axis axis, double x, string place)
    {
        var (low, high, what) = axis.Kind switch
        {
            AxisKind.Date => (0, DateOnly.MaxValue.DayNumber, "a day number"),
            AxisKind.Category => (-0.5, axis.Categories.Count - 0.5, "a category's index"),
            _ => (double.MinValue, double.MaxValue, "a finite number"),
        };
        var good = x >= low && x <= high;
        var limit = axis.Kind == AxisKind.Number ? "" : $" in {Text(low)}..{Text(high)}";
        Add(!good, $"{place} is {Text(x)}; it must be {what}{limit}.");
        return good;
    }

    private void CheckValues(IReadOnlyList<double> values, string name, int expected, string place)
    {
        Add(values.Count != expected, $"{place}: {name} has {values.Count} values, X has {expected}; the numbers must be equal.");
        var bad = IndexOf(values, double.IsInfinity);
        Add(bad >= 0, $"{place}: {name}[{bad}] is infinite; a value is finite, or NaN if missing.");
    }

    private void CheckOrder(Band band, string place)
    {
        for (var i = 0; i < Math.Min(band.Low.Count, band.High.Count); i++)
        {
            if (band.Low[i] > band.High[i])
            {
                problems.Add($"{place}: Low[{i}] {Text(band.Low[i])} is above High[{i}] {Text(band.High[i])}.");
                return;
            }
        }
    }

    private void CheckPoint(Axis axis, DataPoint point, string place)
    {
        place = point.Label.Length > 0 ? $"{place} \"{point.Label}\"" : place;
        CheckPosition(axis, point.X, $"{place}: X");
        Add(double.IsInfinity(point.Y), $"{place}: Y is infinite; a value is finite, or NaN if missing.");
        Add(double.IsInfinity(point.Low), $"{place}: Low is infinite; leave it NaN for an upper bound.");
        Add(double.IsInfinity(point.High), $"{place}: High is infinite; leave it NaN for a lower bound.");
        Add(point.Low > point.High, $"{place}: Low {Text(point.Low)} is above High {Text(point.High)}.");
        Add(point.Y < point.Low || point.Y > point.High, $"{place}: Y {Text(point.Y)} lies outside {Text(point.Low)}..{Text(point.High)}.");
        Add(double.IsNaN(point.From) != double.IsNaN(point.To),
            $"{place}: From {Text(point.From)} and To {Text(point.To)}; give both or none.");
        Add(double.IsInfinity(point.From) || double.IsInfinity(point.To), $"{place}: its period is infinite; it must be finite.");
        Add(point.From > point.To, $"{place}: From {Text(point.From)} is after To {Text(point.To)}.");
    }

    private void CheckAnnotation(Axis axis, Annotation annotation, string place)
    {
        var lowest = axis.Scale == AxisScale.Logarithmic
            ? annotation switch { VerticalMark mark => mark.X, Shade shade => shade.From, _ => 1 } : 1;
        Add(lowest <= 0, $"{place}: starts at {Text(lowest)}; on a logarithmic axis it must be above 0.");
        switch (annotation)
        {
            case VerticalMark mark:
                Add(!double.IsFinite(mark.X), $"{place}: X is {Text(mark.X)}; it must be finite.");
                break;
            case HorizontalMark mark:
                Add(!double.IsFinite(mark.Y), $"{place}: Y is {Text(mark.Y)}; it must be finite.");
                break;
            case Shade shade:
                var good = double.IsFinite(shade.From) && double.IsFinite(shade.To) && shade.From < shade.To;
                Add(!good, $"{place}: From {Text(shade.From)} must lie below To {Text(shade.To)}, both finite.");
                break;
            default:
                break;
        }
    }

    private void CheckColour(string key, string place)
    {
        Add(string.IsNullOrWhiteSpace(key), $"{place}: Colour is empty; give a key of Palette, a name or #rrggbb.");
        var wrong = key is { Length: > 0 } && key[0] == '#' && !Palette.IsHex(key);
        Add(wrong, $"{place}: Colour is \"{key}\"; an exact colour is written #rrggbb.");
    }

    private static int IndexOf(IReadOnlyList<double> values, Func<double, bool> wanted)
    {
        for (var i = 0; i < values.Count; i++)
        {
            if (wanted(values[i]))
            {
                return i;
            }
        }

        return -1;
    }
}
