using Supply.Plots;

/// <summary>Saves the figures of a study, each as SVG for a page and as PNG for slides and mail.</summary>
internal static class Pictures
{
    public static void Save(string folder, string name, Figure figure)
    {
        foreach (var ending in new[] { ".svg", ".png" }) figure.Save(Path.Combine(folder, name + ending));
    }
}
