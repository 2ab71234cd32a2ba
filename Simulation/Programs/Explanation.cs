using System.Text;
using Supply.Programs;

namespace Supply;

/// <summary>
/// The equations of a step in the order of events, with the names of the scenario. What is used more than once is written once,
/// above the line in which it first occurs: under a name of its own, or that of the line's part with a number, as
/// <c>Front depots.3</c>.
/// </summary>
[TypeFormatterSource(typeof(NotebookFormats))]
public sealed class Explanation : IShown
{
    private readonly PartNames parts;
    private readonly string scenario;
    private readonly string size;
    private readonly string selection;

    internal Explanation(
        string scenario, string size, PartNames parts, IReadOnlyList<ExplanationLine> lines,
        IReadOnlyList<ExplanationTable> tables, IReadOnlyList<ExplanationPath> paths, IReadOnlyList<ExplanationQuantile> quantiles,
        string selection = "")
    {
        (this.scenario, this.size, this.parts, this.selection) = (scenario, size, parts, selection);
        (Lines, Tables, Paths, Quantiles) = (lines, tables, paths, quantiles);
    }

    /// <summary>The equations, event by event.</summary>
    public IReadOnlyList<ExplanationLine> Lines { get; }

    /// <summary>The tables that they mention.</summary>
    public IReadOnlyList<ExplanationTable> Tables { get; }

    /// <summary>The paths that they mention.</summary>
    public IReadOnlyList<ExplanationPath> Paths { get; }

    /// <summary>The distributions of what is drawn in each step.</summary>
    public IReadOnlyList<ExplanationQuantile> Quantiles { get; }

    /// <summary>The lines of one part, with those that they need to be understood.</summary>
    /// <param name="part">Its name, as "Side/Part" where several networks have a part of that name; or the name of a network.</param>
    /// <exception cref="ArgumentException">There is no such part.</exception>
    public Explanation Of(string part)
    {
        var name = parts.Find(part, scenario);
        return Select(line => line.Part == name, $"\"{name}\"");
    }

    /// <summary>The lines of one event, with those that they need to be understood.</summary>
    /// <param name="at">The event.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such event.</exception>
    public Explanation At(StepEvent at) => Enum.IsDefined(at)
        ? Select(line => line.Event == at, $"event {(int)at}, {StepOrder.Titles[(int)at]}")
        : throw new ArgumentOutOfRangeException(nameof(at), at, $"A step has the events 0 to {StepOrder.Titles.Count - 1}.");

    /// <summary>The listing, one line for each equation.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var line in Legend.Prepend(Summary)) text.Append(line).Append('\n');
        foreach (var (title, lines) in Sections()) text.AppendJoin('\n', ["", title, .. lines]).Append('\n');
        return text.ToString();
    }

    /// <summary>The scenario that is listed, its size, and the selection.</summary>
    internal string Summary => $"Scenario \"{scenario}\": {size}."
        + (selection.Length > 0 ? $"\nOnly what belongs to {selection}, and what it needs." : "");

    /// <summary>The parts of the listing that are not empty: events, tables, paths and quantiles, each with its lines.</summary>
    internal IEnumerable<(string Title, IReadOnlyList<string> Lines)> Sections() =>
        Lines.GroupBy(line => line.Event).OrderBy(group => group.Key)
            .Select(group => Section($"{(int)group.Key} {StepOrder.Titles[(int)group.Key]}", group.Select(line => line.Print())))
            .Append(Section("tables, a value for each step", Tables.Select(table => $"  {table}")))
            .Append(Section("paths, for each step a point or the way to the next", Paths.Select(path => $"  {path}")))
            .Append(Section("quantiles, of a standard normal draw", Quantiles.Select(quantile => $"  {quantile}")))
            .Where(section => section.Lines.Count > 0);

    private static (string Title, IReadOnlyList<string> Lines) Section(string title, IEnumerable<string> lines) => (title, [.. lines]);

    internal static string[] Legend { get; } =
    [
        "Levels are in rounds, flows in rounds per step, lags in steps; guns, inputs and money in their own units.",
        "t is the step, @ marks a table by step, ~ a parameter drawn once per replication (see Sources()), ' the value after the step.",
        "A state starts at 0 unless it is listed. x(t - n) is what went into a delay n steps ago, normal(key, t) a standard normal draw.",
        "a ? b : c is b if a is not 0, else c; a < b is 1 or 0; flushTiny(x) is 0 below 1E-30. Sums and products go from left to right.",
        "change(x) is x less its value at the sample before; gain(x) is the same, 0 if at most 1E-09 of x; ratio(a, b) is a / b if 0 < b.",
    ];

    /// <summary>
    /// The lines asked for, the pieces of which they are made and what belongs to no part; and the tables, paths and quantiles of them all.
    /// </summary>
    private Explanation Select(Func<ExplanationLine, bool> asked, string what)
    {
        var byName = Lines.ToDictionary(line => line.Name);
        var (kept, mentioned) = (new HashSet<ExplanationLine>(), new HashSet<string>());
        var open = new Stack<ExplanationLine>(Lines.Where(asked));
        while (open.TryPop(out var line))
        {
            if (!kept.Add(line)) continue;
            mentioned.UnionWith(line.Uses);
            foreach (var use in line.Uses)
            {
                if (byName.TryGetValue(use, out var used) && (used.IsPiece || used.Part is null)) open.Push(used);
            }
        }

        return new(
            scenario, size, parts, [.. Lines.Where(kept.Contains)],
            [.. Tables.Where(table => mentioned.Contains(table.Name))], [.. Paths.Where(path => mentioned.Contains(path.Name))],
            [.. Quantiles.Where(quantile => mentioned.Contains(quantile.Name))],
            selection.Length == 0 ? what : $"{selection} and {what}");
    }

    /// <summary>The same as HTML, for a cell of a notebook or for a page; all text in it is escaped.</summary>
    public string ToHtml() => ExplanationHtml.Of(this);

    string IShown.ToPlainText() => Summary;
}
