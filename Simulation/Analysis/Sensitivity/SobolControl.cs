namespace Supply.Analysis;

/// <summary>
/// Control functions for the base points of a design: one fitted to each half, and used for the other, so that no point is compared with
/// what it was fitted to. The indices of the difference from the outcome are estimated, and the exact ones of the function added.
/// </summary>
internal sealed class SobolControl
{
    /// <summary>Base points from which on there is a control function.</summary>
    public const int LeastPoints = 512;

    private const int MostProducts = 3;
    private const int MostClasses = 32;

    // A further product must take away at least half of what is left in points to which it was not fitted.
    private const double Gain = 0.5;

    private readonly ControlFunction[] functions;

    private SobolControl(ControlFunction[] functions, double[][] values) => (this.functions, Values) = (functions, values);

    /// <summary>The function of the other half at the runs of each block, less its mean.</summary>
    public double[][] Values { get; }

    /// <summary>The function of the half that a base point is not in.</summary>
    public ControlFunction For(int point) => functions[Half(point, Values.Length)];

    /// <summary>The control functions; null: there are too few base points, or nothing simple follows the outcome.</summary>
    /// <param name="design">The design.</param>
    /// <param name="blocks">The numbers of the blocks.</param>
    /// <param name="values">For each of these blocks the values of its runs.</param>
    public static SobolControl? Of(SobolDesign design, int[] blocks, double[][] values)
    {
        var n = blocks.Length;
        if (n < LeastPoints) return null;
        double[][] a = new double[n][], b = new double[n][];
        Supply.Studies.Threads.Run(() => Parallel.For(0, n, i =>
        {
            var points = design.Base(blocks[i]);
            (a[i], b[i]) = (points.A, points.B);
        }));
        var mean = values.Average(block => block.Average());
        var left = values.Sum(block => block.Sum(value => (value - mean) * (value - mean)));
        SobolControl? best = null;
        for (var count = 0; count <= MostProducts; count++)
        {
            var tried = Fitted(design, count, a, b, values);
            var missed = values.Zip(tried.Values).Index().Sum(one =>
            {
                var own = tried.For(one.Index).Mean;
                return one.Item.First.Zip(one.Item.Second, (value, known) => (value - own - known) * (value - own - known)).Sum();
            });
            if (missed < Gain * left) (best, left) = (tried, missed);
            else if (count > 0) break;
        }

        return best;
    }

    private static SobolControl Fitted(SobolDesign design, int count, double[][] a, double[][] b, double[][] values)
    {
        var n = values.Length;

        // An even number, so that functions with an edge in the middle keep it: as many as leave each class enough points.
        var classes = Math.Min(MostClasses, 2 * (int)(Math.Sqrt(n / 2) / 4));
        var functions = new ControlFunction[2];
        var known = new double[n][];
        Supply.Studies.Threads.Run(() =>
        {
            Parallel.For(0, 2, half =>
            {
                int[] fitted = [.. Enumerable.Range(0, n).Where(i => Half(i, n) != half)];
                functions[half] = ControlFit.Of(design, classes, count, [.. fitted.Select(i => a[i])], [.. fitted.Select(i => b[i])],
                    [.. fitted.Select(i => values[i])]);
            });
            Parallel.For(0, n, i => known[i] = functions[Half(i, n)].Block(design, a[i], b[i]));
        });
        return new(functions, known);
    }

    private static int Half(int point, int points) => 2 * point < points ? 0 : 1;
}
