using Supply.Studies;

namespace Supply.Analysis;

/// <summary>
/// A tree of yes-or-no questions about inputs that divides the rows into leaves with outcomes as alike as possible (CART, Breiman and
/// others 1984): each question takes away most of the sum of squares, which for outcomes 0 and 1 is Gini's measure.
/// </summary>
/// <param name="Data">The data.</param>
/// <param name="Leaves">The leaves as boxes, those with the highest mean first.</param>
/// <param name="Explained">The share of the variance that the leaves explain in rows that the tree has not seen; may be below 0.</param>
/// <param name="Settings">How it was grown and pruned.</param>
[TypeFormatterSource(typeof(NotebookFormats))]
public sealed record Tree(InputData Data, Items<Box> Leaves, double Explained, TreeSettings Settings) : IShown
{
    /// <summary>A tree for data.</summary>
    /// <param name="data">The data.</param>
    /// <param name="settings">How far it grows; null: the defaults. Default null.</param>
    /// <param name="progress">
    /// Told how far it is, in rows: each part of the cross-validation goes through all of them. Null: nobody. Default null.
    /// </param>
    /// <param name="cancellation">Ends the search.</param>
    /// <exception cref="ArgumentException">The data do not fit together, or a setting is out of range; all are listed.</exception>
    /// <exception cref="OperationCanceledException">Cancelled: a tree is not given before it was validated.</exception>
    public static Tree Of(InputData data, TreeSettings? settings = null, IProgress<RunProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        settings ??= new();
        settings.Check();
        data.Check();
        int[] all = [.. Enumerable.Range(0, data.Rows)];
        cancellation.ThrowIfCancellationRequested();
        var grown = TreeNode.Grow(data, all, settings, data.Rows);
        double[] prices = grown.Prices();

        // Between two prices of a question the same tree is best; their geometric mean stands for all of them.
        double[] tried = [.. prices.Select((price, i) => i + 1 < prices.Length ? Math.Sqrt(price * prices[i + 1])
            : double.PositiveInfinity)];
        var (errors, own) = Validated(data, settings, tried, progress, cancellation);
        var best = Array.IndexOf(errors, errors.Min());
        var chosen = Array.FindLastIndex(errors, error => error <= errors[best] + own[best]);
        var pruned = grown.Pruned(prices[chosen]);
        var (mean, sum) = (data.Outcome.Average(), data.Outcome.Sum());
        var whole = data.Outcome.Sum(value => (value - mean) * (value - mean)) / data.Rows;
        var leaves = pruned.Leaves(BoxLimits.Whole(data, all), data).Select(limits =>
            new PrimStep(limits, limits.Rows.Average(row => data.Outcome[row]), sum == 0 ? 0 : limits.Rows.Sum(row =>
                data.Outcome[row]) / sum)
                .ToBox(data));
        return new(data, Items.From(leaves.OrderByDescending(leaf => leaf.Density)), whole == 0 ? 0 : 1 - (errors[chosen] / whole),
            settings);
    }

    /// <summary>The leaves in sentences.</summary>
    public string Verdict => Leaves.Count == 1 ? "No question about an input tells runs apart beyond chance."
        : $"{Leaves.Count} groups of runs explain {ShareText.Of(Math.Max(0, Explained))} of the variance in runs that the tree "
            + $"has not seen. Highest where {Leaves[0].Words} (mean {ReadableNumber.Digits(Leaves[0].Density)}), lowest where "
            + $"{Leaves[^1].Words} (mean {ReadableNumber.Digits(Leaves[^1].Density)}).";

    /// <summary>The leaves in rows: limits, share of runs, mean outcome, coverage.</summary>
    public Table Table() => new($"Groups of runs by {Data.OutcomeWords}", ["where", "share of runs", "mean", "coverage"],
        Items.From(Leaves.Select(leaf => (Items<string>)
        [
            leaf.Words, ShareText.Of(leaf.Mass), ReadableNumber.Digits(leaf.Density), ShareText.Of(leaf.Coverage),
        ])), [Verdict]);

    /// <summary>For each price the mean squared error in rows that were left out, and its standard error.</summary>
    private static (double[] Errors, double[] Own) Validated(InputData data, TreeSettings settings, double[] prices,
        IProgress<RunProgress>? progress, CancellationToken cancellation)
    {
        var order = Resampling.Order(settings.Seed, "tree folds", data.Rows);
        var folds = Math.Min(settings.Folds, data.Rows);
        var squares = prices.Select(_ => new double[data.Rows]).ToArray();
        var meter = new ProgressMeter(progress, (long)folds * data.Rows);
        Threads.RunUntil(folds, fold =>
        {
            int[] seen = [.. order.Where((_, i) => i % folds != fold).Order()];
            int[] kept = [.. order.Where((_, i) => i % folds == fold)];
            if (seen.Length == 0) seen = kept;
            var tree = TreeNode.Grow(data, seen, settings, seen.Length);
            foreach (var (i, price) in prices.Index())
            {
                var pruned = tree.Pruned(price);
                foreach (var row in kept)
                {
                    var gap = data.Outcome[row] - pruned.At(data, row);
                    squares[i][row] = gap * gap;
                }
            }

            meter.Add("groups of runs", data.Rows);
        }, cancellation);
        cancellation.ThrowIfCancellationRequested();
        double[] errors = [.. squares.Select(one => one.Average())];
        return (errors, [.. squares.Select((one, i) =>
            Math.Sqrt(one.Sum(value => (value - errors[i]) * (value - errors[i]))) / data.Rows)]);
    }

    /// <summary>The same as HTML, for a cell of a notebook or for a page; all text in it is escaped.</summary>
    public string ToHtml() => Table().ToHtml();

    string IShown.ToPlainText() => Table().ToString(Answer.Width);

    /// <summary>The verdict.</summary>
    public override string ToString() => Verdict;
}
