using Supply.Evidence;
using Supply.Inference;
using Supply.Studies;

namespace Supply.Tests.Unit.Inference;

/// <summary>The things between modelled quantities and published figures.</summary>
public sealed class ClaimViewTests
{
    private static readonly Claim[] two = [SmallWar.Claims[2] with { Publication = "Paper" }, SmallWar
        .Claims[4] with { Publication = "Paper" }];

    [Fact]
    public void Coordinates_AreScopesScalesPublicationsAndDiscrepancies()
    {
        Names(two, new()).ShouldBe(
        [
            "scope of Front staff on fire", "scope of Front staff on stock", "error scale of letter B", "mean error of wrong claims",
            "error of Paper", "discrepancy of fire, size", "discrepancy of fire 2024-01-01", "discrepancy of fire 2024-07-01",
            "discrepancy of stock, size", "discrepancy of stock 2024-01-01", "discrepancy of stock 2024-07-01",
        ]);
        Names([two[0] with { Doubt = 0 }], new() { DiscrepancySize = 0 }).ShouldBe(["scope of Front staff on fire",
            "error scale of letter B"]);
        Names(two, ErrorModel.Plain).ShouldBe(["scope of Front staff on fire", "scope of Front staff on stock"]);
    }

    /// <summary>A number of the error model as the prior of its coordinate has it.</summary>
    [Fact]
    public void Priors_AreThoseOfTheErrorModel()
    {
        var marginals = Target(two, new()).Marginals.ToDictionary(marginal => marginal.Name);
        marginals["error scale of letter B"].Value(1).ShouldBe(Math.Exp(0.4), Tolerance.Rounding);
        marginals["mean error of wrong claims"].Value(1).ShouldBe(0.5, Tolerance.Rounding);
        marginals["discrepancy of fire, size"].Value(0).ShouldBe(0.15, Tolerance.Rounding);
        (marginals["discrepancy of fire, size"].Value(1) / 0.15).ShouldBe(Math.Exp(0.5), Tolerance.Rounding);
        var share = Target([SmallWar.Claims[6]], new()).Marginals.ToDictionary(marginal => marginal.Name);
        share["discrepancy of share, size"].Value(0).ShouldBe(0.225, Tolerance.Rounding);
    }

    /// <summary>Two figures of one publication: their errors are correlated by the shared part, and their own parts are left.</summary>
    [Fact]
    public void Publication_SharesItsPartOfTheError()
    {
        var target = Target(two, new() { DiscrepancySize = 0, ScaleSpread = 0, WrongMeanSpread = 0 });
        var x = Middle(target);
        var before = target.View.Seen(0, 1000, x);
        x[^1] = 1;
        (target.View.Seen(0, 1000, x) - before).ShouldBe(Math.Sqrt(0.75) * two[0].Error, Tolerance.Rounding);
        target.View.Sd(0, x).ShouldBe(Math.Sqrt((0.25 * two[0].Error * two[0].Error) + (Noise(target, 0) * Noise(target, 0))), Tolerance
            .SameModel);
    }

    [Fact]
    public void Scale_MultipliesTheErrorOfItsLetter_AndNotItsNoise()
    {
        var target = Target([two[0]], new() { DiscrepancySize = 0, WrongMeanSpread = 0 });
        var x = Middle(target);
        var noise = Noise(target, 0);
        x[^1] = 2;
        target.View.Sd(0, x).ShouldBe(Math.Sqrt((4 * two[0].Error * two[0].Error) + (noise * noise)), Tolerance.SameModel);
    }

    /// <summary>The mean of a broken line, against sums over many points.</summary>
    [Theory]
    [InlineData(0, 31)]
    [InlineData(100, 300)]
    [InlineData(10, 1000)]
    [InlineData(-50, 20)]
    [InlineData(400, 400)]
    public void Weights_AreTheMeanOfALineBetweenPoints(double from, double to)
    {
        double[] points = [0.3, -1, 0.7, 2, -0.4, 0.1, 1, 0, 3];
        double At(double day)
        {
            var place = Math.Max(0, day / Discrepancy.PointDays);
            var k = (int)place;
            return points[k] + ((place - k) * (points[k + 1] - points[k]));
        }

        const int parts = 20_000;
        var expected = to > from
            ? Enumerable.Range(0, parts).Average(i => At(Math.Max(0, from) + ((i + 0.5) / parts * (to - Math.Max(0, from))))) : At(to);
        DiscrepancyPath.Weights(from, to).Zip(points, (weight, value) => weight * value).Sum().ShouldBe(expected, 1e-6);
        DiscrepancyPath.Weights(from, to).Sum().ShouldBe(1, Tolerance.Rounding);
    }

