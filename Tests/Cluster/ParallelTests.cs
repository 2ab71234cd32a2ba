using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Supply.Tests.Cluster;

/// <summary>Parts on one machine: GNU parallel, and parts that are killed or asked to end.</summary>
[Collection(nameof(Study))]
public sealed partial class ParallelTests(Study study)
{
    [Fact]
    public void Parallel_RunsTheLineOfThePage()
    {
        Assert.SkipUnless(Shell.Has("parallel"), "GNU parallel is not on this machine.");
        var line = Line().Match(File.ReadAllText(Path.Combine(Shell.Root, "docs/cluster.md"))).Value;
        line.ShouldNotBeEmpty();
        var command = line.Replace("programs/dprk-share --replications 20000", Study.Command, StringComparison.Ordinal)
            .Replace("out/share", "parallel", StringComparison.Ordinal);
        Shell.Done(command, study.Folder);
        Shell.Digest(Shell.Done($"{Study.Command} --into parallel --merge", study.Folder)).ShouldBe(study.Digest);
    }

    /// <summary>Whenever a part is killed, what it leaves is nothing, or a part that is whole.</summary>
    [Fact]
    public void KilledParts_GoOn_AndAreTheSameStudy()
    {
        var random = new Random(20);
        for (var kill = 0; kill < (Shell.IsFull ? 100 : 5); kill++)
        {
            using var process = Shell.Start($"exec {Study.Part("killed", 1 + (kill % Study.Parts))}", study.Folder);
            if (!process.WaitForExit(random.Next(50, 1500))) process.Kill();
            process.WaitForExit();
        }

        foreach (var part in Enumerable.Range(1, Study.Parts).Reverse()) Shell.Done(Study.Part("killed", part), study.Folder);
        Shell.Done($"{Study.Command} --into killed --missing {Study.Parts}", study.Folder).ShouldBe("\n");
        Shell.Digest(Shell.Done($"{Study.Command} --into killed --merge", study.Folder)).ShouldBe(study.Digest);
    }

    [Theory]
    [InlineData("TERM")]
    [InlineData("HUP")]
    [InlineData("INT")]
    public void PartThatIsAskedToEnd_KeepsItsPanels_AndSaysSo(string signal)
    {
        var into = $"asked-{signal}";
        using var process = Shell.Start($"exec {Study.Command} --into {into} --part 1/1", study.Folder);
        while (!File.Exists(Path.Combine(study.Folder, into, "manifest.json")) && !process.HasExited) Thread.Sleep(5);
        Shell.Done($"kill -{signal} {process.Id}");
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.ShouldBe(75, error);
        error.ShouldContain("The same command goes on from there.");
        var (code, _, message) = Shell.Run($"{Study.Command} --into {into} --merge", study.Folder);
        code.ShouldBe(75);
        message.ShouldContain("Run the missing parts.");
        Shell.Done($"{Study.Command} --into {into} --partial", study.Folder).ShouldContain(" of 5 panels, ");
        Shell.Done($"{Study.Command} --into {into} --part 1/1", study.Folder);
        Shell.Digest(Shell.Done($"{Study.Command} --into {into} --merge", study.Folder)).ShouldBe(study.Digest);
    }

    /// <summary>Two processes with the same part, as after a node that seemed dead: both end well, and the part is there once.</summary>
    [Fact]
    public void Twins_LeaveOnePart()
    {
        using var first = Shell.Start($"exec {Study.Part("twins", 2)}", study.Folder);
        using var second = Shell.Start($"exec {Study.Part("twins", 2)}", study.Folder);
        foreach (var twin in new[] { first, second })
        {
            var error = twin.StandardError.ReadToEnd();
            twin.WaitForExit();
            twin.ExitCode.ShouldBe(0, error);
        }

        Directory.GetFiles(Path.Combine(study.Folder, "twins", "parts"), "*.part").Length.ShouldBe(1);
        Shell.Done($"{Study.Command} --into twins --missing {Study.Parts}", study.Folder).ShouldBe("1,3-5\n");
    }

    [Fact]
    public void PartsWithoutVectors_AreTheSame()
    {
        string[] settings = ["DOTNET_EnableHWIntrinsic=0", "DOTNET_EnableAVX512=0", "DOTNET_EnableAVX2=0", "", ""];
        foreach (var (setting, i) in settings.Select((setting, i) => (setting, i)))
        {
            Shell.Done($"{setting} {Study.Part("vectors", i + 1)}", study.Folder);
        }

        Shell.Digest(Shell.Done($"{Study.Command} --into vectors --merge", study.Folder)).ShouldBe(study.Digest);
    }

    /// <summary>The memory of a part does not grow with its replications.</summary>
    [Fact]
    public void TenMillionReplications_NeedLessThanAGibibyte()
    {
        Assert.SkipUnless(Shell.IsFull, "Takes minutes.");
        var command = Study.Command.Replace("17000", "10000000", StringComparison.Ordinal)
            .Replace("a.json", "short.json", StringComparison.Ordinal);
        var output = Shell.Done($"{command} --into many --part 1/1", study.Folder);
        int.Parse(Peak().Match(output).Groups[1].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture).ShouldBeLessThan(1024);
    }

    /// <summary>A limit on the size of a file is a full disk that needs no rights.</summary>
    [Fact]
    public void FullDisk_IsSaid_AndLeavesWhatIsWhole()
    {
        Shell.Done(Study.Part("full", 1), study.Folder);
        var before = Files("full");
        var (code, output, error) = Shell.Run(
            $"trap '' XFSZ; export DOTNET_EnableWriteXorExecute=0; ulimit -f 20; {Study.Part("full", 2)}", study.Folder);
        code.ShouldBe(74, output + error);
        error.ShouldStartWith("\"full/parts/0000004096-0000008192.part\" was not written: ");
        Files("full").ShouldBe(before);
        Shell.Done(Study.Part("full", 2), study.Folder);
        Shell.Done($"{Study.Command} --into full --missing {Study.Parts}", study.Folder).ShouldBe("3-5\n");
    }

