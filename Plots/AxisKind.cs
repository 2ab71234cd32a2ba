namespace Supply.Plots;

/// <summary>The meaning of the positions on an axis.</summary>
public enum AxisKind
{
    /// <summary>A plain number.</summary>
    Number,

    /// <summary>A day, as <see cref="DateOnly.DayNumber"/>.</summary>
    Date,

    /// <summary>The index of a category, from 0.</summary>
    Category,

    /// <summary>The rows of <see cref="Intervals"/>, from the top.</summary>
    Rows,
}
