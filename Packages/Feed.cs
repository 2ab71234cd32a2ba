using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Xml.Linq;

namespace Supply.Packages.Tests;

/// <summary>The packages that .ci/pack has written into out/feed.</summary>
internal static class Feed
{
    public static string Root { get; } = FindRoot();

    public static string Folder { get; } = Path.Combine(Root, "out", "feed");

    /// <summary>Names of the files in a package, with their contents.</summary>
    /// <param name="id">The id of the package.</param>
    /// <param name="ending">nupkg, or snupkg for its symbols.</param>
    public static Dictionary<string, byte[]> Read(string id, string ending = "nupkg")
    {
        using var archive = ZipFile.OpenRead(FileOf(id, ending));
        return archive.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var from = entry.Open();
            using var to = new MemoryStream();
            from.CopyTo(to);
            return to.ToArray();
        });
    }

    /// <summary>The one file of a package; an id is followed by its version, which begins with a digit.</summary>
    public static string FileOf(string id, string ending = "nupkg") => Directory.GetFiles(Folder, $"{id}.*.{ending}")
        .Where(path => char.IsAsciiDigit(Path.GetFileName(path)[id.Length + 1])).ShouldHaveSingleItem();

    /// <summary>The description that a package gives of itself.</summary>
    public static XElement Metadata(string id)
    {
        using var text = new MemoryStream(Read(id)[$"{id}.nuspec"]);
        return XDocument.Load(text).Root!.Elements().Single();
    }

    private static string FindRoot([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, ".."));
}
