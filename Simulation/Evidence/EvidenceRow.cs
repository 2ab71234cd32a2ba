using System.Diagnostics.CodeAnalysis;

namespace Supply.Evidence;

/// <summary>One published figure. A number is a claim of its source, not a truth.</summary>
/// <param name="Id">The id that citations use, for example <c>E001</c>; unique.</param>
/// <param name="Side">The side it is about, for example <c>RU</c>.</param>
/// <param name="Quantity">The quantity that is counted, for example <c>domestic_production</c>.</param>
/// <param name="Calibre">
/// The natures it covers; <c>all_artillery</c> where the source does not say, <c>na</c> where it does not apply.
/// </param>
/// <param name="PeriodStart">First day of the period that the figure covers.</param>
/// <param name="PeriodEnd">Last day of that period; equal to the first for a figure of one day.</param>
/// <param name="Low">Lower end of a published range, or null.</param>
/// <param name="Mid">The single published number, or null.</param>
/// <param name="High">Upper end of a published range, or null.</param>
/// <param name="Unit">The unit of the numbers, for example <c>rounds/day</c>.</param>
/// <param name="Organisation">The organisation that said it.</param>
/// <param name="Title">The publication it appeared in.</param>
/// <param name="Published">Date of publication.</param>
/// <param name="Url">Address, or empty.</param>
/// <param name="Verified">True if the figure was seen at that address.</param>
/// <param name="Note">Bounds, derivations and warnings.</param>
[TypeFormatterSource(typeof(NotebookFormats))]
public sealed record EvidenceRow(
    string Id, string Side, string Quantity, string Calibre, DateOnly PeriodStart, DateOnly PeriodEnd,
    double? Low, double? Mid, double? High, string Unit, string Organisation, string Title, DateOnly Published,
    string Url, bool Verified, string Note) : IShown
{
    private static readonly string[] others = ["mortar", "tank"];

    private readonly string? witness;
    private readonly char reliability;

    /// <summary>
    /// The lineage: who vouches for the figure, whoever printed it. Rows of one witness are not independent. Default: the organisation;
    /// in a <see cref="PublishedRecord"/> the witness that answers for it.
    /// </summary>
    [AllowNull]
    public string Witness { get => witness ?? Organisation; init => witness = value; }

    /// <summary>
    /// Reliability of the witness on the Admiralty scale, A..F, by the kind of source (decision note 1). Default E; in a
    /// <see cref="PublishedRecord"/> that of the witness that answers for the organisation.
    /// </summary>
    public char Reliability { get => reliability == 0 ? 'E' : reliability; init => reliability = value; }

    /// <summary>
    /// The thing that is counted: the quantity, and the natures other than artillery that the figure holds as well, for example
    /// <c>domestic_production
    /// with mortar and tank</c>. Figures of one witness and subject share a scope.
    /// </summary>
    public string Subject => OtherNatures is [] ? Quantity : $"{Quantity} with {string.Join(" and ", OtherNatures)}";

    /// <summary>Natures other than artillery that a figure counts, alone or in a sum with artillery: mortar bombs, tank rounds.</summary>
    public IReadOnlyList<string> OtherNatures =>
        [.. Natures.SelectMany(nature => others.Where(other => nature.Contains(other, StringComparison.Ordinal)).Take(1))];

    /// <summary>The natures that are joined by "+" in <see cref="Calibre"/>.</summary>
    internal IReadOnlyList<string> Natures => Calibre.Split('+', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>
    /// The days with whose figure the number is a ratio, where the unit is <c>ratio to 2024-01-01..2024-03-31</c>; otherwise null.
    /// </summary>
    internal (DateOnly From, DateOnly To)? ComparedWith
    {
        get
        {
            const string prefix = "ratio to ";
            static bool Date(string word, out DateOnly date) => DateOnly.TryParseExact(
                word, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out date);
            return Unit.StartsWith(prefix, StringComparison.Ordinal) && Unit[prefix.Length..].Split("..") is [var first, var last]
                && Date(first, out var from) && Date(last, out var to) && from <= to ? (from, to) : null;
        }
    }

    /// <summary>True if the source said "more than": the number is a floor.</summary>
    public bool IsLowerBound => Note.Contains("bound=lower", StringComparison.Ordinal);

    /// <summary>True if the source said "up to": the number is a ceiling.</summary>
    public bool IsUpperBound => Note.Contains("bound=upper", StringComparison.Ordinal);

    /// <summary>The least that the row allows: minus infinity for a ceiling.</summary>
    public double Least => IsUpperBound ? double.NegativeInfinity : Low ?? Mid ?? High ?? double.NegativeInfinity;

    /// <summary>The most that the row allows: infinity for a floor.</summary>
    public double Most => IsLowerBound ? double.PositiveInfinity : High ?? Mid ?? Low ?? double.PositiveInfinity;

    /// <summary>Days of the period, first and last included.</summary>
    public int PeriodDays => PeriodEnd.DayNumber - PeriodStart.DayNumber + 1;

    /// <summary>The number is multiplied by this to become an amount of the period: rates become totals.</summary>
    public double PeriodFactor => Unit switch
    {
        var unit when unit.EndsWith("/day", StringComparison.Ordinal) => PeriodDays,
        var unit when unit.EndsWith("/week", StringComparison.Ordinal) => PeriodDays / 7.0,
        var unit when unit.EndsWith("/month", StringComparison.Ordinal) => PeriodDays * 12 / 365.25,
        var unit when unit.EndsWith("/year", StringComparison.Ordinal) => PeriodDays / 365.25,
        _ => 1,
    };

    /// <summary>The row with the name and reliability of its organisation's witness, where it has none of its own.</summary>
    internal EvidenceRow By(Witness? found) => found is null ? this
        : this with { Witness = witness ?? found.Name, Reliability = reliability == 0 ? found.Reliability : reliability };

    /// <summary>
    /// Whether two rows give the same kind of number for the same things, over periods that share half of the shorter one.
    /// </summary>
    internal bool IsComparableWith(EvidenceRow other)
    {
        var shared = Math.Min(PeriodEnd.DayNumber, other.PeriodEnd.DayNumber) - Math.Max(
            PeriodStart.DayNumber, other.PeriodStart.DayNumber) + 1;
        return Side == other.Side && Quantity == other.Quantity && Calibre == other.Calibre
            && Unit.Split('/')[0] == other.Unit.Split('/')[0]
            && 2 * shared >= Math.Min(PeriodDays, other.PeriodDays);
    }

    /// <summary>True if the ranges, as rates, come within a quarter of each other.</summary>
    internal bool AgreesWith(EvidenceRow other)
    {
        const double quarter = 1.25;
        double PerDay(double value, EvidenceRow row) => value * row.PeriodFactor / row.PeriodDays;
        return PerDay(Least, this) <= quarter * PerDay(other.Most, other) && PerDay(other.Least, other) <= quarter * PerDay(Most, this);
    }

    /// <summary>The same as HTML, for a cell of a notebook or for a page; all text in it is escaped.</summary>
    public string ToHtml() => EvidenceHtml.Of(this);

    string IShown.ToPlainText() => Html.Plain(ToHtml());
}
