using static Supply.Tests.Oracles.World;

namespace Supply.Tests.Oracles;

public class ShareOracles
{
    private static readonly Metric Share = Metric.Share(Origin.Dprk);
    private static readonly Origin X = new("X");
    private static readonly Origin Y = new("Y");

    //   Plant, m --> Depot --> Force, cover rationing      added s: orders s / (1 - s) m, and in steady state s of what is
    //   Arsenal --Sea--> Depot                             fired is of the origin
    [Theory]
    [InlineData(0.1)]
    [InlineData(0.4)]
    [InlineData(0.6)]
    public void AddedShare_IsRealisedInSteadyState(double share)
    {
        var result = With(share, ShareMeaning.Added, steps: 400).Trace(Total(Quantity.Ordered), Share);
        result.Path(Total(Quantity.Ordered)).ShouldAllBe(orders => Math.Abs(orders - share / (1 - share) * 90) < Close(1e6));
        result.Path(Share)[^1].ShouldBe(share, Tolerance.SteadyState);
    }

    //   the same, substituted: orders s (m + D), the plant runs at (1 - s)(m + D), and the sum stays m + D
    [Theory]
    [InlineData(0.1)]
    [InlineData(0.4)]
    [InlineData(1)]
    public void SubstitutedShare_KeepsPlannedSupply(double share)
    {
        var result = With(share, ShareMeaning.Substituted, steps: 400).Trace(Total(Quantity.Ordered), Total(Quantity.Produced), Share);
        var (ordered, produced) = (result.Path(Total(Quantity.Ordered)), result.Path(Total(Quantity.Produced)));
        for (var t = 0; t < 400; t++)
        {
            ordered[t].ShouldBe(share * 120, Close(1e6), $"day {t}");
            (ordered[t] + produced[t] * 0.9).ShouldBe(120, Close(1e6), $"day {t}");
        }

        result.Path(Share)[^1].ShouldBe(share, Tolerance.SteadyState);
    }

    //   the plan itself as target: s = D / (m + D) changes nothing
    [Fact]
    public void SubstitutedShare_EqualToThePlan_ChangesNothing()
    {
        var metrics = Recorded.EveryStep(Total(Quantity.Ordered), Total(Quantity.Produced), Total(Quantity.Fired), Share);
        var plan = With(0, ShareMeaning.Substituted, 100) with { Changes = [] };
        var study = new Ensemble(1, Record: metrics).Run(plan, With(0.25, ShareMeaning.Substituted, 100) with { Name = "same" });
        foreach (var metric in metrics.Scalars) study.Difference(study["same"].Scenario, metric)
            .Median.ShouldBe(0, Close(1e5), metric.ToString());
    }

    //   Powder plant, p per day --> Powder --> Plant, 100 a day, 1 each      the plan makes min(100, p) of it a day, so at 0 % from
    //   Arsenal, 30 a day --> Depot                                          a plan of 90 + 30 the plant makes 120 / 90 of that; a
    //                                                                        share above the plan's takes less powder, and less is held
    [Theory]
    [InlineData(0, 100, 400 / 3.0, 100)]
    [InlineData(0, 60, 80, 60)]
    [InlineData(0.1, 60, 72, 60)]
    [InlineData(0.25, 60, 60, 60)]
    [InlineData(0.4, 60, 60, 60)]
    [InlineData(0.7, 60, 40, 40)]
    public void SubstitutedShare_BringsTheInputsOfWhatItAdds_AndNoMore(double share, double powder, double produced, double used)
    {
        var plan = With(share, ShareMeaning.Substituted, steps: 5);
        var scenario = plan with
        {
            Networks = [new("Side", Items.From(
                plan.Networks[0].Parts.Select(part => part is ProductionLine line ? line with { Inputs = [new("Powder",
                    Units.Of(1))] } : part)
                .Append(new InputStock("Powder")).Append(new InputSource("Powder plant", "Powder", Rate.PerDay(powder)))))],
        };
        var result = scenario.Trace(Total(Quantity.Produced), Total(Quantity.InputUsed));
        result.Path(Total(Quantity.Produced))[0].ShouldBeClose(produced);
        result.Path(Total(Quantity.InputUsed))[0].ShouldBeClose(used);
    }

