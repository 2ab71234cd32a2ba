namespace Supply.Evidence;

/// <summary>Model values for published ranges.</summary>
internal static class CheckValues
{
    /// <summary>The value of a check in each replication, in the unit of the check.</summary>
    /// <exception cref="ArgumentException">Its outcomes were not recorded.</exception>
    public static double[] In(this PlausibilityCheck check, ScenarioResult result) =>
        In(check, outcome => result.Scalar(outcome.Metric, outcome.Window), result.Parameters.Column);

    /// <summary>The value of a check in each replication, in the unit of the check.</summary>
    /// <param name="check">The check.</param>
    /// <param name="outcome">The values of an outcome.</param>
    /// <param name="parameter">The values of the parameter with a name.</param>
    public static double[] In(this PlausibilityCheck check,
        Func<Outcome, IReadOnlyList<double>> outcome, Func<string, IReadOnlyList<double>> parameter)
    {
        if (check.Parameter is { } name) return [.. parameter(name).Select(value => check.Scale * value)];
        var sum = Sum(check.Reading!, outcome);
        var over = check.Over is null ? null : Sum(check.Over, outcome);
        var unit = check.OverParameter is { } per ? parameter(per) : null;
        for (var i = 0; i < sum.Length; i++) sum[i] = check.Scale * sum[i] / (over?[i] ?? unit?[i] ?? 1);
        return sum;
    }

    /// <summary>The amount that the witness of a check may count in addition, in each replication, in the unit of the check.</summary>
    public static double[] WiderIn(this PlausibilityCheck check,
        Func<Outcome, IReadOnlyList<double>> outcome, Func<string, IReadOnlyList<double>> parameter) =>
        (check with { Reading = check.Wider, Wider = null }).In(outcome, parameter);

    private static double[] Sum(MetricSum reading, Func<Outcome, IReadOnlyList<double>> outcome)
    {
        var parts = reading.Outcomes.Select(outcome).ToArray();
        double[] sum = [.. parts[0]];
        foreach (var part in parts.Skip(1))
        {
            for (var i = 0; i < sum.Length; i++) sum[i] += part[i];
        }

        return sum;
    }
}
