using Supply.Studies;

namespace Supply.Analysis;

/// <summary>
/// The value of information for a decision. Today the decision with the highest mean utility is taken. Knowing everything, the best of each
/// row would be: the gain is the expected value of perfect information. Knowing one input, the one with the highest mean given its value:
/// the gain is that of partial information, by regression of utilities on the input (Strong, Oakley and Brennan 2014).
/// </summary>
/// <param name="Decisions">The decisions.</param>
/// <param name="Chosen">The decision taken today.</param>
/// <param name="Perfect">The expected value of perfect information, at least 0.</param>
/// <param name="Low90">Lower limit of its 90 % interval, at least 0.</param>
/// <param name="High90">Upper limit of its 90 % interval.</param>
/// <param name="Inputs">The inputs, the most valuable first.</param>
[TypeFormatterSource(typeof(NotebookFormats))]
public sealed record ValueOfKnowing(
    Items<Decision> Decisions, Decision Chosen, double Perfect, double Low90, double High90, Items<KnownInput> Inputs) : IShown
{
    private const int Resamples = 200;
    private const int MostNamed = 5;
    private const double Quantile95 = 1.6448536269514722;

    /// <summary>False if the search was cancelled: inputs that were not looked at are not among them. Default true.</summary>
    public bool IsComplete { get; init; } = true;

    /// <summary>The utility in words. Default <c>the outcome</c>.</summary>
    public string Words { get; init; } = "the outcome";

    /// <summary>The measure of the utility. Default a factor.</summary>
    public Measure Measure { get; init; } = Measure.Factor;

    /// <summary>The value of information about inputs, for decisions whose utilities were simulated row by row.</summary>
    /// <param name="inputs">The inputs, with one value for each row.</param>
    /// <param name="decisions">At least two decisions, with one utility for each row.</param>
    /// <param name="seed">The seed of the bootstrap. Default 2026.</param>
    /// <param name="progress">Told how far it is, in rows: each input goes through all of them. Null: nobody. Default null.</param>
    /// <param name="cancellation">Ends the search: the inputs finished so far are kept, and <see cref="IsComplete"/> is false.</param>
    /// <exception cref="ArgumentException">There are fewer than two decisions, or data do not fit together; all are listed.</exception>
    public static ValueOfKnowing Of(
        Items<InputColumn> inputs, Items<Decision> decisions, ulong seed = Resampling.DefaultSeed,
        IProgress<RunProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(decisions);
        if (decisions.Count < 2) throw new ArgumentException("There must be at least 2 decisions to choose from.", nameof(decisions));
        foreach (var decision in decisions) new InputData(inputs.Count > 0 ? inputs : [new("none", decision.Utility)],
            decision.Utility).Check();
        var (n, chosen) = (decisions[0].Utility.Count, decisions.MaxBy(one => one.Utility.Average())!);

        // Gains over the decision taken today; its own gain is 0.
        double[][] gains = [.. decisions.Where(one => one != chosen).Select(one => one.Utility.Zip(chosen.Utility, (a, b) =>
            a - b).ToArray())];
        double[] best = [.. Enumerable.Range(0, n).Select(i => Math.Max(0, gains.Max(one => one[i])))];
        var perfect = best.Average();
        var error = n < 2 ? double.PositiveInfinity
            : Math.Sqrt(best.Sum(value => (value - perfect) * (value - perfect)) / (n - 1) / n) * Quantile95;
        var known = new KnownInput?[inputs.Count];
        var meter = new ProgressMeter(progress, (long)inputs.Count * n);
        Threads.RunUntil(inputs.Count, i =>
        {
            known[i] = One(inputs[i], gains, seed);
            meter.Add("the value of knowing", n);
        }, cancellation);
        KnownInput[] found = [.. known.OfType<KnownInput>()];
        return new(decisions, chosen, perfect, Math.Max(0, perfect - error), perfect + error,
            Items.From(found.OrderByDescending(one => one.Value).ThenBy(one => Array.IndexOf(found, one))))
        {
            IsComplete = found.Length == inputs.Count,
        };
    }

    /// <summary>
    /// The value of knowing inputs for a yes-or-no question about an outcome: the two decisions are to say yes and to say no, and the
    /// utility
    /// is the probability of being right.
    /// </summary>
    /// <param name="data">Inputs and the outcome.</param>
    /// <param name="isYes">Whether the answer for an outcome is yes.</param>
    /// <param name="question">The statement in words, for example <c>the stop costs more than 10 %</c>.</param>
    /// <param name="seed">The seed of the bootstrap. Default 2026.</param>
    /// <param name="progress">Told how far it is, in rows: each input goes through all of them. Null: nobody. Default null.</param>
    /// <param name="cancellation">Ends the search: the inputs finished so far are kept, and <see cref="IsComplete"/> is false.</param>
    /// <exception cref="ArgumentException">The data do not fit together.</exception>
    public static ValueOfKnowing OfQuestion(
        InputData data, Func<double, bool> isYes, string question, ulong seed = Resampling.DefaultSeed,
        IProgress<RunProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(isYes);
        double[] yes = [.. data.Outcome.Select(value => isYes(value) ? 1.0 : 0)];
        return Of(data.Inputs, [new(question, Items.From(yes)), new($"not so: {question}", Items.From(yes.Select(one => 1 - one)))],
            seed, progress, cancellation) with
        {
            Words = "the probability of being right", Measure = Measure.Points, IsQuestion = true,
        };
    }

    private bool IsQuestion { get; init; }

    private static KnownInput One(InputColumn input, double[][] gains, ulong seed)
    {
        var basis = KnowingBasis.Of(input, gains);
        var n = gains[0].Length;
        int[] all = [.. Enumerable.Range(0, n)];
        var (value, switches) = basis.Gain(gains, all);
        if (basis.IsConstant) return new(input, 0, 0, 0, 0);
        double[] drawn = [.. Enumerable.Range(0, Resamples)
            .Select(resample => basis.Gain(gains, Resampling.Rows(seed, "value of knowing", resample, n)).Value)];
        var (low, high) = Resampling.Central90(drawn);
        return new(input, value, Math.Min(low, value), Math.Max(high, value), switches);
    }

    /// <summary>The decision of today and the number that would change it most, in a sentence.</summary>
    public string Verdict => IsComplete ? Whole : $"{Whole} The search was stopped after {Inputs.Count} inputs.";

    private string Whole
    {
        get
        {
            if (IsQuestion) return Question;
            var today = $"Today \"{Chosen.Name}\" is best by the mean of {Words}";
            if (Perfect == 0) return $"{today}, and in every run: knowing more changes nothing.";
            var share = Decisions.Count == 0 ? 0 : WrongShare;
            var text = $"{today}, but in {ShareText.Of(share)} of runs another would be better; knowing everything is worth "
                + $"{Text(Perfect)} (90 %: {Text(Low90)} to {Text(High90)}). ";
            return Inputs.Count == 0 || Inputs[0].Value == 0 ? text + "No single number, if known, would change the decision."
                : text + $"The number most worth finding out is {Inputs[0].Input.Name}: {Text(Inputs[0].Value)}"
                    + (Inputs[0].Input.SourceWords is { Length: > 0 } words ? $" (today: {words})." : ".");
        }
    }

    private string Question
    {
        get
        {
            var right = $"\"{Decisions[0].Name}\": today's best answer is {(Chosen == Decisions[0] ? "yes" : "no")}, which is right in "
                + $"{ShareText.Of(1 - WrongShare)} of runs";
            KnownInput[] worth = [.. Inputs.Where(one => one.Value > 0).Take(MostNamed)];
            if (worth.Length == 0) return $"{right}; no single number, if known, would improve that.";
            var first = worth[0];
            var named = AnswerText.List(worth.Skip(1).Select(one => $"{one.Input.Name} ({Text(one.Value)})"));
            return $"{right}. The number most worth finding out is \"{first.Input.Name}\": known exactly it would add {Text(first.Value)} "
                + $"(90 %: {Text(first.Low90)} to {Text(first.High90)})"
                + (first.Input.SourceWords is { Length: > 0 } words ? $"; today: {words}." : ".")
                + (named.Length > 0 ? $" Next: {named}." : "")
                + (worth.Length < MostNamed && worth.Length < Inputs.Count ? " No other alone would change the answer." : "");
        }
    }

    private double WrongShare => Enumerable.Range(0, Chosen.Utility.Count)
        .Count(i => Decisions.Any(one => one.Utility[i] > Chosen.Utility[i])) / (double)Chosen.Utility.Count;

    /// <summary>Inputs in rows, the most valuable first.</summary>
    /// <param name="most">The most rows, at least 1. Default 20.</param>
    public Table Table(int most = 20)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        var worth = Inputs.Where(one => one.Value > 0).ToArray();
        return new($"Numbers that, if known, would improve the choice by {Words}",
            ["input", $"worth ({Measure})", "90 % interval", "changes the choice in", "today's sources"],
            Items.From(worth.Take(most).Select(one => (Items<string>)[one.Input.Name, Text(one.Value),
                $"{Text(one.Low90)} to {Text(one.High90)}", $"{ShareText.Of(one.Switches)} of runs", one.Input.SourceWords])),
            [Verdict, $"{Inputs.Count - worth.Length} inputs change nothing if known alone. Values of several do not add up.",
                .. worth.Length > most ? new[] { $"{worth.Length - most} less valuable inputs have no row." } : []]);
    }

    private string Text(double value) => Supply.Table.Cell(value, Measure);

    /// <summary>The same as HTML, for a cell of a notebook or for a page; all text in it is escaped.</summary>
    public string ToHtml() => Table().ToHtml();

    string IShown.ToPlainText() => Table().ToString(Answer.Width);

    /// <summary>The verdict.</summary>
    public override string ToString() => Verdict;
}
