namespace Supply;

/// <summary>How a flow is shown.</summary>
public enum Aggregate
{
    /// <summary>The mean per day of the window, or of the days since the last recorded step.</summary>
    PerDay,

    /// <summary>The sum over the window, or since the last recorded step.</summary>
    Total,
}
