namespace Supply.Plots;

/// <summary>Many numbers below each other, each with its 50 % and 90 % interval and the published figures for it ("forest plot").</summary>
public static class IntervalChart
{
    /// <summary>One row for each number.</summary>
    /// <param name="title">The message of the picture.</param>
    /// <param name="axis">
    /// Quantity and unit of all rows; <c>with { Scale = AxisScale.Logarithmic }</c> where they span powers of ten.
    /// </param>
    /// <param name="rows">The rows from the top, 1..300, with at most three series.</param>
    /// <param name="reference">A value to compare with, such as 1 or the outcome without any change. Default: none.</param>
    /// <param name="rowsLabel">The meaning of the rows, above their names. Default: none.</param>
    /// <exception cref="ArgumentException">The data do not fit together; lists every problem.</exception>
    public static Figure Of(string title, Axis axis, IReadOnlyList<IntervalRow> rows, VerticalMark? reference = null, string rowsLabel = "")
    {
        ArgumentNullException.ThrowIfNull(axis);
        return Of(title, axis, new Intervals(rows), reference, rowsLabel);
    }

    /// <summary>The same of a layer, whose intervals may have another meaning.</summary>
    internal static Figure Of(string title, Axis axis, Intervals rows, VerticalMark? reference = null, string rowsLabel = "")
    {
        var panel = new Panel(axis, Axis.OfRows(rowsLabel), [rows])
        {
            Annotations = reference is null ? [] : [reference],
        };
        var figure = new Figure(title, [panel]);
        figure.Validate();
        return figure;
    }
}
