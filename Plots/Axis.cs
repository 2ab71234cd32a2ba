namespace Supply.Plots;

/// <summary>An axis: its quantity, unit and range.</summary>
public sealed record Axis
{
    private Axis()
    {
    }

    /// <summary>The meaning of the positions.</summary>
    public required AxisKind Kind { get; init; }

    /// <summary>Quantity and unit, for example "Rounds per day". Required on a number axis.</summary>
    public required string Label { get; init; }

    /// <summary>The first position shown. Default null: from the data; a vertical axis starts at 0 unless values are negative.</summary>
    public double? Min { get; init; }

    /// <summary>The last position shown, above <see cref="Min"/>. Default null: from the data.</summary>
    public double? Max { get; init; }

    /// <summary>How numbers are written. Default <see cref="NumberStyle.Auto"/>.</summary>
    public NumberStyle Style { get; init; }

    /// <summary>
    /// The meaning of equal distances. Default <see cref="AxisScale.Linear"/>; only the horizontal axis of <see cref="Intervals"/> may be
    /// logarithmic.
    /// </summary>
    public AxisScale Scale { get; init; }

    /// <summary>The categories of a category axis, in order; empty on others.</summary>
    public IReadOnlyList<string> Categories { get; init => field = CopiedList.Of(value, nameof(Categories)); } = [];

    /// <summary>An axis of plain numbers.</summary>
    /// <param name="label">Quantity and unit, for example "Rounds per day".</param>
    /// <param name="style">How numbers are written.</param>
    public static Axis Number(string label, NumberStyle style = NumberStyle.Auto) =>
        new() { Kind = AxisKind.Number, Label = label, Style = style };

    /// <summary>An axis of dates; positions come from <see cref="At"/>.</summary>
    /// <param name="label">Usually empty, since dates explain themselves.</param>
    public static Axis Dates(string label = "") => new() { Kind = AxisKind.Date, Label = label };

    /// <summary>An axis of categories; positions are indices from 0, fractions of one place points side by side.</summary>
    /// <param name="label">The meaning of the categories; may be empty.</param>
    /// <param name="categories">The names in order; long ones wrap.</param>
    public static Axis OfCategories(string label, IReadOnlyList<string> categories) =>
        new() { Kind = AxisKind.Category, Label = label, Categories = categories };

    /// <summary>A vertical axis of rows, whose names come from <see cref="Intervals"/>.</summary>
    /// <param name="label">The meaning of the rows, above their names; may be empty.</param>
    public static Axis OfRows(string label = "") => new() { Kind = AxisKind.Rows, Label = label };

    /// <summary>The position of a date on a date axis, in days.</summary>
    /// <param name="date">Any date.</param>
    public static double At(DateOnly date) => date.DayNumber;
}
