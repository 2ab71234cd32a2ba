using System.Text.RegularExpressions;

namespace Supply.Tests.House;

/// <summary>Everything that CONTRIBUTING.md names exists: files, folders, commands, tests and C# names.</summary>
public partial class ContributingTests
{
    // Made by the command that stands before it.
    private const string Written = "out/calibrate/russia-2022.posterior";

    private static readonly string text = File.ReadAllText(Path.Combine(Scripts.Root, "CONTRIBUTING.md"));

    private static readonly string[] codes = [.. Code().Matches(text).Select(match => match.Groups[1].Value)];

    private static readonly Type[] tests = typeof(ContributingTests).Assembly.GetTypes();

    [Fact]
    public void Paths_LeadSomewhere()
    {
        var scripts = Commands().SelectMany(command => command.Split(' ')).Where(word => word.EndsWith(".cs", StringComparison.Ordinal));
        string[] paths = [.. codes.Where(code => PathOnly().IsMatch(code)), .. scripts];
        paths.Length.ShouldBeGreaterThan(30);
        paths.Except([Written]).Where(path => !File.Exists(Full(path)) && !Directory.Exists(Full(path))).ShouldBeEmpty();
        File.ReadAllText(Full("Scenarios/calibrate.cs")).ShouldContain($"\"{Path.GetFileName(Written)}\"");
    }

    [Fact]
    public void Commands_RunATestAScriptOrTheMutants()
    {
        string[] known = ["dotnet run Scenarios/", "dotnet test", "dotnet run --project Tests/Mutants"];
        Commands().Count().ShouldBeGreaterThan(5);
        Commands().Where(command => !known.Any(start => command.StartsWith(start, StringComparison.Ordinal))).ShouldBeEmpty();
    }

    [Fact]
    public void Filters_FindTests()
    {
        var filters = Commands().Select(command => Filter().Match(command)).Where(match => match.Success).ToArray();
        filters.Length.ShouldBeGreaterThan(3);
        filters.SelectMany(match => match.Groups[1].Value.Split('|'))
            .Select(part => part.Replace("FullyQualifiedName~", "", StringComparison.Ordinal))
            .Where(part => !tests.Any(type => type.IsPublic && type.FullName!.Contains(part, StringComparison.Ordinal))).ShouldBeEmpty();
    }

    /// <summary>Those who keep something must listen to the variable, or a command that renews it would do nothing.</summary>
    [Fact]
    public void Variables_AreRead()
    {
        text.ShouldContain($"`{Matrix.Setting}=full`");
        text.ShouldContain("UPDATE_GOLDEN=1 ");
        File.ReadAllText(Path.Combine(GoldenText.Root, "GoldenText.cs")).ShouldContain("\"UPDATE_GOLDEN\"");
    }

    [Fact]
    public void Names_AreThoseOfTheCode()
    {
        var replay = codes.Single(code => code.Contains(".Replay(", StringComparison.Ordinal));
        replay.ShouldContain($"new {nameof(Ensemble)}(1, Seed: 2026).{nameof(Ensemble.Replay)}(scenario, 17).{nameof(Trace.WriteCsv)}(");
        codes.ShouldContain($"scenario.{nameof(ScenarioExplanation.Explain)}()");
        codes.ShouldContain($"{nameof(Laws.GeneratedScenarios)}.{nameof(Laws.GeneratedScenarios.Of)}(189905)");
        codes.ShouldContain(nameof(Quantity));
        codes.ShouldContain(nameof(Plots.Figure));
    }

    private static IEnumerable<string> Commands() =>
        codes.Select(code => Variable().Replace(code, "")).Where(code => code.StartsWith("dotnet ", StringComparison.Ordinal));

    private static string Full(string path) => Path.Combine(Scripts.Root, path);

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();

    /// <summary>A folder or file of the repository, and not a name of C# or a command.</summary>
    [GeneratedRegex(@"^[\w.-]+(/[\w.-]*)+$|^[\w.-]+\.(md|json|cs)$")]
    private static partial Regex PathOnly();

    [GeneratedRegex("--filter \"?([^\" ]+)")]
    private static partial Regex Filter();

    [GeneratedRegex("^[A-Z_]+=[a-z0-9]+ ")]
    private static partial Regex Variable();
}
