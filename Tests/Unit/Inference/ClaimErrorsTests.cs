using MathNet.Numerics.Distributions;
using Supply.Inference;
using Supply.Evidence;

namespace Supply.Tests.Unit.Inference;

public sealed class ClaimErrorsTests
{
    private const double Error = 0.25, Doubt = 0.1, Scope = 0.2, Says = 1000;
    private static readonly double centre = Math.Log(Says) + Scope;

    /// <summary>The claims of each kind, and their likelihood as a function of an error's standard deviation, in closed form.</summary>
    private static readonly (double Low, double High, Func<double, double> Density)[] kinds =
    [
        (1500, 1500, sd => Normal.PDF(centre, sd, Math.Log(1500))),
        (300, 300, sd => Normal.PDF(centre, sd, Math.Log(300))),
        (800, 1300, sd => (Normal.CDF(centre, sd, Math.Log(1300)) - Normal.CDF(centre, sd, Math.Log(800))) / Math.Log(1300.0 / 800)),
        (2000, 9000, sd => (Normal.CDF(-centre, sd, -Math.Log(2000)) - Normal.CDF(-centre, sd, -Math.Log(9000))) / Math.Log(4.5)),
        (1100, double.PositiveInfinity, sd => 1 - Normal.CDF(centre, sd, Math.Log(1100))),
        (double.NegativeInfinity, 900, sd => Normal.CDF(centre, sd, Math.Log(900))),
        (0, 900, sd => Normal.CDF(centre, sd, Math.Log(900))),
    ];

