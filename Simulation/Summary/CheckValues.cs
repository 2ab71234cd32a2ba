namespace Supply.Summary;

/// <summary>What the model says for published ranges.</summary>
internal static class CheckValues
{
    /// <summary>The value of a check in each replication, in the unit of the check.</summary>
    /// <exception cref="ArgumentException">Its outcomes were not recorded.</exception>
    public static double[] In(this PlausibilityCheck check, ScenarioResult result)
    {
        if (check.Parameter is { } name) return [.. result.Parameters.Column(name).Select(value => check.Scale * value)];
        var sum = Sum(check.Reading!, result);
        var over = check.Over is null ? null : Sum(check.Over, result);
        for (var i = 0; i < sum.Length; i++) sum[i] = check.Scale * sum[i] / (over?[i] ?? 1);
        return sum;
    }

    private static double[] Sum(MetricSum reading, ScenarioResult result)
    {
        double[] sum = [.. result.Scalar(reading.Metrics[0], reading.Window)];
        foreach (var metric in reading.Metrics.Skip(1))
        {
            var values = result.Scalar(metric, reading.Window);
            for (var i = 0; i < sum.Length; i++) sum[i] += values[i];
        }

        return sum;
    }
}
