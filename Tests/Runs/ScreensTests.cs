using System.Diagnostics;
using System.Text.RegularExpressions;
using Supply.Studies;
using Supply.Tests.House;

namespace Supply.Tests.Runs;

/// <summary>
/// Scripts write for the screen that they have: nothing but text where none is, no colours anywhere, and the same lines on a terminal as
/// in a pipe, once its live line is gone.
/// </summary>
[Collection(nameof(Scripts))]
public sealed partial class ScreensTests : IDisposable
{
    private const string ClearLine = "\r\u001b[K";

    private readonly TemporaryFolder folder = new();

    private string Out => folder["o"];

    public ScreensTests() => Assert.SkipUnless(OperatingSystem.IsLinux(), "A terminal is made by a program of Linux.");

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("xterm-256color", null)]
    [InlineData(null, "1")]
    public void Pipe_TakesTextAlone(string? terminal, string? noColor)
    {
        var (exitCode, output) = Piped(Run(), terminal, noColor);
        exitCode.ShouldBe(0, output);
        Controls(output).ShouldBeEmpty();
        Piped(Mistaken(), terminal, noColor).ShouldBe((2, TooMany));
    }

    [Theory]
    [InlineData("xterm-256color", null, true)]
    [InlineData("xterm-256color", "1", true)]
    [InlineData("dumb", null, false)]
    [InlineData("", null, false)]
    public void Terminal_ShowsTheLinesOfAPipe_AndLeavesNoneBehind(string terminal, string? noColor, bool overwrites)
    {
        var (exitCode, screen) = OnATerminal(Run(), terminal, noColor);
        exitCode.ShouldBe(0, screen);
        screen.Contains(ClearLine, StringComparison.Ordinal).ShouldBe(overwrites);
        var seen = Seen(screen);
        Controls(seen).ShouldBeEmpty();
        Timeless(seen).ShouldBe(Timeless(Piped(Run(), terminal, noColor).Output));
        if (!overwrites) Controls(screen).ShouldBeEmpty();
        (exitCode, screen) = OnATerminal(Mistaken(), terminal, noColor);
        (exitCode, Seen(screen)).ShouldBe((2, TooMany));
    }

    /// <summary>
    /// The screen breaks no line of an answer, and so no number: sentences are broken between words, and columns of its table follow below.
    /// </summary>
    [Theory]
    [InlineData(99)]
    [InlineData(80)]
    [InlineData(60)]
    [InlineData(40)]
    public void NarrowTerminal_BreaksAnswersBetweenWords(int columns)
    {
        var (exitCode, screen) = OnATerminal(Run(), "xterm-256color", null, columns);
        exitCode.ShouldBe(0, screen);
        var (narrow, wide) = (AnswerIn(Seen(screen)), AnswerIn(Piped(Run(), "xterm-256color", null).Output));
        narrow.Split('\n').Max(TextTable.Length).ShouldBeLessThanOrEqualTo(Math.Max(60, columns), narrow);
        wide.Split('\n').Max(TextTable.Length).ShouldBeInRange(81, Answer.Width, wide);
        Numbers(wide).Except(Numbers(narrow)).ShouldBeEmpty(narrow);
        foreach (var word in wide.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) narrow.ShouldContain(word);
    }

    /// <summary>A letter of East Asia takes two columns: a live line of them that is too long would leave its beginning behind.</summary>
    [Fact]
    public void LiveLine_OfWideLetters_FitsTheTerminal()
    {
        var plain = ScenarioFile.Read(SmallFile.Write(folder["a.json"])).Baseline;
        new ScenarioFile(plain)
        {
            Scenarios = [plain.With(string.Concat(Enumerable.Repeat("砲弾", 20)), new CapacityChange("Plant", new(2024, 6, 1), 0.5))],
        }.Save(folder["b.json"]);
        var (exitCode, screen) = OnATerminal(
            BuiltScript.Run.Command(folder["b.json"], "--replications", "400", "--threads", "1", "--out", Out), "xterm-256color", null, 60);
        exitCode.ShouldBe(0, screen);
        string[] live = [.. Keypad().Replace(screen, "").Split(ClearLine)
            .Where(line => line.Contains("replications/s", StringComparison.Ordinal) && !line.Contains('\n', StringComparison.Ordinal))];
        live.ShouldContain(line => line.Contains('砲'));
        live.Max(TextTable.Length).ShouldBeLessThan(60);
    }

    /// <summary>A reader that leaves early, of results or of the list of options, ends nothing and is not a fault.</summary>
    [Theory]
    [InlineData("--help")]
    [InlineData("--tables")]
    public void ReaderThatLeaves_IsNoFault(string option)
    {
        var file = SmallFile.Write(folder["a.json"], scenarios: 6);
        foreach (var reader in new[] { "head -n 1", "true" })
        {
            var (exitCode, output, error) = BuiltScript.Run.Shell(
                $"'{file}' --replications 20 --out '{Out}' {option} | {reader}; exit ${{PIPESTATUS[0]}}");
            exitCode.ShouldBe(0, error);
            Controls(output + error).ShouldBeEmpty();
            error.ShouldNotContain("   at ");
            error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBeLessThanOrEqualTo(1, error);
        }
    }

    private const string TooMany = "--replications is \"1e4\"; it must be a whole number in 1..2000000000.\n"
        + "--seed is \"-1\"; it must be a whole number in 0..18446744073709551615.\n";

    private string Run() => BuiltScript.Run.Command(
        SmallFile.Write(folder["a.json"], scenarios: 3), "--replications", "400", "--threads", "1", "--out", Out);

    private string Mistaken() => BuiltScript.Run.Command(
        SmallFile.Write(folder["a.json"]), "--replications", "1e4", "--seed", "-1", "--out", Out);

    private static (int ExitCode, string Output) Piped(string command, string? terminal, string? noColor) =>
        End("bash", ["-c", command + " 2>&1"], terminal, noColor);

    // Ends a line by two characters, as a terminal does. Unless it is told, a terminal that nobody looks at has no columns.
    private static (int ExitCode, string Output) OnATerminal(string command, string? terminal, string? noColor, int columns = Answer.Width)
    {
        string[] words = ["--quiet", "--return", "--command", $"stty columns {columns}; {command}", "/dev/null"];
        var (exitCode, screen) = End("script", words, terminal, noColor);
        return (exitCode, screen.Replace("\r\n", "\n", StringComparison.Ordinal));
    }

    private static (int ExitCode, string Output) End(string program, string[] arguments, string? terminal, string? noColor)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        foreach (var (name, value) in new[] { ("TERM", terminal), ("NO_COLOR", noColor) })
        {
            start.Environment.Remove(name);
            if (value is not null) start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var (exitCode, output, error) = BuiltScript.End(process);
        error.ShouldBeEmpty();
        return (exitCode, output);
    }

    /// <summary>Characters of control other than ends of lines.</summary>
    private static IEnumerable<char> Controls(string text) => text.Where(letter => char.IsControl(letter) && letter != '\n').Distinct();

    /// <summary>The screen in the end: of each line the part after the place where it was last cleared.</summary>
    private static string Seen(string screen) =>
        string.Join('\n', Keypad().Replace(screen, "").Split('\n').Select(line => line.Split(ClearLine)[^1]));

    private static IEnumerable<string> Numbers(string text) => Number().Matches(text).Select(match => match.Value);

    /// <summary>The lines of a script between those of its run and those about its files.</summary>
    private static string AnswerIn(string text)
    {
        const string run = " MiB.\n";
        return text[(text.LastIndexOf(run, StringComparison.Ordinal) + run.Length)..].Split("\nFigures and tables", 2)[0];
    }

    /// <summary>Without what differs from run to run.</summary>
    private static string Timeless(string text) => Measured().Replace(text, "#");

    // Sent to a terminal that has a keypad, before its size is read and at the end.
    [GeneratedRegex(@"\u001b\[\?1[hl]\u001b[=>]")]
    private static partial Regex Keypad();

    [GeneratedRegex(@"\d[\d,.]*")]
    private static partial Regex Number();

    [GeneratedRegex(@"\d+\.\d s\b|\d+ MiB")]
    private static partial Regex Measured();
}
