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

    /// <summary>
    /// Rank correlation with the linear effects of all other inputs taken out, -1..1; NaN for a choice of three and more cases, and where
    /// there are fewer replications than inputs or others determine the input. Default NaN.
    /// </summary>
    public double Partial { get; init; } = double.NaN;

    /// <summary>The share of the variance of the outcome that goes with it; null where only ranks were asked for. Default null.</summary>
    public VarianceShare? Share { get; init; }

    /// <summary>Where its values come from; for a choice also the sources of its cases. Default none.</summary>
    public Items<Source> Sources { get; init; } = Items<Source>.Empty;

    /// <summary>
    /// The sources in a few words: witnesses with grades, for example <c>RUSI B3, HUR D3</c>; <c>assumed</c>; or nothing.
    /// </summary>
    public string SourceWords => Supply.Studies.SourceText.Of(Sources);

    /// <summary>The name of the inputs that say the same about other times.</summary>
    internal string Family { get; init; } = Name;

    /// <summary>For people, for example <c>requirement level: -0.61, 90 % between -0.64 and -0.58</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Name}: {Correlation:0.00}, 90 % between {Low90:0.00} and {High90:0.00}");

    /// <summary>The same as HTML, for a cell of a notebook or for a page; all text in it is escaped.</summary>
    public string ToHtml() => Html.Paragraph(ToString());
}
