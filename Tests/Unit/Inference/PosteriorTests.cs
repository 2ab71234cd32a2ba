using Supply.Evidence;
using Supply.Inference;

namespace Supply.Tests.Unit.Inference;

public sealed class PosteriorTests : IDisposable
{
    private readonly string file = Path.Combine(Path.GetTempPath(), $"supply-{Guid.NewGuid():N}.posterior");
    private static Posterior Posterior => SmallWar.Posterior;

    public void Dispose() => File.Delete(file);

    [Fact]
    public void Parameters_FedIntoAnEnsemble_SayWhatThePosteriorSays()
    {
        var claims = SmallWar.Claims;
        var ensemble = new Ensemble(Posterior.Count,
            Record: new Metrics().And([.. ClaimsTarget.Outcomes(claims, SmallWar.Readings).Distinct()])) { Parameters =
            Posterior.Parameters };

        // Its values are without noise from step to step; the scenario with mean noise gives the same numbers.
        var result = ensemble.Run(SmallWar.Averaged).Baseline;
        foreach (var claim in claims) claim.Check.In(result).ShouldBe(Posterior.Said(claim), claim.Id);
        foreach (var reading in SmallWar.Readings) reading.In(result).ShouldBe(Posterior.Reading(reading.Id), reading.Id);

        // The same for only the first rows.
        var first = Posterior.Ensemble(ensemble with { Parameters = null, Replications = 50 }).Run(SmallWar.Averaged).Baseline;
        claims[2].Check.In(first).ShouldBe(Posterior.Said(claims[2]).Take(50));

        // With noise each row is a little off, by as much as the target expects.
        var loud = ensemble.Run(Posterior.Scenario).Baseline;
        double[] off = [.. claims[2].Check.In(loud).Zip(Posterior.Said(claims[2]), (value, said) => Math.Log(value / said))];
        var spread = Math.Sqrt(off.Average(value => value * value));
        spread.ShouldBeInRange(0.0, Math.Sqrt(Math.Pow(Posterior.Target.View.Sd(2, []), 2) - Math.Pow(claims[2].Error, 2)) * 2);
        claims[0].Check.In(loud).ShouldNotBe(Posterior.Said(claims[0]));
    }

    /// <summary>Beyond its rows they come again, with noise of the replication's own number.</summary>
    [Fact]
    public void Ensemble_RunsAnyNumberOfReplications()
    {
        var few = Posterior.Ensemble(new Ensemble(512, Record: new Metrics().And(Metric.FiredPerDay))).Run(Posterior.Scenario).Baseline;
        var many = Posterior.Ensemble(new Ensemble(600, Record: new Metrics().And(Metric.FiredPerDay))).Run(Posterior.Scenario).Baseline;
        many.Scalar(Metric.FiredPerDay).Take(512).ShouldBe(few.Scalar(Metric.FiredPerDay));
        foreach (var key in many.Parameters.Keys.Where(Posterior.Parameters.Keys.Contains))
        {
            many.Parameters.Column(key)[512 + 7].ShouldBe(Posterior.Parameters.Column(key)[7]);
        }

        many.Scalar(Metric.FiredPerDay)[512 + 7].ShouldNotBe(many.Scalar(Metric.FiredPerDay)[7]);
    }

    [Fact]
    public void FirstRows_AreAFairSample()
    {
        var particles = Posterior.Particles!;
        Posterior.Count.ShouldBe(512);
        var made = Posterior.Values("made");
        made.Select((value, row) => Math.Abs((value / particles.Values("made")[(row % 2 * 256) + (row / 2)]) - 1)).Max()
            .ShouldBeLessThan(Tolerance.SinglePrecision);
    }

    [Fact]
    public void File_HoldsTheSameRowsAndStatements()
    {
        var posterior = SmallWar.WithInfluences;
        posterior.Save(file);
        var read = Posterior.Load(file, posterior.Calibration);
        (read.Count, read.Verdict, read.LogEvidence, read.Provenance)
            .ShouldBe((posterior.Count, posterior.Verdict, posterior.LogEvidence, posterior.Provenance));
        read.Particles.ShouldBeNull();
        read.Parameters.Keys.ShouldBe(posterior.Parameters.Keys);
        foreach (var key in read.Parameters.Keys) read.Parameters.Column(key).ShouldBe(posterior.Parameters.Column(key), key);
        foreach (var claim in SmallWar.Claims)
        {
            read.Said(claim).ShouldBe(posterior.Said(claim), claim.Id);
            read.Scope(claim).ShouldBe(posterior.Scope(claim), claim.Id);
            read.Wrong(claim).ShouldBe(posterior.Wrong(claim), claim.Id);
            read.Predict(claim).Low90.ShouldBe(posterior.Predict(claim).Low90, claim.Id);
        }

        foreach (var reading in SmallWar.Readings) read.Reading(reading.Id).ShouldBe(posterior.Reading(reading.Id), reading.Id);
        Words(read).ShouldBe(Words(posterior));
        Should.Throw<ArgumentException>(() => read.LeaveOut()).Message.ShouldStartWith(
            "The posterior was read from a file, which holds rows and no particles to move; run the calibration.");

        static string Words(Posterior one) => System.Text.Json.JsonSerializer.Serialize(one.Influences, named);
    }

