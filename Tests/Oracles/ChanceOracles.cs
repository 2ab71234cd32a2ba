using MathNet.Numerics;
using MathNet.Numerics.Distributions;
using Supply.Compilation;
using Supply.Engines;
using Supply.Tests.Engines;
using static Supply.Tests.Oracles.World;

namespace Supply.Tests.Oracles;

/// <summary>Amounts drawn in each step: their distribution, and textbook systems that they drive.</summary>
public class ChanceOracles
{
    private const int Steps = 40_000;
    private const int Batch = 400;
    private static readonly Metric Required = Total(Quantity.Required);

    public static TheoryData<string> Draws => [.. draws.Keys];

    private static readonly Dictionary<string, (StepDraw Draw, double Mean, double Variance)> draws = new()
    {
        ["Poisson"] = (StepDraw.Poisson(4.2), 4.2, 4.2),
        ["many"] = (StepDraw.Poisson(81_000), 81_000, 81_000),
        ["normal"] = (StepDraw.Normal(50, 8), 50, 64),
        ["normal cut in half"] = (StepDraw.Normal(0, 10), 10 / Math.Sqrt(2 * Math.PI), 100 * (0.5 - (0.5 / Math.PI))),
        ["gamma"] = (StepDraw.Gamma(0.6, 15), 9, 135),
        ["compound"] = (StepDraw.CompoundPoisson(3, (2, 1), (5, 3)), 12.75, 3 * 19.75),
        ["discrete"] = (StepDraw.Discrete((10, 2), (0, 5), (4, 3)), 3.2, 24.8 - 10.24),
    };

    //   Depot --> Force, drawn in each step : mean and variance as they should be, and no memory from step to step
    [Theory, MemberData(nameof(Draws))]
    public void Moments_AreThoseOfTheDistribution_AndStepsAreIndependent(string name)
    {
        var (draw, mean, variance) = draws[name];
        var path = Path(draw);
        var sd = Math.Sqrt(variance / Steps);
        path.Average().ShouldBe(mean, Tolerance.StandardErrors * sd);
        double[] squares = [.. path.Select(value => (value - mean) * (value - mean))];
        var spread = squares.Select(square => (square - variance) * (square - variance)).Average();
        squares.Average().ShouldBe(variance, Tolerance.StandardErrors * Math.Sqrt(spread / Steps));
        var covariance = path.Zip(path.Skip(1), (one, next) => (one - mean) * (next - mean)).Average();
        (covariance / variance).ShouldBe(0, Tolerance.StandardErrors / Math.Sqrt(Steps));
    }

    //   The same counted: chi-square against the probabilities of the textbook
    [Fact]
    public void Counts_AreThoseOfThePoissonDistribution()
    {
        const double mean = 4.2;
        var path = Path(StepDraw.Poisson(mean));
        const int most = 13;
        var square = 0.0;
        for (var k = 0; k <= most; k++)
        {
            var expected = Steps * (k < most ? Poisson.PMF(mean, k) : 1 - Poisson.CDF(mean, most - 1));
            var seen = path.Count(value => k < most ? value.Equals(k) : value >= most);
            square += (seen - expected) * (seen - expected) / expected;
        }

        square.ShouldBeLessThan(most + (Tolerance.StandardErrors * Math.Sqrt(2 * most)));
    }

    //   Outside --L days, base stock S--> Depot --> Customer: backordered is (demand of L days - S)+, its mean in closed form
    [Theory]
    [InlineData(1, 3)]
    [InlineData(3, 12)]
    [InlineData(4, 21)]
    public void BaseStock_UnderPoissonDemand_OwesWhatTheClosedFormSays(int lead, int level)
    {
        const double mean = 4.2;
        var all = mean * lead;
        var expected = all * (1 - Poisson.CDF(all, level - 1)) - level * (1 - Poisson.CDF(all, level));
        var (owed, error) = LongRun(OneDepot(StepDraw.Poisson(mean), lead, level), Metric.Backordered);
        owed.ShouldBe(expected, Tolerance.StandardErrors * error);
        if (lead != 3) return;

        // On hand is what is left of the level, and the mean balances: level = on hand - backordered + under way.
        var (held, heldError) = LongRun(OneDepot(StepDraw.Poisson(mean), lead, level), Metric.OnHand);
        held.ShouldBe(level - all + expected, Tolerance.StandardErrors * heldError);
    }

