namespace Supply.Plots;

/// <summary>One outcome against the target share.</summary>
/// <param name="Title">The panel's title.</param>
/// <param name="ValueLabel">Quantity and unit, for example "Rounds per day".</param>
/// <param name="Meanings">One or two meanings of the lever, such as "added" and "substituted".</param>
/// <param name="Style">How the numbers are written.</param>
public sealed record SweepPanel(string Title, string ValueLabel, IReadOnlyList<Fan> Meanings, NumberStyle Style = NumberStyle.Auto)
{
    /// <summary>One or two meanings of the lever, such as "added" and "substituted".</summary>
    public IReadOnlyList<Fan> Meanings { get; init; } = CopiedList.Of(Meanings, nameof(Meanings));
}
