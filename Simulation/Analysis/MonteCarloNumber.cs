namespace Supply.Analysis;

/// <summary>A number of a study with the noise of the computation.</summary>
/// <param name="Name">Metric, window, scenario and quantile in words.</param>
/// <param name="Measure">Its measure.</param>
/// <param name="Value">The number.</param>
/// <param name="Noise">Its standard error; infinite where one replication says nothing about it.</param>
/// <param name="Scale">The 90 % band of the metric, or 1 for a probability.</param>
public sealed record MonteCarloNumber(string Name, Measure Measure, double Value, double Noise, double Scale)
{
    /// <summary>The noise as a part of the scale; 0 where all replications agree.</summary>
    public double Relative => Noise == 0 ? 0 : Noise / Scale;

    /// <summary>For people.</summary>
    public override string ToString() => $"{Name}: {Supply.Studies.ReadableNumber.Digits(Value)}, standard error "
        + Supply.Studies.ReadableNumber.Digits(Noise);
}
