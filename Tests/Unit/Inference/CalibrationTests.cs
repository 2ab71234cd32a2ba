using Supply.Evidence;
using Supply.Inference;

namespace Supply.Tests.Unit.Inference;

/// <summary>Known answers: in closed form, or because the case was made that way.</summary>
public sealed class CalibrationTests
{
    private static readonly double priorSd = Math.Log(2_000.0 / 500) / (2 * 1.6448536269514722);
    private static readonly Claim made = SmallWar.Silent[0];
    private static readonly Claim sent = SmallWar.Silent[5];

    /// <summary>The plant's output is log-normal, and so are the scope and the error; therefore the posterior is too.</summary>
    [Theory]
    [InlineData(0.1)]
    [InlineData(0.5)]
    public void OneClaim_GivesTheConjugateAnswer(double error)
    {
        const double scope = 0.15, away = 0.4;
        var middle = SmallWar.Middle([made], SmallWar.Quiet)[0];
        var claim = made.Saying(middle * Math.Exp(away)) with { Error = error, Doubt = 0 };
        var posterior = Run([claim], SmallWar.Quiet);
        var total = (priorSd * priorSd) + (scope * scope) + (error * error);
        var number = posterior.Values("made").Select(value => Math.Log(value / 1_000)).ToArray();
        var factor = posterior.Values(ClaimView.ScopeName(claim));
        Near(number, away * priorSd * priorSd / total, priorSd * Math.Sqrt(1 - (priorSd * priorSd / total)));
        Near(factor, away * scope * scope / total, scope * Math.Sqrt(1 - (scope * scope / total)));
        posterior.LogEvidence.ShouldBe((-0.5 * away * away / total) - (0.5 * Math.Log(2 * Math.PI * total)), 2 * Tolerance.SampledEvidence);
        posterior.Wrong(claim).ShouldBe(0);

        // And the model's value is the number itself, whichever way it is asked.
        posterior.Said(claim).Zip(number, (said, log) => Math.Log(said / middle) - log)
            .ShouldAllBe(difference => Math.Abs(difference) < Tolerance.SameModel);
        posterior.Values("wanted").Average(value => Math.Log(value / 1_400)).ShouldBe(0, priorSd * Tolerance.FewRows);
    }

    [Fact]
    public void ReadingOfAPreciseClaim_MovesToIt_AndOthersFollow()
    {
        var middle = SmallWar.Middle([sent])[0];
        var posterior = Run([sent.Saying(middle / 2) with { Error = 0.02, Doubt = 0.01, Reliability = 'A' }]);
        var said = Spread.Of(posterior.Said(posterior.Calibration.Claims[0]));
        var prior = SmallWar.Calibration([sent]).Prior(2000);
        (said.Median / middle).ShouldBe(0.5, 0.5 * Tolerance.FewRows);
        (said.High90 / said.Low90).ShouldBeLessThan(Math.Exp(2 * 1.7 * 0.17));
        posterior.Reading(SmallWar.DprkShare).Average().ShouldBeLessThan(0.8 * prior[2].Average());
    }

    [Theory]
    [InlineData(1.0)]
    [InlineData(3.0)]
    [InlineData(8.0)]
    public void ScopeOfAWitnessWhoCountsTooMuch_IsFound(double times)
    {
        // The witness's prior says three times as much, give or take a factor of two, and drifting.
        Claim[] claims = [.. SmallWar.Claims,
            .. Enumerable.Range(0, 3).Select(
                i => SmallWar.Of($"count {i}", "Counting office", "all fire", SmallWar.Total(Quantity.Fired, Tenth(i))))];
        var said = SmallWar.Middle(claims);
        claims = [.. claims.Select((claim, i) => i < SmallWar.Claims.Count ? claim
            : claim.Saying(times * said[i]) with { Reliability = 'D' })];
        var posterior = (SmallWar.Calibration(claims) with
        {
            Scopes = [new("Counting office", "all fire", 1.1, 0.7, 0.5)], ScopesDriftFrom = new(2023, 1, 1),
        }).Run(cancellation: TestContext.Current.CancellationToken);
        var scope = Spread.Of(posterior.Scope(claims[^1]));
        scope.Low90.ShouldBeLessThan(times);
        scope.High90.ShouldBeGreaterThan(times);
        (scope.High90 / scope.Low90).ShouldBeLessThan(4);
        claims.ShouldAllBe(claim => posterior.Wrong(claim) < 0.3);

        static TimeWindow Tenth(int i) =>
            TimeWindow.Between(new DateOnly(2024, 1, 1).AddDays(20 * i), new DateOnly(2024, 1, 20).AddDays(20 * i));
    }

