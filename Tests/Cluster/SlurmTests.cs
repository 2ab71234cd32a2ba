using System.Text.RegularExpressions;

namespace Supply.Tests.Cluster;

/// <summary>Array jobs of a real batch system on this machine.</summary>
[Collection(nameof(Study))]
public sealed partial class SlurmTests(Study study)
{
    /// <summary>The commands of the page as they are written, in a copy of the project, with fewer replications of fewer days.</summary>
    [Fact]
    public void Page_IsTrue()
    {
        using var slurm = Start();
        var commands = Commands().Match(File.ReadAllText(Path.Combine(Shell.Root, "docs/cluster.md"))).Groups[1].Value
            .Split('\n', StringSplitOptions.RemoveEmptyEntries);
        commands.Length.ShouldBe(5);
        Shell.Done($"git clone -q '{Shell.Root}' project", study.Folder);
        var project = Path.Combine(study.Folder, "project");

        // The same script, on a study that takes no hours.
        foreach (var (command, i) in commands.Select((command, i) => (command, i)))
        {
            var (code, output, error) = slurm.Run(
                command.Replace("--replications 20000", "--short", StringComparison.Ordinal), project);
            if (i == 3)
            {
                // Nothing is missing, and there is no array of no parts.
                code.ShouldNotBe(0);
                continue;
            }

            code.ShouldBe(0, $"{command}\n{output}\n{error}");
            if (i == 1) slurm.UntilNoJob();
            if (i == 2) output.ShouldBe("\n");
            if (i == 4) output.ShouldContain("digest ");
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void NodeThatDies_LosesNothing(bool zombie)
    {
        using var slurm = Start();
        var into = $"node-{zombie}";
        Submit(slurm, into);
        var node = slurm.BusyNode();
        slurm.Kill(node, zombie);
        Thread.Sleep(2000);
        slurm.StartNode(node);
        slurm.UntilNoJob();
        if (zombie)
        {
            // What goes on without its node ends by itself, next to its twin that was queued again.
            slurm.Until("the zombie has ended", () => Shell.Run($"pgrep -f -- '--into {into} --part'").ExitCode != 0);
        }

        Shell.Done($"{Study.Command} --into {into} --missing {Study.Parts}", study.Folder).ShouldBe("\n");
        Shell.Digest(Shell.Done($"{Study.Command} --into {into} --merge", study.Folder)).ShouldBe(study.Digest);
    }

    /// <summary>A mistake is not queued again.</summary>
    [Fact]
    public void Mistake_EndsTheJob()
    {
        using var slurm = Start();
        Submit(slurm, "mistake", "--seed minus");
        slurm.UntilNoJob();
        Directory.Exists(Path.Combine(study.Folder, "mistake")).ShouldBeFalse();
    }

    private void Submit(Slurm slurm, string into, string options = "")
    {
        var script = Path.Combine(Shell.Root, "Scenarios/Cluster/part.sbatch");
        var (code, output, error) = slurm.Run(
            $"sbatch --array=1-{Study.Parts} '{script}' {into} {Study.Parts} {Study.Command} {options}", study.Folder);
        code.ShouldBe(0, output + error);
    }

    private static Slurm Start()
    {
        Assert.SkipUnless(Shell.IsFull, "A batch system is started by .ci/full.");
        Assert.SkipUnless(Shell.Has("slurmctld") && Shell.Has("munged"), "Slurm is not on this machine.");
        return new Slurm();
    }

    [GeneratedRegex(@"Five commands.*?```\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Commands();
}
