namespace Supply.Tests.Unit.Studies;

/// <summary>Falls and needed settings of production that is known in closed form.</summary>
public class FallTests
{
    private static readonly TimeWindow[] tens = [
        .. Enumerable.Range(0, 20).Select(k => new TimeWindow($"ten {k}", Moment.AtStep(20 + (10 * k)), Moment.AtStep(29 + (10 * k))))];

    private static readonly Scenario plan = new("Plan", new Network("Side",
        new Stockpile("Depot"),
        new ProductionLine("Plant", Calibre.Mm152, Origin.Russia, "Depot", Rate.PerDay(Uncertain.Uniform(5, 15)))),
            Horizon.PlainSteps(220));

    //   10 |----.            falls by a hundredth a day for 100 days from day 20; the mean of ten days is that of their middle,
    //      |     `.          and steps are read at their start, half a day before the middle of the step
    //      |       `------
    [Fact]
    public void Line_FallsToHalfInTheMiddle()
    {
        var study = Run(("Closing", 0, 100));
        var fall = study.Fall(study["Closing"].Scenario, Metric.ProducedPerDay, tens);
        fall.Days.ShouldBe([.. Enumerable.Range(0, 20).Select(k => 5.0 + (10 * k))]);
        fall.Differences[0].Median.ShouldBe(-0.045 * Made(study), Tolerance.SameModel);
        fall.Final.Median.ShouldBe(-Made(study), Tolerance.SameModel);
        fall.FinalShare.Median.ShouldBe(-1, Tolerance.SameModel);
        fall.Time.Quantiles.ShouldAllBe(day => Math.Abs(day - 50.5) < Tolerance.SameModel);
        fall.Probability.ShouldBe(1);
        study.Fall(study["Closing"].Scenario, Metric.ProducedPerDay, tens, part: 0.2).Time.Median.ShouldBe(20.5, Tolerance.SameModel);
    }

    [Fact]
    public void NoFall_HasNoTime()
    {
        var study = Run(("Growing", 2, 50));
        var fall = study.Fall(study["Growing"].Scenario, Metric.ProducedPerDay, tens);
        fall.Probability.ShouldBe(0);
        fall.Time.Undefined.ShouldBe(40);
    }

    [Fact]
    public void Needed_IsReadBetweenTheSettings()
    {
        var study = Run(("100 %", 1, 1), ("150 %", 1.5, 1), ("300 %", 3, 1), ("Wanted", 1.2, 1));
        Scenario Of(string name) => study[name].Scenario;
        (double, Scenario)[] settings = [(1, Of("100 %")), (1.5, Of("150 %")), (3, Of("300 %"))];
        var needed = study.Needed(settings, Metric.ProducedPerDay, Of("Wanted"), window: tens[^1]);
        needed.Values.ShouldAllBe(value => Math.Abs(value - 1.2) < Tolerance.SameModel);
        study.Needed(settings, Metric.ProducedPerDay, Of("Wanted"), share: 0.5, tens[^1]).With(1).ShouldBe(1);
        study.Needed(settings, Metric.ProducedPerDay, 1000, tens[^1]).With(0.5).ShouldBe(double.PositiveInfinity);

        // A replication that makes v needs 15 / v; the level is reached by three in four if the quarter that makes least is left out.
        var made = study["100 %"].Scalar(Metric.ProducedPerDay, tens[^1]).Order().ToArray();
        study.Needed(settings, Metric.ProducedPerDay, 15, tens[^1]).With(0.75).ShouldBe(15 / made[10], Tolerance.SameModel);
        Should.Throw<ArgumentException>(
            () =>
            study.Needed([(1, Of("100 %")), (1, Of("150 %"))], Metric.ProducedPerDay, 3, tens[^1])).Message.ShouldStartWith(
            "Setting 1 follows 1; settings must ascend.");
    }

    [Fact]
    public void ConsecutiveWindows_LeaveOutTheRest()
    {
        var windows = TimeWindow.Consecutive(new(2024, 1, 1), new(2024, 3, 10), 30);
        windows.Select(window => window.ToString()).ShouldBe(["2024-01-01 to 2024-01-30", "2024-01-31 to 2024-02-29"]);
        TimeWindow.Consecutive(new(2024, 1, 1), new(2023, 3, 10), 30).ShouldBeEmpty();
    }

    private static double Made(Study study) => study.Baseline.Distribution(Metric.ProducedPerDay, tens[0]).Median;

    private static Study Run(params (string Name, double Factor, double Onset)[] ramps) =>
        new Ensemble(40, Record: new Metrics { Scalars = [Metric.ProducedPerDay] }.Over(tens)).Run(
            [plan, .. ramps.Select(ramp =>
                plan.With(ramp.Name, new CapacityChange("Plant", Moment.AtStep(20), ramp.Factor) { Onset = Days.Of(ramp.Onset) }))]);
}
