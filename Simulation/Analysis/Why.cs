using Supply.Studies;

namespace Supply.Analysis;

/// <summary>
/// Why a change does what it does: the inputs on which its effect hinges, the worlds in which it costs much, and the number that is most
/// worth finding out.
/// </summary>
/// <param name="Drivers">The inputs on which the difference hinges.</param>
/// <param name="Boxes">
/// Where the metric falls by more than the limit or, if it does in most runs, where it does not; null if all runs do the same.
/// </param>
/// <param name="Tree">Groups of runs by the size of the relative difference.</param>
/// <param name="Knowing">The value of knowing inputs for the question whether it falls by more than the limit.</param>
/// <param name="Enough">Whether the replications are enough.</param>
/// <param name="Data">Inputs and the relative difference in each run.</param>
[TypeFormatterSource(typeof(NotebookFormats))]
public sealed record Why(Drivers Drivers, Prim? Boxes, Tree Tree, ValueOfKnowing Knowing, Enough Enough, InputData Data) : IShown
{
    private const int MostRows = 5;
    private const int MostName = 44;
    private const int MostSources = 24;

    /// <summary>The headline of the answer about the effect itself.</summary>
    public required string Headline { get; init; }

    /// <summary>The limit, as a part of what it was, above 0.</summary>
    public double Limit { get; init; } = 0.1;

    internal static Why Of(Study study, Scenario scenario, Metric metric, TimeWindow? window, double limit, PrimSettings? settings,
        IProgress<RunProgress>? progress, CancellationToken cancellation)
    {
        window = study.Baseline.WindowOf(window);
        if (!(limit is > 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(limit), limit, "A limit lies between 0 and 1.");
        var data = InputData.Of(study, metric, scenario, window, relative: true);
        bool IsMuch(double share) => share < -limit;
        var many = data.Outcome.Count(IsMuch);

        // Where most runs lose much, the worlds in which the answer flips are those that do not.
        var areMost = 2 * many > data.Rows;
        var interest = $"lose {(areMost ? "at most" : "more than")} {ShareText.Asked(limit)}";
        var why = new Why(study.Drivers(metric, scenario, window),
            many == 0 || many == data.Rows || data.Inputs.Count == 0 ? null
                : Prim.Where(data, share => IsMuch(share) != areMost, interest, settings, progress, cancellation),
            Tree.Of(data, null, progress, cancellation),
            ValueOfKnowing.OfQuestion(data, IsMuch, $"it costs more than {ShareText.Asked(limit)}", progress: progress,
                cancellation: cancellation),
            Enough.Of(study, [metric]), data)
        {
            Headline = study.Answer(scenario, metric, window).Headline, Limit = limit,
        };
        cancellation.ThrowIfCancellationRequested();
        return why;
    }

    /// <summary>The answer in sentences, with a table of the strongest drivers: at most 20 lines of 100 columns.</summary>
    public Answer Answer => AnswerText.Fitted(new(Headline,
        [
            Boxes?.Verdict ?? (Data.Outcome.All(share => share < -Limit) ? "All runs lose" : "No run loses")
                + $" more than {ShareText.Asked(Limit)}.",
            Knowing.Verdict,
        ],
        new("", ["input", "rank correlation", "share of variance", "today's sources"],
            Items.From(Drivers.All.Take(MostRows).Select(driver => (Items<string>)
            [
                Cut(driver.Name, MostName), $"{driver.Correlation:0.00}",
                driver.Share?.Band ?? "", Cut(driver.SourceWords, MostSources),
            ])), []),
        Drivers.Verdict,
        [Enough.Verdict, .. Drivers.Dependence is { } pair ? new[] { $"Inputs depend on one another ({pair}); shares overlap." } : [],
            .. Drivers.Steps.Length > 0 ? new[] { Drivers.Steps } : []]),
            2, 1);

    /// <summary>All tables behind the answer: drivers, boxes, groups of runs, what to find out, noise.</summary>
    public Items<Table> Tables =>
        [Drivers.Table(), .. Boxes is { } boxes ? new[] { boxes.Table() } : [], Tree.Table(), Knowing.Table(), Enough.Table()];

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..(most - 1)] + "…";

    /// <summary>The same as HTML, for a cell of a notebook or for a page; all text in it is escaped.</summary>
    public string ToHtml() => Answer.ToHtml() + string.Concat(Tables.Select(table => Html.Folded(table.Title, table.ToHtml())));

    /// <summary>The answer.</summary>
    public override string ToString() => Answer.ToString();
}
