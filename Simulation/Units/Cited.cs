namespace Supply;

/// <summary>A number from the published record.</summary>
/// <param name="AsOf">The date to which the number refers.</param>
/// <param name="Grade">Admiralty grade, A..F and 1..6.</param>
/// <param name="Lineage">The witness.</param>
/// <param name="Note">How the number follows from the rows.</param>
/// <param name="Rows">Ids of rows in the evidence.</param>
public sealed record Cited(DateOnly AsOf, string Grade, string Lineage, string Note, Items<string> Rows) : Source
{
    /// <summary>For people, for example <c>RUSI, B2, 2024-01-31: E141, E144</c>.</summary>
    public override string ToString() => $"{Lineage}, {Grade}, {(Moment)AsOf}: {string.Join(", ", Rows)}";
}
