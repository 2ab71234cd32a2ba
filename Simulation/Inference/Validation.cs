using Supply.Maths;

namespace Supply.Inference;

/// <summary>How well claims that the fit has not seen are predicted.</summary>
/// <param name="Split">Which claims were held back, in words.</param>
/// <param name="Rows">The predictions.</param>
[TypeFormatterSource(typeof(NotebookFormats))]
public sealed record Validation(string Split, IReadOnlyList<Validated> Rows) : IShown
{
    /// <summary>How many of the predictions are of fits that may not be used, in a sentence; empty: none.</summary>
    public string Caution => Rows.Count(row => !row.IsOfUsableFit) is > 0 and var bad
        ? FormattableString.Invariant($"\"{Split}\": {bad} of the {Rows.Count} predictions are of fits that may not be used, since their ")
            + "populations had not agreed, so that coverage and scores can be off either way."
        : "";

    /// <summary>Share of the published values inside the 50 % intervals.</summary>
    public double Coverage50 => Rows.Average(row => row.IsIn50 ? 1.0 : 0);

    /// <summary>Share of the published values inside the 90 % intervals.</summary>
    public double Coverage90 => Rows.Average(row => row.IsIn90 ? 1.0 : 0);

    /// <summary>The rows of claims from published rows that the case does not use, so that agreement is evidence.</summary>
    public Validation Unused => this with
    {
        Split = Split + ", rows not used in building", Rows = [.. Rows.Where(row => row.Claim.Check.Role == Evidence.EvidenceRole.HeldOut)],
    };

    /// <summary>The mean score over all rows; 0 is best.</summary>
    public double Score => Rows.Average(row => row.Score);

    /// <summary>
    /// The rows for which the witness has an earlier figure, their mean score and that of the extrapolations; NaN if there is none.
    /// </summary>
    public (int Rows, double Score, double Naive) AgainstNaive
    {
        get
        {
            Validated[] both = [.. Rows.Where(row => !double.IsNaN(row.NaiveScore))];
            return both.Length == 0 ? (0, double.NaN, double.NaN)
                : (both.Length, both.Average(row => row.Score), both.Average(row => row.NaiveScore));
        }
    }

    /// <summary>Conditions on the claims published before a day and predicts later ones.</summary>
    /// <param name="posterior">A posterior of all claims, with its particles.</param>
    /// <param name="from">Claims published on this day or later are held back.</param>
    /// <param name="progress">As in <see cref="SequentialMonteCarlo.Sample"/>.</param>
    /// <param name="checkpoint">As in <see cref="SequentialMonteCarlo.Sample"/>.</param>
    /// <param name="moves">As in <see cref="Posterior.LeaveOut"/>. Default 20.</param>
    /// <param name="cancellation">As in <see cref="SequentialMonteCarlo.Sample"/>.</param>
    /// <exception cref="ArgumentException">The posterior was read from a file, or no claim is held back.</exception>
    public static Validation ByDate(Posterior posterior, DateOnly from, IProgress<SamplingProgress>? progress = null,
        string? checkpoint = null, int moves = 20, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(posterior);
        ArgumentOutOfRangeException.ThrowIfLessThan(moves, 1);
        var calibration = posterior.Calibration;
        Claim[] held = [.. calibration.Claims.Where(claim => claim.Published >= from && claim.HasTwoEnds)];
        if (held.Length == 0) throw new ArgumentException($"No claim with two ends was published from {(Moment)from} on.", nameof(from));
        var before = (calibration.Moving(moves) with { Fitted = claim => calibration.Fitted(claim) && claim.Published < from }).From(
            posterior, progress, checkpoint, cancellation);
        Claim[] seen = [.. calibration.Claims.Where(claim => claim.Published < from && claim.HasTwoEnds)];
        return new($"published from {(Moment)from} on", [.. held.Select(claim => Of(before.Foretell(claim), claim, seen, before.Verdict))]);
    }

    /// <summary>Predicts the claims of each witness from those of the others.</summary>
    /// <param name="posterior">A posterior with its influences, see <see cref="Posterior.LeaveOut"/>.</param>
    public static Validation ByWitness(Posterior posterior)
    {
        ArgumentNullException.ThrowIfNull(posterior);
        var claims = posterior.Calibration.Claims.Where(claim => claim.HasTwoEnds).ToDictionary(claim => claim.Id);
        return new("each witness by the others", [.. posterior.Influences.SelectMany(influence => influence.Claims
            .Where(foretold => claims.ContainsKey(foretold.Claim))
            .Select(foretold => Of(foretold, claims[foretold.Claim], [], influence.Verdict)))]);
    }

    private static Validated Of(Foretold foretold, Claim claim, IReadOnlyList<Claim> seen, string verdict) =>
        new(claim, foretold.Predicted, foretold.Score, Naive(claim, seen) is { } naive ? naive.Score(claim.Value) : double.NaN,
            foretold.LogDensity)
        {
            IsOfUsableFit = Posterior.IsGood(verdict),
        };

    /// <summary>
    /// The witness's last figure of the kind, as a rate, with the error that such extrapolations had among the figures seen.
    /// </summary>
    private static Prediction? Naive(Claim claim, IReadOnlyList<Claim> seen)
    {
        if (Last(claim, seen) is not { } last) return null;
        double[] errors = [.. seen.Select(one => Last(one, [.. seen.Where(other => other.Published < one.Published)]) is { } previous
            ? Log.Of(Extrapolated(previous, one)) - Log.Of(one.Value) : double.NaN).Where(double.IsFinite)];
        const double least = 0.1;
        var sd = errors.Length == 0 ? Claim.WrongError : Math.Max(least, Math.Sqrt(errors.Average(error => error * error)));
        return new([Log.Of(Extrapolated(last, claim))], sd, doubt: 0);
    }

    private static Claim? Last(Claim claim, IReadOnlyList<Claim> seen) => seen
        .Where(other => other.Id != claim.Id && other.Witness == claim.Witness && other.Check.Quantity == claim.Check.Quantity)
        .OrderByDescending(other => other.Published).ThenByDescending(other => other.To).FirstOrDefault();

    /// <summary>A total continues at its rate; rates, shares and levels stay.</summary>
    private static double Extrapolated(Claim last, Claim next)
    {
        double Days(Claim claim) => claim.To.DayNumber - claim.From.DayNumber + 1;
        double PerDay(Claim claim) => claim.Check.Reading is not { } reading || reading.Metrics[0].IsLevel || claim.Check.Over is not null
            ? 1
            : claim.Check.Unit.Split('/')[^1] switch { "day" => 1, "month" => 12 / 365.25, "year" => 1 / 365.25, _ => 1 / Days(claim) };
        return last.Value * PerDay(last) / PerDay(next);
    }

    /// <summary>The same as HTML, for a cell of a notebook or for a page; all text in it is escaped.</summary>
    public string ToHtml() => ClaimTables.Of(this).ToHtml();

    string IShown.ToPlainText() => ClaimTables.Of(this).ToString(Answer.Width);
}
