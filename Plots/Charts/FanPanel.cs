namespace Supply.Plots;

/// <summary>One outcome of a fan chart.</summary>
/// <param name="Title">The panel's title; may be empty.</param>
/// <param name="ValueLabel">Quantity and unit, for example "Rounds per day".</param>
/// <param name="Fans">One to four scenarios; with one, the 50 % band is shown as well.</param>
/// <param name="Style">How the numbers are written.</param>
public sealed record FanPanel(string Title, string ValueLabel, IReadOnlyList<Fan> Fans, NumberStyle Style = NumberStyle.Auto)
{
    /// <summary>One to four scenarios; with one, the 50 % band is shown as well.</summary>
    public IReadOnlyList<Fan> Fans { get; init; } = CopiedList.Of(Fans, nameof(Fans));

    /// <summary>A level to compare with, such as a required rate. Default: none.</summary>
    public HorizontalMark? Level { get; init; }
}
