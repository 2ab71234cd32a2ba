namespace Supply.Plots.Layout;

/// <summary>
/// Moves labels in a column apart with the least squared movement: labels that would overlap form a group whose shared
/// offset is the mean of their wishes (isotonic regression by pooling neighbours).
/// </summary>
internal static class LabelSpacing
{
    /// <summary>The centres of labels of given heights that should be at given centres, between top and bottom if they fit.</summary>
    public static double[] Centres(IReadOnlyList<double> wishes, IReadOnlyList<double> heights, double top, double bottom)
    {
        int[] order = [.. Enumerable.Range(0, wishes.Count).OrderBy(i => wishes[i]).ThenBy(i => i)];
        var starts = new double[order.Length];
        double stacked = 0;
        List<(double Sum, int Count)> groups = [];
        for (var k = 0; k < order.Length; k++)
        {
            starts[k] = stacked + (heights[order[k]] / 2);
            stacked += heights[order[k]];
            var group = (Sum: wishes[order[k]] - starts[k], Count: 1);
            while (groups.Count > 0 && groups[^1].Sum / groups[^1].Count > group.Sum / group.Count)
            {
                group = (group.Sum + groups[^1].Sum, group.Count + groups[^1].Count);
                groups.RemoveAt(groups.Count - 1);
            }

            groups.Add(group);
        }

        var centres = new double[order.Length];
        var next = 0;
        foreach (var (sum, count) in groups)
        {
            // Too many labels for the height start at the top; the caller avoids this by using a legend.
            var offset = Math.Max(top, Math.Min(sum / count, bottom - stacked));
            for (var i = 0; i < count; i++, next++)
            {
                centres[order[next]] = offset + starts[next];
            }
        }

        return centres;
    }
}
