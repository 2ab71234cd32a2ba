namespace Supply;

/// <summary>Five quantiles of a reading or of a published figure.</summary>
/// <param name="Low90">5 %.</param>
/// <param name="Low50">25 %.</param>
/// <param name="Median">50 %.</param>
/// <param name="High50">75 %.</param>
/// <param name="High90">95 %.</param>
public sealed record Spread(double Low90, double Low50, double Median, double High50, double High90)
{
    /// <summary>The quantiles of equally likely values; NaN values are left out.</summary>
    public static Spread Of(IEnumerable<double> values)
    {
        var distribution = Distribution.Of([.. values]);
        return new(distribution.Low90, distribution.Low50, distribution.Median, distribution.High50, distribution.High90);
    }
}

/// <summary>The other witnesses' view of a claim.</summary>
/// <param name="Claim">The id of the claim.</param>
/// <param name="Said">The model's value for it without its witness, before scope and error.</param>
/// <param name="Predicted">The figure its witness would publish with the knowledge of the others.</param>
/// <param name="Plausibility">See <see cref="Prediction.Plausibility"/>.</param>
/// <param name="Score">See <see cref="Prediction.Score"/>; NaN for a floor or a ceiling.</param>
public sealed record Foretold(string Claim, Spread Said, Spread Predicted, double Plausibility, double Score);

/// <summary>The posterior without one witness.</summary>
/// <param name="Witness">The witness.</param>
/// <param name="Claims">The others' view of each of the witness's claims.</param>
/// <param name="Readings">The followed readings without the witness, by their id.</param>
/// <param name="Verdict">Whether the rows without the witness may be used, in a sentence.</param>
public sealed record Influence(
    string Witness, IReadOnlyList<Foretold> Claims, IReadOnlyDictionary<string, Spread> Readings, string Verdict);

public sealed partial class Posterior
{
    /// <summary>
    /// This posterior with the influence of each witness: for each, the rows are moved to where they would be without the witness's
    /// claims.
    /// </summary>
    /// <param name="progress">Told which witness is left out. Null: nobody. Default null.</param>
    /// <param name="cancellation">Ends the run early.</param>
    /// <exception cref="ArgumentException">The posterior was read from a file.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public Posterior LeaveOut(IProgress<string>? progress = null, CancellationToken cancellation = default)
    {
        // The particles are close to their destination, so a few moves are enough.
        var calibration = Calibration
            with { Sampler = Calibration.Sampler
                with { MostMoves = Math.Min(10, Calibration.Sampler.MostMoves),
                    MostLastMoves = Math.Min(20, Calibration.Sampler.MostLastMoves) } };
        var influences = new List<Influence>();
        foreach (var witness in Calibration.Claims.GroupBy(claim => claim.Witness))
        {
            progress?.Report(witness.Key);
            var without = (calibration with { Fitted = claim => Calibration.Fitted(claim) && claim.Witness != witness.Key })
                .From(this, null, cancellation);
            influences.Add(new(witness.Key, [.. witness.Select(without.Foretell)],
                Calibration.Followed.ToDictionary(reading => reading.Id, reading => Spread.Of(without.Reading(reading.Id))),
                    without.Verdict));
        }

        return new(Calibration, Target, z, Particles)
        {
            Verdict = Verdict, LogEvidence = LogEvidence, Provenance = Provenance, Influences = influences,
        };
    }

    /// <summary>The view of a claim that the fitted claims imply.</summary>
    public Foretold Foretell(Claim claim)
    {
        var prediction = Predict(claim);
        return new(claim.Id, Spread.Of(Said(claim)),
            new(prediction.Low90, prediction.Low50, prediction.Median, prediction.High50, prediction.High90),
            prediction.Plausibility(claim), claim.HasTwoEnds ? prediction.Score(claim.Value) : double.NaN);
    }
}
