namespace Supply.Analysis;

/// <summary>A Sobol index with its interval.</summary>
/// <param name="Value">The estimate; noise may take it out of 0..1.</param>
/// <param name="Low90">Lower limit of its 90 % bootstrap interval.</param>
/// <param name="High90">Upper limit of its 90 % bootstrap interval.</param>
public sealed record SobolIndex(double Value, double Low90, double High90)
{
    /// <summary>Half the width of the interval.</summary>
    public double Half => (High90 - Low90) / 2;

    /// <summary>For people, for example <c>0.31 (0.29 to 0.33)</c>.</summary>
    public override string ToString() => $"{Text(Value)} ({Text(Low90)} to {Text(High90)})";

    private static string Text(double value) => Math.Round(value, 2) is var rounded && rounded == 0 ? "0.00" : $"{rounded:0.00}";
}
