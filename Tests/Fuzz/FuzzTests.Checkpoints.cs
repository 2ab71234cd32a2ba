using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Supply.Analysis;
using Supply.Inference;
using Supply.Tests.House;
using Supply.Tests.Unit.Inference;
using Supply.Tests.Unit.Studies;

namespace Supply.Tests.Fuzz;

/// <summary>
/// Checkpoints of analyses and of witnesses left out. Half of the slips are in the file as it is, whose checksums find them; the other half
/// are in what it says, behind checksums that match.
/// </summary>
public sealed partial class FuzzTests
{
    private const double Precision = 0.05;

    private static readonly JsonSerializerOptions named =
        new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    [Fact]
    public void CheckpointsOfLeast_AreRefused_OrRead()
    {
        using var folder = new TemporaryFolder();
        var path = folder["least"];
        var study = new Ensemble(4, Record: new Metrics().And(Metric.FiredPerDay)) { Threads = 1 }.Run(SmallAnswers.Plan);
        var (lever, goal) = (SettableLever.Capacity("Shells", SmallAnswers.Turn), new FireGoal(130, SmallAnswers.Window));
        var search = new LeastSearch(LeastGround.Of(study), lever, [goal]);
        var identity = search.Identity(Precision);
        LeastSetting Found() => search.Find(goal, Precision, new KeptAnswers(path, () => identity), _ => { }, CancellationToken.None);
        var whole = Found();
        var good = File.ReadAllLines(path);
        Found().Values.ShouldBe(whole.Values);
        Try(Matrix.Cases(500, 3_000), number =>
        {
            File.WriteAllText(path, Spoilt(good, number));
            return Refused(path, () => Found() is var found && found.Values.Zip(found.Kinds).All(one =>
                one.Second == LeastKind.Undefined ? double.IsNaN(one.First)
                    : one.First >= lever.Low && (one.First <= lever.High || double.IsPositiveInfinity(one.First))));
        });
    }

    [Fact]
    public void CheckpointsOfDesigns_AreRefused_OrRead()
    {
        using var folder = new TemporaryFolder();
        var path = folder["design"];
        var study = new Ensemble(1, Record: new Metrics().And(Metric.FiredPerDay)) { Threads = 1 }.Run(SmallAnswers.Plan);
        var runs = new DesignRuns(study, Metric.FiredPerDay, null, SmallAnswers.Window, new() { BasePoints = 4, Checkpoint = path });
        var design = runs.Sobol();
        IReadOnlyList<double[]> Values() => runs.Run(design, place => place, null, CancellationToken.None);
        var whole = Values();
        var good = File.ReadAllLines(path);
        Values().Zip(whole).ShouldAllBe(pair => pair.First.SequenceEqual(pair.Second));
        Try(Matrix.Cases(500, 3_000), number =>
        {
            File.WriteAllText(path, Spoilt(good, number));
            return Refused(path, () => Values() is var values && values.Count == design.Blocks
                && values.All(block => block.Length == design.BlockRuns));
        });
    }

    [Fact]
    public void CheckpointsOfWitnessesLeftOut_AreRefused_OrRead()
    {
        using var folder = new TemporaryFolder();
        var path = folder["without"];
        string Words(Posterior posterior) => JsonSerializer.Serialize(posterior.Influences, named);
        var whole = Words(SmallWar.Posterior.LeaveOut(null, path, moves: 1));
        var good = File.ReadAllText(path);
        var earlier = JsonNode.Parse(good)!.AsObject();
        earlier.Remove("Checksum");
        var plain = earlier.ToJsonString();
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Try(Matrix.Cases(300, 2_000), number =>
        {
            var isChecked = number % 2 == 0;
            File.WriteAllText(path, Mutation.Of(isChecked ? good : plain, number));
            return Refused(path, () =>
            {
                try
                {
                    var read = SmallWar.Posterior.LeaveOut(null, path, moves: 1, stop.Token);
                    return isChecked ? Words(read) == whole : read.Influences.Count == 3;
                }
                catch (OperationCanceledException)
                {
                    // It holds fewer witnesses, and the next would have been left out.
                    return !isChecked;
                }
            });
        });
    }

    /// <summary>A file of lines with slips: in the file, or in the lines before their checksums are made.</summary>
    private static string Spoilt(string[] good, int number)
    {
        if (number % 2 == 0) return Mutation.Of(string.Join("\n", good) + "\n", number);
        var (before, lines) = ("", new List<string>());
        foreach (var line in Mutation.Of(string.Join("\n", good.Select(KeptLines.Bare)), number).Split('\n'))
        {
            before = KeptLines.Summed(line, before);
            lines.Add(before);
        }

        return string.Join("\n", lines) + "\n";
    }

    /// <summary>Null if a file is refused with its name, or gives sound results; else what happened.</summary>
    private static string? Refused(string path, Func<bool> isSound)
    {
        try
        {
            return isSound() ? null : "results make no sense";
        }
        catch (Exception refused) when (refused is InvalidDataException or ArgumentException { ParamName: null })
        {
            return refused.Message.Contains(path, StringComparison.Ordinal) ? null : "no name: " + refused.Message;
        }
    }
}
