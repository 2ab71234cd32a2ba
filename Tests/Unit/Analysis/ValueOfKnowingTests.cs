using MathNet.Numerics.Distributions;
using Supply.Analysis;

namespace Supply.Tests.Unit.Analysis;

/// <summary>Decisions whose value of information has a closed form.</summary>
public class ValueOfKnowingTests
{
    private const int Rows = 20_000;

    private static double Score(int row, int place) => Normal.InvCDF(0, 1, Resampling.Uniform(11, "knowing", row, place));

    [Fact]
    public void NormalGain_HasItsClosedForm()
    {
        // Gain of acting: -0.5 + x + 2 y, both standard normal. Not acting is better today, and E max(0, N(m, s)) is
        // s f(m / s) + m F(m / s).
        InputColumn x = new("x", [.. Enumerable.Range(0, Rows).Select(row => Score(row, 0))]),
            y = new("y", [.. Enumerable.Range(0, Rows).Select(row => Score(row, 1))]),
            idle = new("idle", [.. Enumerable.Range(0, Rows).Select(row => Score(row, 2))]);
        var value = ValueOfKnowing.Of([idle, x, y],
        [
            new("act", [.. Enumerable.Range(0, Rows).Select(row => -0.5 + x.Values[row] + (2 * y.Values[row]))]),
            new("wait", [.. Enumerable.Repeat(0.0, Rows)]),
        ]);
        static double Gain(double m, double s) => (s * Normal.PDF(0, 1, m / s)) + (m * Normal.CDF(0, 1, m / s));
        value.Chosen.Name.ShouldBe("wait");
        value.Perfect.ShouldBe(Gain(-0.5, Math.Sqrt(5)), Tolerance.ValueOfKnowing);
        value.Inputs.Select(one => one.Input.Name).ShouldBe(["y", "x", "idle"]);
        value.Inputs[0].Value.ShouldBe(Gain(-0.5, 2), Tolerance.ValueOfKnowing);
        value.Inputs[1].Value.ShouldBe(Gain(-0.5, 1), Tolerance.ValueOfKnowing);
        value.Inputs[2].Value.ShouldBe(0);
        foreach (var (known, exact) in new[] { (value.Inputs[0], Gain(-0.5, 2)), (value.Inputs[1], Gain(-0.5, 1)) })
        {
            exact.ShouldBeInRange(known.Low90 - (known.High90 - known.Low90), known.High90 + (known.High90 - known.Low90));
        }

        value.Verdict.ShouldContain("The number most worth finding out is y");
    }

    [Fact]
    public void Choice_IsWorthWhatItsCasesAre()
    {
        // Act is worth 3, -1, -2 in three cases that are equally likely: 0 on the mean, so that knowing is worth 1 = (3 + 0 + 0) / 3.
        InputColumn kind = new("kind", [.. Enumerable.Range(0, 300).Select(row => (double)(row % 3))]) { Cases = ["p", "q", "r"] };
        double[] worth = [3, -1, -2];
        var value = ValueOfKnowing.Of([kind],
            [new("wait", [.. Enumerable.Repeat(0.1, 300)]), new("act", [.. Enumerable.Range(0, 300).Select(row => worth[row % 3])])]);
        value.Chosen.Name.ShouldBe("wait");
        value.Inputs[0].Value.ShouldBe((3 - 0.1) / 3, Tolerance.Rounding * 100);
        value.Inputs[0].Switches.ShouldBe(1.0 / 3, Tolerance.Rounding);
        value.Perfect.ShouldBe((3 - 0.1) / 3, Tolerance.Rounding * 100);
    }

    [Fact]
    public void Question_IsWorthTheProbabilityOfBeingRight()
    {
        // Yes where x > 0.3, so that "yes" is right in 70 % of runs; knowing the case of x makes it 100 %.
        InputColumn x = new("half", [.. Enumerable.Range(0, 1000).Select(row => row % 10 < 3 ? 0.0 : 1)]) { Cases = ["no", "yes"] };
        var value = ValueOfKnowing.OfQuestion(new([x], x.Values), outcome => outcome > 0.3, "it does");
        value.Chosen.Name.ShouldBe("it does");
        value.Inputs[0].Value.ShouldBe(0.3, Tolerance.Rounding * 100);
        value.Verdict.ShouldStartWith("\"it does\": today's best answer is yes, which is right in 70 % of runs. The number most worth "
            + "finding out is \"half\": known exactly it would add 30 pp");
    }

    [Fact]
    public void Cancelled_KeepsTheInputsThatAreDone()
    {
        // Enough of them to take seconds, since progress is told ten times a second.
        const int several = 200;
        InputColumn[] inputs = [.. Enumerable.Range(0, several).Select(i => new InputColumn($"x{i}",
            [.. Enumerable.Range(0, 2000).Select(row => Score(row, 10 + i))]))];
        InputData data = new(Items.From(inputs), inputs[0].Values);
        using var stop = new CancellationTokenSource();
        var part = ValueOfKnowing.OfQuestion(data, x => x > 0.2, "it does", progress: new Stopper(stop), cancellation: stop.Token);
        part.IsComplete.ShouldBeFalse();
        part.Inputs.Count.ShouldBeInRange(1, several - 1);
        part.Verdict.ShouldEndWith($"The search was stopped after {part.Inputs.Count} inputs.");
        var whole = ValueOfKnowing.OfQuestion(data, x => x > 0.2, "it does", cancellation: TestContext.Current.CancellationToken);
        whole.IsComplete.ShouldBeTrue();
        foreach (var one in part.Inputs) whole.Inputs.ShouldContain(one);
    }

    [Fact]
    public void OneDecision_IsRefused() => Should.Throw<ArgumentException>(() => ValueOfKnowing.Of([], [new("act", [1.0])])).Message
        .ShouldStartWith("There must be at least 2 decisions");

    private sealed class Stopper(CancellationTokenSource stop) : IProgress<RunProgress>
    {
        public void Report(RunProgress value) => stop.Cancel();
    }
}
