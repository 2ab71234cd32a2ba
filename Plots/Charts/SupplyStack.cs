using System.Diagnostics.CodeAnalysis;

namespace Supply.Plots;

/// <summary>Where supply comes from over time: areas by origin on top of each other.</summary>
[SuppressMessage("Naming", "CA1711", Justification = "A stack of areas, not a collection.")]
public static partial class SupplyStack
{
    /// <summary>A stack of origins, the first at the bottom.</summary>
    /// <param name="title">The message of the picture.</param>
    /// <param name="time">The positions all areas share; at least two.</param>
    /// <param name="valueLabel">Quantity and unit, for example "Rounds per day".</param>
    /// <param name="origins">One area for each origin, at least 0; NaN breaks the stack.</param>
    /// <param name="required">A total to compare with, such as required rounds per day; NaN breaks its line. Default: none.</param>
    /// <param name="style">How the numbers are written.</param>
    /// <exception cref="ArgumentException">The data do not fit together; lists every problem.</exception>
    public static Figure Of(
        string title,
        Timeline time,
        string valueLabel,
        IReadOnlyList<Area> origins,
        IReadOnlyList<double>? required = null,
        NumberStyle style = NumberStyle.Auto)
    {
        ArgumentNullException.ThrowIfNull(time);
        IReadOnlyList<Layer> lines = required is null
            ? []
            : [new Line(time.X, required, Palette.Baseline) { Label = "Required", Style = LineStyle.Dashed, Width = 1.6 }];
        var panel = new Panel(time.Axis, Axis.Number(valueLabel, style), [new StackedAreas(time.X, origins), .. lines])
        {
            Annotations = time.Annotations(named: true),
        };
        var figure = new Figure(title, [panel]);
        figure.Validate();
        return figure;
    }
}
