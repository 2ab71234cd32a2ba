using static Supply.Tests.Oracles.World;

namespace Supply.Tests.Oracles;

public class ShareOracles
{
    private static readonly Metric Share = Metric.Share(Origin.Dprk);

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
