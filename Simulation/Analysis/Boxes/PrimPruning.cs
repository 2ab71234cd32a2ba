using MathNet.Numerics.Distributions;

namespace Supply.Analysis;

/// <summary>Takes limits off a box again that chance explains.</summary>
/// <param name="data">The data; of outcomes other than 0 and 1 nothing is known about chance, and no limit is taken off.</param>
/// <param name="rows">The rows among which the box was found.</param>
/// <param name="mostChance">The quasi p-value above which a limit goes.</param>
internal sealed class PrimPruning(InputData data, int[] rows, double mostChance)
{
    private readonly bool hasEffect = mostChance < 1 && data.Outcome.All(value => value is 0 or 1);

    /// <summary>The probability of at least as many hits in a box if a limit did nothing (Bryant and Lempert 2010).</summary>
    /// <param name="hits">Rows of interest inside.</param>
    /// <param name="count">Rows inside.</param>
    /// <param name="without">The density of the box without the limit.</param>
    public static double QuasiP(int hits, int count, double without) =>
        hits == 0 ? 1 : Math.Clamp(1 - Binomial.CDF(without, count, hits - 1), 0, 1);

    /// <summary>The box without such limits, the weakest first, since what one explains another may explain too.</summary>
    public BoxLimits Of(BoxLimits limits)
    {
        if (!hasEffect) return limits;
        while (Weakest(limits) is { } weakest)
        {
            var wider = limits.Without(weakest);
            limits = wider.WithRows([.. rows.Where(row => wider.HasBut(data, row, weakest))]);
        }

        return limits;
    }

    private int? Weakest(BoxLimits limits)
    {
        int[] limited = [.. Enumerable.Range(0, data.Inputs.Count).Where(limits.IsRestricted)];

        // Rows that one limit alone keeps out, and hits among them, by limit.
        var (count, hits) = (new int[limited.Length], new int[limited.Length]);
        var inside = 0;
        foreach (var row in rows)
        {
            var broken = -1;
            for (var k = 0; k < limited.Length; k++)
            {
                if (limits.Has(data, row, limited[k])) continue;
                (broken, k) = broken < 0 ? (k, k) : (-2, limited.Length);
            }

            if (broken == -1) inside += (int)data.Outcome[row];
            if (broken < 0) continue;
            count[broken]++;
            hits[broken] += (int)data.Outcome[row];
        }

        var chances = limited.Select((_, k) =>
            QuasiP(inside, limits.Rows.Length, (inside + hits[k]) / (double)(limits.Rows.Length + count[k]))).ToArray();
        var worst = Array.IndexOf(chances, chances.DefaultIfEmpty().Max());
        return worst < 0 || chances[worst] <= mostChance ? null : limited[worst];
    }
}