    /// <summary>Where not even the folder of the study can be made, no other process is waited for.</summary>
    [Fact]
    public void FullDisk_BeforeTheFirstPart_IsSaidAtOnce()
    {
        var clock = Stopwatch.StartNew();
        var (code, output, error) = Shell.Run(
            $"trap '' XFSZ; export DOTNET_EnableWriteXorExecute=0; ulimit -f 1; {Study.Part("fuller", 1)}", study.Folder);
        code.ShouldBe(74, output + error);
        error.ShouldContain(" was not written: ");
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromMinutes(1));
    }

    /// <summary>In a folder that only others may write to.</summary>
    [Theory]
    [InlineData(true, 74, "\"locked-True/parts/0000004096-0000008192.part\" was not written: Access to the path its folder is denied.")]
    [InlineData(false, 2, "The folder of the study is \"locked-False\"; nothing can be written there")]
    public void ReadOnlyFolder_IsSaid(bool hasStudy, int expected, string message)
    {
        var into = $"locked-{hasStudy}";
        Shell.Done(hasStudy ? Study.Part(into, 1) : $"mkdir {into}", study.Folder);
        var before = Files(into);
        Shell.Done($"chmod -R a-w,a+rX {into}", study.Folder);
        var asAnother = Shell.Done("id -u") == "0\n" ? "setpriv --reuid=65534 --regid=65534 --clear-groups " : "";
        var (code, output, error) = Shell.Run($"{asAnother}{Study.Part(into, 2)}", study.Folder);
        code.ShouldBe(expected, output + error);
        error.ShouldStartWith(message);
        Files(into).ShouldBe(before);
        Shell.Done($"chmod -R u+w {into}", study.Folder);
    }

    [Theory]
    [InlineData("--part 3", "--part is \"3\"; it must be a part and their number, such as 3/64, counted from 1.")]
    [InlineData("--part 6/5 --into x", "--part is \"6/5\"; it must be a part and their number, such as 3/64, counted from 1.")]
    [InlineData("--part 1/5", "--part needs --into, the folder in which the study is kept.")]
    [InlineData("--merge --missing 3 --into x", "--missing and --merge exclude each other.")]
    [InlineData("--merge --into nowhere", "\"nowhere\" does not hold a study.")]
    public void Mistakes_AreNamed(string options, string message)
    {
        var (code, _, error) = Shell.Run($"{Study.Command} {options}", study.Folder);
        code.ShouldBe(2);
        error.ShouldStartWith(message);
    }

    [Fact]
    public void OtherSeed_IsAMistake()
    {
        Shell.Done(Study.Part("seed", 1), study.Folder);
        var (code, _, error) = Shell.Run($"{Study.Part("seed", 2)} --seed 7", study.Folder);
        code.ShouldBe(2);
        error.ShouldBe("seed holds another study: it has seed 2026 and not 7. Name another folder.\n");
    }

    /// <summary>The parts that the options ask for are missing, and not those that the folder was made for.</summary>
    [Fact]
    public void Missing_IsOfTheStudyOfTheOptions()
    {
        for (var part = 1; part <= 3; part++) Shell.Done(Study.Part("asked", part), study.Folder);
        var missing = $"--into asked --missing {Study.Parts}";
        Shell.Done($"{Study.Command} {missing}", study.Folder).ShouldBe("4-5\n");

        // Twice as many panels: a part has two of them, and three panels are there.
        Shell.Done($"{Study.Command.Replace("17000", "40960", StringComparison.Ordinal)} {missing}", study.Folder).ShouldBe("2-5\n");
        var (code, output, error) = Shell.Run($"{Study.Command} {missing} --seed 7", study.Folder);
        code.ShouldBe(2);
        output.ShouldBeEmpty();
        error.ShouldBe("asked holds another study: it has seed 2026 and not 7. Name another folder.\n");
    }

    /// <summary>Rows count as well: a part that lost a byte of them is missing, until its command has run again.</summary>
    [Fact]
    public void DamagedRows_AreRunAgainByTheirCommand()
    {
        for (var part = 1; part <= Study.Parts; part++) Shell.Done(Study.Part("damaged", part), study.Folder);
        var rows = Directory.GetFiles(Path.Combine(study.Folder, "damaged", "parts"), "0000004096-*.rows").ShouldHaveSingleItem();
        File.WriteAllBytes(rows, File.ReadAllBytes(rows)[..^1]);
        Shell.Done($"{Study.Command} --into damaged --missing {Study.Parts}", study.Folder).ShouldBe("2\n");
        Shell.Done(Study.Part("damaged", 2), study.Folder);
        Shell.Digest(Shell.Done($"{Study.Command} --into damaged --merge", study.Folder)).ShouldBe(study.Digest);
    }

    private string[] Files(string into) => [.. Directory.EnumerateFiles(Path.Combine(study.Folder, into), "*", SearchOption.AllDirectories)
        .Order(StringComparer.Ordinal).Select(file => $"{file} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)))}")];

    [GeneratedRegex("peak memory ([0-9,]+) MiB")]
    private static partial Regex Peak();

    [GeneratedRegex("^parallel --jobs.*$", RegexOptions.Multiline)]
    private static partial Regex Line();
}
