using Supply.Programs;

namespace Supply.Tests.Unit.Programs;

public class CosineTests
{
    [Fact]
    public void OfTurns_IsTheCosine()
    {
        for (var i = -4000; i <= 4000; i++)
        {
            var turns = i / 1234.5;
            Cosine.OfTurns(turns).ShouldBe(Math.Cos(2 * Math.PI * turns), Tolerance.Rounding);
        }
    }

    [Fact]
    public void OfTurns_IsExactAtQuarters()
    {
        double[] quarters = [.. Enumerable.Range(-8, 17).Select(i => Cosine.OfTurns(i / 4.0))];
        quarters.ShouldBe([.. Enumerable.Range(-8, 17).Select(i => (((i % 4) + 4) % 4) switch { 0 => 1.0, 2 => -1.0, _ => 0.0 })]);
    }
}
