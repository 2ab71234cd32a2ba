using System.Reflection.Metadata;

namespace Supply.Packages.Tests;

/// <summary>The contents of the packages.</summary>
public class ContentTests
{
    private const int Megabyte = 1_000_000;

    /// <summary>The kind of custom debug information that holds a source, as the format of portable symbols has it.</summary>
    private static readonly Guid embeddedSource = new("0E8A571B-6926-466E-B4AD-8AB04611F5FE");

    public static TheoryData<string, string> Packages =>
        new() { { "Supply", "Simulation" }, { "Supply.Plots", "Plots" }, { "Supply.Data", "Data" } };

    [Theory]
    [MemberData(nameof(Packages))]
    public void Package_SaysWhatItIs(string id, string folder)
    {
        var metadata = Feed.Metadata(id);
        string Of(string name) => metadata.Elements().Single(element => element.Name.LocalName == name).Value;
        Of("license").ShouldBe("MIT");
        Of("authors").ShouldBe("The Supply authors");
        Of("readme").ShouldBe("README.md");
        Of("description").Length.ShouldBeInRange(60, 200);
        Of("tags").Split(' ').Length.ShouldBeGreaterThan(3);
        var files = Feed.Read(id);
        files["README.md"].ShouldBe(File.ReadAllBytes(Path.Combine(Feed.Root, folder, "README.md")));
        files.Keys.Where(name => name.StartsWith("lib/", StringComparison.Ordinal)).Select(Path.GetExtension)
            .ShouldBe([".dll", ".xml"], ignoreOrder: true);
    }

    /// <summary>Nothing native, and no other library inside: those that are needed are packages of their own.</summary>
    [Fact]
    public void Dependencies_AreFew()
    {
        Dependencies("Supply").ShouldBe(["MathNet.Numerics"]);
        Dependencies("Supply.Plots").ShouldBe(["ScottPlot", "Supply"], ignoreOrder: true);
        Dependencies("Supply.Data").ShouldBe(["Parquet.Net", "Supply"], ignoreOrder: true);
        foreach (var id in new[] { "Supply", "Supply.Plots", "Supply.Data" })
        {
            Feed.Read(id).Keys.Where(name => name.Contains("runtimes", StringComparison.Ordinal)
                || Path.GetExtension(name) is ".so" or ".dylib").ShouldBeEmpty();
        }
    }

    /// <summary>Without the posteriors, which grow with the claims.</summary>
    [Fact]
    public void Size_IsSmall()
    {
        var posteriors = Directory.GetFiles(Path.Combine(Feed.Root, "Simulation", "Cases"), "*.posterior", SearchOption.AllDirectories)
            .Sum(path => new FileInfo(path).Length);
        Feed.Read("Supply").Sum(file => file.Value.LongLength).ShouldBeLessThan((5 * Megabyte) + posteriors);
        new FileInfo(Feed.FileOf("Supply")).Length.ShouldBeLessThan(5 * Megabyte);
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void Symbols_HoldTheSources(string id, string folder)
    {
        var symbols = Feed.Read(id, "snupkg").Single(file => file.Key.EndsWith(".pdb", StringComparison.Ordinal)).Value;
        using var provider = MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(symbols));
        var reader = provider.GetMetadataReader();
        var sources = reader.CustomDebugInformation.Select(reader.GetCustomDebugInformation)
            .Count(one => reader.GetGuid(one.Kind) == embeddedSource);
        sources.ShouldBeGreaterThanOrEqualTo(reader.Documents.Count);
        sources.ShouldBeGreaterThan(Directory.GetFiles(Path.Combine(Feed.Root, folder), "*.cs").Length);
    }

    private static IEnumerable<string> Dependencies(string id) => Feed.Metadata(id).Descendants()
        .Where(element => element.Name.LocalName == "dependency").Select(element => element.Attribute("id")!.Value);
}
