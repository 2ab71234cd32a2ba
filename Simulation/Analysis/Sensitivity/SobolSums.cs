namespace Supply.Analysis;

/// <summary>The estimators, for the base points as they are and for resamples of them.</summary>
internal sealed class SobolSums
{
    /// <summary>A change of an outcome that counts as rounding, relative to the largest outcome.</summary>
    private const double Rounding = 1e-12;

    private readonly SobolDesign design;
    private readonly double[][] values;
    private readonly SobolControl? control;
    private readonly Dictionary<ControlFunction, Tally> exact = [];

    // Inputs that change no run: their indices are 0, and not the little that a fitted function leaves of them.
    private readonly bool[] idle;

    /// <param name="design">The design.</param>
    /// <param name="blocks">For each base point the values of its runs.</param>
    /// <param name="control">A function with exact indices that the values follow; null: none.</param>
    public SobolSums(SobolDesign design, double[][] blocks, SobolControl? control)
    {
        (this.design, this.control) = (design, control);
        var rounding = Rounding * blocks.Max(block => block.Max(Math.Abs));
        idle = [.. Enumerable.Range(0, Inputs).Select(i => blocks.All(block => IsIdle(block, i, rounding)))];
        var count = (double)blocks.Length * blocks[0].Length;
        Mean = control is null ? blocks.Sum(block => block.Sum()) / count
            : blocks.Index().Sum(block => block.Item.Zip(control.Values[block.Index], (value, known) => value - known).Sum()) / count;

        // Values around the mean: products of them do not drown in its square.
        values = [.. blocks.Select(block => block.Select(value => value - Mean).ToArray())];
        if (control is not null)
        {
            foreach (var function in new[] { control.For(0), control.For(blocks.Length - 1) }.Distinct()) exact[function] = Exact(function);
        }

        Variance = Added([.. Enumerable.Range(0, blocks.Length)]).Variance(count);
    }

    public double Mean { get; }

    public double Variance { get; }

    private int Inputs => design.Inputs.Count;

    private int Directions => design.Pairs ? 2 : 1;

    /// <summary>First orders, totals, then pairs by their first and second input.</summary>
    public double[] Of(int[] points)
    {
        var (k, n, sums) = (Inputs, points.Length, Added(points));
        var variance = sums.Variance((double)n * design.BlockRuns);
        var scale = variance > 0 ? 1 / (n * variance) : 0;
        double[] firsts = [.. sums.First.Select(one => one * scale / Directions)];
        double[] totals = [.. sums.Total.Select(one => one * scale / Directions)];
        for (var i = 0; i < k; i++)
        {
            if (idle[i]) firsts[i] = totals[i] = 0;
        }

        var closed = sums.Closed;
        for (var (i, place) = (0, 0); design.Pairs && i < k; i++)
        {
            for (var j = i + 1; j < k; j++, place++)
            {
                closed[place] = idle[i] || idle[j] ? 0 : (closed[place] * scale) - firsts[i] - firsts[j];
            }
        }

        return [.. firsts, .. totals, .. closed];
    }

    private bool IsIdle(double[] block, int input, double rounding) =>
        Math.Abs(block[2 + input] - block[0]) <= rounding
            && (!design.Pairs || Math.Abs(block[2 + Inputs + input] - block[1]) <= rounding);

    /// <summary>The sums over base points of the outcome; with a control, less those of its function and with its exact ones.</summary>
    private Tally Added(int[] points)
    {
        var sums = new Tally(Inputs, design.Pairs);
        foreach (var point in points)
        {
            Add(sums, values[point], 1);
            if (control is null) continue;
            Add(sums, control.Values[point], -1);
            sums.Add(exact[control.For(point)]);
        }

        return sums;
    }

    private void Add(Tally sums, double[] block, double sign)
    {
        var (k, pairs) = (Inputs, design.Pairs);
        var (a, b) = (block[0], block[1]);
        foreach (var value in block)
        {
            sums.Squares += sign * value * value;
            sums.Sum += sign * value;
        }

        for (var i = 0; i < k; i++)
        {
            var mixed = block[2 + i];
            sums.First[i] += sign * b * (mixed - a);
            sums.Total[i] += sign * (a - mixed) * (a - mixed) / 2;
            if (!pairs) continue;
            var other = block[2 + k + i];
            sums.First[i] += sign * a * (other - b);
            sums.Total[i] += sign * (b - other) * (b - other) / 2;
        }

        for (var (i, place) = (0, 0); pairs && i < k; i++)
        {
            // B with i from A and A with j from B have i from A and j from B in common, and nothing else; A and B have nothing.
            for (var j = i + 1; j < k; j++, place++)
            {
                var common = ((block[2 + k + i] * block[2 + j]) + (block[2 + k + j] * block[2 + i])) / 2;
                sums.Closed[place] += sign * (common - (a * b));
            }
        }
    }

    /// <summary>The exact sums of a control function for one base point.</summary>
    private Tally Exact(ControlFunction function)
    {
        bool[] Of(params int[] inputs)
        {
            var inside = new bool[design.Dimensions];
            foreach (var member in inputs.SelectMany(i => design.Inputs[i].Members)) inside[member] = true;
            return inside;
        }

        var whole = function.Within([.. Enumerable.Repeat(true, design.Dimensions)]);
        var sums = new Tally(Inputs, design.Pairs) { Squares = whole * design.BlockRuns };
        for (var (i, place) = (0, 0); i < Inputs; i++)
        {
            sums.First[i] = Directions * function.Within(Of(i));
            sums.Total[i] = Directions * (whole - function.Within([.. Of(i).Select(one => !one)]));
            for (var j = i + 1; design.Pairs && j < Inputs; j++) sums.Closed[place++] = function.Within(Of(i, j));
        }

        return sums;
    }

    /// <summary>Sums over base points.</summary>
    private sealed class Tally(int inputs, bool pairs)
    {
        public double Squares { get; set; }

        public double Sum { get; set; }

        public double[] First { get; } = new double[inputs];

        public double[] Total { get; } = new double[inputs];

        public double[] Closed { get; } = pairs ? new double[inputs * (inputs - 1) / 2] : [];

        public double Variance(double runs) => (Squares / runs) - (Sum / runs * (Sum / runs));

        public void Add(Tally other)
        {
            Squares += other.Squares;
            Sum += other.Sum;
            for (var i = 0; i < First.Length; i++)
            {
                First[i] += other.First[i];
                Total[i] += other.Total[i];
            }

            for (var i = 0; i < Closed.Length; i++) Closed[i] += other.Closed[i];
        }
    }
}
