using System.Globalization;
using Supply.Maths;

namespace Supply.Inference;

/// <summary>
/// The rows of posteriors, side by side, as particles of a calibration that holds their claims, their numbers and more.
/// </summary>
internal sealed class KnownRows
{
    private readonly IReadOnlyList<Posterior> posteriors;
    private readonly KnownPosterior[] known;
    private readonly ClaimsTarget target;

    /// <param name="posteriors">The posteriors; at least one.</param>
    /// <param name="calibration">The calibration, checked.</param>
    /// <param name="simulation">Its simulation.</param>
    /// <param name="noise">The effect of noise on each of its claims.</param>
    /// <exception cref="ArgumentException">
    /// A number or a claim of a posterior is missing or is another one, or two posteriors have it; all problems are listed.
    /// </exception>
    public KnownRows(IReadOnlyList<Posterior> posteriors, Calibration calibration, ClaimSimulation simulation, double[] noise)
    {
        this.posteriors = posteriors;
        List<string> faults = [];
        var heard = new Dictionary<string, Claim>(StringComparer.Ordinal);
        foreach (var one in posteriors)
        {
            foreach (var (i, claim) in one.Calibration.Claims.Index().Where(pair => one.Calibration.Fitted(pair.Item)))
            {
                // Of figures of one publication that were heard apart none knew of the error that they share.
                if (!heard.TryAdd(claim.Id, claim with { IsApart = !one.Target.View.SharesError(i) }))
                {
                    faults.Add($"Claim \"{claim.Id}\" was heard by two of the posteriors.");
                }
                else if (Fault(claim, calibration.Claims.FirstOrDefault(own => own.Id == claim.Id)) is { } fault) faults.Add(fault);
            }
        }

        // The distribution of the rows: the claims that they heard, as they heard them.
        Claim[] claims = [.. calibration.Claims.Select(own => heard.TryGetValue(own.Id, out var claim)
            ? own with { Error = claim.Error, Doubt = claim.Doubt, Weight = claim.Weight, IsApart = claim.IsApart } : own)];
        target = new(calibration with { Claims = claims }, [simulation], 0, claim => heard.ContainsKey(claim.Id), noise);
        known = [.. posteriors.Select(one => new KnownPosterior(one, target, faults))];
        string[] twice = [.. target.Marginals.Where((_, j) => known.Count(one => one.Places[j] >= 0) > 1)
            .Select(marginal => marginal.Name)];
        if (twice.Length > 0)
        {
            faults.Add($"Two of the posteriors have {KnownPosterior.Named(twice)}; rows of posteriors are joined if they share no number.");
        }

        if (faults.Count == 0) faults.AddRange(known.SelectMany(one => one.Differences()));
        if (faults.Count > 0) throw new ArgumentException(string.Join("\n", faults));
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
        // Row i of the one with row i of the other: they are independent. When rows come again, it is with others.
        int[] own = [.. posteriors.Select(one => (one.Count - index + sampler.Populations - 1) / sampler.Populations)];
        int Place(int posterior, int particle) => (particle + (posterior * (particle / own[posterior]))) % own[posterior];
        int Row(int posterior, int particle) => index + (sampler.Populations * Place(posterior, particle));
        var addresses = target.Marginals.Select(marginal => DrawKey.Of($"known {marginal.Name}")).ToArray();
        var z = new double[sampler.ParticlesPerPopulation][];
        var heights = new Level[z.Length];
        Parallel.For(0, z.Length, new ParallelOptions { MaxDegreeOfParallelism = sampler.Threads }, i =>
        {
            z[i] = [.. addresses.Select(address => InverseNormal.Of(Philox.Uniform(sampler.Seed, (uint)i, address, (uint)index)))];
            for (var k = 0; k < known.Length; k++) known[k].Put(Row(k, i), z[i]);
            double[] x = [.. z[i].Select((value, j) => target.Marginals[j].Value(value))];
            var (before, here) = (0.0, 0.0);
            for (var k = 0; k < known.Length; k++)
            {
                before += known[k].LogLikelihood(Row(k, i));
                here += known[k].Heard(Row(k, i), x);
            }

            heights[i] = new(before, here, here);
        });

        if (!heights.Any(level => level.IsPossible))
        {
            throw new InvalidOperationException("No rows of the posteriors are possible together.");
        }

        // The claims may judge a row a little otherwise here than in its posterior.
        var weights = new double[z.Length];
        var evidence = posteriors.Sum(one => one.LogEvidence) + Tempering.Weigh(heights, 1, weights);
        var chosen = Tempering.Resample(
            weights, Philox.Uniform(sampler.Seed, (uint)index, DrawKey.Of("rows of posteriors side by side"), 0));
        var population = mover.Draw((particle, given) => z[chosen[particle]].CopyTo(given));
        (population.Exponent, population.IsDone, population.LogEvidence) = (1, true, evidence);

        // What the moves have not changed yet is as it was: in a usable posterior at most so far from forgotten.
        Array.Fill(population.Correlations, posteriors.All(one => one.IsUsable) ? Diagnosis.HighestCorrelation : 1);
        population.Ancestors.AddRange(known.Select((_, k) => chosen.Select(particle => Place(k, particle)).ToArray()));
        return population;
    }

    private static string? Fault(Claim heard, Claim? own) =>
        own is null ? $"The calibration lacks claim \"{heard.Id}\", which the posterior has heard."
        : own.Check.Low.Equals(heard.Check.Low) && own.Check.High.Equals(heard.Check.High) ? null
        : string.Create(CultureInfo.InvariantCulture,
            $"Claim \"{heard.Id}\" says {own.Check.Low}..{own.Check.High}, and in the posterior {heard.Check.Low}..{heard.Check.High}.");
}
