namespace Supply.Studies;

/// <summary>An uncertain input with its values.</summary>
/// <param name="Name">The input in words.</param>
/// <param name="Key">The address of its draw.</param>
/// <param name="Values">Its value in each of the chosen replications.</param>
internal sealed record UncertainInput(InputName Name, string Key, double[] Values)
{
    /// <summary>The case of a choice in each replication, from 0; only for choices.</summary>
    public int[] Cases => [.. Values.Select(value => Math.Clamp((int)Math.Floor(value + 0.5), 0, Name.Cases.Count - 1))];
}

/// <summary>The uncertain inputs of scenarios that a study ran.</summary>
internal static class UncertainInputs
{
    /// <summary>The inputs of a scenario and of the baseline that vary over replications.</summary>
    /// <param name="study">The study.</param>
    /// <param name="result">The scenario.</param>
    /// <param name="kept">The replications to read.</param>
    public static UncertainInput[] Of(Study study, ScenarioResult result, int[] kept)
    {
        var words = new InputWords(result.Scenario);
        return
        [
            .. from matrix in new[] { result.Parameters, study.Baseline.Parameters }
               from i in Enumerable.Range(0, matrix.Keys.Count)
               select (Key: matrix.Keys[i], Name: matrix.Names[i], Matrix: matrix, Index: i) into input
               group input by input.Key into same
               let one = same.First()
               let values = kept.Select(row => one.Matrix[row, one.Index]).ToArray()
               where values.Any(value => value != values[0])
               select new UncertainInput(words.Of(one.Key, one.Name), one.Key, values),
        ];
    }

    /// <summary>An outcome in each replication: the metric of the baseline, or its difference from there; NaN where undefined.</summary>
    public static double[] Outcome(Study study, Metric metric, Scenario? scenario, TimeWindow window)
    {
        var reference = study.Baseline.Scalar(metric, window);
        return scenario is null ? [.. reference]
            : [.. study[scenario].Scalar(metric, window).Zip(reference, (value, other) => PairedChange.Difference(other, value))];
    }
}
