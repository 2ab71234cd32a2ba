namespace Supply;

/// <summary>
/// A reference case with dated changes: one or more networks (sides), a horizon, and changes. Immutable.
/// Names of parts in changes may be qualified by the network, <c>Side/Part</c>, where the part's name alone is not unique.
/// </summary>
/// <param name="Name">Unique in a study.</param>
/// <param name="Networks">The sides; at least one.</param>
/// <param name="Horizon">The time covered.</param>
[TypeFormatterSource(typeof(NotebookFormats))]
public sealed record Scenario(string Name, Items<Network> Networks, Horizon Horizon) : IShown
{
    /// <summary>Dated changes; their order decides only between limits or shares that begin in the same step: the later counts.</summary>
    public Items<Change> Changes { get; init; } = Items<Change>.Empty;

    /// <summary>
    /// The last day of the published record, itself included; what follows is projection. Null if there is none. Default null.
    /// </summary>
    public Moment? RecordEnds { get; init; }

    /// <summary>
    /// True: rounds are whole in every flow and stock. What does not come whole runs up until another round is complete; what is
    /// split over origins and takers is split by largest remainder. Default false: rounds are real numbers.
    /// </summary>
    public bool WholeRounds { get; init; }

    /// <summary>The rows that published claims leave of the case that this is derived from; null: nothing is known. Default null.</summary>
    internal CaseRows? Rows { get; init; }

    /// <summary>A scenario of one network without changes.</summary>
    public Scenario(string name, Network network, Horizon horizon) : this(name, [network], horizon) { }

    /// <summary>This scenario under another name, with further changes.</summary>
    public Scenario With(string name, params Change[] changes) =>
        this with { Name = name, Changes = Changes.Add(changes) };

    /// <summary>For people, for example <c>scenario "Cut": Russia, 2022-02-24 to 2026-12-31 in steps of 1 day, 2 changes</c>.</summary>
    public override string ToString() =>
        $"scenario \"{Name}\": {string.Join(" and ", Networks.Select(network => network.Name))}, {Horizon}, "
        + Changes.Count switch { 0 => "no changes", 1 => "1 change", var count => FormattableString.Invariant($"{count} changes") };

    /// <summary>The same as HTML, for a cell of a notebook or for a page; all text in it is escaped.</summary>
    public string ToHtml() => ScenarioHtml.Of(this);
}
