using System.Globalization;
using Supply.Studies;

namespace Supply.Analysis;

/// <summary>Least settings for several goals as an answer in sentences.</summary>
public static class LeastAnswer
{
    private static readonly double[] probabilities = [0.5, 0.8, 0.9];

    /// <summary>The answer: at most 20 lines of 100 columns, goals in rows.</summary>
    /// <param name="answers">The answers for one lever and several goals, at least one.</param>
    /// <param name="asked">The goal that was asked for; the headline is about it.</param>
    /// <param name="study">The study behind them.</param>
    public static Answer Of(IReadOnlyList<LeastSetting> answers, LeastSetting asked, Study study)
    {
        ArgumentNullException.ThrowIfNull(answers);
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(study);
        var lever = asked.Lever;
        var (met, none) = (Share(asked, LeastKind.AlreadyMet), Share(asked, LeastKind.None));
        return AnswerText.Fitted(new(asked.Verdict,
            [
                $"In {met} of runs the goal holds without the lever; in {none} no setting up to {lever.Text(lever.High)} is enough.",
                $"From {lever.From} on the wish of the force is at least the goal, so that a small wish is not taken for a lack of rounds.",
            ],
            Table(answers) with { Title = "" },
            "",
            [
                string.Create(CultureInfo.InvariantCulture,
                    $"{asked.Kinds.Count:N0} replications, seed {study.Ensemble.Seed}; each setting by bisection on the draws of its "
                        + $"run, to ")
                    + ReadableNumber.Digits(asked.Precision) + (!lever.IsDate ? "." : asked.Precision == 1 ? " day." : " days."),
                .. study.Source.Length > 0 ? new[] { study.Source } : [],
                .. study.Steps.Take(1),
            ]), 1, 1);
    }

    /// <summary>Goals in rows: in which share of runs each is already met, the setting that is enough with 50, 80 and 90 %.</summary>
    /// <param name="answers">The answers for one lever and several goals, at least one.</param>
    /// <exception cref="ArgumentException">There are none.</exception>
    public static Table Table(IReadOnlyList<LeastSetting> answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        if (answers.Count == 0) throw new ArgumentException("There are no answers; at least 1 is needed.", nameof(answers));
        var lever = answers[0].Lever;
        return new($"Least {lever.Name} by goal",
            ["rounds a day", "already met", .. probabilities.Select(probability => $"enough in {ShareText.Asked(probability)}"),
                "never enough"],
            Items.From(answers.OrderBy(one => one.Goal.Level).Select(one => (Items<string>)
            [
                one.Goal.Level.ToString("#,0.############", CultureInfo.InvariantCulture), Share(one, LeastKind.AlreadyMet),
                .. probabilities.Select(probability => lever.Text(one.With(probability))), Share(one, LeastKind.None),
            ])), []);
    }

    private static string Share(LeastSetting one, LeastKind kind) =>
        Estimate.Share(one.Kinds.Count(found => found == kind), Math.Max(1, one.Kinds.Count(found =>
            found != LeastKind.Undefined))).Probability();
}
