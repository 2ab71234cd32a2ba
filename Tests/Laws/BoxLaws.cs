using FsCheck;
using FsCheck.Fluent;
using Supply.Analysis;

namespace Supply.Tests.Laws;

/// <summary>
/// Wherever a box is planted among numbers of several distributions and choices, it is found again, and what does not belong to it is
/// found to be chance.
/// </summary>
public sealed class BoxLaws
{
    private const int Boxes = 200, Rows = 2000;
    private const double Inside = 0.95, Outside = 0.03;

    [Fact]
    public void PlantedBox_IsFound()
    {
        var chance = 0;
        Law.Check(Boxes, Arb.From(Gen.Choose(0, 1_000_000).Select(seed => new Planted(seed))), planted =>
        {
            var prim = Prim.Of(planted.Data, new() { Resamples = 0 });
            var box = prim.Boxes[0];
            bool[] found = [.. Enumerable.Range(0, Rows).Select(row => box.Restrictions.All(one => Holds(one, row)))];
            found.Count(one => one).ShouldBe(box.Rows);
            var both = found.Zip(planted.IsInside).Count(pair => pair.First && pair.Second);
            var either = found.Zip(planted.IsInside).Count(pair => pair.First || pair.Second);
            ((double)both / either).ShouldBeGreaterThan(Tolerance.SharedByTwoBoxes, planted.ToString());
            foreach (var input in planted.Limited)
            {
                box.Restrictions.ShouldContain(one => one.Input == input && one.QuasiP < 0.01, planted.ToString());
            }

            // Chance of one in twenty is left, and does not say much.
            box.Restrictions.Where(one => !planted.Limited.Contains(one.Input))
                .ShouldAllBe(one => one.QuasiP <= 0.05 && one.DensityWithout > 0.9 * box.Density, planted.ToString());
            chance += box.Restrictions.Any(one => !planted.Limited.Contains(one.Input)) ? 1 : 0;
        });
        ((double)chance / Boxes).ShouldBeLessThan(Tolerance.BoxesWithChance);
    }

    private static bool Holds(Restriction one, int row) => one.Input.IsChoice
        ? one.Cases.Contains(one.Input.Cases[(int)one.Input.Values[row]])
        : one.Input.Values[row] >= one.Low && one.Input.Values[row] <= one.High;

    /// <summary>One to three inputs of seven limited, so that between a tenth and a third of all rows lie inside.</summary>
    private sealed class Planted
    {
        private readonly int seed;
        private readonly InputColumn[] inputs;

        public Planted(int seed)
        {
            this.seed = seed;
            inputs = [.. Enumerable.Range(0, 5).Select(Number), Choice(5, 3), Choice(6, 5)];
            var count = 1 + (int)(3 * Uniform("count", 0));
            var order = Enumerable.Range(0, inputs.Length).OrderBy(j => Uniform("order", j)).Take(count).Order().ToArray();
            Limited = [.. order.Select(j => inputs[j])];
            var share = Math.Pow(0.1 + (0.23 * Uniform("mass", 0)), 1.0 / count);
            IsInside = [.. Enumerable.Repeat(true, Rows)];
            foreach (var j in order) Limit(j, share);
            Data = new(Items.From(inputs),
                [.. IsInside.Select((inside, row) => Uniform("hit", row) < (inside ? Inside : Outside) ? 1.0 : 0)]);
        }

        public InputData Data { get; }

        public bool[] IsInside { get; }

        public InputColumn[] Limited { get; }

        public override string ToString() => $"seed {seed}, limits on {string.Join(", ", Limited.Select(one => one.Name))}";

        /// <summary>Keeps about a share of the rows: the lower or upper end of a number, its middle, some of the cases.</summary>
        private void Limit(int j, double share)
        {
            var values = inputs[j].Values;
            if (inputs[j].IsChoice)
            {
                var kept = Math.Clamp((int)Math.Round(share * inputs[j].Cases.Count), 1, inputs[j].Cases.Count - 1);
                Keep(value => value < kept);
                return;
            }

            double[] sorted = [.. values.Order()];
            var from = new[] { 0, 1 - share, 0.5 * (1 - share) }[(int)(3 * Uniform("end", j))];
            var (low, high) = (sorted[(int)(from * (Rows - 1))], sorted[(int)((from + share) * (Rows - 1))]);
            Keep(value => value >= low && value <= high);

            void Keep(Func<double, bool> isKept)
            {
                for (var row = 0; row < Rows; row++) IsInside[row] &= isKept(values[row]);
            }
        }

        private InputColumn Number(int j) => new($"number {j}", [.. Enumerable.Range(0, Rows).Select(row => Uniform("number", row, j))
            .Select(u => j switch { 0 => -Math.Log(1 - u), 1 => Math.Exp(6 * u), 2 => Math.Floor(40 * u), _ => u })]);

        private InputColumn Choice(int j, int cases) => new($"choice {j}",
            [.. Enumerable.Range(0, Rows).Select(row => Math.Floor(cases * Uniform("choice", row, j)))])
        {
            Cases = [.. Enumerable.Range(0, cases).Select(one => $"case {one}")],
        };

        private double Uniform(string what, int row, int place = 0) => Resampling.Uniform((ulong)seed, what, row, place);
    }
}