    [Fact]
    public void File_OfFewerRows_HoldsTheFirst()
    {
        Posterior.Save(file, 20);
        var read = Posterior.Load(file, Posterior.Calibration);
        read.Count.ShouldBe(20);
        read.Values("scope of Front staff on fire").ShouldBe(Posterior.Values("scope of Front staff on fire").Take(20));
        Should.Throw<ArgumentOutOfRangeException>(() => Posterior.Save(file, 0));
    }

    [Fact]
    public void File_OfAnotherCalibration_IsRefused()
    {
        Posterior.Save(file, 20);
        var same = Posterior.Calibration;
        var other = $"{file} belongs to another calibration: its scenario, claims or assumptions on errors have changed since. Run "
            + "the calibration again.";
        void Refused(Calibration calibration) =>
            Should.Throw<InvalidDataException>(() => Posterior.Load(file, calibration)).Message.ShouldBe(other);
        Refused(same with { Claims = [.. same.Claims.Skip(1)] });
        Refused(same with { Claims = [.. same.Claims.Select(claim => claim with { Doubt = 0.2 })] });
        Refused(same with { Claims = [.. same.Claims.Select(claim => claim with { Reliability = 'E' })] });
        Refused(same with { Claims = [same.Claims[0].Saying(5), .. same.Claims.Skip(1)] });
        Refused(same with { Fitted = claim => claim.Id != "share" });

        // The same uncertain numbers, but something fixed differs: a change, noise, or what a claim reads.
        Refused(same with { Scenario = same.Scenario.With("Other", new CapacityChange("Plant", new(2024, 1, 20), 0.9)) });
        Refused(same with { Scenario = SmallWar.Quiet });
        Refused(same with { Claims = [
            same.Claims[0] with { Check = same.Claims[1].Check
                with { Id = "made-1", Low = same.Claims[0].Check.Low, High = same.Claims[0].Check.High } }, .. same.Claims.Skip(1)] });

        // Sampler, threads and readings that are only followed do not identify a calibration.
        Posterior.Load(file, same with { Sampler = new(), Ensemble = new() { Engine = Engine.Block }, Followed = [SmallWar.Readings[1]] })
            .Reading(SmallWar.DprkShare)
            .ShouldBe(Posterior.Reading(SmallWar.DprkShare).Take(20));
    }

    [Fact]
    public void File_DamagedOrOfAnotherFormat_IsRefused()
    {
        Posterior.Save(file, 5);
        var bytes = File.ReadAllBytes(file);
        void Refused(byte[] content, string why)
        {
            File.WriteAllBytes(file, content);
            Should.Throw<InvalidDataException>(() => Posterior.Load(file, Posterior.Calibration)).Message.ShouldBe($"{file} {why}");
        }

        foreach (var place in new[] { 21, 200, bytes.Length - 40, bytes.Length - 1 })
        {
            byte[] damaged = [.. bytes];
            damaged[place] ^= 1;
            Refused(damaged, "is damaged: its checksum does not match.");
        }

        Refused(bytes[..^1], "is damaged: its checksum does not match.");
        Refused([.. "SUPPLY POSTERIOR 3\n"u8, .. bytes[19..]], "is not a posterior in this format.");
        Refused([.. "SUPPLY POSTERIOR 1\n"u8, .. bytes[19..]],
            "was written by an earlier version of the library: since then the scales of the errors and the discrepancies are learnt, and "
            + "the rows lack them. Run the calibration again.");
        Refused([], "is not a posterior in this format.");
        Refused(bytes[..30], "is not a posterior in this format.");
    }

    [Fact]
    public void UnknownNames_HaveAHint()
    {
        Should.Throw<KeyNotFoundException>(() => Posterior.Values("mode")).Message.ShouldBe(
            "No uncertain number \"mode\". Nearest: \"made\".");
        Should.Throw<KeyNotFoundException>(() => Posterior.Reading("fire")).Message.ShouldStartWith("No reading \"fire\" was followed.");
        Should.Throw<KeyNotFoundException>(
            () => Posterior.Said(SmallWar.Of("stocks", "", "", SmallWar.Total(Quantity.Fired, SmallWar.Both)))).Message
            .ShouldBe("The calibration has no claim \"stocks\". Nearest: \"stock\".");
    }

