namespace Supply.Inference;

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
