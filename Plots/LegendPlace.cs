namespace Supply.Plots;

/// <summary>The place of the names of the series.</summary>
public enum LegendPlace
{
    /// <summary>Next to the data in a figure of one column, under the title in a figure of several.</summary>
    Auto,

    /// <summary>Next to the data wherever they fit.</summary>
    Direct,

    /// <summary>In one line under the title.</summary>
    Top,
}
