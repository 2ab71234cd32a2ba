using Supply.Evidence;
using Supply.Inference;
using Supply.Tests.Unit.Inference;

namespace Supply.Tests.Laws;

/// <summary>
/// A posterior that goes on from another is the one of all claims together, whatever was known first and however it was kept.
/// </summary>
public sealed class UpdateLaws : IDisposable
{
    private readonly string file = Path.GetTempFileName();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static Calibration Whole => SmallWar.Calibration(SmallWar.Claims) with
    {
        Errors = new(), Sampler = SmallWar.Sampler with { ParticlesPerPopulation = 512, LastCorrelation = 0.1 },
    };

    private static Calibration Half => Whole with { Claims = [.. SmallWar.Claims.Take(4)] };

    public void Dispose() => File.Delete(file);

    [Fact]
    public void FurtherClaims_GiveThePosteriorOfAll()
    {
        // Rows of a file, fewer than particles.
        Half.Run(null, null, Token).Save(file, 600);
        var known = Posterior.Load(file, Half);
        var updated = (Whole with { Sampler = Whole.Sampler with { Seed = 5 } }).Update(known, null, null, Token);
        ShouldAgree(updated, Whole.Run(null, null, Token));
    }

    [Fact]
    public void ClaimsThatAreNoLongerFitted_AreForgotten()
    {
        var fewer = Whole with { Fitted = claim => claim.Witness != SmallWar.Staff };
        ShouldAgree((fewer with { Sampler = fewer.Sampler with { Seed = 5 } }).Update(Whole.Run(null, null, Token), null, null, Token),
            fewer.Run(null, null, Token));
    }

    /// <summary>A side becomes one of two; nothing is claimed of the other, whose numbers keep their priors.</summary>
    [Fact]
    public void AnotherSide_LeavesTheFirstAsItWas()
    {
        var known = Half.Run(null, null, Token);
        var side = SmallWar.Scenario.Networks[0];
        var both = Half with
        {
            Scenario = SmallWar.Scenario with
            {
                Networks = [side, new("Other", new Stockpile("Hoard", [new(Calibre.Mm155, Origin.UnitedStates,
                    Rounds.Of(Uncertain.LogNormal(10_000, 40_000).Named("hoard")))]))],
            },
            Claims = [.. Half.Claims.Select(claim => claim with { Check = claim.Check.On(side.Name) })],
            Followed = [],
        };
        var posterior = both.Update(known, null, null, Token);
        ShouldAgree(posterior, known);
        var hoard = posterior.Values("hoard").Select(value => Math.Log(value)).ToArray();
        hoard.Average().ShouldBe(Math.Log(20_000), 0.1);
    }

    /// <summary>
    /// Two sides that were conditioned apart: they share the errors of a letter and the scope of a witness who counts on either.
    /// </summary>
    [Fact]
    public void TwoSidesSideBySide_AreThePosteriorOfBoth()
    {
        var side = SmallWar.Scenario.Networks[0];
        var made = RatePath.Constant(Rate.PerDay(Uncertain.LogNormal(300, 1_200).Named("made there")));
        var other = new Network("Other", new Stockpile("Yard", [new(Calibre.Mm155, Origin.UnitedStates, Rounds.Of(5_000))]),
            new ProductionLine("Works", Calibre.Mm155, Origin.UnitedStates, "Yard", made),
            new Consumer("Guns", "Yard", [new(Calibre.Mm155, Rate.PerDay(Uncertain.LogNormal(200, 800).Named("wanted there")))]));
        Claim Counted(string id, string witness, string subject, Quantity quantity, TimeWindow window, double value) =>
            SmallWar.Of(id, witness, subject, new([new Metric(quantity) { Side = other.Name }.Total()], window)).Saying(value);
        Claim[] claims =
        [
            Counted("made-there", SmallWar.Factory, "production", Quantity.Produced, SmallWar.January, 40_000),
            Counted("fired-there", SmallWar.Staff, "fire", Quantity.Fired, SmallWar.February, 8_000),
        ];
        var (here, there) = (Half, Half with
        {
            Scenario = SmallWar.Scenario with { Networks = [other] }, Claims = claims, Followed = [],
        });
        var both = Half with
        {
            Scenario = SmallWar.Scenario with { Networks = [side, other] }, Followed = [],
            Claims = [.. Half.Claims.Select(claim => claim with { Check = claim.Check.On(side.Name) }), .. claims],
        };
        var updated = (both with { Sampler = both.Sampler with { Seed = 5 } }).Update(
            [here.Run(null, null, Token), there.Run(null, null, Token)], null, null, Token);
        ShouldAgree(updated, both.Run(null, null, Token));
        Should.Throw<ArgumentException>(() => both.Update([updated, updated], null, null, Token)).Message.Split('\n')[0].ShouldBe(
            "Claim \"made-1\" was heard by two of the posteriors.");
    }

