namespace Supply.Analysis;

/// <summary>One box on the way from all rows to the smallest.</summary>
/// <param name="Limits">Its limits and rows.</param>
/// <param name="Mean">The mean outcome inside.</param>
/// <param name="Coverage">The outcome inside over that of all rows.</param>
internal sealed record PrimStep(BoxLimits Limits, double Mean, double Coverage)
{
    public bool[] Restricted => [.. Enumerable.Range(0, Limits.Low.Length).Select(Limits.IsRestricted)];

    public bool IsRestrictedAtAll => Restricted.Contains(true);

    public Box ToBox(InputData data) => new(
        Items.From(data.Inputs.Index().Where(one => Limits.IsRestricted(one.Index)).Select(one => new Restriction(
            one.Item, Limits.Low[one.Index], Limits.High[one.Index],
            Limits.Cases[one.Index] is { } cases ? Items.From(one.Item.Cases.Where((_, i) => cases[i])) : []))),
        Limits.Rows.Length / (double)data.Rows, Mean, Coverage, Limits.Rows.Length);
}

/// <summary>Peeling, and then pasting, of one box.</summary>
internal sealed class PrimPath
{
    private readonly InputData data;
    private readonly int[] rows;
    private readonly PrimSettings settings;
    private readonly double whole;
    private readonly List<PrimStep> steps = [];
    private PrimStep[]? pruned;

    private PrimPath(InputData data, int[] rows, PrimSettings settings) =>
        (this.data, this.rows, this.settings, whole) = (data, rows, settings, data.Outcome.Sum());

    public IReadOnlyList<PrimStep> Steps => steps;

    /// <summary>
    /// The box, without limits that chance explains, with the largest coverage less mass (weighted relative accuracy), which all rows
    /// together never have; of equal ones the first on the way.
    /// </summary>
    public PrimStep Chosen => Pruned.MaxBy(step => step.Coverage - (step.Limits.Rows.Length / (double)data.Rows))!;

    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static PrimPath Of(InputData data, int[] rows, PrimSettings settings, CancellationToken cancellation)
    {
        var path = new PrimPath(data, rows, settings);
        path.Run(cancellation);
        return path;
    }

    private PrimStep[] Pruned
    {
        get
        {
            if (pruned is not null) return pruned;
            var pruning = new PrimPruning(data, rows, settings.MostChance);
            return pruned = [.. steps.Select(step => pruning.Of(step.Limits) is var kept && kept == step.Limits ? step : Step(kept))];
        }
    }

    /// <summary>The box, without limits that chance explains, that is nearest in coverage and density.</summary>
    public PrimStep Like(double coverage, double density) =>
        Pruned.MinBy(step => Math.Abs(step.Coverage - coverage) + Math.Abs(step.Mean - density))!;

    private void Run(CancellationToken cancellation)
    {
        steps.Add(Step(BoxLimits.Whole(data, rows)));
        foreach (var next in new Func<PrimStep, PrimStep?>[] { Peeled, Pasted })
        {
            while (next(steps[^1]) is { } step)
            {
                cancellation.ThrowIfCancellationRequested();
                steps.Add(step);
            }
        }
    }

    private PrimStep Step(BoxLimits limits)
    {
        var sum = limits.Rows.Sum(row => data.Outcome[row]);
        return new(limits, sum / limits.Rows.Length, sum / whole);
    }

    /// <summary>The best peel; null where the box is as small as it may be, cannot be divided, or already holds nothing else.</summary>
    private PrimStep? Peeled(PrimStep from)
    {
        PrimStep? best = null;
        if (from.Limits.Rows.All(row => data.Outcome[row] == data.Outcome[from.Limits.Rows[0]])) return null;
        for (var j = 0; j < data.Inputs.Count; j++)
        {
            foreach (var limits in Peels(from.Limits, j))
            {
                if (limits.Rows.Length == 0 || limits.Rows.Length == from.Limits.Rows.Length || IsTooMuch(limits, from)) continue;
                var step = Step(limits);
                if (best is null || IsBetter(step, best, from)) best = step;
            }
        }

        return best is null || best.Limits.Rows.Length < settings.LeastMass * data.Rows ? null : best;
    }

    /// <summary>
    /// Whether a peel takes more than its share away, as that of a case or of equal values can, and leaves a box that is too small: it
    /// does not count then. Otherwise a case that hardly any run has would win, and end the way at once.
    /// </summary>
    private bool IsTooMuch(BoxLimits limits, PrimStep from) => limits.Rows.Length < settings.LeastMass * data.Rows
        && from.Limits.Rows.Length - limits.Rows.Length > Math.Ceiling(settings.Peel * from.Limits.Rows.Length);

