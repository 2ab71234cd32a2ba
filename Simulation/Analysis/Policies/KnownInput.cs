namespace Supply.Analysis;

/// <summary>The value of knowing one input exactly before deciding.</summary>
/// <param name="Input">The input.</param>
/// <param name="Value">The expected gain, at least 0, in the unit of the utility.</param>
/// <param name="Low90">Lower limit of its 90 % bootstrap interval, at least 0.</param>
/// <param name="High90">Upper limit of its 90 % bootstrap interval.</param>
/// <param name="Switches">The share of rows in which knowing it changes the decision, 0..1.</param>
public sealed record KnownInput(InputColumn Input, double Value, double Low90, double High90, double Switches)
{
    /// <summary>For people.</summary>
    public override string ToString() => $"{Input.Name}: {Supply.Studies.ReadableNumber.Digits(Value)}, 90 % between "
        + $"{Supply.Studies.ReadableNumber.Digits(Low90)} and {Supply.Studies.ReadableNumber.Digits(High90)}";
}