    [Fact]
    public void Interrupted_ResumesToTheSameBits()
    {
        using var files = new CheckpointFiles();
        var (known, whole) = (Half.Run(null, null, Token), Whole with { MostRounds = 2 });
        var expected = Bits(whole.Update(known, null, null, Token));
        using var source = new CancellationTokenSource();
        Should.Throw<OperationCanceledException>(() => whole.Update(known, new Third(source), files.Name, source.Token));
        Bits(whole.Update(known, null, files.Name, Token)).ShouldBe(expected);

        // The numbers that are joined are those of populations that ran apart.
        using var apart = new CheckpointFiles();
        foreach (var population in new[] { 1, 0 })
        {
            (Whole with { Sampler = Whole.Sampler with { OnlyPopulation = population } }).Update(known, null, apart.Name, Token);
        }

        Bits(Whole.Update(known, null, apart.Name, Token)).ShouldBe(Bits(Whole.Update(known, null, null, Token)));
    }

    [Fact]
    public void PosteriorOfSomethingElse_IsRefused_WithAllReasons()
    {
        var small = Half with { Sampler = Half.Sampler with { ParticlesPerPopulation = 16, MostLastMoves = 2, MostMoves = 2 } };
        var known = small.Run(null, null, Token);
        Refused(small with { Claims = [.. Whole.Claims.Skip(2)] }).ShouldBe([
            "The calibration lacks claim \"made-1\", which the posterior has heard.",
            "The calibration lacks claim \"made-2\", which the posterior has heard.",
            "The calibration lacks numbers of the posterior: \"scope of Factory house on production\", "
                + "\"discrepancy of production, size\", \"discrepancy of production 2024-01-01\", "
                + "\"discrepancy of production 2024-07-01\"."]);
        Refused(small with { Claims = [small.Claims[0].Saying(5), .. small.Claims.Skip(1)] })[0].ShouldStartWith(
            "Claim \"made-1\" says 5..5, and in the posterior ");
        Refused(small with { Errors = new() { ScaleSpread = 0.1 } }).ShouldBe([
            "Numbers of the posterior have other priors in the calibration: \"error scale of letter B\"."]);
        var other = Refused(small with { Scenario = SmallWar.Scenario.With("Other", new CapacityChange("Plant", new(2024, 1, 20), 0.9)) });
        other[0].ShouldBe("The posterior is one of another scenario.");
        other[1].ShouldStartWith("Claim \"made-1\": the scenario answers it with ");
        Refused(small with { Sampler = small.Sampler with { Populations = 64 } })[0].ShouldBe(
            "The posterior has 32 rows; 64 populations need at least as many.");

        string[] Refused(Calibration calibration) =>
            Should.Throw<ArgumentException>(() => calibration.Update(known, null, null, Token)).Message.Split('\n');
    }

    /// <summary>The same means and spreads of the first's numbers within the errors of both.</summary>
    private static void ShouldAgree(Posterior one, Posterior other)
    {
        // Where there are two sides, what was learnt of witnesses is named with the side.
        var compared = 0;
        var places = one.Particles!.Diagnostics.Coordinates.ToDictionary(coordinate => coordinate.Name);
        foreach (var there in other.Particles!.Diagnostics.Coordinates)
        {
            if (!places.TryGetValue(there.Name, out var here) && !places.TryGetValue(there.Name + ", Side", out here)) continue;
            compared++;
            var error = Math.Sqrt((here.MonteCarloError * here.MonteCarloError) + (there.MonteCarloError * there.MonteCarloError));
            here.Mean.ShouldBe(there.Mean, Tolerance.StandardErrors * error, there.Name);
            (here.StandardDeviation / there.StandardDeviation).ShouldBeInRange(0.8, 1.25, there.Name);
        }

        compared.ShouldBeGreaterThan(8);
        one.LogEvidence.ShouldBe(other.LogEvidence, 2 * Tolerance.SampledEvidence);
    }

    private static double[] Bits(Posterior posterior) =>
        [posterior.LogEvidence, .. posterior.Parameters.Keys.SelectMany(posterior.Parameters.Column)];

    private sealed class Third(CancellationTokenSource source) : IProgress<SamplingProgress>
    {
        private int reports;

        public void Report(SamplingProgress value)
        {
            Thread.Sleep(110);
            if (++reports == 3) source.Cancel();
        }
    }
}
