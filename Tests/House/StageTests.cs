using System.Text.RegularExpressions;

namespace Supply.Tests.House;

/// <summary>
/// describe - compile - run - summarise: a stage refers to types of stages to its left, never to its right. Each type
/// belongs to the folder of its source file; what it refers to is read from its compiled code.
/// </summary>
public partial class StageTests
{
    /// <summary>For each folder what it may refer to, itself aside.</summary>
    private static readonly Dictionary<string, string[]> mayReferTo = new()
    {
        ["Units"] = [],
        ["Network"] = ["Units"],
        ["Scenario"] = ["Units", "Network"],
        ["Baselines"] = ["Units", "Network", "Scenario"],
        ["Equations"] = ["Units", "Network", "Scenario", "Compilation"],
        ["Compilation"] = ["Units", "Network", "Scenario", "Equations"],
        ["Execution"] = ["Units", "Network", "Scenario", "Compilation"],
        ["Summary"] = ["Units", "Network", "Scenario", "Baselines"],
        ["Inference"] = ["Units", "Network", "Scenario", "Compilation", "Execution", "Summary", "Baselines"],
    };

    /// <summary>The joints: between these two folders only these types of the second may be used, each for its reason.</summary>
    private static readonly Dictionary<(string From, string To), string[]> narrow = new()
    {
        // A quantity is an uncertain number: the one word of a scenario that the units need.
        [("Units", "Scenario")] = ["Uncertain"],
        // A scenario file may extend a shipped case, and a list of sources prints the rows of the shipped evidence.
        [("Scenario", "Baselines")] = ["Baselines", "Evidence", "EvidenceRow"],
        // Folding at compile time and the bounds of numbers take the functions and addresses of the draws themselves.
        [("Compilation", "Execution")] = ["Exp", "Log", "InverseNormal", "DrawKey"],
        // An ensemble hands back what was recorded of it; it fills the results and does no arithmetic on them.
        [("Execution", "Summary")] = ["Study", "ScenarioResult", "Trace", "SeriesReducer"],
        // Results are read from the recorder, by the probes of the program, and carry ensemble and parameters.
        [("Summary", "Execution")] = ["Recorder", "Sampling", "Ensemble", "ParameterMatrix"],
        [("Summary", "Compilation")] = ["StepProgram", "Probe", "ScalarProbe"],
    };

    private static readonly string root = Path.Combine(Path.GetDirectoryName(GoldenText.Root)!, "Simulation");

    /// <summary>The folder of each type of the library, by its full name without the number of type parameters.</summary>
    private static readonly Dictionary<string, string> folders = Directory.EnumerateDirectories(root)
        .Where(folder => Path.GetFileName(folder) is not ("bin" or "obj"))
        .SelectMany(folder => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories))
        .SelectMany(path => Declared(File.ReadAllText(path)),
            (path, type) => (type, Folder: Path.GetRelativePath(root, path).Split(Path.DirectorySeparatorChar)[0]))
        .Distinct().ToDictionary(pair => pair.type, pair => pair.Folder);

    private static readonly (string From, string User, string To, string Type)[] uses =
    [
        .. from type in typeof(Ensemble).Assembly.GetTypes()
           let user = TypeUses.Outermost(type)
           where folders.ContainsKey(Name(user))
           from used in TypeUses.Of(type).Select(TypeUses.Outermost).Distinct()
           where folders.TryGetValue(Name(used), out var to) && to != folders[Name(user)]
           select (folders[Name(user)], user.Name, folders[Name(used)], used.Name),
    ];

    [Fact]
    public void Stages_ReferToTheLeft() => uses.Where(use => !Allowed(use.From, use.To, use.Type))
        .Select(use => $"{use.From}/{use.User} uses {use.Type} of {use.To}").Distinct().ShouldBeEmpty();

    [Fact]
    public void Joints_AreStillUsed() => narrow.SelectMany(pair => pair.Value, (pair, type) => (pair.Key.From, pair.Key.To, type))
        .Where(joint => !uses.Any(use => (use.From, use.To, use.Type) == joint)).ShouldBeEmpty();

    [Fact]
    public void Folders_AreAllStages() => folders.Values.Distinct().Except(mayReferTo.Keys).ShouldBeEmpty();

    [Fact]
    public void Scan_SeesWhatItShould()
    {
        uses.ShouldContain(("Execution", "Block", "Compilation", "StepProgram"));
        uses.ShouldContain(("Compilation", "Compiler", "Equations", "RouteEquations"));
    }

    private static bool Allowed(string from, string to, string type) =>
        narrow.TryGetValue((from, to), out var types) ? types.Contains(type) : mayReferTo[from].Contains(to);

    private static string Name(Type type) => $"{type.Namespace}.{type.Name.Split('`')[0]}";

    private static IEnumerable<string> Declared(string code)
    {
        var space = Space().Match(code).Groups[1].Value;
        return Declaration().Matches(code).Select(match => $"{space}.{match.Groups[1].Value}");
    }

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Space();

    [GeneratedRegex(@"^(?:\w+ )*?(?:class|record struct|record|struct|interface|enum) ([A-Z]\w*)", RegexOptions.Multiline)]
    private static partial Regex Declaration();
}
