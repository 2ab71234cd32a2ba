namespace Supply;

/// <summary>How a displaced share grows.</summary>
public enum Growth
{
    /// <summary>In a straight line from zero to the ceiling.</summary>
    Linear,

    /// <summary>S-shaped: a tenth of the ceiling at the beginning, nine tenths at the end, and closer to it afterwards.</summary>
    Logistic,
}
