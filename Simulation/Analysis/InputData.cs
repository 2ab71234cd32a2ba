using Supply.Studies;

namespace Supply.Analysis;

/// <summary>Inputs and an outcome, row by row: what analyses of runs that there are start from.</summary>
/// <param name="Inputs">The inputs; all of the same length.</param>
/// <param name="Outcome">The outcome of each row, finite.</param>
[TypeFormatterSource(typeof(NotebookFormats))]
public sealed record InputData(Items<InputColumn> Inputs, Items<double> Outcome) : IShown
{
    /// <summary>The outcome in words. Default <c>the outcome</c>.</summary>
    public string OutcomeWords { get; init; } = "the outcome";

    /// <summary>The number of rows.</summary>
    public int Rows => Outcome.Count;

    /// <summary>Whether each outcome is 0 or 1, so that a mean of outcomes is a share of runs.</summary>
    public bool IsYesOrNo => Outcome.All(value => value is 0 or 1);

    /// <summary>The inputs that vary in a study, with a metric of the baseline or its difference from the baseline.</summary>
    /// <param name="study">The study, from priors or from a posterior.</param>
    /// <param name="metric">A metric recorded as a scalar.</param>
    /// <param name="scenario">The scenario whose difference is meant; null: the metric itself in the baseline. Default null.</param>
    /// <param name="window">The window; null: the first that was declared. Default null.</param>
    /// <param name="relative">Whether a difference is divided by the baseline's value. Default false.</param>
    /// <exception cref="ArgumentException">The metric was not recorded, or it is not finite in any replication.</exception>
    public static InputData Of(
        Study study, Metric metric, Scenario? scenario = null, TimeWindow? window = null, bool relative = false)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(metric);
        window = study.Baseline.WindowOf(window);
        var all = UncertainInputs.Outcome(study, metric, scenario, window);
        if (relative)
        {
            if (scenario is null) throw new ArgumentException("Only a difference from the baseline can be relative.", nameof(relative));
            var reference = study.Baseline.Scalar(metric, window);
            all = [.. all.Select((value, i) => value == 0 ? 0 : value / Math.Abs(reference[i]))];
        }

        int[] kept = [.. Enumerable.Range(0, all.Length).Where(i => double.IsFinite(all[i]))];
        if (kept.Length == 0) throw new ArgumentException($"\"{metric}\" is defined in no replication.", nameof(metric));
        var inputs = UncertainInputs.Of(study, scenario is null ? study.Baseline : study[scenario], kept);
        return new(Items.From(inputs.Select(input => new InputColumn(input.Name.Name, Items.From(input.Values))
        {
            Cases = input.Name.Cases,
            Key = input.Key,
            Sources = input.Name.Sources,
        })), Items.From(kept.Select(i => all[i])))
        {
            OutcomeWords = (scenario is null ? $"\"{metric}\" in \"{study.Baseline.Scenario.Name}\""
                : $"the {(relative ? "relative " : "")}difference in \"{metric}\" between \"{scenario.Name}\" and "
                    + $"\"{study.Baseline.Scenario.Name}\"") + study.Ensemble.InSteps,
        };
    }

    /// <exception cref="ArgumentException">
    /// Lengths differ, there are no rows or no inputs, or a value is not finite; all are listed.
    /// </exception>
    internal void Check()
    {
        var faults = new List<string>();
        if (Rows == 0) faults.Add("There are no rows; at least 1 is needed.");
        if (Inputs.Count == 0) faults.Add("There are no inputs; at least 1 is needed.");
        if (Outcome.Index().FirstOrDefault(one => !double.IsFinite(one.Item)) is (var row, not 0 and var outcome))
        {
            faults.Add($"The outcome is {outcome} in row {row}; it must be finite.");
        }

        foreach (var input in Inputs)
        {
            if (input.Values.Count != Rows) faults.Add($"\"{input.Name}\" has {input.Values.Count} values for {Rows} outcomes.");
            if (input.Values.Index().FirstOrDefault(one => !double.IsFinite(one.Item)) is (var at, not 0 and var value))
            {
                faults.Add($"\"{input.Name}\" is {value} in row {at}; it must be finite.");
            }

            if (input.IsChoice && input.Values.Index().FirstOrDefault(one => one.Item < 0 || one.Item > input.Cases.Count - 1) is
                (var place, not 0 and var index))
            {
                faults.Add($"\"{input.Name}\" is {index} in row {place}; its cases are 0..{input.Cases.Count - 1}.");
            }
        }

        if (faults.Count > 0) throw new ArgumentException(string.Join("\n", faults));
    }

    private static readonly string[] nothing = ["", ""];

    /// <summary>The rows with these numbers, each as often as it is named.</summary>
    internal InputData Only(int[] rows) => this with
    {
        Inputs = Items.From(Inputs.Select(input => input with { Values = Items.From(rows.Select(row => input.Values[row])) })),
        Outcome = Items.From(rows.Select(row => Outcome[row])),
    };

    /// <summary>The range of each input as HTML, for a cell of a notebook; all text in it is escaped.</summary>
    public string ToHtml() => Html.Table(ToString(), ["input", "least", "greatest", "sources"], [.. Inputs.Select(input => (string[])
        [
            input.Name, .. input.IsChoice || Rows == 0 ? nothing
                : [Supply.Studies.ReadableNumber.Digits(input.Values.Min()), Supply.Studies.ReadableNumber.Digits(input.Values.Max())],
            input.SourceWords,
        ])], []);

    /// <summary>For people, for example <c>2,000 rows of 79 inputs, the outcome</c>.</summary>
    public override string ToString() => $"{Rows:#,0} rows of {Inputs.Count} inputs, {OutcomeWords}";
}