    /// <summary>Independent normals through the coefficients have variance 1 and keep exp(-1/2) from point to point.</summary>
    [Fact]
    public void Points_AreAStationaryProcess()
    {
        var rows = Enumerable.Range(0, 6).Select(DiscrepancyPath.Coefficients).ToArray();
        double Product(int i, int j) => rows[i].Zip(rows[j], (one, other) => one * other).Sum();
        for (var i = 0; i < 6; i++)
        {
            for (var j = 0; j <= i; j++) Product(i, j).ShouldBe(Math.Exp(-0.5 * (i - j)), Tolerance.SameModel, $"{i}, {j}");
        }
    }

    /// <summary>A study of the rows reports what claims saw in the fit: the same factor, for flows, levels and shares.</summary>
    [Fact]
    public void Study_OfTheRows_ReportsWhatClaimsSee()
    {
        var posterior = Full.Value;
        var ensemble = new Ensemble(posterior.Count, Record: new Metrics { Every = 7, Series = [Metric.FiredPerDay, Metric.OnHand] }
            .And([.. ClaimsTarget.Outcomes(SmallWar.Claims, []).Distinct()]).And(new Outcome(share, SmallWar.February)));
        var result = posterior.Ensemble(ensemble).Run(SmallWar.Averaged).Baseline;
        foreach (var claim in posterior.Calibration.Claims.Where(claim => claim.Id != "share"))
        {
            claim.Check.In(result).ShouldBe(posterior.Shown(claim), Tolerance.SameModel, claim.Id);
            posterior.Shown(claim).ShouldNotBe(posterior.Said(claim), claim.Id);
        }

        var shown = posterior.Shown(posterior.Calibration.Claims.Single(claim => claim.Id == "share"));
        result.Scalar(share, SmallWar.February).ShouldBe(shown, Tolerance.SameModel);
        result.BareScalar(share, SmallWar.February)
            .ShouldBe(posterior.Said(posterior.Calibration.Claims.Single(claim => claim.Id == "share")), Tolerance.SameModel);
        (result.HasDiscrepancy(share), result.HasDiscrepancy(Metric.FiredPerDay), result.HasDiscrepancy(Metric.FillRate))
            .ShouldBe((true, true, false));
        var books = (posterior.Ensemble(ensemble) with { Discrepancy = null }).Run(SmallWar.Averaged).Baseline;
        foreach (var metric in ensemble.Record!.Series)
        {
            result.Series(metric).Points[^1].Median.ShouldNotBe(result.BareSeries(metric).Points[^1].Median);
            result.BareSeries(metric).Points.ShouldBe(books.Series(metric).Points, $"{metric}");
        }
    }

    /// <summary>The same path in all scenarios: a difference is scaled, and where scenarios do not differ it is 0.</summary>
    [Fact]
    public void Difference_InTheSameReplication_IsScaledOnce()
    {
        var posterior = Full.Value;
        var stop = SmallWar.Averaged.With("Stop", new ExportLimit(Origin.Dprk, new DateOnly(2024, 2, 1), Rate.Zero));
        var study = posterior.Ensemble(new Ensemble(100, Record: new Metrics { Scalars = [Metric.FiredPerDay] }.Over(SmallWar.January,
            SmallWar.February)))
            .Run(SmallWar.Averaged, stop);
        foreach (var window in new[] { SmallWar.January, SmallWar.February })
        {
            var factors = posterior.Discrepancy!.Mean("Side", DiscrepancyKind.Fire, window);
            for (var i = 0; i < 100; i++)
            {
                double Of(Scenario scenario) => study[scenario].Scalar(Metric.FiredPerDay, window)[i];
                double Bare(Scenario scenario) => study[scenario].BareScalar(Metric.FiredPerDay, window)[i];
                (Of(stop) - Of(SmallWar.Averaged)).ShouldBe((Bare(stop) - Bare(SmallWar.Averaged)) * Math.Exp(factors[i]), 1e-6);
            }
        }

        study.Difference(stop, Metric.FiredPerDay, SmallWar.January).High90.ShouldBe(0);
    }

    /// <summary>Beyond the last claim a path goes on: it stays within its size, and what is left of its value falls by 1/e in a
    /// year.</summary>
    [Fact]
    public void Paths_GoOnBehindTheClaims()
    {
        const int rows = 4000;
        var path = new DiscrepancyPath([[.. Enumerable.Repeat(0.3, rows)]], [.. Enumerable.Repeat(0.2, rows)],
            (point, row) => Supply.Maths.InverseNormal.Of(Supply.Maths.Philox.Uniform(3, (uint)row, 9, (uint)point)));
        var year = path.Mean(Discrepancy.MemoryDays, Discrepancy.MemoryDays);
        year.Average().ShouldBe(0.3 / Math.E, Tolerance.StandardErrors * 0.2 / Math.Sqrt(rows));
        var late = path.Mean(8 * Discrepancy.MemoryDays, 8 * Discrepancy.MemoryDays);
        Math.Sqrt(late.Average(value => value * value)).ShouldBe(0.2, Tolerance.StandardErrors * 0.2 / Math.Sqrt(2 * rows));
    }