    [Fact]
    public void WitnessWhoIsOutvoted_IsWrong()
    {
        var middle = SmallWar.Middle([made])[0];
        Claim[] claims = [.. new[] { SmallWar.Factory, SmallWar.Staff, SmallWar.Port }
            .Select((witness, i) => made.Saying(i == 2 ? 12 * middle : middle) with
        {
            Witness = witness, Check = made.Saying(i == 2 ? 12 * middle : middle).Check with { Id = witness },
        })];
        var posterior = Run(claims);
        posterior.Wrong(claims[2]).ShouldBeGreaterThan(0.5);
        posterior.Wrong(claims[0]).ShouldBeLessThan(0.2);
        posterior.Wrong(claims[1]).ShouldBeLessThan(0.2);
    }

    [Fact]
    public void ClaimThatIsRepeated_CountsAsOne()
    {
        var middle = SmallWar.Middle([made])[0];
        Claim[] thrice = [.. new[] { "a", "b", "c" }
            .Select(id => made.Saying(2 * middle) with { Check = made.Saying(2 * middle).Check with { Id = id } })];
        var once = SmallWar.Calibration([thrice[0]]).Target(_ => true);
        var weighted = SmallWar.Calibration(Claim.Weighted(thrice)).Target(_ => true);
        foreach (var value in new[] { 0.5, 1.5, 4 })
        {
            double[] x = [.. once.Marginals.Select(marginal => marginal.Value(0.3))];
            weighted.LogLikelihood(x, weighted.Payload(value * middle, value * middle, value * middle, 0, 0))
                .ShouldBe(once.LogLikelihood(x, once.Payload(value * middle, 0, 0)), Tolerance.SameModel);
        }
    }

    [Fact]
    public void Target_HasOneScope_ForEachWitnessAndSubject_AndCountsFittedClaimsAlone()
    {
        var target = SmallWar.Calibration(SmallWar.Claims).Target(claim => claim.Witness == SmallWar.Port);
        target.HeavyCount.ShouldBe(6);
        target.PayloadLength.ShouldBe(18);
        target.Marginals.Skip(6).Select(marginal => marginal.Name).ShouldBe(
        [
            "scope of Factory house on production", "scope of Front staff on fire", "scope of Front staff on stock",
            "scope of Port watch on deliveries", "scope of Port watch on share", "scope of Port watch on fire",
        ]);
        double[] x = [.. target.Marginals.Select(marginal => marginal.Value(0.3))], payload = target.Payload([.. SmallWar.Middle(
            SmallWar.Claims), 0, 0]);
        target.LogLikelihood(x, payload)
            .ShouldBe(Enumerable.Range(5, 3).Sum(i => target.LogLikelihood(i, x, payload)), Tolerance.SameModel);
        target.With(_ => false).LogLikelihood(x, payload).ShouldBe(0);
        var drifting = (SmallWar.Calibration([SmallWar.Claims[2]]) with
        {
            Scopes = [new(SmallWar.Staff, "fire", 1.1, 0.7, 0.5)], ScopesDriftFrom = new(2023, 1, 1),
        }).Target(_ => true);
        drifting.Marginals.Select(marginal => marginal.Name).TakeLast(2)
            .ShouldBe(["scope of Front staff on fire", "scope of Front staff on fire, drift a year"]);
        (drifting.Marginals[6].Value(0), drifting.Marginals[6].Value(1), drifting.Marginals[7].Value(1)).ShouldBe((1.1, 1.1 + 0.7, 0.5));
        drifting.View.Scope(0, [0, 0, 0, 0, 0, 0, 1, 0.5]).ShouldBe(1 + (0.5 * (380 / 365.25)), Tolerance.Rounding);
    }

