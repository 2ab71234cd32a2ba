using Supply.Analysis;

namespace Supply.Plots;

/// <summary>The least setting of a lever over goals: how much is enough for each.</summary>
public static class LeastChart
{
    private static readonly (double Probability, LineStyle Style)[] lines = [(0.5, LineStyle.Solid), (0.8, LineStyle.Dashed),
        (0.9, LineStyle.Dotted)];

    /// <summary>The setting that is enough with 50, 80 and 90 % probability, over the goal; a line ends where none is.</summary>
    /// <param name="answers">The answers for one lever and several goals, in any order.</param>
    /// <exception cref="ArgumentException">There are no answers, or they are of several levers.</exception>
    /// <exception cref="NothingToDrawException">No setting is enough for any goal.</exception>
    public static Figure Of(IReadOnlyList<LeastSetting> answers)
    {
        var (goals, lever) = Checked(answers);
        static double Finite(double value) => double.IsFinite(value) ? value : double.NaN;
        double[] x = [.. goals.Select(one => one.Goal.Level)];
        var drawn = lines.Select(line => new Line(x, [.. goals.Select(one => Finite(one.With(line.Probability)))], Palette.Baseline)
        {
            Style = line.Style, Label = $"enough in {100 * line.Probability:0} % of runs",
        }).Where(line => line.Y.Any(double.IsFinite)).ToArray();
        if (drawn.Length == 0) throw new NothingToDrawException("No setting is enough for any goal.");
        return new(goals[goals.Count / 2].Headline.TrimEnd('.'),
        [
            new(Axis.Number("Goal, rounds a day"), Axis.Number(lever.Name, Style(lever)) with { Min = Math.Min(0, lever.Low) },
                [.. drawn]),
        ])
        {
            Subtitle = "From the lever's date on the wish is at least the goal. A line ends where no setting is enough.",
            Source = Source(goals),
        };
    }

    private static string Source(IReadOnlyList<LeastSetting> goals) => $"{goals[0].Kinds.Count:#,0} replications; {goals[0].Goal.Window}."
        + (goals[0].Steps.Length > 0 ? " " + goals[0].Steps : "");

    /// <summary>For each goal the probability that a setting is enough.</summary>
    /// <param name="answers">The answers for one lever and several goals; up to six are drawn.</param>
    /// <exception cref="ArgumentException">There are no answers, or they are of several levers.</exception>
    public static Figure Chances(IReadOnlyList<LeastSetting> answers)
    {
        var (goals, lever) = Checked(answers);
        const int Points = 60, Most = 6;
        double[] settings = [.. Enumerable.Range(0, Points + 1).Select(i => lever.Low + (i * (lever.High - lever.Low) / Points))];
        var step = Math.Max(1, (goals.Count + Most - 1) / Most);
        var left = goals.Count - ((goals.Count + step - 1) / step);
        return new($"How likely a setting of {lever.Name} is enough",
        [
            new(Axis.Number(lever.Name, Style(lever)), Axis.Number("Share of runs in which it is enough, %", NumberStyle.Percent) with
                { Min = 0, Max = 1 },
            [
                .. goals.Where((_, i) => i % step == 0).Select((one, i) => new Line(settings, [.. settings.Select(one.ChanceAt)],
                    $"goal {i}")
                {
                    Label = $"{one.Goal.Level:#,0} a day", Style = (LineStyle)(i % 4),
                }),
            ]),
        ])
        {
            Subtitle = "From the lever's date on the wish is at least the goal."
                + (left == 0 ? "" : $" {left:#,0} more goal{(left == 1 ? " has" : "s have")} no line."),
            Source = Source(goals),
        };
    }

    private static NumberStyle Style(SettableLever lever) => lever.Measure == Measure.Fraction ? NumberStyle.Percent : NumberStyle.Auto;

    private static (IReadOnlyList<LeastSetting> Goals, SettableLever Lever) Checked(IReadOnlyList<LeastSetting> answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        if (answers.Count == 0) throw new ArgumentException("There are no answers; at least 1 is needed.", nameof(answers));
        if (answers.Any(one => one.Lever != answers[0].Lever))
        {
            throw new ArgumentException("The answers are of several levers; draw one lever at a time.", nameof(answers));
        }

        return ([.. answers.OrderBy(one => one.Goal.Level)], answers[0].Lever);
    }
}
