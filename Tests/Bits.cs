namespace Supply.Tests;

/// <summary>Every number of a study with its name, to compare two studies bit for bit.</summary>
internal static class Bits
{
    public static void ShouldBeThoseOf(this Study actual, Study expected) => FirstDifference(actual, expected).ShouldBeNull();

    /// <summary>The first number that differs, or null. Any NaN equals any other: it means undefined.</summary>
    public static string? FirstDifference(Study actual, Study expected)
    {
        foreach (var ((name, value), (otherName, other)) in Of(actual).Zip(Of(expected)))
        {
            if (name != otherName) return $"{name} where {otherName} was expected";
            if (!Same(value, other)) return $"{name} is {value:R}, not {other:R}";
        }

        return Of(actual).Count() == Of(expected).Count() ? null : "one has more numbers";
    }

    public static bool Same(double a, double b) =>
        BitConverter.DoubleToInt64Bits(a) == BitConverter.DoubleToInt64Bits(b) || (double.IsNaN(a) && double.IsNaN(b));

    public static IEnumerable<(string Name, double Value)> Of(Study study) => study.Scenarios.SelectMany((result, i) =>
        Parameters(result).Concat(Scalars(study, result)).Concat(Series(study, result)).Select(pair => ($"{i}: {pair.Item1}", pair.Item2)));

    private static IEnumerable<(string, double)> Parameters(ScenarioResult result) =>
        from parameter in Enumerable.Range(0, result.Parameters.Keys.Count)
        from replication in Enumerable.Range(0, result.Parameters.Replications)
        select ($"{result.Parameters.Keys[parameter]} of replication {replication}", result.Parameters[replication, parameter]);

    private static IEnumerable<(string, double)> Scalars(Study study, ScenarioResult result) =>
        from window in result.Windows
        from metric in study.Ensemble.Record!.Scalars
        from pair in result.Scalar(metric, window).Index()
        select ($"{metric} over {window} of replication {pair.Index}", pair.Item);

    private static IEnumerable<(string, double)> Series(Study study, ScenarioResult result) =>
        from metric in study.Ensemble.Record!.Series
        from point in result.Series(metric).Points.Index()
        from pair in point.Item.Quantiles.Prepend(point.Item.Mean).Prepend(point.Item.StandardError).Append(point.Item.Undefined).Index()
        select ($"{metric}, number {pair.Index} of point {point.Index}", pair.Item);
}
