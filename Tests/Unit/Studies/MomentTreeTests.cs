using Supply.Studies;

namespace Supply.Tests.Unit.Studies;

public class MomentTreeTests
{
    private static readonly Moments[] panels = [.. Enumerable.Range(0, 37).Select(panel =>
        Moments.Of([.. Enumerable.Range(0, 100 + panel).Select(i => Math.Sqrt((panel * 97) + i) + (1e6 * (panel % 3)))]))];

    /// <summary>All panels or some, in many orders and divisions: the same bits.</summary>
    [Theory]
    [InlineData(37)]
    [InlineData(32)]
    [InlineData(11)]
    public void Order_AndDivision_DoNotMatter(int count)
    {
        var expected = Total(Enumerable.Range(0, count).ToArray(), 1);
        for (var seed = 0; seed < 50; seed++)
        {
            int[] order = [.. Enumerable.Range(0, count)];
            new Random(seed).Shuffle(order);
            Total(order, 1 + (seed % 7)).ShouldBe(expected);
        }
    }

    [Fact]
    public void Total_IsThatOfAllValues()
    {
        var total = Total(Enumerable.Range(0, panels.Length).ToArray(), 1);
        total.Count.ShouldBe(panels.Sum(panel => panel.Count));
        total.Mean.ShouldBe(panels.Sum(panel => panel.Mean * panel.Count) / total.Count, total.Mean * Tolerance.Rounding);
    }

    [Fact]
    public void Count_MayExceedWhatAnIntHolds()
    {
        var tree = new MomentTree(1);
        for (var i = 0; i < 3; i++) tree.Add(i, [new Moments(2_000_000_000, i, 0)]);
        tree.Total()[0].Count.ShouldBe(6_000_000_000);
        tree.Total()[0].Mean.ShouldBe(1);
    }

    private static Moments Total(int[] order, int parts)
    {
        var total = new MomentTree(1);
        foreach (var part in order.Chunk((order.Length + parts - 1) / parts))
        {
            var tree = new MomentTree(1);
            foreach (var panel in part) tree.Add(panel, [panels[panel]]);
            total.Add(tree);
        }

        return total.Total()[0];
    }
}
