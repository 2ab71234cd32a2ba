using System.Globalization;
using System.Text.RegularExpressions;
using Supply.Inference;

namespace Supply.Plots;

/// <summary>Pictures of what claims jointly imply.</summary>
public static partial class ClaimFigures
{
    private const double LeastPlausible = 0.05;

    /// <summary>Rows that fit a page; more are for a table.</summary>
    private const int MostRows = 15;

    /// <summary>
    /// Each claim compared with the prediction of the other witnesses, as multiples of the published figure: a prediction that spans 1
    /// confirms the claim; one to the right of 1 means that the published figure is too low. The least plausible come first.
    /// </summary>
    /// <param name="posterior">A posterior, with its influences.</param>
    /// <param name="claims">The claims; null: all of its calibration. Default null.</param>
    /// <param name="most">How many are shown, at least 1. Default 15.</param>
    public static Figure Claims(Posterior posterior, IReadOnlyList<Claim>? claims = null, int most = MostRows)
    {
        ArgumentNullException.ThrowIfNull(posterior);
        var byOthers = posterior.Influences.SelectMany(influence => influence.Claims).ToDictionary(foretold => foretold.Claim);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        (Claim Claim, Foretold Foretold)[] all = [.. (claims ?? posterior.Calibration.Claims)
            .Select(claim => (claim, byOthers.GetValueOrDefault(claim.Id) ?? posterior.Foretell(claim)))
            .OrderBy(pair => pair.Item2.Plausibility)];
        static IntervalRow Row(Claim claim, Foretold foretold)
        {
            var spread = foretold.Predicted;
            double Over(double value) => value / claim.Value;
            var disagrees = foretold.Plausibility < LeastPlausible;
            return new($"{claim.Id} {claim.From.Year}{(claim.To.Year == claim.From.Year ? "" : $"-{claim.To.Year}")}",
                [new("predicted by the others", Over(spread.Low90), Over(spread.Low50), Over(spread.Median), Over(spread.High50),
                    Over(spread.High90))])
            {
                Group = claim.Check.Quantity,
                Second = claim.Witness,
                Published = Mark(claim, disagrees),
                Note = Plausibility(foretold.Plausibility),
            };
        }

        var rest = all.Length > most ? $" The other {all.Length - most} are more plausible." : "";
        var implausible = all.Count(pair => pair.Foretold.Plausibility < LeastPlausible);
        return IntervalChart.Of($"{implausible} of {all.Length} published claims are less than {100 * LeastPlausible:0} % plausible by "
            + "what the other witnesses say",
            Axis.Number("Multiple of the published figure") with { Scale = AxisScale.Logarithmic },
            [.. all.Take(most).Select(pair => Row(pair.Claim, pair.Foretold))], new VerticalMark(1, "as published")) with
        {
            Width = 1000,
            Subtitle = $"Bars: what the witness would publish, by all others. At the right: plausibility of the claim.{rest}",
            Source = Source(posterior),
        };
    }

    /// <summary>
    /// Uncertain numbers before and after conditioning, those about which most was learnt, as multiples of their prior median. Numbers that
    /// may be 0 have no multiple; the subtitle counts all that have no row.
    /// </summary>
    /// <param name="posterior">The posterior.</param>
    /// <param name="most">How many rows, at least 1.</param>
    public static Figure Learnt(Posterior posterior, int most)
    {
        ArgumentNullException.ThrowIfNull(posterior);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        Learnt[] uncertain = [.. posterior.Learnt().Where(one => one.Prior.Low90 < one.Prior.High90)];
        var learnt = uncertain.Where(one => one.Prior.Low90 > 0 && one.Posterior.Low90 > 0).Take(most).ToArray();
        IntervalRow Row(Learnt one)
        {
            Interval Of(string name, Spread spread) => new(name, spread.Low90 / one.Prior.Median, spread.Low50 / one.Prior.Median,
                spread.Median / one.Prior.Median, spread.High50 / one.Prior.Median, spread.High90 / one.Prior.Median);
            return new IntervalRow(StudyFigures.Capital(one.Words), [Of("before", one.Prior), Of("after", one.Posterior)]);
        }

        var title = learnt.Length == 0 ? "The claims say nothing about the inputs" : $"The claims say most about: {learnt[0].Words}";
        return IntervalChart.Of(title,
            Axis.Number("Multiple of the median before") with { Scale = AxisScale.Logarithmic }, [.. learnt.Select(Row)],
            new VerticalMark(1, "")) with
        {
            Subtitle = "Counted over modelled: what a witness counts, over what the model counts. Level: opened for the claims to decide."
                + Finding.LeftOut(uncertain.Length - learnt.Length, "uncertain number", "uncertain numbers"),
            Source = Source(posterior),
        };
    }

