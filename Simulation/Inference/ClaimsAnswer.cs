using Supply.Evidence;
using Supply.Studies;

namespace Supply.Inference;

/// <summary>The answers of a posterior.</summary>
internal static class ClaimsAnswer
{
    private const int KeptNotes = 1;
    private const int MostClaims = 5;
    private const int MostReadings = 8;

    /// <summary>The view of all witnesses on some claims.</summary>
    public static Answer Of(Posterior posterior, IReadOnlyList<Claim> claims, Compatibility? books, string? reading)
    {
        if (claims.Count == 0) throw new ArgumentException("There are no claims; at least 1 is needed.", nameof(claims));
        var first = claims[0];
        var told = $"{Capital(first.Check.Quantity)}, {Days(first)}: published {Amount(first)}";
        string headline;
        var sentences = new List<string>();
        if (posterior.IsUsable)
        {
            headline = $"{told}; all witnesses together put it at {Band(first, Seen(posterior, first))}, and within a tenth it holds with "
                + $"{Holds(posterior, first).Probability()}.";
            if (reading is not null && Influence(posterior, reading) is { } influence) sentences.Add(influence);
        }
        else
        {
            headline = $"{told}; what the claims say about it together is not settled, because the populations disagree.";
        }

        if (books is not null)
        {
            sentences.Add("By the books alone, before any claim is believed, it holds in "
                + $"{Alone(books, first).Probability()} of the runs.");
            var (impossible, pairs) = (books.Impossible.Count, books.Conflicts().Count(conflict => conflict.Claims.Count == 2));
            sentences.Add($"Taken literally, {AnswerText.Number(impossible)} of "
                + $"{AnswerText.Number(posterior.Calibration.Claims.Count)} claims hold in almost no run, and "
                + $"{AnswerText.Number(pairs)} pairs of the others exclude each other.");
        }

        Items<string> heading = ["claim", "published", .. books is null ? [] : new[] { "holds before" },
            .. posterior.IsUsable ? new[] { "all witnesses (90 %)", "holds", "wrong" } : []];
        var rows = claims.Take(MostClaims).Select(claim => (Items<string>)
        [
            $"{claim.Check.Quantity}, {claim.Witness}", Amount(claim), .. books is null ? [] : new[] { Alone(books, claim).Probability() },
            .. posterior.IsUsable
                ? (string[])[Band(claim, Seen(posterior, claim)), Holds(posterior, claim).Probability(),
                    Wrong(posterior, claim).Probability()]
                : [],
        ]);
        var notes = new List<string> { posterior.Provenance + "." };
        if (!posterior.IsUsable) notes.Add(posterior.Verdict);
        if (books is not null)
        {
            notes.Add($"Holds before: in {AnswerText.Number(books.Replications)} runs, within a tenth of what was published.");
        }
        if (claims.Count > MostClaims) notes.Add($"{claims.Count - MostClaims} more claims are in the tables.");
        return AnswerText.Fitted(
            new(headline, Items.From(sentences), new("Claims", heading, Items.From(rows), []), "", Items.From(notes)), 1, KeptNotes);
    }

    /// <summary>The outcome of a calibration.</summary>
    public static Answer Of(Posterior posterior, Validation[] validations)
    {
        var calibration = posterior.Calibration;
        var (count, witnesses) = (calibration.Claims.Count(calibration.Fitted),
            calibration.Claims.Where(calibration.Fitted).Select(claim => claim.Witness).Distinct().Count());
        var headline = $"\"{posterior.Scenario.Name}\" is conditioned on {AnswerText.Number(count)} claims of "
            + $"{AnswerText.Number(witnesses)} witnesses, and the rows {(posterior.IsUsable ? "may be used" : "must not be used")}.";
        var sentences = validations.Where(one => one.Rows.Count > 0).Select(one =>
            $"Of {AnswerText.Number(one.Rows.Count)} claims that the fit had not seen ({one.Split}), "
            + $"{Share(one, row => row.IsIn90).Probability()} lie in the 90 % interval and "
            + $"{Share(one, row => row.IsIn50).Probability()} in the 50 % interval.");
        var rows = posterior.IsUsable
            ? calibration.Followed.Take(MostReadings).Select(reading => (Items<string>)
                [reading.Id, Band(reading, posterior.Reading(reading.Id)), reading.Over is null ? reading.Unit : "share"])
            : [];
        return AnswerText.Fitted(
            new(headline, Items.From(sentences), new("Readings", ["reading", "median (90 %)", "unit"], Items.From(rows), []), "",
                [posterior.Verdict, .. validations.Select(one => one.Caution).Where(caution => caution.Length > 0).Take(1),
                    posterior.Provenance + "."]), 1, KeptNotes + 1);
    }

