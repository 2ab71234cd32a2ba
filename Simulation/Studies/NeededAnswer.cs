namespace Supply.Studies;

/// <summary>The answer to how much of a lever is needed, in several cases.</summary>
internal static class NeededAnswer
{
    private const int KeptNotes = 1;
    private const int MostCases = 7;
    private static readonly double[] levels = [0.5, 0.8, 0.9];

    public static Answer Of(
        Study study, string lever, string goal, IReadOnlyList<(string Name, NeededSetting Needed)> cases, string? source)
    {
        ArgumentException.ThrowIfNullOrEmpty(lever);
        ArgumentException.ThrowIfNullOrEmpty(goal);
        ArgumentNullException.ThrowIfNull(cases);
        if (cases.Count == 0) throw new ArgumentException("There are no cases; at least 1 is needed.", nameof(cases));
        var (name, asked) = cases[0];
        var half = Setting(study, asked, levels[0]);
        var headline = double.IsNaN(half.Value) ? $"There is no answer: {goal} is undefined in all replications."
            : double.IsInfinity(half.Value) ? $"No tested growth of {lever} brings back {goal} in half of the runs ({name})."
            : half.Value <= 0 ? $"Without growth of {lever}, {goal} is there in half of the runs ({name})."
            : $"To bring back {goal} in half of the runs, {lever} has to grow by {half.Text(Measure.Fraction)} ({name}).";
        var never = Part(study, asked, double.IsInfinity);
        var sentences = new List<string>
        {
            $"In {Part(study, asked, value => value <= 0).Probability()} of the runs no growth is needed, in {never.Probability()} none "
                + "that was tested is enough.",
        };
        var best = cases.Skip(1).Select(one => (one.Name, Half: Setting(study, one.Needed, levels[0])))
            .Where(one => one.Half.Value < half.Value).OrderBy(one => one.Half.Value).FirstOrDefault();
        if (best.Name is not null && half.Value - best.Half.Value > 2 * (Finite(half.Noise) + Finite(best.Half.Noise)))
        {
            sentences.Add($"Least is needed with {best.Name}: "
                + (best.Half.Value <= 0 ? "none in half of the runs." : $"{best.Half.Text(Measure.Fraction)} in half of the runs."));
        }

        var rows = cases.Take(MostCases).Select(one => (Items<string>)
        [
            one.Name, Part(study, one.Needed, value => value <= 0).Probability(),
            .. levels.Select(level => Setting(study, one.Needed, level))
                .Select(setting => setting.Value <= 0 ? "none" : setting.Text(Measure.Fraction)),
            Part(study, one.Needed, double.IsInfinity).Probability(),
        ]);
        var table = new Table($"Growth of {lever} that brings back {goal}",
            ["case", "without growth", "enough in 50 %", "in 80 %", "in 90 %", "not by any"], Items.From(rows), []);
        var noise = cases.Take(MostCases).Select(one => Setting(study, one.Needed, levels[0]).Noise)
            .Where(double.IsFinite).DefaultIfEmpty(0).Max();
        var notes = new List<string> { AnswerParts.Inputs(study, noise, Measure.Fraction, source) };
        if (cases.Count > MostCases) notes.Add($"{cases.Count - MostCases} more cases are in the tables.");
        return AnswerText.Fitted(new(headline, Items.From(sentences), table, "", Items.From(notes)), 1, KeptNotes);
    }

    private static double Finite(double noise) => double.IsFinite(noise) ? noise : 0;

    private static Estimate Part(Study study, NeededSetting needed, Func<double, bool> isIt) =>
        study.ValuesOf(needed.Values).Share(isIt);

    private static Estimate Setting(Study study, NeededSetting needed, double level) => study.ValuesOf(needed.Values).Quantile(level);
}
