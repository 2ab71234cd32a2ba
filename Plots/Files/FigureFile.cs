namespace Supply.Plots.Files;

/// <summary>Writes a figure in the format that the ending of the file name asks for.</summary>
internal static class FigureFile
{
    public const double MostScale = 8;
    private const double UsualScale = 2;

    private static readonly Dictionary<string, PictureFormat> pixels = new(StringComparer.OrdinalIgnoreCase)
    {
        [".png"] = PictureFormat.Png,
        [".jpg"] = PictureFormat.Jpeg,
        [".jpeg"] = PictureFormat.Jpeg,
        [".webp"] = PictureFormat.WebP,
    };

    public static IEnumerable<string> Endings => pixels.Keys.Prepend(".svg");

    public static void Save(Figure figure, string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var ending = Path.GetExtension(path);
        if (ending.Equals(".svg", StringComparison.OrdinalIgnoreCase))
        {
            Write(path, System.Text.Encoding.UTF8.GetBytes(figure.ToSvg()));
        }
        else if (pixels.TryGetValue(ending, out var format))
        {
            Write(path, figure.ToScottPlot().Encode(format, UsualScale));
        }
        else
        {
            var given = ending.Length == 0 ? "has no ending" : $"ends in \"{ending}\"";
            throw new ArgumentException(
                $"\"{path}\" {given}; the file of a figure ends in {string.Join(", ", Endings.SkipLast(1))} or {Endings.Last()}.");
        }
    }

    public static void Write(string path, byte[] bytes)
    {
        WholeFile.Write(path, stream => stream.Write(bytes));
    }
}
