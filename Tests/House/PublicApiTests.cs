using System.Reflection;
using PublicApiGenerator;
using Supply.Plots;

namespace Supply.Tests.House;

/// <summary>
/// The public types and members of each assembly, as a golden: a change of the surface is seen, meant, and written into CHANGELOG.md.
/// </summary>
public class PublicApiTests
{
    private static readonly Dictionary<string, Assembly> assemblies = new()
    {
        ["Simulation"] = typeof(Ensemble).Assembly,
        ["Plots"] = typeof(Figure).Assembly,
        ["Data"] = typeof(Supply.Data.ParquetSink).Assembly,
    };

    [Theory]
    [InlineData("Simulation")]
    [InlineData("Plots")]
    [InlineData("Data")]
    public void Surface_IsTheGolden(string name)
    {
        var options = new ApiGeneratorOptions { IncludeAssemblyAttributes = false };
        GoldenText.ShouldMatch($"Golden/PublicApi.{name}.verified.txt",
            assemblies[name].GeneratePublicApi(options).ReplaceLineEndings("\n") + "\n");
    }

    /// <summary>Nouns in <c>Supply</c>; the other rooms are imported on purpose.</summary>
    [Fact]
    public void Namespaces_AreTheDoors() => assemblies.Values.SelectMany(assembly => assembly.GetExportedTypes())
        .Select(type => type.Namespace).Distinct().Order(StringComparer.Ordinal)
        .ShouldBe(["Supply", "Supply.Analysis", "Supply.Cases", "Supply.Data", "Supply.Evidence", "Supply.Inference", "Supply.Plots"]);

    /// <summary>No shipped case can be newer than the numbers.</summary>
    [Fact]
    public void Cases_AreNotNewerThanTheNumbers() => Baselines.All.Keys.Max(key => key.Version).ShouldBe(Release.Numbers);
}
