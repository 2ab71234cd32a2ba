using System.Runtime.Versioning;
using System.Text;
using Supply.Tests.House;

namespace Supply.Tests.Unit.Outputs;

public sealed class WholeFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Write_ReplacesAFile_AndLeavesNothingElse()
    {
        WholeFile.Write(folder["a/b/text.txt"], "one, and longer");
        WholeFile.Write(folder["a/b/text.txt"], ["zwö", "drei"]);
        File.ReadAllBytes(folder["a/b/text.txt"]).ShouldBe(Encoding.UTF8.GetBytes("zwö\ndrei\n"));
        Directory.EnumerateFileSystemEntries(folder["a/b"]).Count().ShouldBe(1);
    }

    [Fact]
    public void FailureHalfWay_LeavesTheFormerFile()
    {
        WholeFile.Write(folder["text.txt"], "former");
        static IEnumerable<string> Failing()
        {
            yield return new string('x', 100_000);
            throw new InvalidTimeZoneException("half-way");
        }

        Should.Throw<InvalidTimeZoneException>(() => WholeFile.Write(folder["text.txt"], Failing()));
        Should.Throw<IOException>(() => WholeFile.Write(folder["text.txt"], _ => throw new IOException("No space left on device.")))
            .Message.ShouldBe($"\"{folder["text.txt"]}\" was not written: No space left on device.");
        File.ReadAllText(folder["text.txt"]).ShouldBe("former");
        Directory.EnumerateFileSystemEntries(folder.Path).Count().ShouldBe(1);
    }

    /// <summary>A reader who opens the file at any time reads one of its contents, to the end.</summary>
    [Fact]
    public async Task Reader_NeverSeesAPart()
    {
        var path = folder["text.txt"];
        string Content(int i) => new((char)('a' + (i % 26)), 50_000 + i);
        WholeFile.Write(path, Content(0));
        var writing = Task.Run(() =>
        {
            for (var i = 1; i < 40; i++) WholeFile.Write(path, Content(i));
        }, TestContext.Current.CancellationToken);
        do
        {
            var text = File.ReadAllText(path);
            text.ShouldBe(Content(text.Length - 50_000));
        }
        while (!writing.IsCompleted);
        await writing;
    }

    /// <summary>Two writers of one file do not meet in one draft.</summary>
    [Fact]
    public void TwoWriters_LeaveTheFileOfOne()
    {
        Parallel.For(0, 40, i => WholeFile.Write(folder["text.txt"], new string((char)('a' + (i % 2)), 10_000 + (i % 2))));
        var text = File.ReadAllText(folder["text.txt"]);
        text.Distinct().Count().ShouldBe(1);
        text.Length.ShouldBe(10_000 + (text[0] - 'a'));
    }

    [Fact]
    public void Link_StaysALink()
    {
        File.WriteAllText(folder["target.txt"], "former");
        File.CreateSymbolicLink(folder["link.txt"], folder["target.txt"]);
        WholeFile.Write(folder["link.txt"], "new");
        new FileInfo(folder["link.txt"]).LinkTarget.ShouldNotBeNull();
        File.ReadAllText(folder["target.txt"]).ShouldBe("new");
    }

    [Fact]
    public void LongestName_CanBeWritten() => WholeFile.Write(folder[new string('n', 255)], "text");

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void Permissions_AreKept_AndDevicesStay()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Unix modes and devices.");
        File.WriteAllText(folder["text.txt"], "former");
        File.SetUnixFileMode(folder["text.txt"], UnixFileMode.UserRead | UnixFileMode.UserWrite);
        WholeFile.Write(folder["text.txt"], "new");
        File.GetUnixFileMode(folder["text.txt"]).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        WholeFile.Write("/dev/null", "text");
        new FileInfo("/dev/null").Length.ShouldBe(0);
    }

    [Fact]
    public void Folder_IsNotReplaced()
    {
        Directory.CreateDirectory(folder["name"]);
        Should.Throw<IOException>(() => WholeFile.Write(folder["name"], "text")).Message.ShouldContain("was not written");
        Directory.Exists(folder["name"]).ShouldBeTrue();
        Directory.EnumerateFileSystemEntries(folder.Path).Count().ShouldBe(1);
    }
}
