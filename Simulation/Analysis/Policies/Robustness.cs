using Supply.Studies;

namespace Supply.Analysis;

/// <summary>
/// Policies over all the worlds that were run (Lempert, Popper and Bankes 2003): in which share each meets the goals (satisficing), how far
/// it lies behind the best in the same world (regret), and which of them are a trade-off rather than worse in everything.
/// </summary>
/// <param name="Goals">The goals.</param>
/// <param name="Scores">The policies, those that meet all goals most often first.</param>
/// <param name="Replications">Replications in which every metric of every policy is defined.</param>
[TypeFormatterSource(typeof(NotebookFormats))]
public sealed record Robustness(Items<PolicyGoal> Goals, Items<PolicyScore> Scores, int Replications) : IShown
{
    internal static Robustness Of(Study study, IReadOnlyList<PolicyGoal> goals, Scenario[] policies)
    {
        ArgumentNullException.ThrowIfNull(goals);
        if (goals.Count == 0) throw new ArgumentException("There are no goals; at least 1 is needed.", nameof(goals));
        ScenarioResult[] results = policies.Length == 0 ? [.. study.Scenarios] : [.. policies.Select(policy => study[policy])];
        var values = results.Select(result => goals.Select(goal => result.Scalar(goal.Metric, goal.Window)).ToArray()).ToArray();

        // A date that is never reached is as late as can be; only what is undefined says nothing.
        int[] kept = [.. Enumerable.Range(0, study.Ensemble.Replications).Where(i => values.All(one => one.All(goal =>
            !double.IsNaN(goal[i]))))];
        if (kept.Length == 0) throw new ArgumentException("In no replication are all goals defined for all policies.", nameof(goals));
        var medians = values.Select(one => one.Select(goal => Estimate.Median(kept.Select(i => goal[i])).Value).ToArray()).ToArray();
        return new(Items.From(goals), Items.From(results.Select((result, p) => new PolicyScore(result.Scenario,
            Items.From(goals.Select((goal, g) => kept.Count(i => goal.IsMet(values[p][g][i])) / (double)kept.Length)),
            kept.Count(i => goals.Index().All(goal => goal.Item.IsMet(values[p][goal.Index][i]))) / (double)kept.Length,
            Items.From(goals.Select((goal, g) => Distribution.Of([.. kept.Select(i => Regret(goal, values[p][g][i], values.Select(one =>
                one[g][i])))]))),
            Items.From(medians[p]), Enumerable.Range(0, results.Length).Any(other => Dominates(goals, medians[other], medians[p]))))
            .OrderByDescending(score => score.AllMet)), kept.Length);
    }

    private static double Regret(PolicyGoal goal, double own, IEnumerable<double> all)
    {
        var best = goal.IsAtLeast ? all.Max() : all.Min();
        return best == own ? 0 : Math.Abs(best - own);
    }

    private static bool Dominates(IReadOnlyList<PolicyGoal> goals, double[] one, double[] other)
    {
        bool Better(int g, double a, double b) => goals[g].IsAtLeast ? a > b : a < b;
        return !goals.Index().Any(goal => Better(goal.Index, other[goal.Index], one[goal.Index]))
            && goals.Index().Any(goal => Better(goal.Index, one[goal.Index], other[goal.Index]));
    }

    /// <summary>The most robust policy and the trade-offs, in a sentence.</summary>
    public string Verdict
    {
        get
        {
            var (first, open) = (Scores[0], Scores.Where(score => !score.IsDominated).Select(score =>
                $"\"{score.Policy.Name}\"").ToArray());
            var chance = Estimate.Share((int)Math.Round(first.AllMet * Replications), Replications).Probability();
            return $"\"{first.Policy.Name}\" meets {(Goals.Count == 1 ? "the goal" : "all goals")} most often, with {chance}. "
                + (open.Length == 1 ? $"By medians {open[0]} is best in everything."
                    : $"By medians {AnswerText.List(open)} are trade-offs: none of them is better in everything.");
        }
    }

    /// <summary>
    /// Policies in rows: the share of runs that meet each goal and all of them, and the regret by each, median and 90 % band.
    /// </summary>
    public Table Table() => new("Policies over all runs",
        ["policy", "all goals met", .. Goals.Select(goal => goal.ToString()), .. Goals.Select(goal => $"regret, {goal.Metric}"),
            "dominated"],
        Items.From(Scores.Select(score => (Items<string>)
        [
            score.Policy.Name, ShareText.Of(score.AllMet), .. score.Met.Select(met => ShareText.Of(met)),
            .. score.Regret.Zip(Goals, (regret, goal) => Supply.Table.Cell(regret, goal.Metric.Measure.OfDifferences)),
            score.IsDominated ? "yes" : "no",
        ])), [Verdict, $"{Replications:#,0} replications in which all is defined. Regret: behind the best policy in the same run."]);

    /// <summary>The same as HTML, for a cell of a notebook or for a page; all text in it is escaped.</summary>
    public string ToHtml() => Table().ToHtml();

    string IShown.ToPlainText() => Table().ToString(Answer.Width);

    /// <summary>The verdict.</summary>
    public override string ToString() => Verdict;
}
