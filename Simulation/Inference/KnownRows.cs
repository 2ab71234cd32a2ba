using System.Globalization;

namespace Supply.Inference;

/// <summary>The rows of a posterior as particles of a calibration that holds its claims, its numbers and more.</summary>
internal sealed class KnownRows
{
    // Longer sums over more networks may differ in their last digits, and rows are stored with 24 bits.
    private const double SameValue = 1e-6;
    private const int MostNamed = 5;
    private const int MostCompared = 64;
    private readonly Posterior known;
    private readonly ClaimsTarget target;

    // For each coordinate of the calibration the coordinate of the posterior; -1: it lacks it.
    private readonly int[] places;

    /// <param name="known">The posterior.</param>
    /// <param name="calibration">The calibration, checked.</param>
    /// <param name="simulation">Its simulation.</param>
    /// <param name="noise">The effect of noise on each of its claims.</param>
    /// <exception cref="ArgumentException">
    /// A number or a claim of the posterior is missing or is another one; all problems are listed.
    /// </exception>
    public KnownRows(Posterior known, Calibration calibration, ClaimSimulation simulation, double[] noise)
    {
        this.known = known;
        var heard = known.Calibration.Claims.Where(known.Calibration.Fitted).ToDictionary(claim => claim.Id, StringComparer.Ordinal);
        List<string> faults = [.. heard.Values.Select(claim => Fault(claim, calibration.Claims.FirstOrDefault(own => own.Id == claim.Id)))
            .OfType<string>()];

        // The distribution of the rows: the claims that they heard, as they heard them.
        Claim[] claims = [.. calibration.Claims.Select(own => heard.TryGetValue(own.Id, out var claim)
            ? own with { Error = claim.Error, Doubt = claim.Doubt, Weight = claim.Weight } : own)];
        target = new(calibration with { Claims = claims }, [simulation], 0, claim => heard.ContainsKey(claim.Id), noise);
        places = Places(faults);
        if (faults.Count == 0 && Differences() is { Count: > 0 } differences)
        {
            faults.Add("The posterior is one of another scenario.");
            faults.AddRange(differences.Take(MostNamed));
            if (differences.Count > MostNamed)
            {
                faults.Add(string.Create(CultureInfo.InvariantCulture, $"And {differences.Count - MostNamed} claims more."));
            }
        }

        if (faults.Count > 0) throw new ArgumentException(string.Join("\n", faults));
    }

    /// <summary>As many particles as a sampler is set to, at the end of the path to what the posterior knows.</summary>
    /// <exception cref="ArgumentException">Settings are out of range, or there are fewer rows than populations.</exception>
    public ParticleSet Particles(SequentialMonteCarlo sampler)
    {
        if (known.Count < sampler.Populations)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                $"The posterior has {known.Count} rows; {sampler.Populations} populations need at least as many."));
        }

        SettingChecks.Check(sampler, target);
        var landscape = new TemperedDensity(target, null);
        var populations = Enumerable.Range(0, sampler.Populations).Where(index => sampler.OnlyPopulation is not { } only || only == index)
            .Select(index => Population(new(sampler, landscape, index), index, sampler.Populations));
        return new(target, [.. populations], sampler);
    }

    private Population Population(PopulationMover mover, int index, int populations)
    {
        var own = (known.Count - index + populations - 1) / populations;
        int Row(int particle) => index + (populations * (particle % own));
        var population = mover.Draw((particle, z) =>
        {
            var row = known.Z(Row(particle));
            for (var j = 0; j < z.Length; j++)
            {
                if (places[j] >= 0) z[j] = row[places[j]];
            }
        });
        (population.Exponent, population.IsDone, population.LogEvidence) = (1, true, known.LogEvidence);

        // What the moves have not changed yet is as it was.
        Array.Fill(population.Correlations, 1);
        population.Ancestors.Add([.. Enumerable.Range(0, population.Particles.Count).Select(particle => particle % own)]);
        return population;
    }

    /// <summary>The claims that the rows heard and that the model answers otherwise than the posterior's, with the same draws.</summary>
    private List<string> Differences()
    {
        var rows = Math.Min(known.Count, MostCompared);
        double[][] x = [.. Enumerable.Range(0, rows).Select(row => target.Marginals.Select((marginal, j) => marginal.Value(
            places[j] < 0 ? 0 : known.Z(row)[places[j]])).ToArray())];
        var (values, _) = target.Say(
            new(target.Keys, [.. target.Keys.Select((_, j) => x.Select(one => one[j]).ToArray())]));
        var differences = new List<string>();
        foreach (var (i, claim) in target.Claims.Index().Where(pair => target.IsFitted(pair.Index)))
        {
            var there = known.Said(claim);
            for (var row = 0; row < rows; row++)
            {
                var here = target.Counted(i, x[row], [.. values.Select(one => one[row])]);
                if (here.Equals(there[row]) || Math.Abs(here - there[row]) <= SameValue * Math.Max(Math.Abs(here), Math.Abs(there[row])))
                {
                    continue;
                }

                differences.Add(string.Create(CultureInfo.InvariantCulture,
                    $"Claim \"{claim.Id}\": the scenario answers it with {here:G6}, the posterior's with {there[row]:G6}."));
                break;
            }
        }

        return differences;
    }

    private int[] Places(List<string> faults)
    {
        var own = target.Marginals.Index().ToDictionary(pair => pair.Item.Name, pair => pair.Index, StringComparer.Ordinal);
        var found = Enumerable.Repeat(-1, own.Count).ToArray();
        var (missing, others) = (new List<string>(), new List<string>());
        foreach (var (place, marginal) in known.Target.Marginals.Index())
        {
            if (!own.TryGetValue(marginal.Name, out var at) && !own.TryGetValue(AmongSeveral(marginal.Name), out at))
            {
                missing.Add(marginal.Name);
            }
            else if (target.Marginals[at].Description != marginal.Description) others.Add(marginal.Name);
            else found[at] = place;
        }

        if (missing.Count > 0) faults.Add($"The calibration lacks numbers of the posterior: {Named(missing)}.");
        if (others.Count > 0) faults.Add($"Numbers of the posterior have other priors in the calibration: {Named(others)}.");
        return found;
    }

    /// <summary>The name that a number of a scenario of one network has in a scenario of several.</summary>
    private string AmongSeveral(string name)
    {
        if (known.Scenario.Networks.Count != 1) return name;
        var network = known.Scenario.Networks[0].Name;
        return name.StartsWith(OpenPrior.Prefix + " ", StringComparison.Ordinal)
            ? $"{OpenPrior.Prefix} {network}{name[OpenPrior.Prefix.Length..]}"
            : ClaimView.AmongSeveral(name, network);
    }

    private static string? Fault(Claim heard, Claim? own) =>
        own is null ? $"The calibration lacks claim \"{heard.Id}\", which the posterior has heard."
        : own.Check.Low.Equals(heard.Check.Low) && own.Check.High.Equals(heard.Check.High) ? null
        : string.Create(CultureInfo.InvariantCulture,
            $"Claim \"{heard.Id}\" says {own.Check.Low}..{own.Check.High}, and in the posterior {heard.Check.Low}..{heard.Check.High}.");

    private static string Named(List<string> names) => string.Join(", ", names.Take(MostNamed).Select(name => $"\"{name}\""))
        + (names.Count > MostNamed ? string.Create(CultureInfo.InvariantCulture, $" and {names.Count - MostNamed} more") : "");
}
