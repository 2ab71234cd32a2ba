using System.Diagnostics;
using Supply.Inference;
using Supply.Tests.House;
using Supply.Tests.Unit.Inference;

namespace Supply.Tests.Runs;

/// <summary>
/// A calibration that is killed goes on from its checkpoints to the posterior of one that was left alone, to the bit: the fit on
/// coarse steps and on the case's own, each witness left out, the validation by date.
/// </summary>
public sealed class KilledCalibrationTests : IDisposable
{
    private const string FolderOfChild = "SUPPLY_KILLED_CALIBRATION";

    private readonly TemporaryFolder folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    /// <summary>The run that the other test kills, in a process and a folder of its own.</summary>
    [Fact]
    public void AllStages_LeaveAPosterior()
    {
        var results = Environment.GetEnvironmentVariable(FolderOfChild) ?? folder["alone"];
        Directory.CreateDirectory(results);
        var checkpoint = Path.Combine(results, "checkpoint");
        var calibration = SmallWar.Calibration(SmallWar.Claims) with
        {
            Errors = new(),
            CoarseStepDays = 2,
            MostRounds = 2,
            Sampler = SmallWar.Sampler with { ParticlesPerPopulation = 64, MostLastMoves = 30 },
        };
        var posterior = calibration.Run(null, checkpoint, Token).LeaveOut(null, checkpoint + ".without", 8, Token);
        var foretold = Validation.ByDate(posterior, new(2024, 3, 5), null, checkpoint + ".before", cancellation: Token);
        posterior.Save(Path.Combine(results, "posterior"));
        File.WriteAllText(Path.Combine(results, "validation"),
            string.Join('\n', foretold.Rows.Select(row => $"{row.Claim.Id} {row.Score:R}")));
        File.ReadAllLines(Path.Combine(results, "validation")).Length.ShouldBeGreaterThan(1);
    }

    [Fact]
    public void KilledAtAnyMoment_EndsWithTheSameBits()
    {
        Directory.CreateDirectory(folder["whole"]);
        var clock = Stopwatch.StartNew();
        RunToItsEnd(folder["whole"]);
        var whole = clock.Elapsed;
        var expected = Results(folder["whole"]);

        var (moments, stages, ends) = (new Random(13), new Dictionary<string, int>(), 0);
        var left = folder["killed"];
        Directory.CreateDirectory(left);
        for (var kill = 0; kill < Matrix.Cases(5, 100); kill++)
        {
            using var process = Start(left);
            var isKilled = !process.WaitForExit(whole * moments.NextDouble());
            process.Kill();
            process.WaitForExit();
            if (isKilled)
            {
                var stage = Stage(left);
                stages[stage] = stages.GetValueOrDefault(stage) + 1;
            }
            else
            {
                End(process);
                Restart();
            }
        }

        RunToItsEnd(left);
        Restart();
        var counts = string.Join(", ", stages.Select(stage => $"{stage.Key}: {stage.Value}"));
        TestContext.Current.TestOutputHelper?.WriteLine($"{ends} ends; killed with {counts}; {whole.TotalSeconds:F1} s alone");

        // What it left is compared, and the next kills begin with nothing.
        void Restart()
        {
            Results(left).ShouldBe(expected);
            foreach (var file in Directory.EnumerateFiles(left)) File.Delete(file);
            ends++;
        }
    }

    /// <summary>The last stage of which a file is left.</summary>
    private static string Stage(string folder)
    {
        string[] files = [.. Directory.EnumerateFiles(folder).Select(Path.GetFileName)!];
        bool IsThere(string start) => files.Any(file => file.StartsWith(start, StringComparison.Ordinal));
        return IsThere("posterior") ? "its posterior" : IsThere("checkpoint.before") ? "the validation by date"
            : IsThere("checkpoint.without") ? "a witness left out" : IsThere("checkpoint") ? "the fit" : "nothing";
    }

    private static string[] Results(string folder) =>
    [
        Convert.ToHexString(File.ReadAllBytes(Path.Combine(folder, "posterior"))), File.ReadAllText(Path.Combine(folder, "validation")),
    ];

    private static void RunToItsEnd(string folder)
    {
        using var process = Start(folder);
        End(process);
    }

    private static void End(Process process)
    {
        var (exitCode, output, error) = BuiltScript.End(process);
        exitCode.ShouldBe(0, output + error);
    }

    private static Process Start(string folder) => Process.Start(new ProcessStartInfo(
        "dotnet",
        [
            typeof(KilledCalibrationTests).Assembly.Location, "-method",
            $"*{nameof(KilledCalibrationTests)}.{nameof(AllStages_LeaveAPosterior)}",
        ])
    {
        RedirectStandardOutput = true, RedirectStandardError = true, Environment = { [FolderOfChild] = folder },
    })!;
}
