using Supply.Maths;

namespace Supply.Inference;

public sealed partial class Posterior
{
    private static readonly double[] normals = [-1.6448536269514722, -0.6744897501960817, 0, 0.6744897501960817, 1.6448536269514722];

    /// <summary>
    /// The view of all witnesses together on some claims, in sentences; where the rows must not be used, that of the books alone.
    /// </summary>
    /// <param name="claims">Claims of the calibration, or that were asked about; the first has the headline. At least 1.</param>
    /// <param name="books">Which claims hold before any is believed. Null: that is not said. Default null.</param>
    /// <param name="reading">
    /// The id of a followed reading, of which the answer says which witness moves it most. Null: none. Default null.
    /// </param>
    /// <exception cref="ArgumentException">There are no claims.</exception>
    public Answer Answer(IReadOnlyList<Claim> claims, Compatibility? books = null, string? reading = null)
    {
        ArgumentNullException.ThrowIfNull(claims);
        return ClaimsAnswer.Of(this, claims, books, reading);
    }

    /// <summary>The outcome of the calibration, in sentences: its verdict, how it predicts, and the followed readings.</summary>
    /// <param name="validations">How it predicts claims that it had not seen. Default none.</param>
    public Answer Answer(params Validation[] validations)
    {
        ArgumentNullException.ThrowIfNull(validations);
        return ClaimsAnswer.Of(this, validations);
    }

    /// <summary>How much was learnt about each uncertain number and scope factor, the most first.</summary>
    public IReadOnlyList<Learnt> Learnt()
    {
        var words = new LearntWords(Calibration);
        return [.. Target.Marginals.Select((marginal, i) => Learnt(marginal, i, words)).OrderByDescending(learnt => learnt.Contraction)];
    }

    private Learnt Learnt(Marginal marginal, int i, LearntWords words)
    {
        var isScope = marginal.Name.StartsWith("scope of ", StringComparison.Ordinal)
            || marginal.Name.StartsWith(ClaimView.WrongMeanName(), StringComparison.Ordinal);
        double As(double value) => isScope ? Exp.Of(value) : value;
        var mean = z.Average(row => (double)row[i]);
        var prior = normals.Select(at => As(marginal.Value(at))).ToArray();
        return new Learnt(marginal.Name, 1 - z.Average(row => (row[i] - mean) * (row[i] - mean)),
            new(prior[0], prior[1], prior[2], prior[3], prior[4]), Spread.Of(x.Select(row => As(row[i]))))
        {
            Words = words.Of(marginal.Name),
        };
    }

    /// <summary>
    /// The same rows, asked about further claims that they are not conditioned on: a figure of your own, or one that was published since.
    /// If the calibration knows no claim of a witness on a subject, the scope is drawn from its prior.
    /// </summary>
    /// <param name="more">The claims; ids must be new.</param>
    /// <exception cref="ArgumentException">An id is taken.</exception>
    /// <exception cref="ScenarioException">The scenario lacks something that a claim reads.</exception>
    public Posterior Asking(IReadOnlyList<Claim> more)
    {
        ArgumentNullException.ThrowIfNull(more);
        string[] taken = [.. more.Select(claim => claim.Id).Where(claims.ContainsKey)
            .Concat(more.GroupBy(claim => claim.Id).Where(group => group.Count() > 1).Select(group => group.Key)).Distinct()];
        if (taken.Length > 0)
        {
            throw new ArgumentException($"The calibration has a claim {string.Join(", ", taken.Select(id => $"\"{id}\""))} already; give "
                + $"yours another id.", nameof(more));
        }
        var calibration = Calibration
            with { Claims = [.. Calibration.Claims, .. more], Fitted = claim => Calibration.Fitted(claim) && claims.ContainsKey(claim.Id) };
        var target = calibration.Target(calibration.Fitted);
        var places = Target.Marginals.Index().ToDictionary(pair => pair.Item.Name, pair => pair.Index);
        float Coordinate(Marginal marginal, int row) => places.TryGetValue(marginal.Name, out var place) ? z[row][place]
            : (float)InverseNormal.Of(Philox.Uniform(Calibration.Sampler.Seed, (uint)row, DrawKey.Of($"asking {marginal.Name}"), 0));
        return new(calibration, target,
            [.. Enumerable.Range(0, Count).Select(row => target.Marginals.Select(marginal => Coordinate(marginal, row)).ToArray())])
        {
            Verdict = Verdict, LogEvidence = LogEvidence, Provenance = Provenance, Influences = Influences,
        };
    }

    /// <summary>
    /// An ensemble that runs scenarios from these rows: replication r has row r modulo their number, and draws of its own of what varies
    /// from step to step.
    /// </summary>
    public Ensemble Ensemble(Ensemble ensemble)
    {
        ArgumentNullException.ThrowIfNull(ensemble);
        if (ensemble.Design != EnsembleDesign.Independent)
        {
            throw new ArgumentException($"Design is {ensemble.Design}, but the rows of a posterior are given and not drawn; leave it "
                + "independent.", nameof(ensemble));
        }

        return ensemble with { Parameters = Parameters.Repeated(ensemble.Replications), Discrepancy = Discrepancy };
    }
}
