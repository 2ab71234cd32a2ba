using Supply.Analysis;

namespace Supply.Plots;

/// <summary>The numbers that would improve a choice if they were known, as a ranked list.</summary>
public static class KnowingChart
{
    /// <summary>The value of knowing each input alone, with its interval, the most valuable at the top.</summary>
    /// <param name="value">The value of knowing.</param>
    /// <param name="most">The most inputs, at least 1. Default 12.</param>
    /// <exception cref="NothingToDrawException">No input is worth knowing.</exception>
    public static Figure Of(ValueOfKnowing value, int most = 12)
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        KnownInput[] worth = [.. value.Inputs.Where(one => one.Value > 0)];
        KnownInput[] shown = [.. worth.Take(most)];
        if (shown.Length == 0) throw new NothingToDrawException("No input, if known alone, would change the choice.");
        var style = value.Measure == Measure.Points ? NumberStyle.PercentagePoints : NumberStyle.Auto;
        return IntervalChart.Of($"The number most worth finding out is “{shown[0].Input.Name}”",
            Axis.Number($"Worth of knowing it, {value.Measure}", style) with { Min = 0 },
            new Intervals([.. shown.Select(one => new IntervalRow(
                one.Input.Name + (one.Input.Cases.Count > 0 ? $": {string.Join(", ", one.Input.Cases)}" : ""),
                [SensitivityChart.Bar("if known exactly", one.Value, one.Low90, one.High90)])
            {
                Second = one.Input.SourceWords, Note = Finding.Share(one.Switches),
            })]) { Meaning = SensitivityChart.Estimated }) with
        {
            Subtitle = $"By how much knowing one input alone would raise {value.Words}. Today’s choice is “{value.Chosen.Name}”. "
                + "Right: share of runs in which it would change."
                + Finding.LeftOut(worth.Length - shown.Length, "input worth knowing", "inputs worth knowing"),
            Source = $"Choices: {string.Join("; ", value.Decisions.Select(one => $"“{one.Name}”"))}. 90 % intervals.",
        };
    }
}
