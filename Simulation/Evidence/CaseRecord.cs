namespace Supply.Evidence;

/// <summary>
/// A case with the public record on it: how the published figures compare with the scenario, and how far their witnesses count what it
/// counts. Another country brings one of its own.
/// </summary>
/// <param name="Scenario">The scenario of the case; dated.</param>
/// <param name="Published">The published figures.</param>
/// <param name="Checks">The comparisons with the scenario, by subject and then by date; their rows are rows of the record.</param>
[TypeFormatterSource(typeof(NotebookFormats))]
public sealed record CaseRecord(Scenario Scenario, PublishedRecord Published, IReadOnlyList<PlausibilityCheck> Checks) : IShown
{
    /// <summary>Groups of rows that cannot be true together, and which of them the scenario follows, in sentences. Default none.</summary>
    public IReadOnlyList<string> Contradictions { get; init; } = [];

    /// <summary>Why a row is not a check, by its id. Default empty.</summary>
    public IReadOnlyDictionary<string, string> NoCheck { get; init; } = new Dictionary<string, string>();

    /// <summary>How independent the rows are, in a sentence under the plausibility table.</summary>
    public string Caution { get; init; } = "The rows are claims of their witnesses and not independent.";

    /// <summary>Witnesses who are known to count more or less of a subject than the scenario. Default none.</summary>
    public IReadOnlyList<WitnessScope> Scopes { get; init; } = [];

    /// <summary>The day from which scopes drift; before it they stay. Null: the first day of the scenario. Default null.</summary>
    public DateOnly? ScopesDriftFrom { get; init; }

    /// <summary>Readings that calibrations follow in addition to the claims; ids must be unique. Default none.</summary>
    public IReadOnlyList<PlausibilityCheck> Followed { get; init; } = [];

    /// <summary>How the case reads a figure that is not among its checks. Null: it reads none. Default null.</summary>
    public RowReading? Reading { get; init; }

    /// <summary>The case's reading of a published figure, or null.</summary>
    /// <param name="row">The figure; it need not be a row of the record.</param>
    /// <param name="reason">Why the case has no reading for it; empty if it has one.</param>
    public PlausibilityCheck? Read(EvidenceRow row, out string reason)
    {
        ArgumentNullException.ThrowIfNull(row);
        if (Reading is { } reading)
        {
            return row.ComparedWith is { } days ? Compared(row, days, reading, out reason) : reading(row, out reason);
        }

        reason = "the case reads no figure that is not among its checks";
        return null;
    }

    /// <summary>A figure as a ratio to that of other days: of flows the ratio of their rates.</summary>
    private static PlausibilityCheck? Compared(
        EvidenceRow row, (DateOnly From, DateOnly To) days, RowReading reading, out string reason)
    {
        var (from, to) = days;
        var plain = reading(row with { Unit = "rounds" }, out reason);
        var other = reading(row with { Unit = "rounds", PeriodStart = from, PeriodEnd = to }, out var why);
        if (plain is not { Reading: { } above, Over: null, OverParameter: null } || other?.Reading is not { } below)
        {
            reason = plain is null ? reason : other is null ? why : "a share or a conversion is not compared with that of other days";
            return null;
        }

        static int Days(TimeWindow window) => window.To.Date!.Value.DayNumber - window.From.Date!.Value.DayNumber + 1;
        var isLevel = above.Metrics[0].IsLevel;
        return plain with
        {
            Quantity = $"{plain.Quantity}, over that of {(Moment)from} to {(Moment)to}", Unit = "ratio", Over = below,
            Scale = isLevel ? 1 : Days(below.Window) / (double)Days(above.Window),
        };
    }

    /// <summary>The same as HTML, for a cell of a notebook or for a page; all text in it is escaped.</summary>
    public string ToHtml() => Html.Paragraph(ToString());

    /// <summary>For people, for example <c>scenario "Russia": 274 published figures, 92 checks</c>.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"scenario \"{Scenario.Name}\": {Published.Rows.Count} published figures, {Checks.Count} checks");
}
