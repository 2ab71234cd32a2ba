namespace Supply.Plots.Layout;

/// <summary>Sizes in pixels and neutral colours, the same in all figures. At 760 px on 17 cm a pixel is 0.63 pt.</summary>
internal static class FigureStyle
{
    public const double TitleSize = 18;
    public const double SubtitleSize = 14;
    public const double PanelTitleSize = 14.5;
    public const double LabelSize = 13;
    public const double TickSize = 12.5;
    public const double SourceSize = 11.5;

    /// <summary>Height of a line of text as a share of its size.</summary>
    public const double LineHeight = 1.25;

    public const double Margin = 16;
    public const double ColumnGap = 22;
    public const double RowGap = 20;

    public const string Ink = "#222222";
    public const string SoftInk = "#595959";
    public const string Grid = "#E4E4E4";
    public const string AxisLine = "#7A7A7A";
    public const string ShadeFill = "#F3F3F3";
    public const string Mark = "#6B6B6B";
    public const double StackOpacity = 0.92;

    /// <summary>The opacity of black that gives <see cref="ShadeFill"/> on white.</summary>
    public const double ShadeOpacity = 12 / 255.0;

    public const string Fonts = "'Source Sans 3', 'Helvetica Neue', Arial, 'DejaVu Sans', sans-serif";

    /// <summary>The colour of a published figure that disagrees.</summary>
    public const string Disagrees = "#B00020";

    /// <summary>The dashes of the line of a dated change.</summary>
    public static IReadOnlyList<double> MarkDashes { get; } = [4, 3];

    public static string ColourOf(bool disagrees) => disagrees ? Disagrees : Ink;

    public static Marker SignOf(bool disagrees) => disagrees ? Marker.OpenDiamond : Marker.Disc;

    public static IReadOnlyList<double>? Dashes(LineStyle style) => style switch
    {
        LineStyle.Dashed => [7, 4],
        LineStyle.Dotted => [1.5, 4],
        LineStyle.DashDot => [9, 4, 1.5, 4],
        LineStyle.Solid => null,
        _ => throw new ArgumentOutOfRangeException(nameof(style), style, "not a style of lines"),
    };
}
