namespace Supply.Analysis;

/// <summary>A node of a tree: a leaf, or a question with two answers.</summary>
internal sealed class TreeNode
{
    private readonly double mean;
    private readonly double squares;

    // A question: the input, and either the limit below or at which a value goes left, or the cases that do.
    private int input = -1;
    private double limit;
    private bool[]? cases;
    private TreeNode? left;
    private TreeNode? right;

    private TreeNode(double mean, double squares) => (this.mean, this.squares) = (mean, squares);

    /// <summary>A tree for some rows; leaves hold at least the least share of them.</summary>
    public static TreeNode Grow(InputData data, int[] rows, TreeSettings settings, int all, int depth = 0)
    {
        var mean = rows.Average(row => data.Outcome[row]);
        var node = new TreeNode(mean, rows.Sum(row => (data.Outcome[row] - mean) * (data.Outcome[row] - mean)));
        var least = Math.Max(1, (int)Math.Ceiling(settings.LeastLeaf * all));
        if (depth == settings.MostDepth || rows.Length < 2 * least || node.squares == 0) return node;
        var best = 0.0;
        for (var j = 0; j < data.Inputs.Count; j++) node.Try(data, rows, j, least, ref best);
        if (node.input < 0) return node;
        node.left = Grow(data, [.. rows.Where(row => node.GoesLeft(data, row))], settings, all, depth + 1);
        node.right = Grow(data, [.. rows.Where(row => !node.GoesLeft(data, row))], settings, all, depth + 1);
        return node;
    }

    /// <summary>The prices of a leaf at which further questions stop being worth it, from 0 up.</summary>
    public double[] Prices()
    {
        var prices = new List<double> { 0 };
        for (var tree = this; tree.left is not null;)
        {
            var price = tree.Weakest();
            if (price > prices[^1]) prices.Add(price);
            tree = tree.Pruned(price);
        }

        return [.. prices];
    }

    /// <summary>The tree without the questions that take away no more than a price for each leaf they add.</summary>
    public TreeNode Pruned(double price)
    {
        if (left is null) return this;
        var node = new TreeNode(mean, squares) { input = input, limit = limit, cases = cases, left = left.Pruned(price),
            right = right!.Pruned(price) };
        return node.Gain <= price * (1 + 1e-12) ? new(mean, squares) : node;
    }

    /// <summary>The mean of the leaf of a row.</summary>
    public double At(InputData data, int row) => left is null ? mean : (GoesLeft(data, row) ? left : right!).At(data, row);

    /// <summary>The leaves as limits.</summary>
    public IEnumerable<BoxLimits> Leaves(BoxLimits limits, InputData data)
    {
        if (left is null) return [limits];
        int[] goes = [.. limits.Rows.Where(row => GoesLeft(data, row))], stays = [.. limits.Rows.Where(row => !GoesLeft(data, row))];
        var (one, other) = cases is { } lefts
            ? (limits.With(input, [.. limits.Cases[input]!.Select((inside, i) => inside && lefts[i])], goes),
                limits.With(input, [.. limits.Cases[input]!.Select((inside, i) => inside && !lefts[i])], stays))
            : (limits.With(input, limits.Low[input], Math.Min(limit, limits.High[input]), goes),
                limits.With(input, Math.Max(limit, limits.Low[input]), limits.High[input], stays));
        return left.Leaves(one, data).Concat(right!.Leaves(other, data));
    }

    private int LeafCount => left is null ? 1 : left.LeafCount + right!.LeafCount;

    private double LeafSquares => left is null ? squares : left.LeafSquares + right!.LeafSquares;

    /// <summary>The sum of squares that the questions below take away for each leaf that they add.</summary>
    private double Gain => left is null ? double.PositiveInfinity : (squares - LeafSquares) / (LeafCount - 1);

    private double Weakest() => left is null ? double.PositiveInfinity : Math.Min(Gain, Math.Min(left.Weakest(), right!.Weakest()));

    private bool GoesLeft(InputData data, int row) =>
        cases is { } lefts ? lefts[data.Inputs[input].Case(row)] : data.Inputs[input].Values[row] <= limit;

    /// <summary>Takes a question about one input if it takes away more than the best so far; of equal ones the first stays.</summary>
    private void Try(InputData data, int[] rows, int j, int least, ref double best)
    {
        var column = data.Inputs[j];
        double[] keys;
        double[]? means = null;
        if (column.IsChoice)
        {
            // Cases in the order of their means: no other division into two groups is better (Breiman and others 1984, section 4.2).
            means = [.. column.Cases.Select(_ => double.NaN)];
            foreach (var group in rows.GroupBy(column.Case)) means[group.Key] = group.Average(row => data.Outcome[row]);
            keys = [.. rows.Select(row => means[column.Case(row)])];
        }
        else keys = [.. rows.Select(row => column.Values[row])];

        double[] outcomes = [.. rows.Select(row => data.Outcome[row] - mean)];
        Array.Sort(keys, outcomes);
        var sum = 0.0;
        for (var i = 0; i + 1 < keys.Length; i++)
        {
            sum += outcomes[i];
            if (keys[i] == keys[i + 1] || i + 1 < least || keys.Length - i - 1 < least) continue;
            var gain = sum * sum * keys.Length / ((i + 1.0) * (keys.Length - i - 1));
            if (gain <= best * (1 + 1e-12)) continue;
            (best, input, limit) = (gain, j, keys[i] + ((keys[i + 1] - keys[i]) / 2));
            cases = means is null ? null : [.. means.Select(one => one <= keys[i])];
        }
    }
}
