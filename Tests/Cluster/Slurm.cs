using System.Diagnostics;
using System.Globalization;

namespace Supply.Tests.Cluster;

/// <summary>
/// A batch system of four nodes of one processor each on this machine: munge, a controller and four node daemons, without systemd,
/// control groups and a database. Needs to be root.
/// </summary>
internal sealed class Slurm : IDisposable
{
    private const int Nodes = 4;
    private readonly string folder;
    private readonly List<Process> daemons = [];
    private readonly Process?[] nodes = new Process?[Nodes];

    public Slurm()
    {
        // Munge refuses sockets in folders that others cannot enter.
        folder = Directory.CreateTempSubdirectory("supply-slurm-").FullName;
        Shell.Done($"chmod 755 '{folder}' && cd '{folder}' && mkdir state log munge spool && chmod 755 munge "
            + "&& dd if=/dev/urandom of=munge/key bs=128 count=1 status=none && chmod 600 munge/key");
        File.WriteAllText(Configuration, Settings());
        daemons.Add(Daemon("munged", $"--foreground --key-file={folder}/munge/key --socket={folder}/munge/socket "
            + $"--pid-file={folder}/munge/pid --log-file={folder}/munge/log --seed-file={folder}/munge/seed"));
        Until("the credential service answers", () => Shell.Run($"munge -S {folder}/munge/socket -n").ExitCode == 0);
        daemons.Add(Daemon("slurmctld", $"-D -c -f {Configuration}"));
        for (var i = 0; i < Nodes; i++) StartNode(i);
        Until("all nodes are idle", () => Run("sinfo -h -t idle -o %D").Output.Trim() == $"{Nodes}");
    }

    private string Configuration => Path.Combine(folder, "slurm.conf");

    /// <summary>Runs a command that talks to the batch system.</summary>
    public (int ExitCode, string Output, string Error) Run(string command, string? where = null) =>
        Shell.Run($"export SLURM_CONF='{Configuration}'; {command}", where);

    /// <summary>Waits until no job is left.</summary>
    public void UntilNoJob() => Until("no job is left", () => Run("squeue -h").Output.Trim().Length == 0);

    /// <summary>The number, from 0, of a node that runs something.</summary>
    public int BusyNode()
    {
        var busy = "";
        Until("a job runs", () => (busy = Run("squeue -h -t running -o %N").Output.Trim()).Length > 0);
        return int.Parse(busy.Split('\n')[0].Trim()[1..], CultureInfo.InvariantCulture) - 1;
    }

    /// <summary>The node dies with all that it runs, or, as a zombie, only its daemon: what it runs goes on.</summary>
    public void Kill(int node, bool zombie)
    {
        var process = nodes[node]!;
        if (!zombie)
        {
            var jobs = Run($"squeue -h -t running -w n{node + 1} -o %A").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            foreach (var job in jobs)
            {
                // The step of the job, the script that is its child, and the program that is the child of that.
                Shell.Run($"for step in $(pgrep -f '^slurmstepd: .{job.Trim()}[.]'); do "
                    + "for script in $(pgrep -P $step); do kill -9 $step $script $(pgrep -P $script); done; done");
            }
        }

        process.Kill();
        process.WaitForExit();
        Run($"scontrol update NodeName=n{node + 1} State=DOWN Reason=killed");
    }

    public void StartNode(int node)
    {
        nodes[node] = Daemon("slurmd", $"-D -N n{node + 1} -f {Configuration}");
        Run($"scontrol update NodeName=n{node + 1} State=RESUME");
    }

    public void Until(string what, Func<bool> isTrue)
    {
        var clock = Stopwatch.StartNew();
        while (!isTrue())
        {
            if (clock.Elapsed > TimeSpan.FromMinutes(30)) throw new TimeoutException($"Waited for ever until {what}:\n{Logs()}");
            Thread.Sleep(200);
        }
    }

    public void Dispose()
    {
        Run("scancel --user=root");
        foreach (var process in nodes.OfType<Process>().Concat(Enumerable.Reverse(daemons)))
        {
            if (!process.HasExited) Shell.Run($"kill {process.Id}");
            if (!process.WaitForExit(10_000)) process.Kill(entireProcessTree: true);
            process.Dispose();
        }

        Directory.Delete(folder, recursive: true);
    }

    private static Process Daemon(string program, string arguments) =>
        Process.Start(new ProcessStartInfo("setsid", ["--wait", "bash", "-c", $"exec {program} {arguments} >/dev/null 2>&1"]))!;

    private string Logs() => Shell.Run($"squeue; sinfo -N; tail -n 20 {folder}/log/*").Output;

    private string Settings()
    {
        var host = Environment.MachineName;
        return $"""
            ClusterName=supply
            SlurmctldHost={host}(127.0.0.1)
            SlurmUser=root
            SlurmdUser=root
            SlurmctldPort=17617
            AuthType=auth/munge
            AuthInfo=socket={folder}/munge/socket
            CredType=cred/munge
            StateSaveLocation={folder}/state
            SlurmdSpoolDir={folder}/spool/%n
            SlurmctldPidFile={folder}/log/slurmctld.pid
            SlurmdPidFile={folder}/log/slurmd.%n.pid
            SlurmctldLogFile={folder}/log/slurmctld
            SlurmdLogFile={folder}/log/slurmd.%n
            ProctrackType=proctrack/linuxproc
            TaskPlugin=task/none
            JobAcctGatherType=jobacct_gather/none
            AccountingStorageType=accounting_storage/none
            JobCompType=jobcomp/none
            SelectType=select/cons_tres
            SelectTypeParameters=CR_Core
            SchedulerType=sched/backfill
            SchedulerParameters=batch_sched_delay=1,sched_interval=2
            MpiDefault=none
            ReturnToService=2
            KillWait=5
            SlurmdTimeout=30
            JobRequeue=1
            SlurmdParameters=config_overrides
            NodeName=n[1-{Nodes}] NodeHostname={host} NodeAddr=127.0.0.1 Port=[17621-{17620 + Nodes}] CPUs=1 RealMemory=5000 State=UNKNOWN
            PartitionName=main Nodes=n[1-{Nodes}] Default=YES MaxTime=INFINITE State=UP

            """;
    }
}
