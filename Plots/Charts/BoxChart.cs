using System.Globalization;
using Supply.Analysis;

namespace Supply.Plots;

/// <summary>Boxes of inputs in which an outcome is high.</summary>
public static class BoxChart
{
    private const int MostPoints = 1500;

    // Groups of points that can be told apart by their colours.
    private const int MostGroups = 6;

    // A little beyond all of it, so that the sign of a point there is whole.
    private const double Edge = 1.03;

    /// <summary>The limits of a box: for each restricted input the part of its runs that lies inside, by rank.</summary>
    /// <param name="prim">The boxes.</param>
    /// <param name="box">The number of the box, from 0. Default 0.</param>
    /// <exception cref="NothingToDrawException">The box restricts nothing.</exception>
    public static Figure Restrictions(Prim prim, int box = 0)
    {
        ArgumentNullException.ThrowIfNull(prim);
        var chosen = prim.Boxes[box];
        if (chosen.Restrictions.Count == 0) throw new NothingToDrawException("The box restricts no input.");
        var inside = $"In {Finding.Share(chosen.Mass)} of all runs";
        var title = prim.Data.IsYesOrNo
            ? $"{inside}, {Finding.Share(chosen.Density)} {prim.Interest}; overall {Finding.Share(prim.Overall)}"
            : $"{inside} the mean of the outcome is {Mean(chosen.Density)}; overall {Mean(prim.Overall)}";
        return IntervalChart.Of(title,
            Axis.Number("Runs by rank of the input, %", NumberStyle.Percent) with { Min = 0, Max = 1 },
            new Intervals([.. chosen.Restrictions.OrderBy(one => one.QuasiP).Select(one => Row(prim, one))]) { Meaning = "" }) with
        {
            Subtitle = $"Inside the box: {Finding.Share(chosen.Coverage)} of {Counted(prim)} (coverage). Dark: the part of the input "
                + "inside. Right: chance that the limit does nothing (quasi p).",
            Source = $"{prim.Data.Rows:#,0} runs; {prim.Data.OutcomeWords}.",
        };
    }

    /// <summary>The trade-off between coverage and density on the way from all runs to the smallest box.</summary>
    /// <param name="prim">The boxes.</param>
    /// <param name="box">The number of the box, from 0. Default 0.</param>
    /// <exception cref="NothingToDrawException">There are no boxes but that of all runs.</exception>
    public static Figure TradeOff(Prim prim, int box = 0)
    {
        ArgumentNullException.ThrowIfNull(prim);
        if (prim.Paths[box].Count < 2) throw new NothingToDrawException("No box holds fewer than all runs.");
        var (path, chosen) = (prim.Paths[box].OrderBy(one => one.Coverage).ThenBy(one => one.Density).ToArray(), prim.Boxes[box]);
        var groups = path.GroupBy(one => one.Restrictions.Count).OrderBy(group => group.Key).ToArray();
        var left = groups.Skip(MostGroups).ToArray();
        var beyond = left.Sum(group => group.Count());
        var hidden = beyond == 0 ? "" : string.Create(CultureInfo.InvariantCulture,
            $" {beyond:#,0} box{(beyond == 1 ? "" : "es")} of {left[0].Key} and more limits {(beyond == 1 ? "has" : "have")} no point.");
        var (isYesOrNo, coverage) = (prim.Data.IsYesOrNo, Finding.Share(chosen.Coverage));
        var covered = isYesOrNo ? "Coverage: share of all such runs, %" : "Coverage: share of the sum over all runs, %";
        return new(isYesOrNo ? $"A smaller box is purer: {Finding.Share(chosen.Density)} dense at {coverage} coverage is taken"
            : $"A smaller box is higher: a mean of {Mean(chosen.Density)} at {coverage} coverage is taken",
        [
            new(Axis.Number(covered, NumberStyle.Percent) with { Min = 0, Max = Edge },
                isYesOrNo ? Axis.Number("Density: share of such runs in the box, %", NumberStyle.Percent) with { Min = 0, Max = Edge }
                    : Axis.Number("Density: mean of the outcome in the box") with { Min = 0, Max = Edge * path.Max(one => one.Density) },
            [
                new Line([.. path.Select(one => one.Coverage)], [.. path.Select(one => one.Density)], Palette.Other) { Label = "",
                    Width = 1 },
                .. groups.Take(MostGroups).Select(group => new Points(
                    [.. group.Select(one => new DataPoint(one.Coverage, one.Density))], $"{group.Key} limits")
                    { Label = group.Key == 1 ? "1 limit" : $"{group.Key} limits" }),
                new Points([new(chosen.Coverage, chosen.Density)], Palette.Baseline) { Marker = Marker.OpenDiamond, Label = "taken" },
            ]),
        ])
        {
            Subtitle = $"{(isYesOrNo ? $"Runs that {prim.Interest}. " : "")}One point for each peel and paste.{hidden}",
            Source = $"{prim.Data.Rows:#,0} runs; {prim.Data.OutcomeWords}.",
        };
    }

