namespace Supply.Plots;

/// <summary>The differences that several causes make, side by side, around the line of no effect.</summary>
public static class EffectsChart
{
    /// <summary>
    /// Colours for kinds of effects in one picture: of single levers, of all together, and of the remainder that neither explains.
    /// </summary>
    private const string TogetherColour = Palette.Baseline, InteractionColour = Palette.Other;

    /// <summary>Effects side by side.</summary>
    /// <param name="title">The message of the picture.</param>
    /// <param name="valueLabel">Quantity and unit of the differences.</param>
    /// <param name="effects">The effects from the left; at least one.</param>
    /// <param name="style">How the numbers are written.</param>
    /// <exception cref="ArgumentException">There are none, or one is defined in no replication; lists every problem.</exception>
    public static Figure Of(string title, string valueLabel, IReadOnlyList<Effect> effects, NumberStyle style = NumberStyle.Auto)
    {
        ArgumentNullException.ThrowIfNull(effects);
        var wrong = effects.Where(effect => !effect.Difference.Quantiles.All(double.IsFinite))
            .Select(effect => $"\"{effect.Name}\": its difference is not defined in all quantiles.");
        ProblemReport.ThrowIfAny(title, effects.Count == 0 ? ["has no effects; at least 1 is needed."] : wrong);
        var layers = effects.SelectMany(
            (effect, i) => Fan.Of(effect.Name, [effect.Difference]).Layers([i], effect.Colour, medianLabel: "", bothBands: true))
            .Select(layer => layer is Band band ? band with { Label = "" } : layer).ToArray();
        var panel = new Panel(Axis.OfCategories("", [.. effects.Select(effect => effect.Name)]), Axis.Number(valueLabel, style),
            [.. layers.OfType<Band>(), .. layers.OfType<Line>()])
        {
            Annotations = [new HorizontalMark(0, "")],
        };
        var figure = new Figure(title, [panel])
        {
            Subtitle = "Bars: median difference in the same runs. Dark boxes: 50 % of runs, light boxes: 90 %.",
            Description = $"{title}. {valueLabel}: median and bands of the differences made by "
                + $"{string.Join(", ", effects.Select(effect => effect.Name))}.",
        };
        figure.Validate();
        return figure;
    }

    /// <summary>
    /// The levers of a factorial alone, all together, the sum of the effects alone and the difference between the last two.
    /// </summary>
    /// <param name="study">The study that ran the factorial.</param>
    /// <param name="factorial">The factorial.</param>
    /// <param name="metric">A metric recorded as a scalar.</param>
    /// <param name="window">The window of the scalars; null: the first that was declared.</param>
    /// <exception cref="ArgumentException">The metric or window was not recorded.</exception>
    public static Figure Of(Study study, Factorial factorial, Metric metric, TimeWindow? window = null)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(factorial);
        ArgumentNullException.ThrowIfNull(metric);
        var effects = study.Effects(factorial, metric, window);
        Effect[] shown =
        [
            .. factorial.Levers.Select((lever, i) => new Effect(lever.Name, effects.Alone(i))),
            new("sum of the effects alone", effects.SumOfAlone()) { Colour = InteractionColour },
            new("all together", effects.Together()) { Colour = TogetherColour },
            new("interaction: together less sum", effects.Interaction()) { Colour = InteractionColour },
        ];
        var label = $"Difference, {metric.Measure.OfDifferences}";
        var strongest = shown[..factorial.Levers.Count].MaxBy(effect => Math.Abs(effect.Difference.Mean))!;
        var title = $"{StudyFigures.Heading(study, metric)}: “{strongest.Name}” does most alone, "
            + $"{Finding.Change(strongest.Difference.Mean, metric)} on average; all together "
            + $"{Finding.Change(effects.Together().Mean, metric)}";
        return Of(title, label, shown, StudyFigures.StyleOfDifferences(metric)) with
        {
            Source = $"{StudyFigures.Capital(effects.Window.ToString(study.Baseline.Horizon))}. "
                + $"{StudyFigures.Source(study, [factorial.Baseline.Name])}",
        };
    }
}
