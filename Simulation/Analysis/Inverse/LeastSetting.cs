using Supply.Studies;

namespace Supply.Analysis;

/// <summary>
/// The least setting of a lever with which a goal holds, replication by replication: a scan of nine settings, then bisection, each with the
/// draws of the replication. Nothing is read off a grid.
/// </summary>
/// <param name="Lever">The lever.</param>
/// <param name="Goal">The goal.</param>
/// <param name="Kinds">How each replication answers.</param>
/// <param name="Values">
/// The setting in each replication: the least of the lever where the goal is already met, infinite where no setting is enough, NaN where
/// undefined.
/// </param>
/// <param name="Precision">
/// The width of the interval in which each setting lies, in its unit; where numbers do not lie so close, they are neighbours.
/// </param>
[TypeFormatterSource(typeof(NotebookFormats))]
public sealed record LeastSetting(
    SettableLever Lever, FireGoal Goal, Items<LeastKind> Kinds, Items<double> Values, double Precision) : IShown
{
    private static readonly double[] levels = [0.05, 0.25, 0.5, 0.75, 0.95];

    /// <summary>The probability asked for, 0..1. Default 0.8.</summary>
    public double Probability { get; init; } = 0.8;

    /// <summary>That the runs had longer steps than the scenario, in a sentence; empty: they did not. Default empty.</summary>
    public string Steps { get; internal init; } = "";

    /// <summary>
    /// The setting that is enough with a probability: this share of the replications needs at most this setting. Infinite: none is.
    /// </summary>
    /// <param name="probability">Above 0 and up to 1.</param>
    public double With(double probability) => new NeededSetting(Values).With(probability);

    /// <summary>The share of replications in which a setting is enough.</summary>
    /// <param name="setting">In the unit of the lever.</param>
    public double ChanceAt(double setting) => Values.Count(value => value <= setting) / (double)Math.Max(1, Defined);

    /// <summary>The share of defined replications that answer in one way.</summary>
    /// <param name="kind">The way; for undefined ones the share of all.</param>
    public double Share(LeastKind kind) => kind == LeastKind.Undefined ? Kinds.Count(one => one == kind) / (double)Kinds.Count
        : Kinds.Count(one => one == kind) / (double)Math.Max(1, Defined);

    /// <summary>Quantiles 5, 25, 50, 75 and 95 % of the setting; infinite: none is enough.</summary>
    public Items<double> Quantiles => Items.From(levels.Select(With));

    /// <summary>The answer in a sentence, and in another if more does not always help.</summary>
    public string Verdict
    {
        get
        {
            var odd = Share(LeastKind.NotMonotone);
            return Headline + (odd > 0
                ? $" In {ShareText.Of(odd)} of runs more does not always help; there the first setting that is enough counts." : "");
        }
    }

    /// <summary>The answer in one sentence.</summary>
    public string Headline
    {
        get
        {
            if (Defined == 0) return $"Whether {Goal} is sustained is undefined in all replications.";
            var chance = Estimate.Share(Values.Count(double.IsFinite), Defined);
            var asked = $"{ShareText.Asked(Probability)} probability";
            var setting = With(Probability);
            return Share(LeastKind.AlreadyMet) >= Probability
                ? $"{Capital(Goal.ToString())}: already met with {asked} at {Lever.Text(Lever.Low)}, the least setting of {Lever.Name}."
                : double.IsInfinity(setting)
                    ? $"{Capital(Goal.ToString())}: no setting of {Lever.Name} up to {Lever.Text(Lever.High)} is enough with {asked}; the "
                        + $"largest is with {chance.Probability()}."
                    : $"{Capital(Goal.ToString())} with {asked} needs {(Lever.IsDate ? $"{Lever.Name} by {Lever.Text(setting)}"
                        : $"at least {Lever.Words(setting)}")}; half of the runs need "
                        + $"{(With(0.5) is var half && half == Lever.Low ? "none of it" : Lever.Text(half))}.";
        }
    }

    /// <summary>The setting that is enough with several probabilities, and how the replications answer.</summary>
    public Table Table() => new($"Least {Lever.Name} for {Goal}", ["", "setting, or share of runs"],
        [
            .. new[] { 0.5, 0.8, 0.9, Probability }.Distinct().Order().Select(probability => (Items<string>)
                [$"enough in {ShareText.Asked(probability)} of runs", Lever.Text(With(probability))]),
            .. Enum.GetValues<LeastKind>().Where(kind => Share(kind) > 0).Select(kind => (Items<string>)
                [Words(kind), ShareText.Of(Share(kind))]),
        ], [Verdict]);

    private static string Words(LeastKind kind) => kind switch
    {
        LeastKind.Found => "there is a least setting",
        LeastKind.AlreadyMet => "already met",
        LeastKind.None => "no setting is enough",
        LeastKind.NotMonotone => "more does not always help",
        _ => "undefined",
    };

    private int Defined => Kinds.Count(kind => kind != LeastKind.Undefined);

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>The same as HTML, for a cell of a notebook or for a page; all text in it is escaped.</summary>
    public string ToHtml() => Table().ToHtml();

    string IShown.ToPlainText() => Table().ToString(Answer.Width);

    /// <summary>The verdict.</summary>
    public override string ToString() => Verdict;
}