    [Fact]
    public void Asking_LeavesTheRowsAlone()
    {
        var known = SmallWar.Claims[2];
        var asked = Posterior.Asking([
            known with { Check = known.Check with { Id = "mine" } },
            known with { Check = known.Check with { Id = "theirs" }, Witness = "Somebody new" }]);
        var (mine, theirs) = (asked.Calibration.Claims[^2], asked.Calibration.Claims[^1]);
        asked.Said(mine).ShouldBe(Posterior.Said(known));
        asked.Said(theirs).ShouldBe(Posterior.Said(known));
        asked.Scope(mine).ShouldBe(Posterior.Scope(known));
        asked.Wrong(mine).ShouldBe(Posterior.Wrong(known));

        // An unheard witness keeps the prior scope: median 1, standard deviation 0.15.
        var scope = asked.Values("scope of Somebody new on fire");
        scope.Average().ShouldBe(0, 0.15 * Tolerance.StandardErrors / Math.Sqrt(512));
        Math.Sqrt(scope.Average(value => value * value)).ShouldBe(0.15, 0.15 * Tolerance.StandardErrors / Math.Sqrt(1024));
        asked.Calibration.Fitted(mine).ShouldBeFalse();
        Should.Throw<ArgumentException>(() => Posterior.Asking([known])).Message.ShouldStartWith(
            "The calibration has a claim \"fired-1\" already; give yours another id.");
    }

    [Fact]
    public void Learnt_ComparesWithThePrior()
    {
        var learnt = Posterior.Learnt();
        learnt.Select(one => one.Name).Order().ShouldBe(Posterior.Particles!.Names.Order());
        learnt.Select(one => -one.Contraction).ShouldBeInOrder();
        var made = learnt.Single(one => one.Name == "made");
        made.Prior.Low90.ShouldBe(500, 500 * Tolerance.SameModel);
        made.Prior.High90.ShouldBe(2000, 2000 * Tolerance.SameModel);
        made.Contraction.ShouldBeGreaterThan(0.5);
        (made.Posterior.High90 / made.Posterior.Low90).ShouldBeLessThan(2.5);
    }

    /// <summary>Every witness is listed, and the result without one is that of a run that never had its claims.</summary>
    [Fact]
    public void LeaveOut_OfAWitness_IsARunWithoutHim()
    {
        var influences = SmallWar.WithInfluences.Influences;
        influences.Select(influence => influence.Witness).ShouldBe([SmallWar.Factory, SmallWar.Staff, SmallWar.Port]);
        influences.SelectMany(influence => influence.Claims).Select(foretold => foretold.Claim)
            .ShouldBe(SmallWar.Claims.Select(claim => claim.Id));
        influences.ShouldAllBe(influence => influence.Readings.Keys.SequenceEqual(new[] { SmallWar.FiredInAll, SmallWar.DprkShare }));

        var calibration = Posterior.Calibration with
        {
            Fitted = claim => claim.Witness != SmallWar.Staff, Sampler = SmallWar.Sampler with { MostMoves = 10, MostLastMoves = 20 },
        };
        var bridged = calibration.From(Posterior, null, null, TestContext.Current.CancellationToken);
        var influence = influences[1];
        influence.Verdict.ShouldBe(bridged.Verdict);
        influence.Readings[SmallWar.DprkShare].ShouldBe(Spread.Of(bridged.Reading(SmallWar.DprkShare)));
        influence.Claims[0].ShouldBe(bridged.Foretell(SmallWar.Claims[2]));

        var fresh = (calibration with { Sampler = SmallWar.Sampler with { Seed = 7 } })
            .Run(null, null, TestContext.Current.CancellationToken);
        foreach (var (there, here) in bridged.Particles!.Diagnostics.Coordinates.Zip(fresh.Particles!.Diagnostics.Coordinates))
        {
            var error = Math.Sqrt((there.MonteCarloError * there.MonteCarloError) + (here.MonteCarloError * here.MonteCarloError));
            there.Mean.ShouldBe(here.Mean, Tolerance.StandardErrors * error, there.Name);
        }

        bridged.LogEvidence.ShouldBe(fresh.LogEvidence, 2 * Tolerance.SampledEvidence);
    }

    private static readonly System.Text.Json.JsonSerializerOptions named =
        new() { NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals };
}
