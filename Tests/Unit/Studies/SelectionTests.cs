using Supply.Studies;

namespace Supply.Tests.Unit.Studies;

public class SelectionTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(31)]
    [InlineData(257)]
    [InlineData(1000)]
    [InlineData(4097)]
    public void Pick_FindsWhatSortingWouldPutThere(int count)
    {
        var random = new Random(count);
        foreach (var values in new[]
        {
            Draw(() => random.NextDouble()),
            Draw(() => random.Next(3)),
            Draw(() => random.Next(4) == 0 ? double.PositiveInfinity : random.NextDouble()),
            [.. Enumerable.Range(0, count).Select(i => (double)i)],
            [.. Enumerable.Range(0, count).Select(i => (double)-i)],
            new double[count],

            // Lumps, values of every size, and one far from all others.
            Draw(() => random.Next(2) == 0 ? 1 : random.NextDouble()),
            Draw(() => Math.ScaleB(random.NextDouble(), random.Next(-1000, 1000))),
            [.. Draw(random.NextDouble).Skip(1), double.MaxValue],
            Draw(() => (random.NextDouble() - 0.5) * double.MaxValue),
        })
        {
            int[] ranks = [.. new[] { 0, count / 20, count / 20 + 1, count / 2, count - 1 }.Where(rank => rank < count).Distinct().Order()];
            var picked = new double[ranks.Length];
            Selection.Pick(values, ranks, picked);
            picked.ShouldBe(ranks.Select(rank => values.Order().ElementAt(rank)));
        }

        double[] Draw(Func<double> draw) => [.. Enumerable.Range(0, count).Select(_ => draw())];
    }
}
