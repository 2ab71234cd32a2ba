using System.Text.Json;
using Supply.Analysis;

namespace Supply.Tests.House;

/// <summary>Code on pages is true: programs compile and run, scenario files are read and run, and there is no other code.</summary>
public class PageTests
{
    /// <summary>Run by .ci/notebooks, where Python and R are.</summary>
    private static readonly string[] elsewhere = ["python", "r", "xml", "bibtex"];

    private static readonly string[] pages =
        [.. Markdown.Pages.Where(page => page.StartsWith("docs/", StringComparison.Ordinal)
            || page is "README.md" or "Simulation/README.md" or "Plots/README.md" or "Notebooks/README.md")];

    private static readonly Dictionary<string, PageProgram> programs = pages.SelectMany(page => PageProgram.Of(page, Text(page)))
        .ToDictionary(program => $"{program.Page}:{program.Line}");

    private static readonly Dictionary<string, PageBlock> files = pages.SelectMany(page => PageBlock.Of(page, Text(page)))
        .Where(block => block.Language == "json").ToDictionary(block => $"{block.Page}:{block.Line}");

    public static TheoryData<string> Programs => [.. programs.Keys];

    public static TheoryData<string> Files => [.. files.Keys];

    [Theory]
    [MemberData(nameof(Programs))]
    public void Program_Runs(string name)
    {
        using var folder = new TemporaryFolder();
        var program = programs[name];
        var printed = program.Run(folder.Path);
        (printed.Trim().Length + Directory.GetFileSystemEntries(folder.Path).Length).ShouldBeGreaterThan(0, "prints or writes something");
        foreach (var block in PageBlock.Of(program.Page, Text(program.Page)).Where(block => block.Language == "text"))
        {
            printed.ShouldContain(block.Text);
        }
    }

    /// <summary>A whole file runs; what is shown of one is JSON that a file may contain.</summary>
    [Theory]
    [MemberData(nameof(Files))]
    public void File_IsRead(string name)
    {
        var text = files[name].Text.Trim();
        if (!text.StartsWith('{'))
        {
            JsonDocument.Parse($"{{ {text} }}").RootElement.EnumerateObject().ShouldAllBe(one => Schema.Contains($"\"{one.Name}\""));
            return;
        }

        if (text.Contains("\"supply-analysis/", StringComparison.Ordinal))
        {
            AnalysisFile.Parse(text, name).Least!.FireGoals.Count.ShouldBe(3);
            return;
        }

        var file = ScenarioFile.Parse(text, name);
        var study = new Ensemble(3).Run([.. file.Expand()]);
        study.Scenarios.Count.ShouldBe(file.Expand().Count);
    }

    [Fact]
    public void Blocks_AreOfKnownKinds() => pages.SelectMany(page => PageBlock.Of(page, Text(page)))
        .Where(block => block.Language is not ("" or "csharp" or "json" or "text") && !elsewhere.Contains(block.Language)).ShouldBeEmpty();

    /// <summary>A recipe that needs scrolling is none.</summary>
    [Fact]
    public void Recipes_AreShort() => PageBlock.Of("docs/recipes.md", Text("docs/recipes.md"))
        .Where(block => block.Language == "csharp")
        .Where(block => block.Text.Split('\n').Count(line => line.Length > 0 && !line.StartsWith("using ", StringComparison.Ordinal)) > 15)
        .ShouldBeEmpty();

    private static string Schema => Text("Scenarios/scenario.schema.json");

    private static string Text(string page) => File.ReadAllText(Path.Combine(Scripts.Root, page));
}