    /// <summary>A reading without each witness.</summary>
    /// <param name="posterior">A posterior with its influences.</param>
    /// <param name="reading">The id of a followed reading.</param>
    public static Figure Influence(Posterior posterior, string reading)
    {
        ArgumentNullException.ThrowIfNull(posterior);
        var all = Spread.Of(posterior.Reading(reading));
        var followed = posterior.Calibration.Followed.First(one => one.Id == reading);
        var axis = followed.Over is null ? Axis.Number(StudyFigures.Capital(followed.Unit))
            : Axis.Number("Share of rounds fired, %", NumberStyle.Percent);
        static Interval Of(string name, Spread spread) =>
            new(name, spread.Low90, spread.Low50, spread.Median, spread.High50, spread.High90);
        IReadOnlyList<IntervalRow> rows =
        [
            new("all witnesses", [Of("with all", all)]),
            .. posterior.Influences.OrderByDescending(one => Math.Abs(one.Readings[reading].Median - all.Median)).Select(one =>
                new IntervalRow("without " + one.Witness, [Of("without one", one.Readings[reading])])
                {
                    Second = string.Create(CultureInfo.InvariantCulture, $"{one.Claims.Count} claim{(one.Claims.Count == 1 ? "" : "s")}")
                        + (one.IsUsable ? "" : " *"),
                }),
        ];
        var style = axis.Style;
        double[] without = [.. posterior.Influences.Select(one => one.Readings[reading].Median).DefaultIfEmpty(all.Median)];
        var title = $"{StudyFigures.Capital(reading)}: {Finding.Short(all.Median, style)}, and {Finding.Short(without.Min(), style)} to "
            + $"{Finding.Short(without.Max(), style)} without one witness";
        return IntervalChart.Of(title, axis, rows, new VerticalMark(all.Median, "all")) with
        {
            Subtitle = "The witness that moves it most comes first."
                + (posterior.Influences.All(one => one.IsUsable) ? ""
                    : " * The populations had not agreed without it: a direction at most."),
            Source = Source(posterior),
        };
    }

    /// <summary>A metric over time, before and after conditioning.</summary>
    /// <param name="title">The message of the picture.</param>
    /// <param name="before">The scenario before conditioning.</param>
    /// <param name="after">The scenario run from the posterior.</param>
    /// <param name="metric">A metric that both recorded as a series.</param>
    /// <param name="from">The first day shown.</param>
    /// <param name="to">The last day shown.</param>
    public static Figure BeforeAndAfter(
        string title, ScenarioResult before, ScenarioResult after, Metric metric, DateOnly from, DateOnly to)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        ArgumentNullException.ThrowIfNull(metric);
        Fan Of(string name, ScenarioResult result)
        {
            var series = result.Series(metric);
            return StudyFigures.ToFan(name, Shown(series).Select(i => series.Points[i]));
        }

        int[] Shown(MetricSeries series) =>
            [.. series.Dates!.Index().Where(date => date.Item >= from && date.Item <= to).Select(date => date.Index)];
        var series = after.Series(metric);
        return FanChart.Of(title, Timeline.Of([.. Shown(series).Select(i => series.Dates![i])]), metric.AxisLabel,
            [Of("before", before), Of("after", after)], StudyFigures.Style(metric));
    }

    /// <summary>A decimal where the claim may be below the limit of what is plausible, so that 4.8 % is not "5 %".</summary>
    private static string Plausibility(double value) => value < 0.001 ? "< 0.1 %"
        : (100 * value).ToString(value < 0.0995 ? "0.0" : "0", CultureInfo.InvariantCulture) + " %";

    /// <summary>The provenance, with separators in its counts; a seed is a name and stays as it is.</summary>
    private static string Source(Posterior posterior) => LongCount().Replace(posterior.Provenance, count =>
        long.Parse(count.ValueSpan, CultureInfo.InvariantCulture).ToString("N0", CultureInfo.InvariantCulture)) + ".";

    [GeneratedRegex(@"(?<!seed )\b\d{4,18}\b")]
    private static partial Regex LongCount();

    private static PublishedMark Mark(Claim claim, bool disagrees)
    {
        var (low, high) = (claim.Check.Low / claim.Value, claim.Check.High / claim.Value);
        var mark = !double.IsFinite(high) ? PublishedMark.AtLeast(low) : !double.IsFinite(low) ? PublishedMark.AtMost(high)
            : low == high ? PublishedMark.At(low) : PublishedMark.Between(low, high);
        return mark with { Disagrees = disagrees };
    }
}
