using Supply.Maths;

namespace Supply.Tests.Unit.Studies;

/// <summary>Shares of variance whose true values are known.</summary>
public class VarianceShareTests
{
    private const int Samples = 400, Runs = 120, Classes = 4;

    /// <summary>Outcomes of four classes with means 0, 1, 2 and 3 times a step, and normal noise about them.</summary>
    [Theory]
    [InlineData(0.4)]
    [InlineData(1.0)]
    [InlineData(2.0)]
    public void Interval_HoldsTheTruth_InNineOfTenSamples(double step)
    {
        var between = step * step * (Classes * Classes - 1) / 12;
        var truth = between / (1 + between);
        int[] classes = [.. Enumerable.Range(0, Runs).Select(i => i % Classes)];
        var shares = Enumerable.Range(0, Samples).Select(sample => VarianceShare.OfClasses(classes, [.. classes.Select((one, i) =>
            (step * one) + InverseNormal.Of(Philox.Uniform(7, (uint)sample, DrawKey.Of("variance share"), (uint)i)))])).ToArray();
        shares.Average(share => share.Value).ShouldBe(truth, 0.02);
        (shares.Count(share => share.Low90 > truth) / (double)Samples).ShouldBeInRange(0.01, 0.1);
        (shares.Count(share => share.High90 < truth) / (double)Samples).ShouldBeInRange(0.01, 0.13);
    }
}
