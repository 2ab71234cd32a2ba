using System.Globalization;
using Supply.Maths;

namespace Supply.Inference;

/// <summary>
/// The rows of posteriors, side by side, as particles of a calibration that holds their claims, their numbers and more.
/// </summary>
/// <remarks>
/// Rows of independent posteriors are paired by importance: a pair counts as much more often as the target of all their claims is higher
/// there than the product of the targets that the rows come from. They differ only through numbers that several posteriors have, such as
/// the mean error of wrong claims, which the first of them decides.
/// </remarks>
internal sealed class KnownRows
{
    private readonly IReadOnlyList<Posterior> posteriors;
    private readonly KnownPosterior[] known;
    private readonly ClaimsTarget target;

    // For each coordinate the first posterior that has it; -1: none.
    private readonly int[] owners;

    /// <param name="posteriors">The posteriors; at least one.</param>
    /// <param name="calibration">The calibration, checked.</param>
    /// <param name="simulation">Its simulation.</param>
    /// <param name="noise">The effect of noise on each of its claims.</param>
    /// <exception cref="ArgumentException">
    /// A number or a claim of a posterior is missing or is another one, or a claim was heard by two; all problems are listed.
    /// </exception>
    public KnownRows(IReadOnlyList<Posterior> posteriors, Calibration calibration, ClaimSimulation simulation, double[] noise)
    {
        this.posteriors = posteriors;
        List<string> faults = [];
        var heard = new Dictionary<string, Claim>(StringComparer.Ordinal);
        foreach (var claim in posteriors.SelectMany(one => one.Calibration.Claims.Where(one.Calibration.Fitted)))
        {
            if (!heard.TryAdd(claim.Id, claim)) faults.Add($"Claim \"{claim.Id}\" was heard by two of the posteriors.");
            else if (Fault(claim, calibration.Claims.FirstOrDefault(own => own.Id == claim.Id)) is { } fault) faults.Add(fault);
        }

        // The distribution of the rows: the claims that they heard, as they heard them.
        Claim[] claims = [.. calibration.Claims.Select(own => heard.TryGetValue(own.Id, out var claim)
            ? own with { Error = claim.Error, Doubt = claim.Doubt, Weight = claim.Weight } : own)];
        target = new(calibration with { Claims = claims }, [simulation], 0, claim => heard.ContainsKey(claim.Id), noise);
        known = [.. posteriors.Select(one => new KnownPosterior(one, target, faults))];
        if (faults.Count == 0) faults.AddRange(known.SelectMany(one => one.Differences()));
        if (faults.Count > 0) throw new ArgumentException(string.Join("\n", faults));
        owners = [.. target.Marginals.Select((_, j) => Array.FindIndex(known, one => one.Places[j] >= 0))];
    }

