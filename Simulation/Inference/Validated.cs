using Supply.Maths;

namespace Supply.Inference;

/// <summary>A claim that was predicted without being fitted.</summary>
/// <param name="Claim">The claim; it has two ends.</param>
/// <param name="Predicted">The figure its witness would publish.</param>
/// <param name="Score">See <see cref="Prediction.Score"/>.</param>
/// <param name="NaiveScore">
/// The score of the witness's own extrapolation: the last figure of the kind that was seen, as a rate; NaN if there is none.
/// </param>
/// <param name="LogDensity">See <see cref="Prediction.LogDensity"/>.</param>
public sealed record Validated(Claim Claim, Spread Predicted, double Score, double NaiveScore, double LogDensity)
{
    /// <summary>Whether the fit that it is predicted from may be used. Default true.</summary>
    public bool IsOfUsableFit { get; init; } = true;

    /// <summary>
    /// The interval score of the 90 % interval on the scale of natural logarithms (Gneiting and Raftery 2007): its width, and twenty times
    /// the distance by which the figure misses it. 0 is best.
    /// </summary>
    public double IntervalScore
    {
        get
        {
            var (low, high, value) = (Log.Of(Predicted.Low90), Log.Of(Predicted.High90), Log.Of(Claim.Value));
            return high - low + (20 * Math.Max(0, Math.Max(low - value, value - high)));
        }
    }

    /// <summary>Whether the published value lies in the middle half of the prediction.</summary>
    public bool IsIn50 => Claim.Value >= Predicted.Low50 && Claim.Value <= Predicted.High50;

    /// <summary>Whether it lies in the middle nine tenths.</summary>
    public bool IsIn90 => Claim.Value >= Predicted.Low90 && Claim.Value <= Predicted.High90;
}
