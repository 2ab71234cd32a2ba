using System.Text.RegularExpressions;

namespace Supply.Tests.House;

/// <summary>The pictures of the gallery are, byte for byte, what the code on the page draws; UPDATE_GOLDEN=1 draws them again.</summary>
public partial class GalleryTests
{
    private const string Page = "docs/gallery.md";

    [Fact]
    public void Pictures_AreWhatTheirCodeDraws()
    {
        using var folder = new TemporaryFolder();
        var text = File.ReadAllText(Path.Combine(Scripts.Root, Page));
        PageProgram.Of(Page, text).ShouldHaveSingleItem().Run(folder.Path);
        var pictures = Path.Combine(Scripts.Root, "docs", "Pictures");
        if (GoldenText.IsRenewed)
        {
            Directory.CreateDirectory(pictures);
            foreach (var drawn in Directory.GetFiles(folder.Path)) File.Copy(drawn, Path.Combine(pictures, Path.GetFileName(drawn)), true);
        }

        string[] names = [.. Directory.GetFiles(pictures).Select(path => Path.GetFileName(path))];
        names.ShouldBe(Directory.GetFiles(folder.Path).Select(Path.GetFileName), ignoreOrder: true);
        names.ShouldBe(Shown().Matches(text).Select(match => match.Groups[1].Value), ignoreOrder: true);
        foreach (var name in names)
        {
            File.ReadAllText(Path.Combine(pictures, name)).ShouldBe(File.ReadAllText(folder[name]), name);
        }
    }

    [GeneratedRegex(@"\]\(Pictures/([\w-]+\.svg)\)")]
    private static partial Regex Shown();
}
