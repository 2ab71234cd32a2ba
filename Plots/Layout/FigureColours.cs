using System.Globalization;

namespace Supply.Plots.Layout;

/// <summary>The colours of one figure: fixed keys first, then the free colours in order of appearance.</summary>
internal sealed class FigureColours
{
    private readonly Dictionary<string, string> dealt = new(StringComparer.OrdinalIgnoreCase);

    public FigureColours(Figure figure)
    {
        string[] keys = [.. figure.Panels.SelectMany(p => p.Layers).SelectMany(Keys)];
        var used = keys.Select(Palette.Fixed).OfType<string>().ToHashSet();
        var turn = 0;
        foreach (var key in keys)
        {
            if (Palette.Fixed(key) is null && !dealt.ContainsKey(key))
            {
                var free = Palette.Free.Where(c => !used.Contains(c)).ToArray();
                var hex = free.Length > 0 ? free[0] : Palette.Free[turn++ % Palette.Free.Count];
                dealt[key] = hex;
                used.Add(hex);
            }
        }
    }

    public string this[string key] => Palette.Fixed(key) ?? dealt[key];

    /// <summary>The colour, darkened until small text in it reads well on white (contrast of 4.5 at least).</summary>
    public string ForText(string key)
    {
        var (r, g, b) = Parts(this[key]);
        while (1.05 / (Luminance(r, g, b) + 0.05) < 4.5)
        {
            (r, g, b) = (r * 0.95, g * 0.95, b * 0.95);
        }

        return string.Create(CultureInfo.InvariantCulture, $"#{(int)r:X2}{(int)g:X2}{(int)b:X2}");
    }

    /// <summary>Black or white, whichever reads better on the colour.</summary>
    public string Over(string key)
    {
        var (r, g, b) = Parts(this[key]);
        return Luminance(r, g, b) > 0.22 ? "#111111" : "#FFFFFF";
    }

    private static IEnumerable<string> Keys(Layer layer) => layer switch
    {
        Line line => [line.Colour],
        Band band => [band.Colour],
        Points points => [points.Colour],
        StackedAreas stack => stack.Areas.Select(a => a.Colour),
        Intervals intervals => intervals.Series.Prepend(FigureStyle.Disagrees),
        _ => throw layer.Unknown("the list of colours"),
    };

    private static (double R, double G, double B) Parts(string hex)
    {
        double Part(int at) => int.Parse(hex.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return (Part(1), Part(3), Part(5));
    }

    private static double Luminance(double r, double g, double b)
    {
        static double Linear(double c) => c / 255 <= 0.04045 ? c / 255 / 12.92 : Math.Pow(((c / 255) + 0.055) / 1.055, 2.4);
        return (0.2126 * Linear(r)) + (0.7152 * Linear(g)) + (0.0722 * Linear(b));
    }
}
