namespace Supply.Benchmarks.Peers;

/// <summary>Whether a peer computes the same as the reference.</summary>
/// <param name="Text">For the table.</param>
/// <param name="Holds">False if it does not.</param>
internal sealed record Agreement(string Text, bool Holds)
{
    /// <summary>Rounding may differ between mathematics libraries and orders of addition; a mistake is many times larger.</summary>
    private const double LargestDifference = 1e-9;

    /// <summary>Standard errors by which a mean of other draws may differ; by chance it happens once in three million.</summary>
    private const double LargestDeviation = 5;

    /// <summary>The same draws, replication by replication.</summary>
    public static Agreement OfSameDraws(double[][] outputs, double[][] reference)
    {
        var differences = outputs.SelectMany((row, r) => row.Select((value, i) => Difference(value, reference[r][i]))).ToArray();
        var largest = differences.Max();
        var text = largest == 0 ? "bit for bit" : FormattableString.Invariant($"{largest:0.0e+0}");
        return new(FormattableString.Invariant($"{text} ({outputs.Length:#,0})"), largest <= LargestDifference);
    }

    /// <summary>Other draws: means of the amounts, and the share of replications that are ever exhausted.</summary>
    public static Agreement OfDistributions(double[][] outputs, double[][] reference)
    {
        var largest = 0.0;
        for (var i = 0; i < OneCalibre.Outputs.Length; i++)
        {
            var counted = OneCalibre.Outputs[i].Kind == QuantityKind.Date;
            double Value(double[] row) => counted ? (double.IsFinite(row[i]) ? 1 : 0) : row[i];
            var (mean, error) = Mean(outputs.Select(Value).ToArray());
            var (referenceMean, referenceError) = Mean(reference.Select(Value).ToArray());
            largest = Math.Max(largest, Math.Abs(mean - referenceMean) / Math.Sqrt(error * error + referenceError * referenceError));
        }

        return new(FormattableString.Invariant($"means within {largest:0.0} standard errors ({outputs.Length:#,0})"),
            largest <= LargestDeviation);
    }

    private static double Difference(double a, double b) =>
        a.Equals(b) ? 0 : double.IsFinite(a) && double.IsFinite(b) ? Math.Abs(a - b) / Math.Max(Math.Abs(a), Math.Abs(b))
            : double.PositiveInfinity;

    private static (double Mean, double StandardError) Mean(double[] values)
    {
        var mean = values.Average();
        return (mean, Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1) / values.Length));
    }
}
