using System.Globalization;

namespace Supply;

/// <summary>How strongly an outcome goes with one uncertain input, over the replications.</summary>
/// <param name="Name">The input in words.</param>
/// <param name="Key">The address of its draw.</param>
/// <param name="Correlation">
/// Spearman's rank correlation with the outcome, -1..1; ties have their mean rank. For a choice of three and more cases, which have no
/// order, the square root of the share of the variance of ranks that the cases explain (Kruskal and Wallis's H, less what chance
/// explains), 0..1.
/// </param>
/// <param name="Low90">Lower limit of its 90 % interval, by Fisher's transformation with the variance of Bonett and Wright (2000).</param>
/// <param name="High90">Upper limit of its 90 % interval.</param>
/// <param name="StandsOut">Whether chance would make one of all inputs as strong in fewer than one study in twenty.</param>
/// <param name="Levels">The outcome at the lowest and the highest fifth of the input; for a choice in each case that occurs.</param>
[TypeFormatterSource(typeof(NotebookFormats))]
public sealed record Driver(
    string Name, string Key, double Correlation, double Low90, double High90, bool StandsOut, Items<DriverLevel> Levels) : IShown
{
    /// <summary>Whether the input is a choice of cases.</summary>
    public bool IsChoice { get; init; }

    /// <summary>The name of the inputs that say the same about other times.</summary>
    internal string Family { get; init; } = Name;

    /// <summary>For people, for example <c>requirement level: -0.61, 90 % between -0.64 and -0.58</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Name}: {Correlation:0.00}, 90 % between {Low90:0.00} and {High90:0.00}");

    /// <summary>The same as HTML, for a cell of a notebook or for a page; all text in it is escaped.</summary>
    public string ToHtml() => Html.Paragraph(ToString());
}