    /// <summary>Of equal scores the peel that leaves more rows is better, then the earlier input, then the lower end.</summary>
    private bool IsBetter(PrimStep one, PrimStep other, PrimStep from)
    {
        var (score, best) = (Score(one), Score(other));
        return score > best || (score == best && one.Limits.Rows.Length > other.Limits.Rows.Length);

        // With the variance of the box, which is common to all its peels: the mean rises by d/n of the difference of d removed and k kept
        // rows of n, whose standard error is that of the box times sqrt(n / (d k)).
        double Score(PrimStep step)
        {
            var (all, kept) = ((double)from.Limits.Rows.Length, (double)step.Limits.Rows.Length);
            return settings.Criterion switch
            {
                PrimCriterion.Mean => step.Mean,
                PrimCriterion.MeanPerRow => (step.Mean - from.Mean) / (all - kept),
                _ => (step.Mean - from.Mean) * Math.Sqrt(all * kept / (all - kept)),
            };
        }
    }

    private IEnumerable<BoxLimits> Peels(BoxLimits box, int j)
    {
        var input = data.Inputs[j];
        if (box.Cases[j] is { } cases)
        {
            var present = box.Rows.Select(input.Case).Distinct().Order().ToArray();
            if (present.Length < 2) yield break;
            foreach (var one in present)
            {
                var inside = (bool[])cases.Clone();
                inside[one] = false;
                yield return box.With(j, inside, [.. box.Rows.Where(row => input.Case(row) != one)]);
            }

            yield break;
        }

        double[] sorted = [.. box.Rows.Select(row => input.Values[row]).Order()];
        if (Between(sorted, settings.Peel) is { } low)
        {
            yield return box.With(j, low, box.High[j], [.. box.Rows.Where(row => input.Values[row] >= low)]);
        }

        if (Between(sorted, 1 - settings.Peel) is { } high)
        {
            yield return box.With(j, box.Low[j], high, [.. box.Rows.Where(row => input.Values[row] <= high)]);
        }
    }

    /// <summary>
    /// Half way between the two values around a quantile. Equal values are peeled together: the gap is looked for farther inside. Null
    /// where there is none.
    /// </summary>
    private static double? Between(double[] sorted, double level)
    {
        var position = (sorted.Length - 1) * level;
        var (below, above) = ((int)Math.Floor(position), (int)Math.Ceiling(position));
        if (level > 0.5) while (sorted[below] == sorted[above] && below > 0) below--;
        else while (sorted[below] == sorted[above] && above < sorted.Length - 1) above++;
        return sorted[below] == sorted[above] ? null : sorted[below] + ((sorted[above] - sorted[below]) / 2);
    }

    /// <summary>The best paste, if the mean does not fall; null otherwise.</summary>
    private PrimStep? Pasted(PrimStep from)
    {
        PrimStep? best = null;
        for (var j = 0; j < data.Inputs.Count; j++)
        {
            if (!from.Limits.IsRestricted(j)) continue;
            int[] open = [.. rows.Where(row => from.Limits.HasBut(data, row, j))];
            foreach (var limits in Pastes(from.Limits, j, open))
            {
                var step = Step(limits);
                if (step.Mean >= from.Mean && (best is null || step.Mean > best.Mean
                    || (step.Mean == best.Mean && limits.Rows.Length > best.Limits.Rows.Length)))
                {
                    best = step;
                }
            }
        }

        return best;
    }

    private IEnumerable<BoxLimits> Pastes(BoxLimits box, int j, int[] open)
    {
        var input = data.Inputs[j];
        if (box.Cases[j] is { } cases)
        {
            foreach (var one in Enumerable.Range(0, cases.Length).Where(one => !cases[one]))
            {
                int[] found = [.. open.Where(row => cases[input.Case(row)] || input.Case(row) == one)];
                if (found.Length == box.Rows.Length) continue;
                var inside = (bool[])cases.Clone();
                inside[one] = true;
                yield return box.With(j, inside, found);
            }

            yield break;
        }

        var count = Math.Max(1, (int)(settings.Paste * box.Rows.Length));
        double[] below = [.. open.Select(row => input.Values[row]).Where(value => value < box.Low[j]).OrderDescending()];
        if (below.Length > 0)
        {
            var low = Limit(below, count, double.NegativeInfinity);
            yield return box.With(j, low, box.High[j], [.. open.Where(row => input.Values[row] >= low
                && input.Values[row] <= box.High[j])]);
        }

        double[] above = [.. open.Select(row => input.Values[row]).Where(value => value > box.High[j]).Order()];
        if (above.Length > 0)
        {
            var high = Limit(above, count, double.PositiveInfinity);
            yield return box.With(j, box.Low[j], high, [.. open.Where(row => input.Values[row] >= box.Low[j]
                && input.Values[row] <= high)]);
        }
    }

    /// <summary>Half way beyond the last of the values that are added; equal values are added together.</summary>
    private static double Limit(double[] outwards, int count, double end)
    {
        var last = outwards[Math.Min(count, outwards.Length) - 1];
        var next = Array.FindIndex(outwards, value => value != last && Math.Sign(value - last) == Math.Sign(end));
        return next < 0 ? end : last + ((outwards[next] - last) / 2);
    }
}
