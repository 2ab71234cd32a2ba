namespace Supply.Plots;

/// <summary>The positions in time that the series of a figure share, and the events on them.</summary>
public sealed record Timeline
{
    private Timeline(IReadOnlyList<double> x, Axis axis)
    {
        X = x;
        Axis = axis;
    }

    internal IReadOnlyList<double> X { get; }

    internal Axis Axis { get; }

    private double? RecordEnd { get; init; }

    private IReadOnlyList<VerticalMark> Changes { get; init; } = [];

    /// <summary>A timeline of dates.</summary>
    /// <param name="dates">The dates in order; at least one.</param>
    public static Timeline Of(IReadOnlyList<DateOnly> dates) =>
        new([.. CopiedList.Of(dates, nameof(dates)).Select(Axis.At)], Axis.Dates());

    /// <summary>A timeline of plain numbers.</summary>
    /// <param name="steps">The positions in order, finite; at least one.</param>
    /// <param name="label">The unit they count, for example "Day of the campaign".</param>
    public static Timeline Of(IReadOnlyList<double> steps, string label) =>
        new(CopiedList.Of(steps, nameof(steps)), Axis.Number(label, NumberStyle.Thousands));

    /// <summary>Marks where the published record ends; what follows is shaded as a projection.</summary>
    /// <param name="date">The last day of the record.</param>
    public Timeline WithRecordEnd(DateOnly date) => WithRecordEnd(Axis.At(date));

    /// <summary>Marks where the published record ends; what follows is shaded as a projection.</summary>
    /// <param name="position">The last position of the record, in the units of the timeline.</param>
    public Timeline WithRecordEnd(double position) => this with { RecordEnd = position };

    /// <summary>Adds a dated change.</summary>
    /// <param name="date">The day it takes effect.</param>
    /// <param name="label">The change, in a few words.</param>
    public Timeline WithChange(DateOnly date, string label) => WithChange(Axis.At(date), label);

    /// <summary>Adds a dated change.</summary>
    /// <param name="position">Where it takes effect, in the units of the timeline.</param>
    /// <param name="label">The change, in a few words.</param>
    public Timeline WithChange(double position, string label) =>
        this with { Changes = [.. Changes, new VerticalMark(position, label)] };

    /// <summary>The marks for a panel; in a stack of panels only the first carries the names.</summary>
    internal IReadOnlyList<Annotation> Annotations(bool named)
    {
        List<Annotation> all = [];
        if (RecordEnd is { } end)
        {
            var goesOn = X.Count > 0 && end < X[^1];
            if (goesOn)
            {
                all.Add(new Shade(end, X[^1], ""));
            }

            // The name of what follows is at the line where it begins, and so in the same place in all figures.
            var name = !named ? "" : goesOn ? "End of record, then projection" : "End of record";
            all.Add(new VerticalMark(end, name) { Style = LineStyle.Solid });
        }

        all.AddRange(Changes.Select(c => named ? c : c with { Label = "" }));
        return all;
    }
}