    private static Estimate Share(Validation validation, Func<Validated, bool> isIn) =>
        Estimate.Share(validation.Rows.Count(isIn), validation.Rows.Count);

    /// <summary>The witness whose absence moves a reading most.</summary>
    private static string? Influence(Posterior posterior, string reading)
    {
        var check = posterior.Calibration.Followed.FirstOrDefault(one => one.Id == reading);
        Influence[] known = [.. posterior.Influences.Where(one => one.Readings.ContainsKey(reading))];
        if (check is null || known.Length == 0) return null;
        var all = Median(posterior.Reading(reading));
        var most = known.MaxBy(one => Math.Abs(one.Readings[reading].Median - all.Value))!;
        var without = all with { Value = most.Readings[reading].Median };
        return Math.Abs(without.Value - all.Value) <= 2 * all.Noise
            ? $"No witness alone moves \"{reading}\" beyond noise."
            : $"Without {most.Witness}, \"{reading}\" would be {Text(check, without)} instead of {Text(check, all)}; no other witness "
                + (most.IsUsable ? "moves it more."
                    : "moves it more. That is a direction at most: the populations had not agreed when it had been left out.");
    }

    private static Estimate Alone(Compatibility books, Claim claim) =>
        Estimate.Share((int)Math.Round(books.Alone(claim) * books.Replications), books.Replications);

    private static IReadOnlyList<double> Seen(Posterior posterior, Claim claim) => posterior.Shown(claim);

    private static Estimate Holds(Posterior posterior, Claim claim) =>
        Estimate.Share(posterior.Said(claim).Count(claim.Holds), posterior.Count);

    private static Estimate Wrong(Posterior posterior, Claim claim)
    {
        var wrong = posterior.Wrong(claim);
        return new(wrong, Math.Sqrt(Math.Max(wrong * (1 - wrong), 1.0 / posterior.Count) / posterior.Count));
    }

    private static string Band(Claim claim, IReadOnlyList<double> values) => Band(claim.Check, values);

    private static string Band(PlausibilityCheck check, IReadOnlyList<double> values)
    {
        double[] sorted = [.. values.Where(value => !double.IsNaN(value)).Order()];
        string At(double level) => Text(check, Estimate.Quantile(sorted, level));
        return $"{At(0.5)} ({At(0.05)} to {At(0.95)})";
    }

    private static string Amount(Claim claim) => IsShare(claim.Check)
        ? PlausibilityTable.Published(claim.Check with { Low = 100 * claim.Check.Low, High = 100 * claim.Check.High }) + " %"
        : $"{PlausibilityTable.Published(claim.Check)} {claim.Check.Unit}";

    private static string Text(PlausibilityCheck check, Estimate value) => value.Text(IsShare(check) ? Measure.Fraction : Measure.Ratio);

    private static bool IsShare(PlausibilityCheck check) =>
        check.Unit.StartsWith("fraction", StringComparison.Ordinal) || (check.Over is not null && check.Unit is "share");

    private static Estimate Median(IReadOnlyList<double> values) => Estimate.Median(values);

    private static string Days(Claim claim) => $"{(Moment)claim.From} to {(Moment)claim.To}";

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