    /// <summary>A ratio of one quantity between two windows does not depend on how much its witness counts.</summary>
    [Fact]
    public void RatioBetweenWindows_HasNoScope()
    {
        var ratio = SmallWar.Of("grows", SmallWar.Factory, "production", SmallWar.Total(Quantity.Produced, SmallWar.February),
            SmallWar.Total(Quantity.Produced, SmallWar.January)).Saying(1.2);
        var target = Target([SmallWar.Claims[0], ratio], ErrorModel.Plain);
        var x = Middle(target);
        x[^1] = 0.7;
        target.View.Scope(0, x).ShouldBe(0.7);
        target.View.Scope(1, x).ShouldBe(0);
        Names([ratio], ErrorModel.Plain).ShouldBeEmpty();
    }

    [Fact]
    public void Zero_SaysThatThereWasLessThanAnybodyWouldHaveSeen()
    {
        var none = SmallWar.Claims[5].Saying(0) with { LeastSeen = 500, Doubt = 0 };
        (none.IsZero, none.HasTwoEnds, none.Value, none.Holds(0), none.Holds(501), none.Holds(600)).ShouldBe((true, false, 500, true,
            true, false));
        var ceiling = SmallWar.Claims[5].Saying(double.NegativeInfinity, 500) with { Doubt = 0 };
        foreach (var value in new[] { 0.0, 100, 5000 })
        {
            ClaimErrors.LogLikelihood(none, ClaimErrors.Seen(none, value, 0), 0.2)
                .ShouldBe(ClaimErrors.LogLikelihood(ceiling, ClaimErrors.Seen(ceiling, value, 0), 0.2));
        }

        ClaimErrors.LeastSeen("rounds").ShouldBe(1000);
        ClaimErrors.LeastSeen("fraction of rounds used").ShouldBe(0.01);
    }

    /// <summary>An amount that a witness may count in addition is learnt as a part: he who says as much as both together counts it
    /// all.</summary>
    [Fact]
    public void Wider_IsLearntAsAPart()
    {
        var both = SmallWar.Middle([SmallWar.Silent[0], SmallWar.Silent[5]]);
        var wide = SmallWar.Silent[0] with
        {
            Check = SmallWar.Silent[0].Check with { Id = "wide", Wider = SmallWar.Silent[5].Check.Reading }, Witness = "Office",
        };
        Claim[] claims = [SmallWar.Silent[0].Saying(both[0]), SmallWar.Silent[5].Saying(both[1]), wide.Saying(both[0] + both[1])];
        claims = [.. claims.Select(claim => claim with { Error = 0.05, Doubt = 0 })];
        var posterior = (SmallWar.Calibration(claims) with { Scopes = [new(WitnessScope.Anybody, "production", 0, 0.05)] })
            .Run(cancellation: TestContext.Current.CancellationToken);
        posterior.Values("part that Office adds to production").Average().ShouldBeGreaterThan(0.7);
        var said = posterior.Said(claims[2]);
        var parts = posterior.Values("part that Office adds to production");
        said.ShouldBe([.. parts.Select((part, row) => posterior.Said(claims[0])[row] + (part * posterior.Said(claims[1])[row]))],
            Tolerance.SameModel);
    }

    private static readonly Metric share = Metric.Share(Origin.Dprk);

    private static Lazy<Posterior> Full { get; } =
        new(() => (SmallWar.Calibration(SmallWar.Claims) with { Errors = new() }).Run());

    private static ClaimsTarget Target(IReadOnlyList<Claim> claims, ErrorModel errors) =>
        (SmallWar.Calibration(claims) with { Errors = errors }).Target(_ => true);

    private static IEnumerable<string> Names(IReadOnlyList<Claim> claims, ErrorModel errors)
    {
        var target = Target(claims, errors);
        return target.Marginals.Skip(target.HeavyCount).Select(marginal => marginal.Name);
    }

    private static double[] Middle(ClaimsTarget target) => [.. target.Marginals.Select(marginal => marginal.Value(0))];

    /// <summary>The part that noise adds to a claim: all that is left where its own error is 0.</summary>
    private static double Noise(ClaimsTarget target, int claim)
    {
        var plain = Target([.. two.Take(claim + 1)], ErrorModel.Plain);
        var sd = plain.View.Sd(claim, Middle(plain));
        return Math.Sqrt((sd * sd) - (two[claim].Error * two[claim].Error));
    }
}
