namespace Supply.Inference;

/// <summary>The path of densities from the priors, or from another target, to a target.</summary>
internal sealed class TemperedDensity(Target target, Target? from)
{
    private readonly Marginal[] marginals = [.. target.Marginals];

    public Target Target => target;

    public int Dimension => marginals.Length;

    public int HeavyCount => target.HeavyCount;

    /// <summary>Whether the path begins at another likelihood.</summary>
    public bool IsBridge => from is not null;

    public bool Simulates => target.PayloadLength > 0;

    /// <summary>For each coordinate whether it is a choice.</summary>
    public bool[] Choices { get; } = [.. target.Marginals.Select(marginal => marginal.IsChoice)];

    public Marginal this[int coordinate] => marginals[coordinate];

    public Level Evaluate(ReadOnlySpan<double> z, ReadOnlySpan<double> x, ReadOnlySpan<double> payload)
    {
        var correction = 0.0;
        for (var j = 0; j < marginals.Length; j++)
            if (!marginals[j].IsProper) correction += marginals[j].LogCorrection(z[j]);
        var likelihood = Sane(target.LogLikelihood(x, payload));
        var start = from is null ? 0 : correction + Sane(from.LogLikelihood(x, payload));
        return new(start, correction + likelihood, likelihood);
    }

    /// <summary>Values that are NaN or infinite count as impossible.</summary>
    private static double Sane(double value) => double.IsFinite(value) ? value : double.NegativeInfinity;
}
