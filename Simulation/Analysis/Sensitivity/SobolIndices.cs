namespace Supply.Analysis;

/// <summary>
/// Sobol indices of inputs that are drawn independently. First order by the estimator of Saltelli and others (2010), total by that of
/// Jansen (1999); with pairs each is the mean of both directions. The variance is that of all runs. From 512 base points on, a simple
/// function that follows the outcome and whose indices are known exactly takes most of the noise away. A block with a value that is
/// undefined or failed is left out whole.
/// </summary>
/// <param name="Inputs">The inputs in the order of the design.</param>
/// <param name="Pairs">The pairs, if the design has them.</param>
/// <param name="Mean">The mean outcome.</param>
/// <param name="Variance">The variance of the outcome.</param>
/// <param name="BasePoints">Base points behind the indices.</param>
/// <param name="LeftOut">Base points that were left out because a value was undefined or a replication failed.</param>
[TypeFormatterSource(typeof(NotebookFormats))]
public sealed record SobolIndices(
    Items<SobolInput> Inputs, Items<SobolPair> Pairs, double Mean, double Variance, int BasePoints, int LeftOut) : IShown
{
    private const int Resamples = 200;
    private const double NearlyNothing = 1e-12;

    /// <summary>The outcome in words. Default <c>the outcome</c>.</summary>
    public string OutcomeWords { get; init; } = "the outcome";

    /// <summary>False if the runs were ended early. Default true.</summary>
    public bool IsComplete { get; init; } = true;

    /// <summary>
    /// Whether noise from step to step was the same in all runs, so that the variance does not contain it. Default false.
    /// </summary>
    public bool IsNoiseCommon { get; init; }

    /// <summary>The largest half-width of the intervals of first and total indices.</summary>
    public double Half => Inputs.Count == 0 ? 0 : Inputs.Max(input => Math.Max(input.First.Half, input.Total.Half));

    /// <summary>The inputs by total index, the largest first.</summary>
    public IEnumerable<SobolInput> Ranked => Inputs.OrderByDescending(input => input.Total.Value);

    /// <summary>Indices from the values of a design.</summary>
    /// <param name="design">The design.</param>
    /// <param name="values">For each block, from the first, the values of its points; fewer blocks than the design has are enough.</param>
    /// <exception cref="ArgumentException">A block has another number of values, or fewer than two blocks are complete.</exception>
    public static SobolIndices Of(SobolDesign design, IReadOnlyList<double[]> values)
    {
        ArgumentNullException.ThrowIfNull(design);
        ArgumentNullException.ThrowIfNull(values);
        var odd = values.Index().FirstOrDefault(block => block.Item.Length != design.BlockRuns);
        if (odd.Item is not null)
        {
            throw new ArgumentException($"Block {odd.Index} has {odd.Item.Length} values; the design has {design.BlockRuns}.",
                nameof(values));
        }

        int[] blocks = [.. Enumerable.Range(0, values.Count).Where(block => values[block].All(double.IsFinite))];
        double[][] sound = [.. blocks.Select(block => values[block])];
        if (sound.Length < 2) throw new ArgumentException($"{sound.Length} base points are complete; at least 2 are needed.",
            nameof(values));
        var control = SobolControl.Of(design, blocks, sound);
        var sums = new SobolSums(design, sound, control);
        var estimate = sums.Of([.. Enumerable.Range(0, sound.Length)]);
        var resampled = new double[Resamples][];
        Supply.Studies.Threads.Run(() => Parallel.For(0, Resamples, i =>
            resampled[i] = sums.Of(Resampling.Rows(design.Seed, "base points", i, sound.Length))));
        SobolIndex At(int place)
        {
            var (low, high) = Resampling.Central90([.. resampled.Select(one => one[place])]);
            return new(estimate[place], low, high);
        }

        var k = design.Inputs.Count;
        var pairs = new List<SobolPair>();
        for (var (i, place) = (0, 2 * k); design.Pairs && i < k; i++)
        {
            for (var j = i + 1; j < k; j++) pairs.Add(new(design.Inputs[i], design.Inputs[j], At(place++)));
        }

        return new(Items.From(design.Inputs.Select((input, i) => new SobolInput(input, At(i), At(k + i)))), Items.From(pairs), sums.Mean,
            sums.Variance, sound.Length, values.Count - sound.Length) { IsComplete = values.Count == design.Blocks };
    }

    /// <summary>Whether every index is settled within a tolerance.</summary>
    /// <param name="tolerance">The largest half-width of an interval that counts as settled, above 0. Default 0.05.</param>
    public bool IsSettled(double tolerance = 0.05) => Half <= tolerance;

    /// <summary>Whether the indices are settled, in a sentence, and how many more runs are needed where they are not.</summary>
    /// <param name="tolerance">The largest half-width of an interval that counts as settled, above 0. Default 0.05.</param>
    public string Verdict(double tolerance = 0.05)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(tolerance);
        if (Variance <= NearlyNothing * Math.Max(1, Mean * Mean)) return "The outcome is the same in all runs and hinges on no input.";
        var left = LeftOut == 0 ? ""
            : $" {LeftOut:#,0} base points with an undefined value or a failed replication are left out.";
        var early = IsComplete ? "" : " The runs were ended early.";
        if (IsSettled(tolerance)) return $"The indices are settled to {Rounded(Half)} (90 % intervals).{left}{early}";
        var needed = Math.Pow(2, Math.Ceiling(Math.Log2(BasePoints * Math.Pow(Half / tolerance, 2))));
        var runs = (needed - BasePoints) * ((Pairs.Count > 0 ? 2 : 1) * Inputs.Count + 2);
        return $"The indices are not settled: 90 % intervals reach {Rounded(Half)} either way. Settled to {tolerance:0.##} needs about "
            + $"{Supply.Studies.ReadableNumber.Digits(runs)} more runs ({needed:#,0} base points).{left}{early}";
    }

    /// <summary>Inputs in rows, the largest total first.</summary>
    /// <param name="most">The most rows, at least 1. Default 20.</param>
    public Table Table(int most = 20)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        var strong = Pairs.OrderByDescending(pair => pair.Second.Value).Take(3).Where(pair => pair.Second.Low90 > 0).ToArray();
        return new($"Sobol indices: which inputs the variance of {OutcomeWords} goes with",
            ["input", "first order (90 %)", "total (90 %)", "sources"],
            Items.From(Ranked.Take(most).Select(one => (Items<string>)[one.Input.Name, one.First.ToString(), one.Total.ToString(),
                one.Input.SourceWords])),
            [
                Verdict(),
                $"{BasePoints:#,0} base points, {Inputs.Count} inputs. First orders add up to {Inputs.Sum(one => one.First.Value):0.00}; "
                    + "what is missing to 1 are interactions.",
                IsNoiseCommon ? "Noise from step to step is the same in all runs; the variance does not contain it."
                    : "All that chance decides is an input.",
                .. strong.Select(pair => $"Interaction: {pair}."),
                .. Inputs.Count > most ? new[] { $"{Inputs.Count - most} weaker inputs have no row." } : [],
            ]);
    }

    private static string Rounded(double half) => half >= 0.01 ? $"{Math.Ceiling(half * 100 - 1e-9) / 100:0.##}" : "0.01";

    /// <summary>The same as HTML, for a cell of a notebook or for a page; all text in it is escaped.</summary>
    public string ToHtml() => Table().ToHtml();

    string IShown.ToPlainText() => Table().ToString(Answer.Width);

    /// <summary>The verdict.</summary>
    public override string ToString() => Verdict();
}
