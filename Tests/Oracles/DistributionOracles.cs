using static Supply.Tests.Oracles.World;

namespace Supply.Tests.Oracles;

/// <summary>Moments and quantiles over many replications, within a stated number of standard errors; the seed is fixed.</summary>
public class DistributionOracles
{
    private const int Replications = 20_000;
    private static readonly Metric Produced = Metric.ProducedPerDay;

    //   mean and standard deviation of each kind of number
    [Fact]
    public void Numbers_HaveTheirMeanAndSpread()
    {
        Check(Uncertain.Uniform(2, 5), 3.5, 3 / Math.Sqrt(12));
        Check(Uncertain.Triangular(1, 2, 6), 3, 1.0801234497346435);
        Check(Uncertain.Pert(1, 2, 6), 2.5, Math.Sqrt(1.5 * 3.5 / 7));
        Check(Uncertain.Pert(1, 1, 7), 2, Math.Sqrt(1 * 5 / 7.0));
        Check(Uncertain.Normal(100, 2), 100, 2);
        Check(Uncertain.OneOf(new Alternative("a", 1, 10), new Alternative("b", 3, 20)), 17.5, Math.Sqrt(75.0 / 4));
        Check(Uncertain.Uniform(2, 4) * Uncertain.Uniform(0, 2), 3, Math.Sqrt((9 + 1.0 / 3) * (1 + 1.0 / 3) - 9));

        static void Check(Uncertain number, double mean, double sd)
        {
            var values = Draws(number);
            values.Average().ShouldBe(mean, Tolerance.StandardErrors * sd / Math.Sqrt(Replications), number.ToString());
            // The variance of a variance is at most (kurtosis - 1) / n of it squared; no kurtosis here is above 5.
            Variance(values).ShouldBe(sd * sd, Tolerance.StandardErrors * sd * sd * Math.Sqrt(4.0 / Replications), number.ToString());
        }
    }

    //   the limits of a log-normal are its quantiles: the share of draws below each is (1 -+ p) / 2
    [Theory]
    [InlineData(0.9)]
    [InlineData(0.5)]
    public void LogNormal_HasItsLimitsAsQuantiles(double probability)
    {
        var values = Draws(Uncertain.LogNormal(40, 160, probability));
        Below(40).ShouldBe((1 - probability) / 2, Error((1 - probability) / 2));
        Below(80).ShouldBe(0.5, Error(0.5));
        Below(160).ShouldBe((1 + probability) / 2, Error((1 + probability) / 2));

        double Below(double limit) => values.Count(value => value < limit) / (double)Replications;
        static double Error(double share) => Tolerance.StandardErrors * Math.Sqrt(share * (1 - share) / Replications);
    }

    //   one name, two uses: the same draw in both; without a name independent
    [Fact]
    public void NamedNumber_IsOneDraw()
    {
        var shared = Uncertain.Uniform(10, 20).Named("level");
        var scenario = Steps(1, Depot("Depot"), Line(Rate.PerDay(shared), name: "A"), Line(Rate.PerDay(shared), name: "B"),
            Line(Rate.PerDay(Uncertain.Uniform(10, 20)), name: "C"));
        var result = new Ensemble(1000, Record: Recorded.EveryStep(Produced.At("A"), Produced.At("B"), Produced.At("C")))
            .Run(scenario).Baseline;
        result.Scalar(Produced.At("B")).ShouldBe(result.Scalar(Produced.At("A")));
        Correlation([.. result.Scalar(Produced.At("A"))], [.. result.Scalar(Produced.At("C"))])
            .ShouldBe(0, Tolerance.StandardErrors / Math.Sqrt(1000));
    }

    //   noise: ln of the factor has standard deviation s at every step and correlation exp(-h / c) from step to step
    [Theory]
    [InlineData(1, 5)]
    [InlineData(7, 20)]
    public void Noise_IsStationaryWithItsCorrelation(double stepDays, double correlationDays)
    {
        var scenario = Of(Horizon.PlainSteps(12, stepDays), Depot("Depot"),
            Line(((RatePath)Rate.PerDay(1)).Times(Uncertain.Noise(0.3, correlationDays))));
        var windows = Enumerable.Range(0, 12).Select(step => new TimeWindow($"{step}", Moment.AtStep(step), Moment.AtStep(step))).ToArray();
        var result = new Ensemble(Replications, Record: new Metrics().And(Produced).Over(windows)).Run(scenario).Baseline;
        double[][] logs = [.. windows.Select(window => result.Scalar(Produced, window).Select(value => Math.Log(value)).ToArray())];
        var keep = Math.Exp(-stepDays / correlationDays);
        foreach (var (step, values) in logs.Index())
        {
            values.Average().ShouldBe(0, Tolerance.StandardErrors * 0.3 / Math.Sqrt(Replications), $"step {step}");
            Variance(values).ShouldBe(0.09, Tolerance.StandardErrors * 0.09 * Math.Sqrt(2.0 / Replications), $"step {step}");
            if (step == 0) continue;
            Correlation(logs[step - 1], values)
                .ShouldBe(keep, Tolerance.StandardErrors * (1 - keep * keep) / Math.Sqrt(Replications), $"step {step}");
        }
    }

