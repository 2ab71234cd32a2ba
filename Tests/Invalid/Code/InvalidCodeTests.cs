namespace Supply.Tests.Invalid;

/// <summary>Mistakes made in code, each with its whole message in the text file of its name.</summary>
public sealed class InvalidCodeTests
{
    public static TheoryData<string> Mistakes() => new(InvalidScenarios.All.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Mistake_IsRefusedWithThisMessage(string name)
    {
        var (scenarios, record) = InvalidScenarios.All[name]();
        var exception = Should.Throw<ScenarioException>(() => new Ensemble(Replications: 4, Record: record).Run(scenarios));
        GoldenText.ShouldMatch($"Invalid/Code/{name}.txt", exception.Message + "\n");
    }

    [Fact]
    public void EachMessage_HasItsMistake() =>
        Directory.EnumerateFiles(Path.Combine(GoldenText.Root, "Invalid", "Code"), "*.txt")
            .Select(path => Path.GetFileNameWithoutExtension(path)).ShouldBeSubsetOf(InvalidScenarios.All.Keys);

    [Fact]
    public void Scenarios_OfTheseCases_AreSoundWithoutTheMistake()
    {
        InvalidScenarios.Small().Check();
        InvalidScenarios.Full(0.25).Check();
        InvalidScenarios.Two().Check();
    }
}
