using System.Text.RegularExpressions;

namespace Supply.Tests.House;

/// <summary>
/// describe - compile - run - study: a room refers to types of rooms to its left, never to its right. Each type
/// belongs to the folder of its source file; what it refers to is read from its compiled code.
/// </summary>
public partial class StageTests
{
    /// <summary>The rooms from left to right: a room may use every room before it.</summary>
    private static readonly string[] rooms =
    [
        "Units", "Outputs", "Network", "Scenario", "Maths", "Programs", "Equations", "Compilation", "Engines", "Studies", "Evidence",
        "Inference", "Analysis", "Cases",
    ];

    /// <summary>The exceptions, each a type and its reason.</summary>
    private static readonly Dictionary<(string From, string To), string[]> narrow = new()
    {
        // A scenario file may extend a shipped case.
        [("Scenario", "Cases")] = ["Baselines"],
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
    public void Folders_AreAllStages() => folders.Values.Distinct().Order().ShouldBe(rooms.Order());

    [Fact]
    public void Scan_SeesWhatItShould()
    {
        uses.Contains(("Engines", "Block", "Programs", "StepProgram")).ShouldBeTrue();
        uses.Contains(("Compilation", "Compiler", "Equations", "RouteEquations")).ShouldBeTrue();
    }

    private static bool Allowed(string from, string to, string type) =>
        Array.IndexOf(rooms, to) < Array.IndexOf(rooms, from) || (narrow.TryGetValue((from, to), out var types) && types.Contains(type));

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
