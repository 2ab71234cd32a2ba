using Supply.Studies;

namespace Supply.Analysis;

/// <summary>A part of the space of inputs, described by limits on some of them, and the rows of the data in it.</summary>
/// <param name="Restrictions">The limits; none: all rows.</param>
/// <param name="Mass">The share of all rows that lie inside, 0..1.</param>
/// <param name="Density">The mean outcome inside; of outcomes 0 and 1 the share of rows of interest, 0..1.</param>
/// <param name="Coverage">The outcome inside over that of all rows: the share of rows of interest that lie inside, 0..1.</param>
/// <param name="Rows">The number of rows inside.</param>
[TypeFormatterSource(typeof(NotebookFormats))]
public sealed record Box(Items<Restriction> Restrictions, double Mass, double Density, double Coverage, int Rows) : IShown
{
    /// <summary>The limits in words, for example <c>a is above 2 and b is "x"</c>; <c>everywhere</c> without limits.</summary>
    public string Words => Restrictions.Count == 0 ? "everywhere"
        : Supply.Studies.AnswerText.List(Restrictions.Select(one => one.ToString()));

    /// <summary>The limits as HTML, for a cell of a notebook; all text in it is escaped.</summary>
    public string ToHtml() => Html.Paragraph(ToString()) + (Restrictions.Count == 0 ? ""
        : Html.List(Restrictions.Select(one => one.ToString())));

    /// <summary>For people, for example <c>a is above 2: density 0.91, coverage 0.64, mass 0.12</c>.</summary>
    public override string ToString() => $"{Words}: density {ReadableNumber.Digits(Density)}, coverage "
        + $"{ReadableNumber.Digits(Coverage)}, mass {ReadableNumber.Digits(Mass)}";
}
