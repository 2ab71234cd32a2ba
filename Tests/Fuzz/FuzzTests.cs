using System.Text.RegularExpressions;
using Supply.Evidence;
using Supply.Inference;
using Supply.Tests.House;
using Supply.Tests.Invalid;
using Supply.Tests.Unit.Inference;

namespace Supply.Tests.Fuzz;

/// <summary>
/// Spoilt files of every kind: each is refused in words, with a place, or gives sound results, and nothing else happens. By default
/// 11,000 in all; in full 100,000 over small files and 1,000 over the shipped case.
/// </summary>
public sealed partial class FuzzTests
{
    private const int MostCells = 4_000;

    private static readonly string[] small =
    [
        new ScenarioFile(InvalidScenarios.Full(0.25) with { Horizon = Horizon.Dated(new(2024, 5, 20), new(2024, 6, 18)) }).ToJson(),
        """
        { "format": "supply-scenario/1", "name": "Two sides", "networks": [
          { "name": "A", "parts": [
            { "kind": "stockpile", "name": "Depot", "opening": [{ "calibre": "152 mm", "origin": "Russia", "amount": { "value": 900, "unit":
              "rounds" } }] },
            { "kind": "productionLine", "name": "Line", "calibre": "152 mm", "origin": "Russia", "to": "Depot",
              "capacity": { "value": { "uniform": [5, 9] }, "unit": "rounds/day" } },
            { "kind": "consumer", "name": "Guns", "at": "Depot", "demands": [{ "calibre": "152 mm", "required": { "value": 30, "unit":
              "rounds/day" } }] }] },
          { "name": "B", "parts": [{ "kind": "stockpile", "name": "Depot" }] }],
          "horizon": { "start": "2024-01-01", "end": "2024-02-10" },
          "scenarios": [{ "name": "Strike", "changes": [{ "kind": "depotStrike", "stockpile": "A/Depot", "from": "2024-01-20",
            "lossFraction": 0.5 }] }],
          "metrics": ["on hand, A", "fired per day, 152 mm"] }
        """,
    ];

    private static readonly string rows = string.Join('\n', File.ReadLines(
        Path.Combine(Scripts.Root, "Simulation", "Cases", "evidence.csv")).Take(12)) + "\n";

    [Fact]
    public void Scenarios_AreRefusedWithAPlace_OrRun() =>
        Try(Matrix.Cases(6_000, 60_000), number => OfScenario(Mutation.Of(small[number % small.Length], number)));

    [Fact]
    public void Russia_IsRefusedWithAPlace_OrRuns()
    {
        var good = new ScenarioFile(Baselines.Russia2022).ToJson();
        Try(Matrix.Cases(20, 1_000), number => OfScenario(Mutation.Of(good, number)));
    }

    [Fact]
    public void Evidence_IsRefusedWithALine_OrRead() => Try(Matrix.Cases(3_000, 35_000), number =>
    {
        using var text = new StringReader(Mutation.Of(rows, number));
        try
        {
            return PublishedRecord.Read(text, "spoilt.csv").Rows.All(row => row.Least <= row.Most && row.PeriodDays > 0) ? null
                : "a row makes no sense";
        }
        catch (InvalidDataException refused)
        {
            return refused.Message.Split('\n').Skip(1).All(line => Line().IsMatch(line)) ? null : "no line: " + refused.Message;
        }
    });

    [Fact]
    public void Posteriors_AreRefused_OrRead()
    {
        using var folder = new TemporaryFolder();
        var path = folder["good.posterior"];
        SmallWar.Posterior.Save(path, 20);
        var good = File.ReadAllBytes(path);
        Try(Matrix.Cases(500, 3_000), number =>
        {
            using var stream = new MemoryStream(Mutation.OfChecked(good, number));
            try
            {
                _ = Posterior.VerdictOf(stream);
                stream.Position = 0;
                var read = Posterior.Load(stream, "spoilt", SmallWar.Posterior.Calibration);
                return read.Parameters.Keys.SelectMany(read.Parameters.Column).All(double.IsFinite) ? null : "not a number";
            }
            catch (InvalidDataException refused)
            {
                return refused.Message.StartsWith("spoilt", StringComparison.Ordinal) ? null : "no name: " + refused.Message;
            }
        });
    }

    [Fact]
    public void Checkpoints_AreRefused_OrRead()
    {
        using var files = new CheckpointFiles();
        var sampler = new SequentialMonteCarlo { ParticlesPerPopulation = 16, Populations = 1, Threads = 1 };
        var target = new Conjugate(1);
        sampler.Sampled(target, checkpoint: files.Name);
        var good = File.ReadAllBytes(files[0]);
        var checkpoint = new Checkpoint(files[0], sampler, new TemperedDensity(target, null), null, null, 0);
        checkpoint.Read().ShouldNotBeNull();
        Try(Matrix.Cases(500, 2_000), number =>
        {
            File.WriteAllBytes(files[0], Mutation.OfChecked(good, number));
            try
            {
                return checkpoint.Read()!.Particles.AllZ.All(double.IsFinite) ? null : "not a number";
            }
            catch (InvalidDataException refused)
            {
                return refused.Message.Contains(files[0], StringComparison.Ordinal) ? null : "no name: " + refused.Message;
            }
        });
    }

    /// <summary>Null if all is well, else what happened.</summary>
    private static string? OfScenario(string text)
    {
        try
        {
            var file = ScenarioFile.Parse(text, "spoilt");
            var scenarios = file.Expand();
            var metrics = Metrics.Named(file.Metrics, file.Baseline);
            foreach (var scenario in scenarios) scenario.Check();

            // A horizon of a hundred thousand steps is not a mistake, but takes its time.
            if (scenarios.Sum(scenario => (long)scenario.Horizon.Steps) > MostCells) return null;
            var study = new Ensemble(Replications: 2, Record: Metrics.Standard.And([.. metrics])) { Threads = 1, FromPrior = true }
                .Run(scenarios);
            return study.Scenarios.All(result => double.IsFinite(result.Scalar(Metric.OnHand)[1])
                && double.IsFinite(result.Scalar(Metric.FiredPerDay)[0])) ? null : "not a number";
        }
        catch (ScenarioException refused)
        {
            return refused.Problems.Count > 0 && refused.Problems.All(problem => problem.Place.Length > 0 && problem.Message.Length > 0)
                && !refused.Message.Any(letter => char.IsControl(letter) && letter != '\n')
                ? null : "no place, or control characters: " + refused.Message;
        }
    }

    private static void Try(int count, Func<int, string?> outcome)
    {
        var wrong = new List<string>();
        for (var number = 0; number < count && wrong.Count < 5; number++)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            try
            {
                if (outcome(number) is { } fault) wrong.Add($"{number}: {fault}");
            }
            catch (Exception other) when (other is not (OutOfMemoryException or OperationCanceledException))
            {
                wrong.Add($"{number}: {other}");
            }
        }

        wrong.ShouldBeEmpty();
    }

    [GeneratedRegex(@"^  line \d+: ")]
    private static partial Regex Line();
}
