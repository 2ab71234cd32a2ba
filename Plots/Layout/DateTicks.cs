using System.Globalization;

namespace Supply.Plots.Layout;

/// <summary>
/// Divides time into years, quarters, months or days, whichever fits. A word names an interval and is placed at its centre, so "2025" is
/// the year and not its first day.
/// </summary>
internal static class DateTicks
{
    private const double Clear = 6;
    private static readonly int[] DayStrides = [1, 2, 7, 14];
    private static readonly int[] YearStrides = [2, 5, 10, 20, 50, 100, 200, 500];

    /// <summary>A date in a reader's form: "1 Jan 2025", or "Jan 2025".</summary>
    public static string Say(double day, bool withDay = false) =>
        DateOnly.FromDayNumber((int)Math.Round(day)).ToString(withDay ? "d MMM yyyy" : "MMM yyyy", CultureInfo.InvariantCulture);

    public static Ticks Across(double min, double max, double pixels)
    {
        var perDay = pixels / (max - min);
        var year = perDay * 365.25;
        if (year / 12 >= 200)
        {
            return Days(min, max, perDay);
        }

        var years = Months(min, max, 12);
        if (year / 12 >= 32)
        {
            return TwoRows(Months(min, max, 1), years, perDay, "MMM");
        }

        if (year / 4 >= 38)
        {
            return TwoRows(Months(min, max, 3), years, perDay, "Q");
        }

        if (year >= 40)
        {
            List<double> minor = year / 4 >= 8 ? [.. Inside(Months(min, max, 3), min, max).Except(years)] : [];
            return new([.. Inside(years, min, max)], minor, [.. Centred(years, min, max, perDay, Year, 0)]);
        }

        return ManyYears(years, min, max, year);
    }

    private static Ticks Days(double min, double max, double perDay)
    {
        var stride = DayStrides.First(s => s * perDay >= 56 || s == 14);
        List<double> major = [];
        for (var day = Math.Ceiling(min); day <= max; day += stride)
        {
            major.Add(day);
        }

        var labels = major.Select(d => new TickLabel(d, DateOnly.FromDayNumber((int)d).ToString("d MMM", CultureInfo.InvariantCulture)));
        return new(major, [], [.. labels, .. Centred(Months(min, max, 12), min, max, perDay, Year, 1)]);
    }

    private static Ticks TwoRows(List<double> parts, List<double> years, double perDay, string name)
    {
        var (min, max) = (parts[0], parts[^1]);
        string Word(double day)
        {
            var date = DateOnly.FromDayNumber((int)day);
            return name == "Q"
                ? "Q" + ((date.Month + 2) / 3).ToString(CultureInfo.InvariantCulture)
                : date.ToString(name, CultureInfo.InvariantCulture);
        }

        // The first and last elements bound the axis and need not be the start of a month.
        var inner = parts[1..^1];
        return new(
            [.. inner.Intersect(years)],
            [.. inner.Except(years)],
            [.. Centred(parts, min, max, perDay, Word, 0), .. Centred(years, min, max, perDay, Year, 1)]);
    }

    private static Ticks ManyYears(List<double> years, double min, double max, double year)
    {
        var stride = YearStrides.First(s => s * year >= 44 || s == 500);
        List<double> major = [.. Inside(years, min, max).Where(d => DateOnly.FromDayNumber((int)d).Year % stride == 0)];
        return new(major, [], [.. major.Select(d => new TickLabel(d, Year(d)))]);
    }

    private static string Year(double day) => DateOnly.FromDayNumber((int)day).Year.ToString(CultureInfo.InvariantCulture);

    /// <summary>The axis start, the starts of all later groups of months, and the axis end.</summary>
    private static List<double> Months(double min, double max, int months)
    {
        var start = DateOnly.FromDayNumber((int)Math.Floor(min));
        var month = ((start.Month - 1) / months * months) + 1;
        var next = new DateOnly(start.Year, month, 1);
        List<double> result = [min];
        while (next.Year < 9998 && (next = next.AddMonths(months)).DayNumber < max)
        {
            if (next.DayNumber > min)
            {
                result.Add(next.DayNumber);
            }
        }

        result.Add(max);
        return result;
    }

    private static IEnumerable<double> Inside(List<double> bounds, double min, double max) =>
        bounds.Where((d, i) => (i > 0 && i < bounds.Count - 1) || IsMonthStart(d, min, max));

    private static bool IsMonthStart(double day, double min, double max) =>
        day == Math.Floor(day) && day >= min && day <= max && DateOnly.FromDayNumber((int)day) is { Day: 1, Month: 1 };

    private static IEnumerable<TickLabel> Centred(
        List<double> bounds, double min, double max, double perDay, Func<double, string> word, int row)
    {
        for (var i = 0; i + 1 < bounds.Count; i++)
        {
            var (from, to) = (Math.Max(bounds[i], min), Math.Min(bounds[i + 1], max));
            var text = word(from);
            if (TextSize.Width(text, FigureStyle.TickSize) + Clear <= (to - from) * perDay)
            {
                yield return new((from + to) / 2, text, row);
            }
        }
    }
}
