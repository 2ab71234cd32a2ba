using Supply.Plots;

namespace Supply.Tests.House;

/// <summary>
/// Figures, their layout and SVG need no drawing library: where its native part is missing, as in a notebook that loads one assembly, SVG
/// still works.
/// </summary>
public class PlotStageTests
{
    /// <summary>Those that draw pixels, and the doors to them.</summary>
    private static readonly string[] withPixels = ["SkiaPen", "Faces", "ScottPage", "PictureFormat", "Panel"];

    [Fact]
    public void DrawingLibraries_AreUsedForPixelsAlone()
    {
        var uses = from type in typeof(Figure).Assembly.GetTypes()
            let user = TypeUses.Outermost(type)
            where user.Namespace is not "Supply.Plots.Scott" && user.Namespace?.StartsWith("Supply.Plots", StringComparison.Ordinal) == true
            where TypeUses.Of(type).Any(used => used.Assembly.GetName().Name is "ScottPlot" or "SkiaSharp")
            select user.Name;
        uses.Distinct().ShouldBe(withPixels, ignoreOrder: true);
    }

    /// <summary>A figure's layout knows no pen.</summary>
    [Fact]
    public void Layout_KnowsNoPen()
    {
        var uses = from type in typeof(Figure).Assembly.GetTypes()
            where TypeUses.Outermost(type).Namespace == "Supply.Plots.Layout"
            from used in TypeUses.Of(type)
            where used.Namespace is "Supply.Plots.Pens" or "Supply.Plots.Scott" or "Supply.Plots.Files"
            select $"{type.Name} uses {used.Name}";
        uses.ShouldBeEmpty();
    }

    /// <summary>A build for all platforms would add the native libraries of fifteen, 150 MB, to each script and to the tests.</summary>
    [Fact]
    public void Output_HoldsTheNativeLibrariesOfThisPlatformAlone()
    {
        var natives = Directory.EnumerateFiles(AppContext.BaseDirectory, "*SkiaSharp.*", SearchOption.AllDirectories)
            .Select(path => Path.GetFileName(path)).Where(name => name.StartsWith("libSkiaSharp", StringComparison.Ordinal));
        natives.Count().ShouldBe(1);
        foreach (var props in new[] { "Scenarios/Directory.Build.props", "Tests/Supply.Tests.csproj" })
        {
            File.ReadAllText(Path.Combine(Scripts.Root, props))
                .ShouldContain("<UseCurrentRuntimeIdentifier>true</UseCurrentRuntimeIdentifier>");
        }
    }
}
