using System.Text.Json;
using System.Text.Json.Nodes;
using Supply.Inference;

namespace Supply.Tests.Unit.Inference;

/// <summary>Leaving out witnesses goes on from its checkpoint at any moment, and from no other.</summary>
public sealed class LeaveOutTests : IDisposable
{
    private const int Moves = 1;

    private static readonly JsonSerializerOptions named =
        new() { NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals };

    private static readonly Lazy<string> whole = new(() => Words(SmallWar.Posterior.LeaveOut(null, null, Moves)));

    private readonly CheckpointFiles files = new();

    private string Kept => files.Name;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => files.Dispose();

    /// <summary>
    /// The files that moved the rows of the first witness outlive the note that he is done, if the process ends between the two. They are
    /// those of no other witness, under the name that they have and under the one that all witnesses once shared.
    /// </summary>
    [Theory]
    [InlineData(".moving.0")]
    [InlineData(".moving")]
    public void KilledBeforeItCleansUp_GoesOn(string left)
    {
        FirstWitness();
        var calibration = SmallWar.Posterior.Calibration;
        var first = calibration.Claims[0].Witness;
        (calibration.Moving(Moves) with { Fitted = claim => calibration.Fitted(claim) && claim.Witness != first })
            .From(SmallWar.Posterior, null, Kept + left, Token);
        var path = $"{Kept}{left}.0";
        File.Exists(path).ShouldBeTrue();
        Words(SmallWar.Posterior.LeaveOut(null, Kept, Moves, Token)).ShouldBe(whole.Value);
        if (left != ".moving") File.Exists(path).ShouldBeFalse();
    }

    [Fact]
    public void Files_OfTheMoves_AreGoneInTheEnd()
    {
        Words(SmallWar.Posterior.LeaveOut(null, Kept, Moves, Token)).ShouldBe(whole.Value);
        Directory.GetFiles(Path.GetTempPath(), Path.GetFileName(Kept) + "*").ShouldBe([Kept]);
    }

    [Fact]
    public void ChangedNumber_IsFound_AndAnEarlierFileHasNoChecksum()
    {
        FirstWitness();
        var good = File.ReadAllText(Kept);
        var node = JsonNode.Parse(good)!;
        node["Influences"]![0]!["Claims"]![0]!["Plausibility"] = 0.123456;
        File.WriteAllText(Kept, node.ToJsonString());
        Refused("is damaged: its checksum does not match its content");

        node.AsObject().Remove("Checksum").ShouldBeTrue();
        File.WriteAllText(Kept, node.ToJsonString());
        SmallWar.Posterior.LeaveOut(null, Kept, Moves, Token).Influences[0].Claims[0].Plausibility.ShouldBe(0.123456);

        // As it was before there were checksums, it is read to the same end.
        node = JsonNode.Parse(good)!;
        node.AsObject().Remove("Checksum");
        File.WriteAllText(Kept, node.ToJsonString());
        Words(SmallWar.Posterior.LeaveOut(null, Kept, Moves, Token)).ShouldBe(whole.Value);
    }

    [Fact]
    public void Contents_ThatDoNotFit_AreRefused()
    {
        FirstWitness();
        var good = File.ReadAllText(Kept);
        foreach (var (spoil, word) in new (Action<JsonNode>, string)[]
        {
            (node => node["Influences"] = null, "does not hold what a checkpoint holds"),
            (node => node["Influences"]![0] = null, "does not hold what a checkpoint holds"),
            (node => node["Influences"]![0]!["Witness"] = SmallWar.Port, "does not hold what a checkpoint holds"),
            (node => node["Influences"]![0]!["Claims"] = new JsonArray(), "does not hold what a checkpoint holds"),
            (node => node["Influences"]![0]!["Readings"] = new JsonObject(), "does not hold what a checkpoint holds"),
            (node => node["Influences"]![0]!["Claims"]![0]!["Said"] = null, "does not hold what a checkpoint holds"),
            (node => node["Influences"]![0]!["Verdicts"] = "", "is damaged"),
            (node => node["Identity"] = "another", "belongs to another posterior"),
        })
        {
            var node = JsonNode.Parse(good)!;
            node.AsObject().Remove("Checksum");
            spoil(node);
            File.WriteAllText(Kept, node.ToJsonString());
            Refused(word);
        }

        File.WriteAllText(Kept, good[..^20]);
        Refused("is damaged");
        File.WriteAllText(Kept, "null");
        Refused("does not hold what a checkpoint holds");
    }

    private void Refused(string why) => Should.Throw<InvalidDataException>(() => SmallWar.Posterior.LeaveOut(null, Kept, Moves, Token))
        .Message.ShouldBe($"The checkpoint {Kept} {why}. Move or delete it to start again.");

    /// <summary>Leaves a checkpoint that holds the first witness.</summary>
    private void FirstWitness()
    {
        using var stop = new CancellationTokenSource();
        Should.Throw<OperationCanceledException>(() => SmallWar.Posterior.LeaveOut(new Second(stop), Kept, Moves, stop.Token));
        JsonNode.Parse(File.ReadAllText(Kept))!["Influences"]!.AsArray().Count.ShouldBe(1);
    }

    private static string Words(Posterior posterior) => JsonSerializer.Serialize(posterior.Influences, named);

    /// <summary>Ends the run when it has come to the second witness.</summary>
    private sealed class Second(CancellationTokenSource stop) : IProgress<string>
    {
        private int witnesses;

        public void Report(string value)
        {
            if (++witnesses == 2) stop.Cancel();
        }
    }
}
