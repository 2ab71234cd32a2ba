using Supply.Summary;

namespace Supply.Tests.Unit.Summary;

public class SelectionTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(31)]
    [InlineData(33)]
    [InlineData(1000)]
    [InlineData(4097)]
    public void Place_PutsWantedRanks_WhereSortingWould(int count)
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
        })
        {
            int[] ranks = [.. new[] { 0, count / 20, count / 2, count - 1 }.Distinct().Order()];
            var placed = values.ToArray();
            Selection.Place(placed, ranks);
            var sorted = values.Order().ToArray();
            foreach (var rank in ranks) placed[rank].ShouldBe(sorted[rank]);
            placed.Order().ShouldBe(sorted);
        }

        double[] Draw(Func<double> draw) => [.. Enumerable.Range(0, count).Select(_ => draw())];
    }
}
