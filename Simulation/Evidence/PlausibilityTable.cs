using System.Globalization;
using Supply.Studies;

namespace Supply.Evidence;

/// <summary>The whole record compared with the model.</summary>
/// <param name="Scenario">The name of the scenario that was run.</param>
/// <param name="Ensemble">Replications and seed.</param>
/// <param name="Results">One for each check, in the order of the record.</param>
/// <param name="Record">The record that was compared.</param>
[TypeFormatterSource(typeof(NotebookFormats))]
public sealed record PlausibilityTable(
    string Scenario, Ensemble Ensemble, IReadOnlyList<PlausibilityResult> Results, CaseRecord Record) : IShown
{
    /// <summary>Runs a scenario with the networks of a case and compares it with every check of the record on the case.</summary>
    /// <param name="record">The case and its record.</param>
    /// <param name="ensemble">
    /// Replications, seed and threads; its record is replaced. Null: 2,000 replications. Default null.
    /// </param>
    /// <param name="scenario">The scenario. Null: the one of the case. Default null.</param>
    /// <exception cref="ScenarioException">The scenario has problems or lacks something that a check reads; all are in it.</exception>
    public static PlausibilityTable Run(CaseRecord record, Ensemble? ensemble = null, Scenario? scenario = null)
    {
        ArgumentNullException.ThrowIfNull(record);
        var subject = scenario ?? record.Scenario;
        var runs = (ensemble ?? new Ensemble(2000)) with { FromPrior = true };
        var outcomes = new Metrics().And([.. record.Checks.SelectMany(check => check.Outcomes)]);
        var result = (runs with { Record = outcomes }).Run(subject).Baseline;
        return new(subject.Name, runs,
            [.. record.Checks.Select(check => new PlausibilityResult(check, Distribution.Of(check.In(result))))], record);
    }

    /// <summary>For each check its id, role and state, without digits, as a golden file keeps it.</summary>
    public string States() => string.Concat(Results.Select(result =>
        $"{result.Check.Id,-10} {(result.Check.Role == EvidenceRole.Input ? "input" : "held out"),-9} {(result.Passes ? "pass" : "FAIL")}  "
            + $"{result.Check.Quantity}, {result.Check.Period}\n"));

    /// <summary>Passes and checks of a role.</summary>
    public (int Passed, int All) Count(EvidenceRole role) =>
        (Results.Count(result => result.Check.Role == role && result.Passes), Results.Count(result => result.Check.Role == role));

    /// <summary>The table with its caption, the contradictions, and the rows that are not checks, as Markdown.</summary>
    public string ToMarkdown()
    {
        var (heldPassed, held) = Count(EvidenceRole.HeldOut);
        var (inputPassed, inputs) = Count(EvidenceRole.Input);
        var closed = Results.Where(result => result.Check.Role == EvidenceRole.HeldOut && double.IsFinite(result.Check.Low)
            && double.IsFinite(result.Check.High)).ToArray();
        var twoEnds = closed.Count(result => result.Passes);
        var caption = string.Create(CultureInfo.InvariantCulture,
            $"""
            # What is published, and what the model says

            Scenario "{Scenario}", {Ensemble.Replications:N0} replications, seed {Ensemble.Seed}.
            A row passes if the model's band from 5 to 95 percent and the published range overlap; "at least" and "at most" are
            half-lines, a single published number is a range of one point.
            {heldPassed} of {held} rows that the baseline has not used pass ({twoEnds} of {closed.Length} of those with two ends: a
            half-line is easily met), and {inputPassed} of {inputs} that it has used as input or named. Deliveries are counted when they are
            dispatched. {Record.Caution}


            """);
        return caption + Table().ToMarkdown()
            + "\n## Ranges that contradict each other\n\n" + string.Concat(Record.Contradictions.Select(line => $"- {line}\n"))
            + "\n## Rows that are not checks\n\n" + string.Concat(Record.NoCheck.GroupBy(pair => pair.Value).Select(group =>
                $"- {string.Join(", ", group.Select(pair => pair.Key))}: {group.Key}.\n"));
    }

    /// <summary>How much of the record the model meets, and where it lies farthest off, in sentences.</summary>
    public Answer Answer() => PlausibilityAnswer.Of(this);

    /// <summary>The table alone.</summary>
    public Table Table() => new("What is published, and what the model says",
        ["row", "quantity", "period", "witness", "role", "published", "model median (5-95 %)", "unit", "state", "remark or cause"],
        Items.From(Results.Select(Row)), []);

    private Items<string> Row(PlausibilityResult result)
    {
        var check = result.Check;
        var words = new[] { check.Remark,
            result.Passes ? null : (result.Band.Low90 > check.High ? "model above. " : "model below. ") + check.Cause };
        return
        [
            string.Join(", ", check.Rows), check.Quantity, check.Period, check.Publishers(Record.Published),
                check.Role == EvidenceRole.Input ? "input" : "held out",
            Published(check), $"{ReadableNumber.Digits(result.Band.Median)} "
                + $"({ReadableNumber.Digits(result.Band.Low90)}-{ReadableNumber.Digits(result.Band.High90)})", check.Unit,
            result.Passes ? "pass" : "FAIL", string.Join("; ", words.Where(word => word is not null)),
        ];
    }

    internal static string Published(PlausibilityCheck check) =>
        double.IsInfinity(check.High) ? "at least " + ReadableNumber.Digits(check.Low)
        : double.IsInfinity(check.Low) ? "at most " + ReadableNumber.Digits(check.High)
        : check.Low == check.High ? ReadableNumber.Digits(check.Low)
        : $"{ReadableNumber.Digits(check.Low)}-{ReadableNumber.Digits(check.High)}";

    /// <summary>The same as HTML, for a cell of a notebook or for a page; all text in it is escaped.</summary>
    public string ToHtml() => Table().ToHtml();

    string IShown.ToPlainText() => Table().ToString(Supply.Answer.Width);
}
