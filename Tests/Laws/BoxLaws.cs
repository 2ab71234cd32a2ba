using FsCheck.Fluent;
using Supply.Analysis;

namespace Supply.Tests.Laws;

/// <summary>Boxes that were planted in generated data are found again, whatever lies around them.</summary>
public sealed class BoxLaws
{
    private const int Rows = 2000, Generated = 40, MostInputs = 8;
    private const double Inside = 0.95, Outside = 0.03;

    [Fact]
    public void PlantedBox_IsFound() => Law.Check(Generated, Arb.From(Gen.Choose(0, 1_000_000)), number =>
    {
        var dice = new Dice(number);
        var inputs = Enumerable.Range(0, 3 + dice.Whole(0, MostInputs - 3)).Select(i => Column(number, i)).ToArray();
        var kind = Column(number, inputs.Length) with { Name = "kind", Cases = ["mild", "hard", "odd"] };
        kind = kind with { Values = Items.From(kind.Values.Select(value => Math.Floor(3 * value))) };

        // One to three numbers have a limit on one or on both sides, and every other time a case is shut out.
        // The box holds at least an eighth of all runs.
        var isShut = number % 2 == 0;
        var limits = inputs.Take(dice.Whole(1, isShut ? 2 : 3))
            .Select(_ => (Low: dice.Whole(0, 1) * 0.2, High: dice.Chance(0.5) ? 0.7 : 0.8)).ToArray();
        bool[] planted = [.. Enumerable.Range(0, Rows).Select(row => limits.Index().All(one =>
            inputs[one.Index].Values[row] >= one.Item.Low && inputs[one.Index].Values[row] <= one.Item.High)
            && !(isShut && kind.Values[row] == 0))];
        InputData data = new([.. inputs, kind], [.. planted.Select((inside, row) =>
            Resampling.Uniform((ulong)number, "noise of boxes", row, 0) < (inside ? Inside : Outside) ? 1.0 : 0)]);

        var found = Prim.Of(data, new() { Resamples = 0 }).Boxes[0];
        bool[] has = [.. Enumerable.Range(0, Rows).Select(row => found.Restrictions.All(one => one.Input.IsChoice
            ? one.Cases.Contains(one.Input.Cases[(int)one.Input.Values[row]])
            : one.Input.Values[row] >= one.Low && one.Input.Values[row] <= one.High))];
        found.Rows.ShouldBe(has.Count(inside => inside));
        var both = planted.Zip(has).Count(pair => pair.First && pair.Second);
        var either = planted.Zip(has).Count(pair => pair.First || pair.Second);
        (both / (double)either).ShouldBeGreaterThan(Tolerance.SharedByTwoBoxes);
        string[] planned = [.. inputs.Take(limits.Length).Select(one => one.Name), .. isShut ? new[] { "kind" } : []];
        planned.Except(found.Restrictions.Select(one => one.Input.Name)).ShouldBeEmpty();
    });

    private static InputColumn Column(int number, int place) => new($"x{place}",
        [.. Enumerable.Range(0, Rows).Select(row => Resampling.Uniform((ulong)number, "columns of boxes", row, place))]);
}
