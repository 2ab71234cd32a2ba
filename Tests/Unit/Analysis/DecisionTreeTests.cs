using Supply.Analysis;

namespace Supply.Tests.Unit.Analysis;

public class DecisionTreeTests
{
    private const int Rows = 600;

    private static readonly InputColumn x = new("x", [.. Enumerable.Range(0, Rows).Select(row => Resampling.Uniform(1, "tree", row, 0))]),
        idle = new("idle", [.. Enumerable.Range(0, Rows).Select(row => Resampling.Uniform(1, "tree", row, 1))]),
        kind = new("kind", [.. Enumerable.Range(0, Rows).Select(row => (double)(row % 3))]) { Cases = ["p", "q", "r"] };

    [Fact]
    public void Steps_AreFound_AndIdleInputsAreNot()
    {
        // 10 where x is above 0.5 and the kind is not q, else 0, and a little noise.
        var tree = Tree.Of(new([idle, x, kind], [.. Enumerable.Range(0, Rows).Select(row =>
            (x.Values[row] > 0.5 && row % 3 != 1 ? 10 : 0) + Resampling.Uniform(1, "tree", row, 2))]));
        tree.Leaves.Count.ShouldBe(3);
        var highest = tree.Leaves[0];
        highest.Restrictions.Select(one => one.Input.Name).ShouldBe(["x", "kind"]);
        highest.Restrictions[0].Low.ShouldBe(0.5, Tolerance.APeel);
        highest.Restrictions[1].Cases.ShouldBe(["p", "r"]);
        highest.Density.ShouldBe(10.5, 0.1);
        tree.Explained.ShouldBeGreaterThan(0.98);
        tree.Leaves.Sum(leaf => leaf.Mass).ShouldBe(1, Tolerance.Rounding);
        tree.Verdict.ShouldStartWith("3 groups of runs explain ");
    }

    [Fact]
    public void Noise_IsPrunedAway()
    {
        var tree = Tree.Of(new([idle, x, kind], [.. Enumerable.Range(0, Rows).Select(row => Resampling.Uniform(1, "tree", row, 3))]));
        tree.Leaves.ShouldHaveSingleItem().Restrictions.ShouldBeEmpty();
        tree.Verdict.ShouldBe("No question about an input tells runs apart beyond chance.");
    }

    [Fact]
    public void Settings_OutOfRange_AreListed() => Should.Throw<ArgumentException>(() => Tree.Of(new([x], x.Values), new()
    {
        LeastLeaf = 0, MostDepth = 0, Folds = 1,
    })).Message.Split('\n').Length.ShouldBe(3);
}
