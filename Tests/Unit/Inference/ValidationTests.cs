using Supply.Inference;

namespace Supply.Tests.Unit.Inference;

public sealed class ValidationTests
{
    private static readonly Claim[] witnessed = Witnessed();

    private static readonly Lazy<Posterior> posterior = new(() =>
        (SmallWar.Calibration(witnessed) with { Sampler = SmallWar.Sampler with { ParticlesPerPopulation = 128 } }).Run());

    [Fact]
    public void Coverage_CountsWhatLiesInside()
    {
        var predicted = new Spread(10, 20, 30, 40, 50);
        Validated Row(double value, double score, double naive) =>
            new(SmallWar.Silent[1].Saying(value), predicted, score, naive, 0);
        var validation = new Validation(
            "by hand", [Row(30, 1, double.NaN), Row(20, 2, 4), Row(45, 3, 2), Row(51, 6, double.NaN), Row(9.9, 0, 0)]);
        validation.Coverage50.ShouldBe(0.4);
        validation.Coverage90.ShouldBe(0.6);
        validation.Score.ShouldBe(2.4, Tolerance.Rounding);
        validation.AgainstNaive.ShouldBe((3, 5 / 3.0, 2));
        var (rows, score, naive) = new Validation("none", [Row(30, 1, double.NaN)]).AgainstNaive;
        (rows, double.IsNaN(score), double.IsNaN(naive)).ShouldBe((0, true, true));
    }

    /// <summary>
    /// A total continues at its rate, in any unit; a level and a share stay; a witness without an earlier figure has no extrapolation.
    /// </summary>
    [Fact]
    public void ByDate_HoldsBackWhatCameLater_AndExtrapolatesWhatWasSeen()
    {
        var from = new DateOnly(2024, 3, 1);
        var validation = Validation.ByDate(posterior.Value, from, cancellation: TestContext.Current.CancellationToken);
        validation.Split.ShouldBe("published from 2024-03-01 on");
        validation.Rows.Select(row => row.Claim.Id).ShouldBe(["made later", "stock later", "share later", "first word"]);
        double Naive(string id) => validation.Rows.Single(row => row.Claim.Id == id).NaiveScore;

        // 31,000 in the 31 days of January make 29,000 in 29 days of February; among the figures seen the only extrapolation to try was
        // that from "made first" to "made", which was off by the logarithm of 1.5.
        var sd = Math.Log(1.5);
        Naive("made later").ShouldBe(new Prediction([Math.Log(29_000)], sd, 0).Score(30_000), Tolerance.SameModel);
        Naive("stock later").ShouldBe(new Prediction([Math.Log(20_000)], sd, 0).Score(15_000), Tolerance.SameModel);
        Naive("share later").ShouldBe(new Prediction([Math.Log(0.2)], sd, 0).Score(0.25), Tolerance.SameModel);
        double.IsNaN(Naive("first word")).ShouldBeTrue();

        // The predictions are those of a posterior that has not seen the later claims.
        var before = (posterior.Value.Calibration with { Fitted = claim => claim.Published < from })
            .From(posterior.Value, null, null, TestContext.Current.CancellationToken);
        foreach (var row in validation.Rows)
        {
            (row.Predicted, row.Score).ShouldBe((before.Foretell(row.Claim).Predicted, before.Foretell(row.Claim).Score));
        }
        validation.Rows.ShouldAllBe(row => row.IsOfUsableFit == before.IsUsable);
        Should.Throw<ArgumentException>(() => Validation.ByDate(posterior.Value, new DateOnly(2030, 1, 1))).Message.ShouldStartWith(
            "No claim with two ends was published from 2030-01-01 on.");
    }

    /// <summary>Tables say how many of their predictions are of fits that may not be used, also for part of the rows.</summary>
    [Fact]
    public void PredictionsOfRefusedFits_AreCounted()
    {
        var usable = SmallWar.WithInfluences.Influences.Where(one => one.IsUsable).SelectMany(one => one.Claims)
            .Select(claim => claim.Claim).ToArray();
        var all = Validation.ByWitness(SmallWar.WithInfluences);
        all.Rows.ShouldAllBe(row => row.IsOfUsableFit == usable.Contains(row.Claim.Id));
        var good = all with { Rows = [.. all.Rows.Select(row => row with { IsOfUsableFit = true })] };
        good.Caution.ShouldBe("");
        ClaimTables.Of(good).Notes.Count.ShouldBe(1);
        var one = good with { Rows = [good.Rows[0] with { IsOfUsableFit = false }, .. good.Rows.Skip(1)] };
        one.Caution.ShouldStartWith(
            $"\"each witness by the others\": 1 of the {all.Rows.Count} predictions are of fits that may not be used");
        ClaimTables.Of(one).Notes.ShouldContain(one.Caution);
        ClaimTables.ByKind(one).Notes.ShouldContain(one.Caution);
        (one with { Rows = [.. one.Rows.Skip(1)] }).Caution.ShouldBe("");
    }

    [Fact]
    public void ByWitness_HasTheClaimsWithTwoEnds()
    {
        var validation = Validation.ByWitness(SmallWar.WithInfluences);
        validation.Rows.Select(row => row.Claim.Id).ShouldBe(SmallWar.Claims.Where(claim => claim.HasTwoEnds).Select(claim => claim.Id));
        validation.Rows.ShouldAllBe(row => double.IsNaN(row.NaiveScore) && row.Score >= 0);

        // All claims state the truth, so they are predicted better than by chance.
        validation.Coverage90.ShouldBe(1);
        Validation.ByWitness(SmallWar.Posterior).Rows.ShouldBeEmpty();
    }

    private static Claim[] Witnessed()
    {
        Claim Of(string id, string witness, string kind, Claim like, double value, DateOnly published)
        {
            var claim = like.Saying(value);
            return claim with { Witness = witness, Published = published, Check = claim.Check with { Id = id, Quantity = kind } };
        }

        var (made, later, stock, share) = (SmallWar.Silent[0], SmallWar.Silent[1], SmallWar.Silent[4], SmallWar.Silent[6]);
        var (first, second, third) = (new DateOnly(2024, 2, 1), new DateOnly(2024, 2, 10), new DateOnly(2024, 3, 9));
        var ofJanuary = stock with { Check = stock.Check with { Reading = new([Metric.OnHand], SmallWar.January) } };
        var shareOfJanuary = share with
        {
            Check = share.Check with { Reading = SmallWar.Total(Quantity.Fired, SmallWar.Both, Origin.Dprk),
                Over = SmallWar.Total(Quantity.Fired, SmallWar.Both) },
        };

        // The first figure is a monthly rate, for the same days: 1.5 times as much as the total that followed.
        var perMonth = made with { Check = made.Check with { Unit = "rounds/month", Scale = 30.4375 / 31 } };
        return
        [
            Of("made first", SmallWar.Factory, "made", perMonth, 1_500 * 365.25 / 12, first),
            Of("made", SmallWar.Factory, "made", made, 31_000, second),
            Of("stock", SmallWar.Staff, "stock", ofJanuary, 20_000, first),
            Of("share", SmallWar.Port, "share", shareOfJanuary, 0.2, first),
            Of("made later", SmallWar.Factory, "made", later, 30_000, third),
            Of("stock later", SmallWar.Staff, "stock", stock, 15_000, third),
            Of("share later", SmallWar.Port, "share", share, 0.25, third),
            Of("first word", SmallWar.Port, "made", later, 30_000, third),
            Of("floor", SmallWar.Port, "made", later, 30_000, third).Saying(20_000, double.PositiveInfinity),
        ];
    }
}
