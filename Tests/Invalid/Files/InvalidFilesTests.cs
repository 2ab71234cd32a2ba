namespace Supply.Tests.Invalid;

/// <summary>Each broken file in this folder and its whole message, in the text file of the same name.</summary>
public sealed class InvalidFilesTests
{
    private static readonly Dictionary<(string Name, int Version), Func<Scenario>> baselines = new()
    {
        [("Russia2022", 3)] = () =>
            new("Russia 2022", new Network("Russia", new Stockpile("Rear depots")), Horizon.Dated(new(2022, 2, 24), new(2027, 12, 31))),
    };

    public static TheoryData<string> BrokenFiles() =>
        new(Directory.EnumerateFiles(Folder(), "*.json").Select(path => Path.GetFileNameWithoutExtension(path)!)
            .Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(BrokenFiles))]
    public void BrokenFile_IsRefusedWithThisMessage(string name)
    {
        var text = File.ReadAllText(Path.Combine(Folder(), name + ".json"));
        var exception = Should.Throw<ScenarioException>(() => ScenarioFile.Parse(text, name + ".json", baselines));
        GoldenText.ShouldMatch($"Invalid/Files/{name}.txt", exception.Message + "\n");
    }

    [Fact]
    public void EachMessage_HasItsFile() =>
        Directory.EnumerateFiles(Folder(), "*.txt").Select(path => Path.GetFileNameWithoutExtension(path))
            .ShouldBeSubsetOf(Directory.EnumerateFiles(Folder(), "*.json").Select(path => Path.GetFileNameWithoutExtension(path)));

    private static string Folder() => Path.Combine(GoldenText.Root, "Invalid", "Files");
}