    //   The same with gamma demand, whose sum over L days is gamma again
    [Theory]
    [InlineData(2, 0.6, 25)]
    [InlineData(3, 5, 160)]
    public void BaseStock_UnderGammaDemand_OwesWhatTheClosedFormSays(int lead, double shape, double level)
    {
        const double scale = 9;
        var all = shape * lead;
        double Above(double a) => 1 - SpecialFunctions.GammaLowerRegularized(a, level / scale);
        var expected = (all * scale * Above(all + 1)) - (level * Above(all));
        var (owed, error) = LongRun(OneDepot(StepDraw.Gamma(shape, scale), lead, level), Metric.Backordered);
        owed.ShouldBe(expected, Tolerance.StandardErrors * error);
    }

    [Fact]
    public void ADrawnAmount_IsNoParameter_AndOneAddressIsOneDraw()
    {
        var scenario = Demand(StepDraw.Poisson(40), 60);
        var (one, other) = (new Ensemble(3, Record: Recorded.EveryStep(Required)).Run(scenario).Baseline,
            new Ensemble(3, Record: Recorded.EveryStep(Required)).Run(scenario with { Name = "Other" }).Baseline);
        one.Parameters.Keys.ShouldBeEmpty();
        other.Path(Required).ShouldBe(one.Path(Required));
        one.Path(Required).Distinct().Count().ShouldBeGreaterThan(10);
    }

    /// <summary>Inference follows the means, as it does for noise.</summary>
    [Theory, MemberData(nameof(Draws))]
    public void WithoutChance_EachStepBringsTheMean(string name)
    {
        var program = Compiler.CompileQuiet(Demand(draws[name].Draw, 5), Recorded.EveryStep(Required));
        program.Draws.ShouldBeEmpty();
        using var block = new Block(program, 1, 1);
        var recorder = new Recorder(program, 1, new SampleArrays());
        block.Run(0, null, recorder);
        EngineRun.Series(recorder, 0, 4)[0].ShouldBe(draws[name].Mean, Close(draws[name].Mean));
    }

    private static double[] Path(StepDraw draw) => Demand(draw, Steps).Trace(Required).Path(Required);

    private static Scenario Demand(StepDraw draw, int steps) =>
        Of(Horizon.PlainSteps(steps, 7), Depot("Depot", Lot(1)),
            new Consumer("Force", "Depot", [new(Calibre.Mm152, RatePath.Drawn(draw, 7))]));

    private static Scenario OneDepot(StepDraw demand, int lead, double level) => World.Steps(Steps,
        new Supplier("Outside", new("Anywhere"), [new(Calibre.Mm152, Rounds.Of(1e12), Rate.Zero)]), Depot("Depot"),
        new Route("Supply", "Outside", "Depot", Days.Of(lead)) { Replenishment = Replenishment.BaseStock(Rounds.Of(level)) },
        new Consumer("Customer", "Depot", [new(Calibre.Mm152, RatePath.Drawn(demand, 1))]) { Unmet = Unmet.Backordered });

    /// <summary>The mean of a level over the steps, and its standard error by means of batches.</summary>
    private static (double Mean, double Error) LongRun(Scenario scenario, Metric metric)
    {
        double[] batches = [.. scenario.Trace(metric).Path(metric).Chunk(Batch).Skip(1).Select(batch => batch.Average())];
        var mean = batches.Average();
        return (mean, Math.Sqrt(batches.Sum(one => (one - mean) * (one - mean)) / (batches.Length - 1) / batches.Length));
    }
}
