namespace Supply.Plots.Layout;

/// <summary>Chooses round numbers: 1, 2, 2.5 or 5 times a power of ten apart.</summary>
internal static class NumberTicks
{
    private static readonly double[] Mantissas = [1, 2, 2.5, 5, 10];

    /// <summary>The smallest round step that needs at most the given number of steps.</summary>
    public static double Step(double span, int most)
    {
        var raw = span / Math.Max(1, most);
        var power = Math.Pow(10, Math.Floor(Math.Log10(raw)));
        foreach (var mantissa in Mantissas)
        {
            if (mantissa * power >= raw * (1 - 1e-9))
            {
                return mantissa * power;
            }
        }

        return 10 * power;
    }

    /// <summary>Ticks within a range.</summary>
    public static Ticks Within(double min, double max, double step, NumberStyle style)
    {
        var write = NumberText.ForTicks(style, Math.Max(Math.Abs(min), Math.Abs(max)), step);
        var first = Math.Ceiling((min / step) - 1e-9);
        var last = Math.Floor((max / step) + 1e-9);
        List<double> major = [];
        for (var k = first; k <= last; k++)
        {
            // Rounding keeps 3 x 0.1 from being written or placed as 0.30000000000000004.
            major.Add(Math.Round(k * step / step) * step);
        }

        return new(major, [], [.. major.Select(v => new TickLabel(v, write(v)))]);
    }

    /// <summary>Horizontal ticks whose words keep clear of each other.</summary>
    public static Ticks Across(double min, double max, double pixels, NumberStyle style)
    {
        for (var most = Math.Max(1, (int)(pixels / 56)); ; most--)
        {
            var step = Step(max - min, most);
            var ticks = Within(min, max, step, style);
            if (most == 1 || ticks.LabelWidth + 12 <= step / (max - min) * pixels)
            {
                return ticks;
            }
        }
    }
}