    //   drift: ln of the factor has standard deviation s y after y years, 0 before its start, and is a straight line in time
    [Fact]
    public void Drift_SpreadsWithTime()
    {
        var scenario = Steps(1100, Depot("Depot"), Line(((RatePath)Rate.PerDay(1)).Times(Uncertain.Drift(Moment.AtStep(4), 0.2))));
        TimeWindow At(int step) => new($"{step}", Moment.AtStep(step), Moment.AtStep(step));
        var result = new Ensemble(2000, Record: new Metrics().And(Produced).Over(At(4), At(370), At(1000))).Run(scenario).Baseline;
        double[] Logs(int step) => [.. result.Scalar(Produced, At(step)).Select(value => Math.Log(value))];
        Logs(4).ShouldAllBe(value => value == 0);
        foreach (var step in new[] { 370, 1000 })
        {
            var sd = 0.2 * (step - 4) / 365.25;
            Variance(Logs(step)).ShouldBe(sd * sd, Tolerance.StandardErrors * sd * sd * Math.Sqrt(2.0 / 2000));
        }

        Logs(1000).Zip(Logs(370)).ShouldAllBe(pair => Math.Abs(pair.First * 366 - pair.Second * 996) < Tolerance.SameModel);
    }

    //   drift with an end: the factor of the last day stays
    [Fact]
    public void Drift_WithAnEnd_Stays()
    {
        Scenario Drifting(Moment? until) =>
            Steps(1100, Depot("Depot"), Line(((RatePath)Rate.PerDay(1)).Times(Uncertain.Drift(Moment.AtStep(4), 0.2, until))));
        TimeWindow At(int step) => new($"{step}", Moment.AtStep(step), Moment.AtStep(step));
        var ensemble = new Ensemble(50, Record: new Metrics().And(Produced).Over(At(200), At(370), At(1000)));
        var (goesOn, ends) = (ensemble.Run(Drifting(null)).Baseline, ensemble.Run(Drifting(Moment.AtStep(370))).Baseline);
        ends.Scalar(Produced, At(200)).ShouldBe(goesOn.Scalar(Produced, At(200)));
        ends.Scalar(Produced, At(370)).ShouldBe(goesOn.Scalar(Produced, At(370)));
        ends.Scalar(Produced, At(1000)).ShouldBe(ends.Scalar(Produced, At(370)), Tolerance.SameModel);
    }

    [Fact]
    public void Drift_ThatEndsBeforeItBegins_IsRefused() => Should.Throw<ScenarioException>(() =>
            new Ensemble(1).Run(Steps(10, Depot("Depot"),
                Line(((RatePath)Rate.PerDay(1)).Times(Uncertain.Drift(Moment.AtStep(4), 0.2, Moment.AtStep(4)))))))
        .Message.ShouldContain("drifts until step 4; it must be after step 4, from which it drifts.");

    //   Arsenal --Sea, uncertain lead time--> Depot: the mean in transit is flow x mean lead time (Little's law)
    [Fact]
    public void InTransit_IsFlowTimesMeanLeadTime()
    {
        var scenario = Steps(60, Arsenal(1e9, 0, 10), Sea(0) with { LeadTime = Days.Of(Uncertain.Uniform(10.5, 30.5)) }, Depot("Depot"));
        var transit = new Ensemble(Replications, Record: new Metrics().And(Metric.InTransit))
            .Run(scenario).Baseline.Scalar(Metric.InTransit);
        var sd = 10 * Math.Sqrt((20 * 20 - 1) / 12.0);
        transit.Average().ShouldBe(10 * 20.5, Tolerance.StandardErrors * sd / Math.Sqrt(Replications));
    }

    private static double[] Draws(Uncertain number) =>
        [.. new Ensemble(Replications, Record: new Metrics().And(Produced))
            .Run(Steps(1, Depot("Depot"), Line(Rate.PerDay(number)))).Baseline.Scalar(Produced)];

    private static double Variance(double[] values)
    {
        var mean = values.Average();
        return values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1);
    }

    private static double Correlation(double[] a, double[] b)
    {
        var (ma, mb) = (a.Average(), b.Average());
        return a.Zip(b).Sum(pair => (pair.First - ma) * (pair.Second - mb)) / (a.Length - 1) / Math.Sqrt(Variance(a) * Variance(b));
    }
}
