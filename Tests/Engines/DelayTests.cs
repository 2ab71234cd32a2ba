using Supply.Programs;
using Supply.Engines;

namespace Supply.Tests.Engines;

/// <summary>A read returns the value written a lag ago, for every lag and on every engine.</summary>
public class DelayTests
{
    private const int Steps = 40;
    private const int Replications = 70;
    private const int MaxLag = 6;

    public static TheoryData<string> Engines =>
        ["scalar", "block 7", "block 8", "block 64", "kernel 1 wide", "kernel 3 wide", "kernel 2 narrow"];

    [Theory, MemberData(nameof(Engines))]
    public void Delayed_WithDrawnLags_IsWhatWasWrittenALagAgo(string engine)
    {
        var program = Delays();
        var recorder = Run(program, engine);
        var lags = recorder.Parameters().Column("lag").Select(lag => (int)lag).ToArray();
        lags.Distinct().Order().ShouldBe(Enumerable.Range(1, MaxLag));
        for (var step = 0; step < Steps; step++)
        {
            var drawn = EngineRun.Series(recorder, 0, step);
            drawn.ShouldBe(lags.Select(lag => Written(step - lag)), $"drawn, step {step}");
            EngineRun.Series(recorder, 1, step)
                .ShouldBe(Enumerable.Repeat(Written(step - MaxLag), Replications), $"longest lag, step {step}");
            EngineRun.Series(recorder, 2, step).ShouldBe(Enumerable.Repeat(Written(step - 1), Replications), $"lag 1, step {step}");
        }
    }

    // input of step s arrives at s + lag(s), together with everything else that arrives then, in the order of dispatch
    [Theory, MemberData(nameof(Engines))]
    public void Delayed_WithALagForEachStep_IsTheSumOfAllThatArrives(string engine)
    {
        var b = new ProgramBuilder(Steps);
        var lag = b.Floor(b.Add(b.One, b.Multiply(b.Constant(MaxLag), b.Divide(b.One, b.Add(b.One, b.Exp(b.Normal("lag")))))));
        var delay = b.NewDelay("shipments", lag, MaxLag, perShipment: true);
        var arrived = b.Delayed(delay);
        b.Push(delay, b.Table([.. Enumerable.Range(0, Steps).Select(Written)]));
        RecordedSeries[] recorded = [new(Metric.OnHand, SampleRule.Value, arrived), new(Metric.OnHand, SampleRule.Value, lag)];
        var recorder = Run(new Assembler(b).Assemble(Horizon.PlainSteps(Steps), Metrics.Standard with { Every = 1 }, recorded, [], []),
            engine);
        var expected = new double[Steps + MaxLag][];
        for (var step = 0; step < expected.Length; step++) expected[step] = new double[Replications];
        for (var step = 0; step < Steps; step++)
        {
            EngineRun.Series(recorder, 0, step).ShouldBe(expected[step], $"step {step}");
            var lags = EngineRun.Series(recorder, 1, step);
            lags.Distinct().Count().ShouldBeGreaterThan(3);
            for (var i = 0; i < Replications; i++) expected[step + (int)lags[i]][i] += Written(step);
        }
    }

    private static double Written(int step) => step < 0 ? 0 : 100 + step;

    private static Recorder Run(StepProgram program, string engine) => engine.Split(' ') switch
    {
        ["block", var width] =>
            EngineRun.OnBlock(program, Replications, int.Parse(width, System.Globalization.CultureInfo.InvariantCulture)),
        ["kernel", var groups, var width] =>
            EngineRun.OnKernel(program, Replications, int.Parse(groups, System.Globalization.CultureInfo.InvariantCulture),
                width == "wide"),
        _ => EngineRun.OnBlock(program, Replications, 1),
    };

    /// <summary>One input through three delays; the sum makes every step read them.</summary>
    private static StepProgram Delays()
    {
        var b = new ProgramBuilder(Steps);
        var input = b.Table([.. Enumerable.Range(0, Steps).Select(Written)]);
        var lag = b.Parameter("lag", "lag", new(1, MaxLag), uniform => b.Floor(b.Add(b.One, b.Multiply(uniform, b.Constant(MaxLag)))));
        Term[] read =
        [
            .. new[] { lag, b.Constant(MaxLag), b.One }.Select((steps, i) =>
            {
                var delay = b.NewDelay($"delay {i}", steps, MaxLag);
                var delayed = b.Delayed(delay);
                b.Push(delay, input);
                return delayed;
            }),
        ];
        var sum = b.NewState("sum", b.Zero);
        b.Set(sum, b.Add(b.Read(sum), b.Sum(read)));
        var recorded = read.Select(term => new RecordedSeries(Metric.OnHand, SampleRule.Value, term)).ToArray();
        return new Assembler(b).Assemble(Horizon.PlainSteps(Steps), Metrics.Standard with { Every = 1 }, recorded, [], []);
    }
}
