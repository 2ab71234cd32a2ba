using System.Globalization;

namespace Supply.Plots.Layout;

/// <summary>
/// Divides a logarithmic axis at 1, 2 and 5 times powers of ten, or only at powers of ten where words would meet; where even these would,
/// numbers of the style Auto become compact.
/// </summary>
internal static class LogTicks
{
    private const double Clear = 10;

    // Below this many pixels between powers of ten, marks at 2 and 5 would stand too close to be told apart.
    private const double SmallestPower = 24;
    private static readonly int[] Digits = [1, 2, 5];
    private static readonly int[] Strides = [2, 3, 6, 12];

    public static Ticks Across(Scale scale, NumberStyle style)
    {
        var fine = Rounds(scale, Digits, 1);
        if (fine.Count < 2)
        {
            return Short(scale, style);
        }

        var powers = Rounds(scale, [1], 1);
        if (Fits(scale, fine, style) || powers.Count < 2)
        {
            return Of(fine, [], Thinned(scale, fine, style), style);
        }

        if (style == NumberStyle.Auto && !Fits(scale, powers, style))
        {
            style = NumberStyle.Compact;
        }

        // Every power of ten has its line, even where only every other has room for its words.
        var named = Fits(scale, powers, style) ? powers
            : Strides.Select(stride => Rounds(scale, [1], stride)).First(p => Fits(scale, p, style));
        List<double> minor = scale[powers[1]] - scale[powers[0]] >= SmallestPower ? [.. fine.Except(powers)] : [];
        return Of(powers, minor, named, style);
    }

    /// <summary>Fewer than two round numbers: even steps, as on a linear axis.</summary>
    private static Ticks Short(Scale scale, NumberStyle style)
    {
        for (var most = 6; ; most--)
        {
            var step = NumberTicks.Step(scale.Max - scale.Min, most);
            var major = NumberTicks.Within(scale.Min, scale.Max, step, style).Major;
            if (most == 1 || Fits(scale, major, style))
            {
                return Of(major, [], major, style);
            }
        }
    }

    private static Ticks Of(IReadOnlyList<double> major, IReadOnlyList<double> minor, IReadOnlyList<double> named, NumberStyle style) =>
        new(major, minor, [.. named.Select(v => new TickLabel(v, NumberText.Round(v, style)))]);

    /// <summary>Among round numbers within two powers of ten, those whose words keep clear of the one before.</summary>
    private static List<double> Thinned(Scale scale, IReadOnlyList<double> all, NumberStyle style)
    {
        List<double> named = [];
        foreach (var value in all)
        {
            if (named.Count == 0 || Fits(scale, [named[^1], value], style))
            {
                named.Add(value);
            }
        }

        return named;
    }

    private static bool Fits(Scale scale, IReadOnlyList<double> major, NumberStyle style)
    {
        double Half(double value) => TextSize.Width(NumberText.Round(value, style), FigureStyle.TickSize) / 2;
        return major.Zip(major.Skip(1)).All(p => scale[p.First] + Half(p.First) + Clear <= scale[p.Second] - Half(p.Second));
    }

    private static List<double> Rounds(Scale scale, int[] digits, int stride)
    {
        var (first, last) = ((int)Math.Floor(Math.Log10(scale.Min)), (int)Math.Floor(Math.Log10(scale.Max)));
        List<double> rounds = [];
        for (var power = first; power <= last; power++)
        {
            foreach (var digit in digits.Where(_ => power % stride == 0))
            {
                // Parsed, because 5 times 10 to the -3 by multiplication is not the double a reader writes as 0.005.
                var value = double.Parse(string.Create(CultureInfo.InvariantCulture, $"{digit}e{power}"), CultureInfo.InvariantCulture);
                if (scale.Holds(value))
                {
                    rounds.Add(value);
                }
            }
        }

        return rounds;
    }
}
