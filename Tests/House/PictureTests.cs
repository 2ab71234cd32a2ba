namespace Supply.Tests.House;

/// <summary>
/// Each shipped picture is, byte for byte, what its command draws now. With UPDATE_GOLDEN=1 in the environment,
/// <c>dotnet test Tests --filter PictureTests</c> draws all of them again.
/// </summary>
[Collection(nameof(Scripts))]
public class PictureTests
{
    private const string ReadmeScript = "the script of the README";
    private const string ShareStudy = "dotnet run Scenarios/dprk-share.cs";
    private const string Claims = "dotnet run Scenarios/claims.cs";

    private static readonly string pictures = Path.Combine(Scripts.Root, "Scenarios", "Pictures");

    // The page that shows a picture gives its command as well. A figure keeps the name that its script gives it, unless that says
    // too little on its own.
    private static readonly (string Shipped, string Page, string Command, string Drawn)[] all =
    [
        ("fired-per-day.svg", "README.md", ReadmeScript, "fired-per-day.svg"),
        ("share-sweep.svg", "docs/reading-results.md", ShareStudy, "share-sweep.svg"),
        ("dprk-share-of-fire.svg", "Evidence.md", Claims, "dprk-share.svg"),
        ("influence-share.svg", "Evidence.md", Claims, "influence-share.svg"),
    ];

    public static TheoryData<string> Commands => [.. all.Select(picture => picture.Command).Distinct()];

    [Theory, MemberData(nameof(Commands))]
    public void Pictures_AreWhatTheirCommandDraws(string command)
    {
        using var folder = new TemporaryFolder();
        Draw(command, folder);
        foreach (var picture in all.Where(picture => picture.Command == command))
        {
            var (shipped, drawn) = (Path.Combine(pictures, picture.Shipped), folder[picture.Drawn]);
            if (GoldenText.IsRenewed) File.Copy(drawn, shipped, overwrite: true);
            File.ReadAllBytes(shipped).AsSpan().SequenceEqual(File.ReadAllBytes(drawn)).ShouldBeTrue(
                $"{picture.Shipped} is not what {command} draws; UPDATE_GOLDEN=1 dotnet test Tests --filter PictureTests draws it again.");
        }
    }

    [Fact]
    public void EveryPicture_HasItsCommand() => Directory.GetFileSystemEntries(pictures).Select(Path.GetFileName)
        .ShouldBe(all.Select(picture => picture.Shipped), ignoreOrder: true);

    [Fact]
    public void EveryPicture_IsShownOnAPage_WithItsCommand()
    {
        foreach (var (shipped, page, command, _) in all)
        {
            var text = File.ReadAllText(Path.Combine(Scripts.Root, page));
            text.ShouldContain($"Scenarios/Pictures/{shipped})");
            if (command != ReadmeScript) text.ShouldContain(command);
        }
    }

    private static void Draw(string command, TemporaryFolder folder)
    {
        var (exitCode, output, error) = command == ReadmeScript ? RunReadmeScript(folder) : RunScript(command, folder);
        error.ShouldBeEmpty();
        exitCode.ShouldBe(0);
        output.ShouldContain(command == Claims ? "By the books alone" : "DPRK stops");
    }

    private static (int ExitCode, string Output, string Error) RunScript(string command, TemporaryFolder folder)
    {
        var words = command.Split(' ');
        return Scripts.Run(words[2], [.. words.Skip(4), "--out", folder.Path]);
    }

    /// <summary>Runs it from another folder than the one it is meant for, so that it leaves nothing behind there.</summary>
    private static (int ExitCode, string Output, string Error) RunReadmeScript(TemporaryFolder folder)
    {
        File.WriteAllText(folder["script.cs"], "#:property PublishAot=false\n" + ReadmeTests.Script
            .Replace("../", Scripts.Root + "/", StringComparison.Ordinal)
            .Replace("out/", folder.Path + "/", StringComparison.Ordinal));
        return Scripts.Run(folder["script.cs"]);
    }
}