    /// <summary>As many particles as a sampler is set to, at the end of the path to what the posteriors know.</summary>
    /// <exception cref="ArgumentException">Settings are out of range, or there are fewer rows than populations.</exception>
    /// <exception cref="InvalidOperationException">No rows of the posteriors are possible together.</exception>
    public ParticleSet Particles(SequentialMonteCarlo sampler)
    {
        if (posteriors.Min(one => one.Count) is var least && least < sampler.Populations)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                $"The posterior has {least} rows; {sampler.Populations} populations need at least as many."));
        }

        SettingChecks.Check(sampler, target);
        var landscape = new TemperedDensity(target, null);
        var populations = Enumerable.Range(0, sampler.Populations).Where(index => sampler.OnlyPopulation is not { } only || only == index)
            .Select(index => Population(new(sampler, landscape, index), index, sampler));
        return new(target, [.. populations], sampler);
    }

    private Population Population(PopulationMover mover, int index, SequentialMonteCarlo sampler)
    {
        var n = sampler.ParticlesPerPopulation;
        int[] own = [.. posteriors.Select(one => (one.Count - index + sampler.Populations - 1) / sampler.Populations)];
        int Row(int posterior, int place) => index + (sampler.Populations * (place % own[posterior]));
        var addresses = target.Marginals.Select(marginal => DrawKey.Of($"known {marginal.Name}")).ToArray();
        Joined[] joined = [.. Enumerable.Range(0, n).Select(i =>
        {
            double[] z = [.. addresses.Select(address =>
                InverseNormal.Of(Philox.Uniform(sampler.Seed, (uint)i, address, (uint)index)))];
            return new Joined([], z, [.. z.Select((value, j) => owners[j] < 0 ? target.Marginals[j].Value(value) : 0)], 0);
        })];
        var (evidence, ancestors) = (0.0, new List<int[]>());
        for (var k = 0; k < known.Length; k++)
        {
            // Each of the rows so far with each of the next posterior's, or with one of them to begin with.
            var (posterior, each) = (k, k == 0 ? 1 : Math.Min(own[k], n));
            int Next(int i, int t) => Row(posterior, k == 0 ? i : (i + t) % each);
            var weights = new double[n * each];
            var parallel = new ParallelOptions { MaxDegreeOfParallelism = sampler.Threads };
            Parallel.For(0, n, parallel, i =>
            {
                var x = joined[i].X.ToArray();
                for (var t = 0; t < each; t++)
                {
                    var row = Next(i, t);
                    known[posterior].Put(row, owners, posterior, x);
                    weights[(i * each) + t] = Height([.. joined[i].Rows, row], x) - joined[i].Height
                        - known[posterior].LogLikelihood(row);
                }
            });
            var top = weights.Max();
            if (!double.IsFinite(top)) throw new InvalidOperationException("No rows of the posteriors are possible together.");
            for (var i = 0; i < weights.Length; i++) weights[i] = Exp.Of(weights[i] - top);
            var sum = weights.Sum();
            evidence += posteriors[k].LogEvidence + top + Log.Of(sum / weights.Length);
            for (var i = 0; i < weights.Length; i++) weights[i] /= sum;
            var uniform = Philox.Uniform(sampler.Seed, (uint)index, DrawKey.Of("rows of posteriors side by side"), (uint)k);
            var chosen = Tempering.Resample(weights, uniform, n);
            ancestors = [.. ancestors.Select(before => chosen.Select(at => before[at / each]).ToArray()),
                [.. chosen.Select(at => k == 0 ? at % own[0] : ((at / each) + (at % each)) % each)]];
            joined = [.. chosen.Select(at =>
            {
                var (one, row) = (joined[at / each], Next(at / each, at % each));
                var (z, x) = (one.Z.ToArray(), one.X.ToArray());
                known[posterior].Put(row, owners, posterior, x, z);
                int[] rows = [.. one.Rows, row];
                return new Joined(rows, z, x, Height(rows, x));
            })];
        }

        var population = mover.Draw((particle, z) => joined[particle].Z.CopyTo(z));
        (population.Exponent, population.IsDone, population.LogEvidence) = (1, true, evidence);

        // What the moves have not changed yet is as it was: in a usable posterior at most so far from forgotten.
        Array.Fill(population.Correlations, posteriors.All(one => one.IsUsable) ? Diagnosis.HighestCorrelation : 1);
        population.Ancestors.AddRange(ancestors);
        return population;
    }

    /// <summary>The logarithm of what the claims of the first posteriors say of a row of each.</summary>
    private double Height(int[] rows, double[] x) => rows.Select((row, k) => known[k].Heard(row, x)).Sum();

    private static string? Fault(Claim heard, Claim? own) =>
        own is null ? $"The calibration lacks claim \"{heard.Id}\", which the posterior has heard."
        : own.Check.Low.Equals(heard.Check.Low) && own.Check.High.Equals(heard.Check.High) ? null
        : string.Create(CultureInfo.InvariantCulture,
            $"Claim \"{heard.Id}\" says {own.Check.Low}..{own.Check.High}, and in the posterior {heard.Check.Low}..{heard.Check.High}.");

    /// <summary>A row of each of the first posteriors, their numbers and those that none has, and the height of their claims.</summary>
    private sealed record Joined(int[] Rows, double[] Z, double[] X, double Height);
}