    [Fact]
    public void Mistakes_InClaims_AreAllNamed()
    {
        Claim[] claims =
        [
            made.Saying(0) with { Error = 0 }, made.Saying(5, 4) with { Doubt = 2 }, sent,
                sent.Saying(-3, -1) with { Check = sent.Check with { Id = "back", Low = -3, High = -1 }, Weight = double.NaN },
        ];
        Should.Throw<ArgumentException>(() => Run(claims)).Message.ShouldBe(
            "2 claims have the id \"made-1\"; ids must be unique.\n"
            + "Claim \"made-1\": its error is 0; it must be finite and above 0.\n"
            + "Claim \"made-1\": its range is 5..4; it must not fall.\n"
            + "Claim \"made-1\": its doubt is 2; it must lie in 0..1.\n"
            + "Claim \"sent\": it has no bound above 0, so it says nothing.\n"
            + "Claim \"back\": its upper end is -1; it must be at least 0.\n"
            + "Claim \"back\": its weight is NaN; it must lie in 0..1.");
        Should.Throw<ArgumentException>(() => (SmallWar.Calibration([sent.Saying(5)]) with
        {
            Scopes = [new("Staff", "fire", double.NaN, 0), new("Staff", "fire", 0, 1, -1)],
        }).Target(_ => true)).Message.ShouldBe(
            "2 scopes are those of Staff on fire; there must be one.\n"
            + "Scope of Staff on fire: its mean is NaN; it must be finite.\n"
            + "Scope of Staff on fire: its sd is 0; it must be finite and above 0.\n"
            + "Scope of Staff on fire: its drift a year is -1; it must be finite and at least 0.");
    }

    [Fact]
    public void Prior_IsWhatAnEnsembleSays()
    {
        var calibration = SmallWar.Calibration(SmallWar.Claims);
        var result = new Ensemble(20, Record: new Metrics().And([.. ClaimsTarget.Outcomes(SmallWar.Claims, SmallWar.Readings).Distinct()]))
            .Run(SmallWar.Scenario).Baseline;
        calibration.Prior(20).Zip(SmallWar.Claims.Select(claim => claim.Check).Concat(SmallWar.Readings), (said, check) => (said, check))
            .ShouldAllBe(pair => pair.said.SequenceEqual(pair.check.In(result)));
    }

    /// <summary>The last window ends within a step: the days after it are needed for that step, though no claim covers them.</summary>
    [Fact]
    public void LongSteps_AreSimulatedToTheEndOfTheLastOneThatAClaimSees()
    {
        var coarse = SmallWar.Scenario with { Horizon = Horizon.Dated(new(2024, 1, 1), new(2024, 3, 31), 3) };
        var result = new Ensemble(5, Record: new Metrics().And([.. ClaimsTarget.Outcomes(SmallWar.Claims, []).Distinct()]))
            .Run(coarse).Baseline;
        var prior = (SmallWar.Calibration(SmallWar.Claims, coarse) with { Followed = [] }).Prior(5);
        foreach (var (said, claim) in prior.Zip(SmallWar.Claims)) said.ShouldBe(claim.Check.In(result), claim.Id);
    }

    private static void Near(IReadOnlyList<double> values, double mean, double sd)
    {
        var average = values.Average();
        average.ShouldBe(mean, sd * Tolerance.FewRows);
        (Math.Sqrt(values.Average(value => (value - average) * (value - average))) / sd).ShouldBe(1, Tolerance.FewRows);
    }

    private static Posterior Run(IReadOnlyList<Claim> claims, Scenario? scenario = null) =>
        SmallWar.Calibration(claims, scenario).Run(null, null, TestContext.Current.CancellationToken);
}
