using System.Globalization;

namespace Supply.Inference;

/// <summary>Diagnostics from finished populations.</summary>
internal static class Diagnosis
{
    /// <summary>How a verdict begins that refuses.</summary>
    public const string Refusal = "Do not use";

    /// <summary>The highest correlation with the state at the last resampling that a usable number has left.</summary>
    public const double HighestCorrelation = 0.5;

    private const double HighestRHat = 1.01;
    private const double LowestEffectiveSize = 400;
    private const double WidestEvidence = 3;

    public static SamplingDiagnostics Of(ParticleSet set, Population[] populations, SequentialMonteCarlo settings)
    {
        CoordinateDiagnostics[] coordinates = [.. Enumerable.Range(0, set.Names.Count).Select(j => Coordinate(set, populations, j))];
        MoveDiagnostics[] moves =
        [
            .. Enum.GetValues<MoveKind>().Select(kind => new MoveDiagnostics(
                kind, populations.Sum(one => one.Proposed[(int)kind]), populations.Sum(one => one.Accepted[(int)kind]))),
        ];
        var faults = Faults(set, coordinates);
        var best = string.Create(CultureInfo.InvariantCulture,
            $"largest nested R-hat {coordinates.Max(one => one.NestedRHat):0.0000}, smallest effective sample size "
            + $"{coordinates.Min(one => one.EffectiveSize):0}, log evidence {set.LogEvidence:0.00} with a spread of "
            + $"{set.LogEvidenceSpread:0.00}");
        var verdict = faults.Count == 0 ? $"The populations agree: {best}." : $"{Refusal}: {string.Join("; ", faults)} ({best}).";
        return new(
            faults.Count == 0, verdict, coordinates, moves, populations.Max(one => one.Exponents), populations.Sum(one => one.Sweeps),
            populations.Sum(one => one.Simulations), populations.Sum(one => one.Failed), populations.Sum(one => one.Impossible));
    }

    private static List<string> Faults(ParticleSet set, CoordinateDiagnostics[] coordinates)
    {
        var faults = new List<string>();
        void Because(Func<CoordinateDiagnostics, bool> isBad, Func<CoordinateDiagnostics, double> worst, string format, string reason)
        {
            CoordinateDiagnostics[] bad = [.. coordinates.Where(isBad).OrderByDescending(worst)];
            if (bad.Length == 0) return;
            var names = string.Join(", ",
                bad.Take(3).Select(one => $"{one.Name} ({Math.Abs(worst(one)).ToString(format, CultureInfo.InvariantCulture)})"));
            faults.Add($"{reason} {names}{(bad.Length > 3 ? $" and {bad.Length - 3} more" : "")}");
        }

        if (set.Populations < 2) faults.Add("one population cannot be compared with another");
        Because(one => !(one.NestedRHat <= HighestRHat) && set.Populations > 1, one => one.NestedRHat, "0.000",
            "the populations disagree, nested R-hat is above 1.01 for");
        Because(one => !(one.EffectiveSize >= LowestEffectiveSize), one => -one.EffectiveSize, "0",
            "the effective sample size is below 400 for");
        // A number that moves slowly may come out too narrow, which its families do not show; a choice cannot, and its families show
        // everything.
        HashSet<string> choices = [.. set.Target.Marginals.Where(marginal => marginal.IsChoice).Select(marginal => marginal.Name)];
        Because(one => one.Correlation > HighestCorrelation && !choices.Contains(one.Name), one => one.Correlation, "0.00",
            "the last moves left a correlation above 0.5 in");
        if (set.LogEvidenceSpread > WidestEvidence) faults.Add("the log evidence differs by more than 3 between populations");
        return faults;
    }

    private static CoordinateDiagnostics Coordinate(ParticleSet set, Population[] populations, int j)
    {
        var values = populations.Select(one => Column(one.Particles.AllX, one.Particles.Dimension, j)).ToArray();
        // Of a choice its case tells; where in its case a particle lies means nothing.
        var isChoice = set.Target.Marginals[j].IsChoice;
        var normal = populations.Select(one => Column(one.Particles.AllZ, one.Particles.Dimension, j)).ToArray();
        var compared = isChoice ? values : normal;
        var (mean, variance) = Moments([.. values.SelectMany(row => row)]);
        double[] means = [.. values.Select(row => row.Average())];
        var between = means.Length < 2 ? 0 : Moments(means).Variance / means.Length;
        var families = values.Zip(populations, Families).Average() / populations.Length;
        var error = Math.Sqrt(Math.Max(between, families));
        var effective = families > 0 ? Math.Min(variance / families, set.Count) : set.Count;
        double[] comparedMeans = [.. compared.Select(row => row.Average())];
        var within = compared.Average(row => Moments(row).Variance);
        var hat = comparedMeans.Length < 2 ? double.NaN : within > 0 ? Math.Sqrt(1 + (Moments(comparedMeans).Variance / within)) : 1;
        var contraction = 1 - Moments([.. normal.SelectMany(row => row)]).Variance;
        return new(set.Names[j], mean, Math.Sqrt(variance), error, effective, hat, populations.Max(one => one.Inherited[j] * one
            .Correlations[j]),
            contraction);
    }

    /// <summary>
    /// The variance of a population's mean: the squared sums of families at each of the latest resamplings, of which the largest counts
    /// (Chan and Lai 2013, with the fixed lag of Olsson and Douc 2019).
    /// </summary>
    private static double Families(double[] values, Population population)
    {
        var n = values.Length;
        var mean = values.Average();
        var largest = values.Sum(value => (value - mean) * (value - mean));
        foreach (var ancestors in population.Ancestors)
        {
            var sums = new double[n];
            for (var i = 0; i < n; i++) sums[ancestors[i]] += values[i] - mean;
            largest = Math.Max(largest, sums.Sum(sum => sum * sum));
        }

        return largest / ((double)n * n);
    }

    private static double[] Column(double[] rows, int d, int j) => [.. Enumerable.Range(0, rows.Length / d).Select(i => rows[(i * d) + j])];

    private static (double Mean, double Variance) Moments(double[] values)
    {
        var mean = values.Average();
        return (mean, values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1));
    }
}
