namespace Supply;

/// <summary>The parts of a scenario at a glance: what each holds, makes, sends or wants, and how they are connected.</summary>
/// <param name="Scenario">The name of the scenario.</param>
/// <param name="Parts">All parts that hold, make, send or fire something, network by network.</param>
/// <param name="Ways">How rounds and inputs go from one part to another.</param>
[TypeFormatterSource(typeof(NotebookFormats))]
public sealed record Overview(string Scenario, Items<OverviewPart> Parts, Items<OverviewWay> Ways) : IShown
{
    /// <summary>Parts in rows, with their numbers; then the ways between them. A table for each network.</summary>
    public Items<Table> Tables => Items.From(Parts.GroupBy(part => part.Side).SelectMany(side => (Table[])
    [
        new($"Parts of {side.Key} in \"{Scenario}\"", ["part", "kind", "numbers"],
            Items.From(side.Select(part => (Items<string>)[part.Name, part.Kind, part.Numbers])),
            ["An uncertain number is given by its range over all of its cases, without drifts and noise, a path over time by its first and "
                + "its last value."]),
        new($"Ways of {side.Key} in \"{Scenario}\"", ["from", "to", "way"],
            Items.From(Ways.Where(way => way.Side == side.Key).Select(way => (Items<string>)[way.From, way.To, way.Words])), []),
    ]));

    /// <summary>The same as HTML, for a cell of a notebook or for a page; all text in it is escaped.</summary>
    public string ToHtml() => string.Concat(Tables.Select(table => table.ToHtml()));

    /// <summary>The tables as text.</summary>
    public override string ToString() => string.Join("\n", Tables);
}
