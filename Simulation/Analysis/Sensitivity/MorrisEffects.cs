using Supply.Studies;

namespace Supply.Analysis;

/// <summary>
/// Elementary effects of inputs: a screening that tells with few runs which inputs do nothing. Trajectories with a value that is undefined
/// or failed are left out whole.
/// </summary>
/// <param name="Inputs">The inputs in the order of the design.</param>
/// <param name="Trajectories">Trajectories behind the effects.</param>
/// <param name="LeftOut">Trajectories that were left out.</param>
[TypeFormatterSource(typeof(NotebookFormats))]
public sealed record MorrisEffects(Items<MorrisInput> Inputs, int Trajectories, int LeftOut) : IShown
{
    private const int Resamples = 200;

    // An input counts as weak if the mean size of its effects is surely below this part of the largest.
    private const double Weak = 0.05;

    /// <summary>The outcome in words. Default <c>the outcome</c>.</summary>
    public string OutcomeWords { get; init; } = "the outcome";

    /// <summary>False if the runs were ended early. Default true.</summary>
    public bool IsComplete { get; init; } = true;

    /// <summary>The inputs by mean size of effects, the largest first.</summary>
    public IEnumerable<MorrisInput> Ranked => Inputs.OrderByDescending(input => input.MeanSize);

    /// <summary>Effects from the values of a design.</summary>
    /// <param name="design">The design.</param>
    /// <param name="values">For each trajectory, from the first, the values of its points; fewer than the design has are enough.</param>
    /// <exception cref="ArgumentException">A trajectory has another number of values, or fewer than two are complete.</exception>
    public static MorrisEffects Of(MorrisDesign design, IReadOnlyList<double[]> values)
    {
        ArgumentNullException.ThrowIfNull(design);
        ArgumentNullException.ThrowIfNull(values);
        var odd = values.Index().FirstOrDefault(block => block.Item.Length != design.BlockRuns);
        if (odd.Item is not null)
        {
            throw new ArgumentException($"Trajectory {odd.Index} has {odd.Item.Length} values; the design has {design.BlockRuns}.",
                nameof(values));
        }

        int[] sound = [.. Enumerable.Range(0, values.Count).Where(block => values[block].All(double.IsFinite))];
        if (sound.Length < 2) throw new ArgumentException($"{sound.Length} trajectories are complete; at least 2 are needed.",
            nameof(values));
        var effects = design.Inputs.Select(_ => new double[sound.Length]).ToArray();
        foreach (var (place, block) in sound.Index())
        {
            var points = design.Points(block);
            foreach (var (step, input) in design.Order(block).Index())
            {
                // Only of a single input the direction of a move is the same for all that moves.
                var member = design.Inputs[input].Members[0];
                effects[input][place] = (values[block][step + 1] - values[block][step]) / (points[step + 1][member] - points[step][member]);
            }
        }

        return new(Items.From(design.Inputs.Select((input, i) => One(design, input, effects[i]))), sound.Length,
            values.Count - sound.Length)
        {
            IsComplete = values.Count == design.Blocks,
        };
    }

    private static MorrisInput One(MorrisDesign design, SensitivityInput input, double[] effects)
    {
        var (mean, n) = (effects.Average(), effects.Length);
        double[] means = [.. Enumerable.Range(0, Resamples).Select(resample =>
            Resampling.Rows(design.Seed, "trajectories", resample, n).Average(row => Math.Abs(effects[row])))];
        var (low, high) = Resampling.Central90(means);
        return new(input, input.Members.Count == 1 ? mean : double.NaN, effects.Average(Math.Abs), low, high,
            Math.Sqrt(effects.Sum(one => (one - mean) * (one - mean)) / (n - 1)));
    }

    /// <summary>Which inputs matter and how many surely do not, in a sentence.</summary>
    public string Verdict
    {
        get
        {
            var largest = Inputs.Max(input => input.MeanSize);
            if (largest == 0) return "The outcome is the same in all runs and hinges on no input.";
            var (ranked, weak) = (Ranked.ToArray(), Inputs.Count(input => input.High90 < Weak * largest));
            var left = LeftOut == 0 ? "" : $" {LeftOut:#,0} trajectories with an undefined value or a failed replication are left out.";
            return $"Largest effects: {string.Join("; ", ranked.Take(3).Select(input => input.Input.Name))}. {weak:#,0} of "
                + $"{Inputs.Count:#,0} "
                + $"inputs surely do less than {ShareText.Asked(Weak)} of the largest.{left}"
                + (IsComplete ? "" : " The runs were ended early.");
        }
    }

    /// <summary>Inputs in rows, the largest effects first.</summary>
    /// <param name="most">The most rows, at least 1. Default 20.</param>
    public Table Table(int most = 20)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        return new($"Elementary effects on {OutcomeWords}, over the whole range of an input",
            ["input", "mean", "mean size", "90 % interval", "spread", "sources"],
            Items.From(Ranked.Take(most).Select(one => (Items<string>)
            [
                one.Input.Name, ReadableNumber.Digits(one.Mean), ReadableNumber.Digits(one.MeanSize),
                $"{ReadableNumber.Digits(one.Low90)} to {ReadableNumber.Digits(one.High90)}", ReadableNumber.Digits(one.Spread),
                one.Input.SourceWords,
            ])),
            [Verdict, $"{Trajectories:#,0} trajectories; the range of an input is that of its quantiles.",
                .. Inputs.Count > most ? new[] { $"{Inputs.Count - most} weaker inputs have no row." } : []]);
    }

    /// <summary>The same as HTML, for a cell of a notebook or for a page; all text in it is escaped.</summary>
    public string ToHtml() => Table().ToHtml();

    string IShown.ToPlainText() => Table().ToString(Answer.Width);

    /// <summary>The verdict.</summary>
    public override string ToString() => Verdict;
}