    //   Plant, 100 a day --> Depot <-- X, 20 a day; <-- Y, 20 a day      Shares that act together are shares of one supply: of 140 if
    //                                                                    both are substituted; of 100 / (1 - x - y) if both are added;
    //                                                                    of 120 / (1 - y) if that of Y alone is added
    [Theory]
    [InlineData(0.4, ShareMeaning.Substituted, 0.4, ShareMeaning.Substituted, 140)]
    [InlineData(0, ShareMeaning.Substituted, 0.7, ShareMeaning.Substituted, 140)]
    [InlineData(0.4, ShareMeaning.Added, 0.4, ShareMeaning.Added, 500)]
    [InlineData(0.4, ShareMeaning.Substituted, 0.4, ShareMeaning.Added, 200)]
    [InlineData(0.1, ShareMeaning.Added, 0.8, ShareMeaning.Substituted, 120 / 0.9)]
    public void SharesThatActTogether_AreWhatTheyName(double x, ShareMeaning ofX, double y, ShareMeaning ofY, double supply)
    {
        var result = Two(new(X, Moment.AtStep(0), Fraction.Of(x), ofX), new(Y, Moment.AtStep(0), Fraction.Of(y), ofY))
            .Trace(Total(Quantity.Produced), Total(Quantity.Imported).From(X), Total(Quantity.Imported).From(Y));
        result.Path(Total(Quantity.Imported).From(X))[^1].ShouldBeClose(x * supply);
        result.Path(Total(Quantity.Imported).From(Y))[^1].ShouldBeClose(y * supply);
        result.Path(Total(Quantity.Produced))[^1].ShouldBeClose((1 - x - y) * supply);
    }

    // Alone, each acts as ever, though they overlap in other steps.
    [Fact]
    public void SharesThatOverlap_AreAloneBeforeAndAfter()
    {
        var result = Two(
            new TargetShare(X, Moment.AtStep(0), Fraction.Of(0.4), ShareMeaning.Substituted) { Until = Moment.AtStep(6) },
            new TargetShare(Y, Moment.AtStep(4), Fraction.Of(0.4), ShareMeaning.Added))
            .Trace(Total(Quantity.Produced), Total(Quantity.Imported).From(X), Total(Quantity.Imported).From(Y));
        const double k = 0.6 * 140 / 120;
        double[] produced = [100 * k, 100 * k, 100 * k, 100 * k, 40, 40, 100, 100, 100, 100];
        double[] fromX = [56, 56, 56, 56, 80, 80, 20, 20, 20, 20];
        double[] fromY = [20 * k, 20 * k, 20 * k, 20 * k, 80, 80, 80, 80, 80, 80];
        for (var t = 0; t < 10; t++)
        {
            result.Path(Total(Quantity.Produced))[t].ShouldBeClose(produced[t], $"produced, day {t}");
            result.Path(Total(Quantity.Imported).From(X))[t].ShouldBeClose(fromX[t], $"X, day {t}");
            result.Path(Total(Quantity.Imported).From(Y))[t].ShouldBeClose(fromY[t], $"Y, day {t}");
        }
    }

    //   the deal of X is announced for day 3: until then nothing comes of the share, and nobody makes room for it
    [Theory]
    [InlineData(ShareMeaning.Substituted, 72)]
    [InlineData(ShareMeaning.Added, 100)]
    public void ShareOfADealThatHasNotBegun_ChangesNothing(ShareMeaning meaning, double produced)
    {
        var scenario = Two(new TargetShare(X, Moment.AtStep(0), Fraction.Of(0.4), meaning));
        var result = scenario with
        {
            Networks = [new("Side", Items.From(scenario.Networks[0].Parts.Where(part => part.Name is not ("Ys" or "Yr"))
                .Select(part => part is Supplier supplier ? supplier with { Announced = new(Moment.AtStep(3), Days.None) } : part)))],
        };
        var trace = result.Trace(Total(Quantity.Produced), Total(Quantity.Ordered));
        for (var t = 0; t < 10; t++)
        {
            trace.Path(Total(Quantity.Produced))[t].ShouldBeClose(t < 3 ? 100 : produced, $"day {t}");
            trace.Path(Total(Quantity.Ordered))[t]
                .ShouldBeClose(t < 3 ? 0 : meaning == ShareMeaning.Added ? 100 * 0.4 / 0.6 : 48, $"day {t}");
        }
    }

