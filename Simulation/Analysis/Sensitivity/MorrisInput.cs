namespace Supply.Analysis;

/// <summary>The elementary effects of one input or group: how the outcome changes as it moves, over the whole of its range.</summary>
/// <param name="Input">The input.</param>
/// <param name="Mean">The mean effect; effects of both signs cancel. For a group undefined (NaN), since its members move both ways.</param>
/// <param name="MeanSize">The mean size of the effects, at least 0 (mu*, Campolongo, Cariboni and Saltelli 2007).</param>
/// <param name="Low90">Lower limit of the 90 % bootstrap interval of the mean size.</param>
/// <param name="High90">Upper limit of the 90 % bootstrap interval of the mean size.</param>
/// <param name="Spread">The standard deviation of the effects: large where the effect depends on other inputs or is curved.</param>
public sealed record MorrisInput(SensitivityInput Input, double Mean, double MeanSize, double Low90, double High90, double Spread)
{
    /// <summary>For people.</summary>
    public override string ToString() => $"{Input.Name}: {Supply.Studies.ReadableNumber.Digits(MeanSize)}, spread "
        + Supply.Studies.ReadableNumber.Digits(Spread);
}
