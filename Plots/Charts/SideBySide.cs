namespace Supply.Plots;

/// <summary>Places published figures of one period side by side, so that their error bars do not cover each other.</summary>
internal static class SideBySide
{
    // Two signs of 9 px and a small gap, on a plot about 640 px wide.
    private const double Share = 0.022;

    public static IReadOnlyList<DataPoint> Points(IReadOnlyList<PublishedFigure> published, IReadOnlyList<double> x)
    {
        double[] ends = [.. x, .. published.SelectMany(p => new[] { Axis.At(p.From), Axis.At(p.To) })];
        var apart = ends.Length == 0 ? 0 : Share * (ends.Max() - ends.Min());
        List<double> taken = [];
        var points = new DataPoint[published.Count];

        // Short periods first: they have the least room to move.
        foreach (var (i, p) in published.Index().OrderBy(p => p.Item.To.DayNumber - p.Item.From.DayNumber))
        {
            var (from, to) = (Axis.At(p.From), Axis.At(p.To));
            var at = Free((from + to) / 2, from, to, apart, taken);
            taken.Add(at);
            points[i] = new DataPoint(at, p.Value ?? double.NaN)
            {
                Label = p.Id,
                Low = p.Low ?? double.NaN,
                High = p.High ?? double.NaN,
                From = from,
                To = to,
            };
        }

        return points;
    }

    /// <summary>The free place nearest to the middle within the period; the middle itself if the period is too short or full.</summary>
    private static double Free(double middle, double from, double to, double apart, List<double> taken)
    {
        for (var k = 0; k <= 40; k++)
        {
            var place = middle + ((k + 1) / 2 * (k % 2 == 0 ? -apart : apart));
            if (place >= from && place <= to && taken.TrueForAll(t => Math.Abs(t - place) >= 0.9 * apart))
            {
                return place;
            }
        }

        return middle;
    }
}
