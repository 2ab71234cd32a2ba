using System.Text.RegularExpressions;

namespace Supply.Tests.Cluster;

/// <summary>Array jobs of a real batch system on this machine.</summary>
[Collection(nameof(Study))]
public sealed partial class SlurmTests(Study study)
{
    /// <summary>The commands of the page exactly as they are written, in a copy of the project; one of the parts gets lost.</summary>
    [Fact]
    public void Page_IsTrue()
    {
        using var slurm = Start();
        var commands = Commands().Match(File.ReadAllText(Path.Combine(Shell.Root, "docs/cluster.md"))).Groups[1].Value
            .Split('\n', StringSplitOptions.RemoveEmptyEntries);
        commands.Length.ShouldBe(5);
        Shell.Done($"git clone -q '{Shell.Root}' project", study.Folder);
        var project = Path.Combine(study.Folder, "project");
        var (publish, array, missing, again, merge) = (commands[0], commands[1], commands[2], commands[3], commands[4]);
        Done(publish);
        Done(array);
        slurm.UntilNoJob();
        Done(missing).ShouldBe("\n");

        // Without missing parts the fourth command is not needed, and does no harm.
        Done(again);
        slurm.UntilNoJob();
        var digest = Shell.Digest(Done(merge));
        File.Delete(Directory.GetFiles(Path.Combine(project, "out/share/parts"), "0000004096-*.part").ShouldHaveSingleItem());
        Done(missing).ShouldBe("2\n");
        Done(again);
        slurm.UntilNoJob();
        Shell.Digest(Done(merge)).ShouldBe(digest);

        string Done(string command)
        {
            var (code, output, error) = slurm.Run(command, project);
            code.ShouldBe(0, $"{command}\n{output}\n{error}");
            return output;
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