    /// <summary>Runs over the first two restricted numbers, with the box.</summary>
    /// <param name="prim">The boxes.</param>
    /// <param name="box">The number of the box, from 0. Default 0.</param>
    /// <exception cref="NothingToDrawException">The box restricts fewer than two numbers.</exception>
    public static Figure Scatter(Prim prim, int box = 0)
    {
        ArgumentNullException.ThrowIfNull(prim);
        var chosen = prim.Boxes[box];
        Restriction[] numbers = [.. chosen.Restrictions.Where(one => !one.Input.IsChoice).OrderBy(one => one.QuasiP).Take(2)];
        if (numbers.Length < 2) throw new NothingToDrawException("The box restricts fewer than two numbers.");
        var (x, y) = (numbers[0].Input, numbers[1].Input);
        var (lowX, highX) = (Math.Max(numbers[0].Low, x.Values.Min()), Math.Min(numbers[0].High, x.Values.Max()));
        var (lowY, highY) = (Math.Max(numbers[1].Low, y.Values.Min()), Math.Min(numbers[1].High, y.Values.Max()));
        int[] rows = [.. Enumerable.Range(0, Math.Min(MostPoints, prim.Data.Rows))];
        Points Of(Func<double, bool> which, string colour, string label, Marker marker) => new([.. rows
            .Where(row => which(prim.Data.Outcome[row])).Select(row => new DataPoint(x.Values[row], y.Values[row]))], colour)
            { Label = label, Marker = marker };
        return new($"Runs that {prim.Interest} gather where {chosen.Words}",
        [
            new(Axis.Number(x.Name), Axis.Number(y.Name) with { Min = y.Values.Min() },
            [
                new Band([lowX, highX], [lowY, lowY], [highY, highY], Palette.Refurbished) { Label = "the box", Opacity = 0.35 },
                .. new[]
                {
                    Of(value => value <= prim.Overall, Palette.Other, "others", Marker.Ring),
                    Of(value => value > prim.Overall, Palette.Dprk, $"runs that {prim.Interest}", Marker.Disc),
                }.Where(points => points.Items.Count > 0),
            ]),
        ])
        {
            Subtitle = $"{rows.Length:#,0} of {prim.Data.Rows:#,0} runs. Limits on other inputs are not seen here.",
            Source = prim.Data.OutcomeWords,
        };
    }

    private static string Counted(Prim prim) => prim.Data.IsYesOrNo ? $"all runs that {prim.Interest}" : "the sum over all runs";

    private static string Mean(double outcome) => Finding.Short(outcome, NumberStyle.Auto);

    private static IntervalRow Row(Prim prim, Restriction one)
    {
        var (input, n) = (one.Input, (double)prim.Data.Rows);
        double low, high;
        if (input.IsChoice)
        {
            // The cases inside, as the part of all runs that they are.
            var inside = one.Cases.ToHashSet();
            (low, high) = (0, input.Values.Count(value => inside.Contains(input.Cases[(int)Math.Round(value)])) / n);
        }
        else (low, high) = (input.Values.Count(value => value < one.Low) / n, input.Values.Count(value => value <= one.High) / n);
        return new(input.Name, [new("inside the box", low, low, (low + high) / 2, high, high)])
        {
            Second = one.ToString()[(input.Name.Length + 1)..],
            Note = double.IsNaN(one.QuasiP) ? "" : one.QuasiP < 0.001 ? "< 0.001" : $"{one.QuasiP:0.000}",
        };
    }
}
