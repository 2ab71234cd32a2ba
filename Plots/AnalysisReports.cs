using Supply.Analysis;

namespace Supply.Plots;

/// <summary>
/// Sections of reports from analyses: the pictures of a result behind those that a report has, its tables before them. A picture without
/// anything to draw is left out.
/// </summary>
public static class AnalysisReports
{
    extension(Report report)
    {
        /// <summary>This report with drivers, boxes, groups of runs, what to find out next, and noise.</summary>
        /// <param name="why">The analysis, <c>study.Why(...)</c>; its answer is a fitting one for the report.</param>
        public Report With(Why why)
        {
            ArgumentNullException.ThrowIfNull(why);
            List<Func<Figure>> figures = [() => TornadoChart.Of(why.Drivers)];
            if (why.Boxes is { } boxes) figures.AddRange(Of(boxes));
            return Added(report, [.. why.Tables], [.. figures, () => KnowingChart.Of(why.Knowing)]);
        }

        /// <summary>This report with boxes of inputs: their limits, the trade-off, and the runs.</summary>
        /// <param name="boxes">The boxes.</param>
        public Report With(Prim boxes)
        {
            ArgumentNullException.ThrowIfNull(boxes);
            return Added(report, [boxes.Table()], Of(boxes));
        }

        /// <summary>This report with Sobol indices.</summary>
        /// <param name="indices">The indices.</param>
        public Report With(SobolIndices indices)
        {
            ArgumentNullException.ThrowIfNull(indices);
            return Added(report, [indices.Table()], [() => SensitivityChart.Of(indices)]);
        }

        /// <summary>This report with a screening.</summary>
        /// <param name="effects">The effects.</param>
        public Report With(MorrisEffects effects)
        {
            ArgumentNullException.ThrowIfNull(effects);
            return Added(report, [effects.Table()], [() => SensitivityChart.Of(effects)]);
        }

        /// <summary>This report with least settings by goal.</summary>
        /// <param name="answers">The answers for one lever and several goals, at least one.</param>
        /// <exception cref="ArgumentException">There are none.</exception>
        public Report With(IReadOnlyList<LeastSetting> answers)
        {
            ArgumentNullException.ThrowIfNull(answers);
            return Added(report, [LeastAnswer.Table(answers)], [() => LeastChart.Of(answers), () => LeastChart.Chances(answers)]);
        }

        /// <summary>This report with the value of knowing inputs.</summary>
        /// <param name="knowing">The values.</param>
        public Report With(ValueOfKnowing knowing)
        {
            ArgumentNullException.ThrowIfNull(knowing);
            return Added(report, [knowing.Table()], [() => KnowingChart.Of(knowing)]);
        }

        /// <summary>This report with policies over all runs.</summary>
        /// <param name="policies">The policies.</param>
        public Report With(Robustness policies)
        {
            ArgumentNullException.ThrowIfNull(policies);
            return Added(report, [policies.Table()], []);
        }
    }

    private static Func<Figure>[] Of(Prim boxes) =>
        [() => BoxChart.Restrictions(boxes), () => BoxChart.TradeOff(boxes), () => BoxChart.Scatter(boxes)];

    private static Report Added(Report report, Table[] tables, Func<Figure>[] figures) => report with
    {
        Tables = [.. tables, .. report.Tables],
        Figures = [.. report.Figures, .. figures.SelectMany(Drawn)],
    };

    private static IEnumerable<Figure> Drawn(Func<Figure> draw)
    {
        try
        {
            var figure = draw();
            figure.Validate();
            return [figure];
        }
        catch (NothingToDrawException)
        {
            return [];
        }
    }
}