    [Fact]
    public void ShareOfADealThatNeverHappens_CutsNobody()
    {
        var scenario = Two(new TargetShare(X, Moment.AtStep(0), Fraction.Of(0.4), ShareMeaning.Substituted));
        scenario = scenario with
        {
            Networks = [new("Side", Items.From(scenario.Networks[0].Parts.Select(part => part is Supplier { Name: "Xs" } supplier
                ? supplier with { Announced = new(Moment.AtStep(0), Days.None) { Probability = Fraction.Of(0.5) } } : part)))],
        };
        var metrics = new Metrics().And(Total(Quantity.Produced), Total(Quantity.Ordered).At("Xs"));
        var result = new Ensemble(40, Record: metrics).Run(scenario).Baseline;
        var (produced, ordered) = (result.Scalar(metrics.Scalars[0]), result.Scalar(metrics.Scalars[1]));
        ordered.Count(value => value == 0).ShouldBeInRange(5, 35);
        for (var i = 0; i < 40; i++) produced[i].ShouldBeClose(ordered[i] == 0 ? 1000 : 10 * 100 * 0.6 * 140 / 120, $"replication {i}");
    }

    //   Shed --works, 10 a day, of which nothing is good--> Depot <-- X, 20 a day; <-- Y, 20 a day      who plans nothing makes no room:
    //                                                                                                the works go on as before
    [Theory]
    [InlineData(false, 8)]
    [InlineData(true, 16)]
    public void SubstitutedShare_WhereNobodyElsePlansAnything_ScalesNobody(bool both, double ordered)
    {
        TargetShare[] shares = [new(X, Moment.AtStep(0), Fraction.Of(0.4), ShareMeaning.Substituted),
            new(Y, Moment.AtStep(0), Fraction.Of(0.3), ShareMeaning.Substituted)];
        var scenario = Two(shares[..(both ? 2 : 1)]);
        var parts = scenario.Networks[0].Parts.Where(part => part is not ProductionLine && (both || part.Name is not ("Ys" or "Yr")));
        scenario = scenario with
        {
            Networks = [new("Side", Items.From(parts.Append(new Reserve("Shed", [Lot(1000)])).Append(
                new RefurbishmentWorks("Works", Calibre.Mm152, "Shed", "Depot", Rate.PerDay(10)) { Yield = Fraction.Of(0) })))],
        };
        var result = scenario.Trace(Total(Quantity.Rejected), Total(Quantity.Ordered).At("Xs"));
        result.Path(Total(Quantity.Rejected)).ShouldAllBe(rounds => Math.Abs(rounds - 10) < Close(1000));
        result.Path(Total(Quantity.Ordered).At("Xs")).ShouldAllBe(rounds => Math.Abs(rounds - ordered) < Close(1000));
    }

    private static Scenario Two(params TargetShare[] shares) => Steps(10,
        Depot("Depot"), Line(Rate.PerDay(100)),
        new Supplier("Xs", X, [new(Calibre.Mm152, Rounds.Of(1e9), Rate.Zero, Rate.PerDay(20))]),
        new Route("Xr", "Xs", "Depot", Days.Of(1)),
        new Supplier("Ys", Y, [new(Calibre.Mm152, Rounds.Of(1e9), Rate.Zero, Rate.PerDay(20))]),
        new Route("Yr", "Ys", "Depot", Days.Of(1)),
        Force(50)) with { Changes = Items.Of<Change>(shares) };

    //   Plant, m --> Depot, S0 --> Force, d for T days; Arsenal, p b --Sea: L days, loss l--> Depot
    //   the least p that keeps all fire up to T:    p = (d T - m T - S0) / ((1 - l) b (T - L))
    [Fact]
    public void InverseShare_IsTheLeastThatSustainsTheFire()
    {
        const double p = 0.3761165961448049;
        Shortfall(p * 1.0001).ShouldBe(0, Close(1e7));
        Shortfall(p * 0.9999).ShouldBeGreaterThan(100);

        static double Shortfall(double share) => Steps(730,
            Depot("Depot", Lot(500_000)), Line(Rate.PerDay(9_000)), Arsenal(1e9, 0, share * 15_000),
                Sea(21) with { Loss = Fraction.Of(0.03) },
                Force(15_000))
            .Trace(Total(Quantity.Shortfall)).Scalar(Total(Quantity.Shortfall))[0];
    }

    private static Scenario With(double share, ShareMeaning meaning, int steps) => Steps(steps,
        Line(Rate.PerDay(100)) with { Yield = Fraction.Of(0.9) }, Arsenal(1e6, 0, 30), Sea(10), Depot("Depot"),
            Force(1e6, rationing: Rationing.ByCover(Days.Of(5)))) with
    {
        Changes = [new TargetShare(Origin.Dprk, Moment.AtStep(0), Fraction.Of(share), meaning)],
    };
}
