using Supply.Studies;

namespace Supply.Tests.Unit.Studies;

public class RunValuesTests
{
    [Fact]
    public void IndependentValues_HaveTheirOwnNoise()
    {
        double[] values = [3, double.NaN, 1, 2, 9, 4];
        double[] sorted = [1, 2, 3, 4, 9];
        var read = new RunValues(values);
        read.Count.ShouldBe(5);
        read.Median.ShouldBe(Estimate.Quantile(sorted, 0.5));
        read.Quantile(0.9).ShouldBe(Estimate.Quantile(sorted, 0.9));
        read.Mean.ShouldBe(Estimate.Mean(sorted));
        read.Share(value => value > 2).ShouldBe(Estimate.Share(3, 5));
    }

    //   values      1 3 | 2 6   of randomisations 0 and 1: mean 3, deviations -2 in one and 2 in the other
    //   mean        sqrt(2 / 1 * (4 + 4)) / 4 = 1
    //   above 2.5   1 of 2 in each: a half, and one value in four that a point may move
    [Fact]
    public void Randomisations_GiveTheNoise()
    {
        var read = new RunValues([1, 2, 3, 6], [0, 1, 0, 1]);
        (read.Mean.Value, read.Mean.Noise).ShouldBe((3, 1));
        (read.Share(value => value > 2.5).Value, read.Share(value => value > 2.5).Noise).ShouldBe((0.5, 0.25));
        var apart = new RunValues([1, 6, 2, 7], [0, 1, 0, 1]).Share(value => value > 2.5);
        (apart.Value, apart.Noise).ShouldBe((0.5, 0.5));
    }

    /// <summary>Each replication as a randomisation of its own is the independent case; values that are undefined count nowhere.</summary>
    [Fact]
    public void SixteenValues_OneOfEach_AreIndependent()
    {
        double[] values = [.. Enumerable.Range(0, 16).Select(i => (double)(i * 7 % 16)), double.NaN];
        int[] randomisations = [.. Enumerable.Range(0, 17).Select(i => i % 16)];
        var (read, independent) = (new RunValues(values, randomisations), new RunValues(values));
        read.Count.ShouldBe(16);
        read.Mean.Noise.ShouldBe(independent.Mean.Noise, Tolerance.Rounding);
        read.Median.Value.ShouldBe(independent.Median.Value);
        read.Median.Noise.ShouldBe(independent.Median.Noise * Math.Sqrt(16 / 15.0), 0.05);
    }

    [Fact]
    public void Certainty_IsNotClaimed()
    {
        int[] randomisations = [.. Enumerable.Range(0, 64).Select(i => i % 16)];
        double[] values = [.. Enumerable.Range(0, 64).Select(i => (double)(i / 16))];
        var read = new RunValues(values, randomisations);
        read.Share(value => value < 100).ShouldBe(Estimate.Share(64, 64));
        read.Share(double.IsNaN).ShouldBe(Estimate.Share(0, 64));
        read.Share(value => value < 2).Noise.ShouldBe(1 / 64.0);
        read.Median.Noise.ShouldBeGreaterThan(0);
        new RunValues([1, double.PositiveInfinity], [0, 1]).Mean.Value.ShouldBe(double.PositiveInfinity);
        new RunValues([5], [0]).Median.Noise.ShouldBe(double.PositiveInfinity);
        new RunValues([], []).Count.ShouldBe(0);
        double.IsNaN(new RunValues([], []).Median.Value).ShouldBeTrue();
    }

    [Fact]
    public void Randomisations_AreThoseOfTheReplications()
    {
        RunValues.RandomisationsOf(EnsembleDesign.Independent, [(0, 100)]).ShouldBeNull();
        RunValues.RandomisationsOf(EnsembleDesign.Sobol, [(14, 3), (4096, 2)]).ShouldBe([14, 15, 0, 0, 1]);
    }
}
