using Supply.Evidence;

namespace Supply.Inference;

/// <summary>
/// A published figure as a statement about the simulated world: what it counts, who vouches for it, and how reliable it is. A claim sees
/// a quantity of the model through a scope factor that all claims of its witness on this quantity share, an error of its own, and the
/// possibility that it is simply wrong.
/// </summary>
/// <param name="Check">The published range and its reading of the model.</param>
/// <param name="Witness">Who vouches for it, see <see cref="EvidenceRow.Witness"/>.</param>
/// <param name="Subject">The quantity that the witness counts: claims of one witness and subject share their scope factor.</param>
/// <param name="From">First day that it covers.</param>
/// <param name="To">Last day that it covers.</param>
/// <param name="Published">When it was published.</param>
[TypeFormatterSource(typeof(NotebookFormats))]
public sealed record Claim(PlausibilityCheck Check, string Witness, string Subject, DateOnly From, DateOnly To, DateOnly Published) : IShown
{
    /// <summary>The id of the row that it comes from.</summary>
    public string Id => Check.Id;

    /// <summary>Admiralty letter of the witness, A..F. Default C.</summary>
    public char Reliability { get; init; } = 'C';

    /// <summary>Standard deviation of the natural logarithm of its own error if it is not wrong; above 0.</summary>
    public double Error { get; init; } = 0.25;

    /// <summary>Prior probability that it is wrong; its error is then <see cref="WrongError"/>. 0..1.</summary>
    public double Doubt { get; init; } = 0.1;

    /// <summary>
    /// The publication in which it appeared: figures of one publication share a part of their error. Null: it shares none. Default null.
    /// </summary>
    public string? Publication { get; init; }

    /// <summary>Whether it shares none although others of its publication are there: before they were heard.</summary>
    internal bool IsApart { get; init; }

    /// <summary>
    /// Its weight among claims that repeat one another, 0..1: claims of one witness and subject on the same rounds, whose periods overlap
    /// by half, share one vote. Default 1.
    /// </summary>
    public double Weight { get; init; } = 1;

    /// <summary>Standard deviation of the natural logarithm of the error of a wrong claim: two thirds lie within a factor e.</summary>
    public const double WrongError = 1.0;

    /// <summary>A claim holds, taken literally, if the model comes within this factor of its range.</summary>
    public const double Tolerance = 1.1;

    /// <summary>Whether it holds if taken literally, without scope and error.</summary>
    /// <param name="value">The model's value, in the unit of the claim.</param>
    public bool Holds(double value) => value * Tolerance >= Low && value <= High * Tolerance;

    /// <summary>
    /// True for a range or a point; false for a floor or a ceiling. A range from 0 is a ceiling, because 0 has no logarithm.
    /// </summary>
    public bool HasTwoEnds => Check.Low > 0 && double.IsFinite(Check.High);

    /// <summary>The published number, or the geometric middle of the range, or the bound; for a published 0 <see
    /// cref="LeastSeen"/>.</summary>
    public double Value => HasTwoEnds ? Math.Sqrt(Low * High) : Low > 0 ? Low : High;

    /// <summary>
    /// The smallest amount that the witness would have reported, in the unit of the claim, above 0: a published 0 says that there was less.
    /// Default 1.
    /// </summary>
    public double LeastSeen { get; init; } = 1;

    /// <summary>Whether it says that there was nothing: the published figure is 0.</summary>
    public bool IsZero => Check.High == 0;

    /// <summary>The lower limit of what it says; minus infinity for a ceiling.</summary>
    internal double Low => IsZero ? double.NegativeInfinity : Check.Low;

    /// <summary>The upper limit of what it says; infinity for a floor.</summary>
    internal double High => IsZero ? LeastSeen : Check.High;

    /// <summary>Whether it is the share of a part, such as an origin, in a whole of the same quantity over the same days.</summary>
    internal bool IsShare => Check is { Reading: { } part, Over: { } whole } && part.Window == whole.Window
        && part.Metrics.Select(metric => metric with { Origin = null }).SequenceEqual(whole.Metrics);

    /// <summary>The kind of quantity that it counts.</summary>
    internal DiscrepancyKind Kind => IsShare ? DiscrepancyKind.Share : Check.Reading?.Metrics[0].Row.Discrepancy ?? DiscrepancyKind.None;

    /// <summary>Whether it compares a quantity with itself over other days: the scope of its witness then cancels.</summary>
    internal bool IsRatioInTime => Check is { Reading: { } reading, Over: { } over } && reading.Window != over.Window
        && reading.Metrics.SequenceEqual(over.Metrics);

    /// <summary>
    /// The claims on a case: every check that says something of the simulated world, with the weights that repetition leaves them.
    /// </summary>
    /// <param name="record">The case and its record.</param>
    /// <exception cref="KeyNotFoundException">The first row of a check is not in the record.</exception>
    public static IReadOnlyList<Claim> Of(CaseRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return Weighted([.. record.Checks.Where(check => check.IsClaim)
            .Select(check => Of(check, record.Published.Find(check.Rows[0])))]);
    }

    /// <summary>A claim from a check and the row behind it; error and doubt follow from the witness's reliability.</summary>
    public static Claim Of(PlausibilityCheck check, EvidenceRow row)
    {
        ArgumentNullException.ThrowIfNull(check);
        ArgumentNullException.ThrowIfNull(row);
        var (from, to) = check.Reading is { Window: var window }
            ? (window.From.Date!.Value, window.To.Date!.Value)
            : (row.PeriodStart, row.PeriodEnd);
        return new Claim(check, row.Witness, row.Subject, from, to, row.Published)
        {
            Reliability = row.Reliability,
            Error = ClaimErrors.Of(row),
            Doubt = ClaimErrors.Doubt(row.Reliability),
            LeastSeen = ClaimErrors.LeastSeen(check.Unit),
            Publication = string.Join(", ", new[] { row.Organisation, row.Title, $"{(Moment)row.Published}" }.Where(part => part
                .Length > 0)),
        };
    }

    /// <summary>Claims with the weights that repetition leaves them.</summary>
    public static IReadOnlyList<Claim> Weighted(IReadOnlyList<Claim> claims)
    {
        ArgumentNullException.ThrowIfNull(claims);
        return [.. claims.Select(one => one with { Weight = 1.0 / claims.Count(other => Repeats(one, other)) })];
    }

    private static bool Repeats(Claim one, Claim other)
    {
        var shared = Math.Min(one.To.DayNumber, other.To.DayNumber) - Math.Max(one.From.DayNumber, other.From.DayNumber) + 1;
        var longer = Math.Max(one.To.DayNumber - one.From.DayNumber, other.To.DayNumber - other.From.DayNumber) + 1;
        return one.Witness == other.Witness && one.Subject == other.Subject
            && Equals(one.Check.Reading?.Metrics, other.Check.Reading?.Metrics) && one.Check.Parameter == other.Check.Parameter
            && 2 * shared >= longer;
    }

    /// <summary>The same as HTML, for a cell of a notebook or for a page; all text in it is escaped.</summary>
    public string ToHtml() => InferenceHtml.Of(this);

    string IShown.ToPlainText() => Html.Plain(ToHtml());
}
