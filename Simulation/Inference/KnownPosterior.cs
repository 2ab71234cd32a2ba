using System.Globalization;

namespace Supply.Inference;

/// <summary>A posterior whose rows are taken into a calibration that holds its claims, its numbers and more.</summary>
internal sealed class KnownPosterior
{
    // Longer sums over more networks may differ in their last digits, and rows are stored with 24 bits.
    private const double SameValue = 1e-6;
    private const int MostNamed = 5;
    private const int MostCompared = 64;
    private readonly Posterior known;
    private readonly ClaimsTarget target;
    private readonly int[] claims;
    private readonly Lazy<Answers> answers;

    /// <param name="known">The posterior.</param>
    /// <param name="target">The target that holds it.</param>
    /// <param name="faults">Takes the numbers that the target lacks, or of which it has another prior.</param>
    public KnownPosterior(Posterior known, ClaimsTarget target, List<string> faults)
    {
        (this.known, this.target) = (known, target);
        Places = Find(faults);
        var heard = known.Calibration.Claims.Where(known.Calibration.Fitted).Select(claim => claim.Id).ToHashSet(StringComparer.Ordinal);
        claims = [.. target.Claims.Index().Where(pair => heard.Contains(pair.Item.Id)).Select(pair => pair.Index)];
        answers = new(() => new(known, target));
    }

    /// <summary>For each coordinate of the target the coordinate of the posterior; -1: it lacks it.</summary>
    public int[] Places { get; }

    /// <summary>Writes the standard normal coordinates of a row into those of a point of the target.</summary>
    public void Put(int row, double[] z)
    {
        for (var j = 0; j < z.Length; j++)
        {
            if (Places[j] >= 0) z[j] = known.Z(row)[Places[j]];
        }
    }

    /// <summary>The logarithm of the likelihood that a row has in the posterior.</summary>
    public double LogLikelihood(int row) => answers.Value.Heights[row];

    /// <summary>The same of its claims in the target, at a point with the answers of a row.</summary>
    public double Heard(int row, double[] x)
    {
        var sum = 0.0;
        foreach (var claim in claims) sum += target.LogLikelihood(claim, x, answers.Value.Payloads[row]);
        return sum;
    }

    /// <summary>Claims that the posterior heard and that the model answers otherwise than the posterior's, with the same draws.</summary>
    public IEnumerable<string> Differences()
    {
        var differences = Different();
        if (differences.Count == 0) return [];
        if (differences.Count > MostNamed)
        {
            differences[MostNamed] = string.Create(CultureInfo.InvariantCulture, $"And {differences.Count - MostNamed} claims more.");
        }

        return ["The posterior is one of another scenario.", .. differences.Take(MostNamed + 1)];
    }

    private List<string> Different()
    {
        var rows = Math.Min(known.Count, MostCompared);
        double[][] x = [.. Enumerable.Range(0, rows).Select(row => target.Marginals.Select((marginal, j) => marginal.Value(
            Places[j] < 0 ? 0 : known.Z(row)[Places[j]])).ToArray())];
        var (values, _) = target.Say(
            new(target.Keys, [.. target.Keys.Select((_, j) => x.Select(one => one[j]).ToArray())]));
        var differences = new List<string>();
        foreach (var i in claims)
        {
            var claim = target.Claims[i];
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

    private int[] Find(List<string> faults)
    {
        var own = target.Marginals.Index().ToDictionary(pair => pair.Item.Name, pair => pair.Index, StringComparer.Ordinal);
        var found = Enumerable.Repeat(-1, own.Count).ToArray();
        var (missing, others) = (new List<string>(), new List<string>());
        foreach (var (place, marginal) in known.Target.Marginals.Index())
        {
            // What compares the sides may have the plain name there.
            if (!own.TryGetValue(AmongSeveral(marginal.Name), out var at) && !own.TryGetValue(marginal.Name, out at))
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
        if (known.Calibration.Claims.SelectMany(claim => ClaimView.Names(claim).Zip(ClaimView.Names(claim, network)))
            .FirstOrDefault(pair => pair.First == name) is { Second: { } among })
        {
            return among;
        }

        return name.StartsWith(OpenPrior.Prefix + " ", StringComparison.Ordinal)
            ? $"{OpenPrior.Prefix} {network}{name[OpenPrior.Prefix.Length..]}"
            : ClaimView.AmongSeveral(name, network);
    }

    /// <summary>The first names of many.</summary>
    public static string Named(IReadOnlyCollection<string> names) => string.Join(", ", names.Take(MostNamed).Select(name => $"\"{name}\""))
        + (names.Count > MostNamed ? string.Create(CultureInfo.InvariantCulture, $" and {names.Count - MostNamed} more") : "");

    /// <summary>The rows of a posterior as its own target and the larger one see them.</summary>
    private sealed class Answers
    {
        public Answers(Posterior known, ClaimsTarget target)
        {
            var (own, rows) = (known.Target, Enumerable.Range(0, known.Count).ToArray());
            double[] X(int row) => [.. own.Marginals.Select((marginal, j) => marginal.Value(known.Z(row)[j]))];
            var said = own.Say(known.Parameters).Said;
            Heights = [.. rows.Select(row => own.LogLikelihood(X(row), own.Payload([.. said.Select(values => values[row])])))];
            Payloads = [.. rows.Select(row => target.PayloadOf(own, [.. said.Select(values => values[row])]))];
        }

        public double[] Heights { get; }

        public double[][] Payloads { get; }
    }
}
