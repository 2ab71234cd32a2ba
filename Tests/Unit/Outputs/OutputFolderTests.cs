using System.Text;
using Supply.Outputs;
using Supply.Tests.House;

namespace Supply.Tests.Unit.Outputs;

public sealed class OutputFolderTests : IDisposable
{
    private readonly TemporaryFolder temporary = new();

    private string Folder => temporary["o"];

    public void Dispose() => temporary.Dispose();

    [Fact]
    public void Finish_ReplacesExactlyTheFilesOfTheRunBefore()
    {
        Write("first", "a.csv", "b.csv");
        File.WriteAllText(Path.Combine(Folder, "notes.txt"), "foreign");
        Write("second", "b.csv", "c.csv");
        Files().ShouldBe(["b.csv", "c.csv", "manifest.json", "notes.txt"]);
        Text("b.csv").ShouldBe("b.csv of second");
        Text("notes.txt").ShouldBe("foreign");
        var manifest = Manifest.Read(Folder)!;
        manifest.Command.ShouldBe("second");
        manifest.Seed.ShouldBe(7ul);
        manifest.Numbers.ShouldBe(Release.Numbers);
        manifest.Differences(Folder).ShouldBeEmpty();
    }

    [Fact]
    public void ForeignFileWithAName_OfTheResult_IsKept()
    {
        Directory.CreateDirectory(Folder);
        foreach (var name in new[] { "a.csv", "a.kept.csv" }) File.WriteAllText(Path.Combine(Folder, name), "foreign");
        using (var folder = OutputFolder.Open(Folder))
        {
            folder.Write("a.csv", "own");
            folder.Finish(new("command", []));
            folder.Kept.ShouldBe(["a.kept-2.csv"]);
        }

        Text("a.csv").ShouldBe("own");
        Text("a.kept-2.csv").ShouldBe("foreign");
        Text("a.kept.csv").ShouldBe("foreign");
    }

    [Fact]
    public void WithoutFinish_TheResultBeforeRemains_AndANewFolderIsGone()
    {
        OutputFolder.Open(Folder).Dispose();
        Directory.Exists(Folder).ShouldBeFalse();
        Write("first", "a.csv");
        using (var folder = OutputFolder.Open(Folder)) folder.Write("a.csv", "half");
        Files().ShouldBe(["a.csv", "manifest.json"]);
        Manifest.Read(Folder)!.Differences(Folder).ShouldBeEmpty();
        Text("a.csv").ShouldBe("a.csv of first");
    }

    [Fact]
    public void SecondRun_IsRefused_UntilTheFirstEnds()
    {
        using (OutputFolder.Open(Folder))
        {
            Should.Throw<IOException>(() => OutputFolder.Open(Folder, "--out")).Message.ShouldBe(
                $"--out is \"{Folder}\"; another run is writing there. Wait until it ends, or name another folder.");
            using var part = OutputFolder.Open(Folder, part: "one");
            using var other = OutputFolder.Open(Folder, part: "two");
            Should.Throw<IOException>(() => OutputFolder.Open(Folder, part: "two"));
        }

        OutputFolder.Open(Folder).Dispose();
    }

    /// <summary>The lock file is deleted at the end, so a taker may hold one that is no longer there; it must notice.</summary>
    [Fact]
    public void Lock_HasOneHolderAtATime()
    {
        var (path, holders, most, taken) = (temporary["lock"], 0, 0, 0);
        Parallel.For(0, 8, _ =>
        {
            for (var i = 0; i < 400; i++)
            {
                using var held = FolderLock.Take(path);
                if (held is null) continue;
                var now = Interlocked.Increment(ref holders);
                if (now > Volatile.Read(ref most)) Volatile.Write(ref most, now);
                Interlocked.Increment(ref taken);
                Thread.Yield();
                Interlocked.Decrement(ref holders);
            }
        });
        most.ShouldBe(1);
        taken.ShouldBeGreaterThan(8);
        File.Exists(path).ShouldBeFalse();
    }

    /// <summary>Every state that an interrupted end can leave: the next run completes it first, and no foreign file is lost.</summary>
    [Fact]
    public void InterruptedEnd_IsCompletedByTheNextRun()
    {
        for (var done = 0; done <= 4; done++)
        {
            Write("first", "a.csv", "b.csv");
            File.WriteAllText(Path.Combine(Folder, "notes.txt"), "foreign");
            var drafts = Path.Combine(Folder, ".supply-drafts");
            WriteInto(temporary["made"], "second", "b.csv", "c.csv");
            Directory.Move(temporary["made"], drafts);

            // The end in the order of its steps: the former manifest first, then files of either result.
            if (done > 0) File.Move(Path.Combine(Folder, "manifest.json"), Path.Combine(drafts, ".former"));
            if (done > 1) File.Delete(Path.Combine(Folder, "a.csv"));
            if (done > 2) File.Move(Path.Combine(drafts, "b.csv"), Path.Combine(Folder, "b.csv"), overwrite: true);
            if (done > 3) File.Move(Path.Combine(drafts, "c.csv"), Path.Combine(Folder, "c.csv"), overwrite: true);
            (Manifest.Read(Folder) is null).ShouldBe(done > 0);

            OutputFolder.Open(Folder).Dispose();
            Files().ShouldBe(["b.csv", "c.csv", "manifest.json", "notes.txt"]);
            var manifest = Manifest.Read(Folder)!;
            manifest.Command.ShouldBe("second");
            manifest.Differences(Folder).ShouldBeEmpty();
            Directory.Delete(Folder, recursive: true);
        }
    }

