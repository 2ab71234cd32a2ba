namespace Supply.Tests.Invalid;

/// <summary>
/// Each file in this folder reads well but holds a wrong scenario; its whole message is in the text file of the same name.
/// </summary>
public sealed class InvalidScenariosTests
{
    public static TheoryData<string> WrongScenarios() =>
        new(Directory.EnumerateFiles(Folder(), "*.json").Select(path => Path.GetFileNameWithoutExtension(path)!)
            .Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(WrongScenarios))]
    public void WrongScenario_IsRefusedWithThisMessage(string name)
    {
        var file = ScenarioFile.Parse(File.ReadAllText(Path.Combine(Folder(), name + ".json")), name + ".json");
        var exception = Should.Throw<ScenarioException>(() => new Ensemble(Replications: 4).Run(file.Expand()));
        GoldenText.ShouldMatch($"Invalid/Scenarios/{name}.txt", exception.Message + "\n");
    }

    [Fact]
    public void EachMessage_HasItsFile() =>
        Directory.EnumerateFiles(Folder(), "*.txt").Select(path => Path.GetFileNameWithoutExtension(path))
            .ShouldBeSubsetOf(Directory.EnumerateFiles(Folder(), "*.json").Select(path => Path.GetFileNameWithoutExtension(path)));

    private static string Folder() => Path.Combine(GoldenText.Root, "Invalid", "Scenarios");
}