    [Fact]
    public void Likelihood_IsTheMixtureOfRightAndWrong()
    {
        foreach (var (low, high, density) in kinds)
        {
            var claim = Claim(low, high);
            var (right, wrong) = ((1 - Doubt) * density(Error), Doubt * density(Supply.Inference.Claim.WrongError));
            ClaimErrors.LogLikelihood(claim, centre, Error).ShouldBe(Math.Log(right + wrong), Tolerance.SameModel, $"{low}..{high}");
            ClaimErrors.Wrong(claim, centre, Error).ShouldBe(wrong / (right + wrong), Tolerance.SameModel, $"{low}..{high}");
        }
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.4)]
    public void Density_OverPublishedValues_IntegratesToOne(double logWidth)
    {
        // Beyond a hundredth of the figure the model's value counts as that; with a standard deviation of 1 that is 4.6 of them.
        const int steps = 4000;
        const double most = 4.6;
        var sum = 0.0;
        for (var i = 0; i < steps; i++)
        {
            var middle = Math.Log(Says) + Scope + (2 * most * (((i + 0.5) / steps) - 0.5));
            sum += Math.Exp(ClaimErrors.LogLikelihood(
                Claim(Math.Exp(middle - (logWidth / 2)), Math.Exp(middle + (logWidth / 2))), centre, Error));
        }

        (sum * 2 * most / steps).ShouldBe(1, Tolerance.CutTails);
    }

    [Fact]
    public void FloorAndCeiling_OfOneBound_ShareTheProbability()
    {
        foreach (var bound in new[] { 200.0, 1000, 5000 })
        {
            var (floor, ceiling) = (Claim(bound, double.PositiveInfinity), Claim(double.NegativeInfinity, bound));
            (Math.Exp(ClaimErrors.LogLikelihood(floor, centre, Error))
                + Math.Exp(ClaimErrors.LogLikelihood(ceiling, centre, Error))).ShouldBe(1, Tolerance.SameModel);
        }
    }

    [Fact]
    public void NothingInTheModel_CountsAsAHundredthOfTheFigure()
    {
        foreach (var (low, high, _) in kinds)
        {
            var claim = Claim(low, high);
            var least = ClaimErrors.LogLikelihood(claim, ClaimErrors.Seen(claim, claim.Value / 100, Scope), Error);
            double.IsFinite(least).ShouldBeTrue();
            ClaimErrors.LogLikelihood(claim, ClaimErrors.Seen(claim, 0, Scope), Error).ShouldBe(least);
        }

        double.IsNaN(ClaimErrors.LogLikelihood(Claim(1, 2), ClaimErrors.Seen(Claim(1, 2), double.NaN, 0), Error)).ShouldBeTrue();
    }

    [Fact]
    public void FarOff_NoClaimIsImpossible_AndTheWrongOneIsCalledSo()
    {
        double.IsFinite(ClaimErrors.LogLikelihood(Claim(1e60, 1e60), Math.Log(Says), Error)).ShouldBeTrue();
        ClaimErrors.Wrong(Claim(1e4, 1e4), Math.Log(Says), Error).ShouldBe(1, Tolerance.SameModel);
        ClaimErrors.Wrong(Claim(Says, Says), Math.Log(Says), Error).ShouldBeLessThan(Doubt);
        ClaimErrors.Wrong(Claim(1e4, 1e4) with { Doubt = 0 }, Math.Log(Says), Error).ShouldBe(0);
    }

    [Fact]
    public void Weight_IsAnExponent()
    {
        var whole = ClaimErrors.LogLikelihood(Claim(1500, 1500), centre, Error);
        ClaimErrors.LogLikelihood(Claim(1500, 1500) with { Weight = 0.25 }, centre, Error).ShouldBe(whole / 4, Tolerance.SameModel);
    }

    [Fact]
    public void Errors_GrowForForecastsAndUnseenRows_AndWithDoubtfulWitnesses()
    {
        var row = Row("Staff") with { Reliability = 'B' };
        ClaimErrors.Of(row).ShouldBe(0.15);
        ClaimErrors.Of(row with { Verified = false }).ShouldBe(Math.Sqrt((0.15 * 0.15) + (0.15 * 0.15)), Tolerance.Rounding);
        var forecast = row with { Published = row.PeriodStart.AddDays(10) };
        ClaimErrors.Of(forecast).ShouldBe(Math.Sqrt((0.15 * 0.15) + (0.25 * 0.25)), Tolerance.Rounding);
        ClaimErrors.Of(forecast with { Verified = false })
            .ShouldBe(Math.Sqrt((0.15 * 0.15) + (0.25 * 0.25) + (0.15 * 0.15)), Tolerance.Rounding);

        // Published when most of the period was over: not a forecast.
        ClaimErrors.Of(row with { Published = row.PeriodEnd.AddDays(-100) }).ShouldBe(0.15);
        double[] errors = [.. "ABCDEF".Select(letter => ClaimErrors.Of(row with { Reliability = letter }))],
            doubts = [.. "ABCDEF".Select(ClaimErrors.Doubt)];
        errors.Order().ToArray().ShouldBe(errors);
        doubts.Order().ToArray().ShouldBe(doubts);
        doubts.ShouldAllBe(doubt => doubt > 0 && doubt < 0.5);
    }

    [Fact]
    public void Claim_TakesWitnessErrorAndDoubtFromItsRow()
    {
        var check = Claim(1, 2).Check
            with { Reading = new([new Metric(Quantity.Fired).Total()], TimeWindow.Between(new(2023, 2, 1), new(2023, 3, 1))) };
        var claim = Supply.Inference.Claim.Of(check, Row("Staff") with { Verified = false, Reliability = 'D' });
        (claim.Witness, claim.Subject, claim.Reliability, claim.Doubt).ShouldBe(("Staff", "rounds_fired", 'D', 0.15));
        claim.Error.ShouldBe(Math.Sqrt((0.25 * 0.25) + (0.15 * 0.15)), Tolerance.Rounding);
        (claim.From, claim.To).ShouldBe((new DateOnly(2023, 2, 1), new DateOnly(2023, 3, 1)));
    }

    [Fact]
    public void Value_IsThePointTheMiddleOrTheBound()
    {
        Claim(7, 7).Value.ShouldBe(7);
        Claim(4, 9).Value.ShouldBe(6, Tolerance.Rounding);
        Claim(4, double.PositiveInfinity).Value.ShouldBe(4);
        Claim(double.NegativeInfinity, 9).Value.ShouldBe(9);

        // "None to nine" is a ceiling: on a logarithmic scale it has no lower end.
        (Claim(0, 9).Value, Claim(0, 9).HasTwoEnds).ShouldBe((9, false));
        (Claim(4, 9).HasTwoEnds, Claim(4, double.PositiveInfinity).HasTwoEnds).ShouldBe((true, false));
    }

    [Fact]
    public void Repeats_ShareOneVote()
    {
        var first = Claim(5, 5) with { From = new(2023, 1, 1), To = new(2023, 1, 31) };
        Claim[] claims =
        [
            first, first with { From = new(2023, 1, 10), To = new(2023, 2, 5) },
                first with { From = new(2023, 6, 1), To = new(2023, 6, 30) },
            first with { Witness = "another" }, first with { Subject = "stock" },
                first with { From = new(2023, 1, 1), To = new(2023, 3, 31) },
        ];

        // The fifth of January in a quarter is not a repetition of the quarter.
        Supply.Inference.Claim.Weighted(claims).Select(claim => claim.Weight).ShouldBe([0.5, 0.5, 1, 1, 1, 1]);
        var thrice = Supply.Inference.Claim.Weighted([first, first, first]);
        thrice.Sum(claim => ClaimErrors.LogLikelihood(claim, centre, Error))
            .ShouldBe(ClaimErrors.LogLikelihood(first, centre, Error), Tolerance.SameModel);
    }

    private static Claim Claim(double low, double high) =>
        new(new PlausibilityCheck(["X1"], "fired", "2023", low, high, "rounds"), "someone", "rounds_fired", new(2023, 1, 1),
            new(2023, 12, 31), new(2024, 2, 1)) { Error = Error, Doubt = Doubt };

    private static EvidenceRow Row(string organisation) => new(
        "X1", "RU", "rounds_fired", "all_artillery", new(2023, 1, 1), new(2023, 12, 31), null, 5, null, "rounds", organisation, "",
            new(2024, 2, 1), "", true, "");
}
