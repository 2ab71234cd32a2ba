namespace Supply.Tests.Invalid;

/// <summary>Mistakes made in code, each with its whole message in the text file of its name.</summary>
public sealed class InvalidCodeTests
{
    public static TheoryData<string> Mistakes() => new(Cases.All.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Mistake_IsRefusedWithThisMessage(string name)
    {
        var (scenarios, record) = Cases.All[name]();
        var exception = Should.Throw<ScenarioException>(() => new Ensemble(Replications: 4, Record: record).Run(scenarios));
        GoldenText.ShouldMatch($"Invalid/Code/{name}.txt", exception.Message + "\n");
    }

    [Fact]
    public void EachMessage_HasItsMistake() =>
        Directory.EnumerateFiles(Path.Combine(GoldenText.Root, "Invalid", "Code"), "*.txt")
            .Select(path => Path.GetFileNameWithoutExtension(path)).ShouldBeSubsetOf(Cases.All.Keys);

    [Fact]
    public void Scenarios_OfTheseCases_AreSoundWithoutTheMistake()
    {
        Cases.Small().Check();
        Cases.Full(0.25).Check();
        Cases.Two().Check();
    }
}