    [Fact]
    public void DraftsOfAKilledRun_AreDropped()
    {
        Write("first", "a.csv");
        Directory.CreateDirectory(Path.Combine(Folder, ".supply-drafts"));
        File.WriteAllText(Path.Combine(Folder, ".supply-drafts", "a.csv"), "half");
        File.WriteAllText(Path.Combine(Folder, ".supply-lock"), "");
        Write("second", "b.csv");
        Files().ShouldBe(["b.csv", "manifest.json"]);
    }

    [Fact]
    public void UnusableFolders_AreRefused_WithAReason()
    {
        string Message(string path) => Should.Throw<ArgumentException>(() => OutputFolder.Open(path, "--out")).Message;
        Message("").ShouldBe("--out is \"\"; it must name a folder.");
        Message("  ").ShouldBe("--out is \"  \"; it must name a folder.");
        File.WriteAllText(temporary["file"], "");
        Message(temporary["file"]).ShouldBe($"--out is \"{temporary["file"]}\"; that is a file, and it must name a folder.");
        Message(temporary["file/in"]).ShouldStartWith($"--out is \"{temporary["file/in"]}\"; nothing can be written there: ");
        Message("a\0b").ShouldContain("cannot contain the character 0");
        if (OperatingSystem.IsLinux()) Message("/proc/nope").ShouldStartWith("--out is \"/proc/nope\"; nothing can be written there: ");
        Directory.CreateDirectory(Folder);
        File.WriteAllText(Path.Combine(Folder, "manifest.json"), "{ \"name\": \"an app\" }");
        Message(Folder).ShouldContain("its manifest.json is not that of a result, or it is damaged.");
        Files().ShouldBe(["manifest.json"]);
    }

    /// <summary>A full disk is not a mistake of the analyst: the same command may do later.</summary>
    [Fact]
    public void DiskThatFails_IsNoMistake_AndAWrongPathIs()
    {
        // No room, no more of it for this user, input or output that fails; on Windows a full disk.
        foreach (var number in new[] { 28, 122, 5, unchecked((int)0x80070070) })
        {
            OutputFolder.IsAMistake(new IOException("words of the system", number)).ShouldBeFalse($"{number}");
        }

        // A file of that name, a file in the path, a disk that is only read; no permission; no such folder; too long.
        foreach (var number in new[] { 17, 20, 30 })
        {
            OutputFolder.IsAMistake(new IOException("words of the system", number)).ShouldBeTrue($"{number}");
        }

        Exception[] mistakes = [new UnauthorizedAccessException(), new DirectoryNotFoundException(), new PathTooLongException()];
        mistakes.ShouldAllBe(mistake => OutputFolder.IsAMistake(mistake));
    }

    [Theory]
    [InlineData("../a.csv")]
    [InlineData("sub/a.csv")]
    [InlineData("sub\\a.csv")]
    [InlineData("..")]
    [InlineData("")]
    [InlineData("manifest.json")]
    [InlineData(".supply-lock")]
    public void NamesThatLeadElsewhere_AreRefused(string name)
    {
        using var folder = OutputFolder.Open(Folder);
        Should.Throw<ArgumentException>(() => folder[name]);
        var json = new Manifest("command", [new(name, 0, "")]).ToJson();
        Should.Throw<InvalidDataException>(() => Manifest.Parse(Encoding.UTF8.GetBytes(json), "m"));
    }

    [Fact]
    public void Manifest_IsReadAsWritten_AndFindsChanges()
    {
        Write("first", "a.csv", "b.csv");
        var manifest = Manifest.Read(Folder)!;
        (Manifest.Parse(Encoding.UTF8.GetBytes(manifest.ToJson()), "m") == manifest).ShouldBeTrue();
        var drawn = manifest with { Seed = null, Replications = 12, IsComplete = false, Command = "say \"ö\" <b>" };
        (Manifest.Parse(Encoding.UTF8.GetBytes(drawn.ToJson()), "m") == drawn).ShouldBeTrue();
        File.Delete(Path.Combine(Folder, "a.csv"));
        File.AppendAllText(Path.Combine(Folder, "b.csv"), "x");
        manifest.Differences(Folder).ShouldBe(["a.csv is missing.", "b.csv was changed: it has 15 bytes, at first 14."]);
    }

    /// <summary>Every beginning of the file, and single characters changed: a manifest, or a word on what is wrong.</summary>
    [Fact]
    public void DamagedManifests_AreRefused()
    {
        var text = new Manifest("command", [new("a.csv", 3, "00")]) { Seed = 5, Replications = 2 }.ToJson();
        for (var i = 0; i < text.Length; i++)
        {
            foreach (var damaged in new[] { text[..i], text[..i] + "\"" + text[(i + 1)..], text[..i] + "-" + text[(i + 1)..] })
            {
                try
                {
                    Manifest.Parse(Encoding.UTF8.GetBytes(damaged), "m");
                }
                catch (InvalidDataException refused)
                {
                    refused.Message.ShouldBe("m is not the manifest of a result, or it is damaged.");
                }
            }
        }
    }

    private void Write(string command, params string[] names) => WriteInto(Folder, command, names);

    private static void WriteInto(string path, string command, params string[] names)
    {
        using var folder = OutputFolder.Open(path);
        foreach (var name in names) folder.Write(name, $"{name} of {command}");
        folder.Finish(new(command, []) { Seed = 7, Replications = 3 });
    }

    private string Text(string name) => File.ReadAllText(Path.Combine(Folder, name));

    private string?[] Files() => [.. Directory.EnumerateFileSystemEntries(Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal)];
}
