namespace Supply.Inference;

/// <summary>How far the exponent may rise, and which particles survive it.</summary>
internal static class Tempering
{
    /// <summary>The highest exponent at which the effective share of the possible particles is still as wanted.</summary>
    public static double Next(Level[] levels, double exponent, double share)
    {
        var possible = 0;
        foreach (var level in levels)
            if (level.Rise > double.NegativeInfinity) possible++;
        var weights = new double[levels.Length];
        double Effective(double rise)
        {
            Weigh(levels, rise, weights);
            var squares = 0.0;
            foreach (var weight in weights) squares += weight * weight;
            return 1 / squares;
        }

        var wanted = share * possible;
        var (low, high) = (0.0, 1 - exponent);
        if (Effective(high) >= wanted) return 1;
        for (var i = 0; i < 200 && high - low > 1e-6 * high; i++)
        {
            var middle = 0.5 * (low + high);
            (low, high) = Effective(middle) >= wanted ? (middle, high) : (low, middle);
        }

        // A rise lost to rounding would never end.
        return Math.Min(1, Math.Max(exponent + high, Math.BitIncrement(exponent)));
    }

    /// <summary>Sets weights that add up to 1 and returns the logarithm of their mean before that.</summary>
    public static double Weigh(Level[] levels, double rise, double[] weights)
    {
        var top = double.NegativeInfinity;
        foreach (var level in levels) top = Math.Max(top, level.Rise);
        var sum = 0.0;
        for (var i = 0; i < levels.Length; i++) sum += weights[i] = Maths.Exp.Of(rise * (levels[i].Rise - top));
        for (var i = 0; i < levels.Length; i++) weights[i] /= sum;
        return (rise * top) + Maths.Log.Of(sum / levels.Length);
    }

    /// <summary>Systematic resampling: each particle is chosen its expected number of times, rounded up or down.</summary>
    public static int[] Resample(double[] weights, double uniform)
    {
        var chosen = new int[weights.Length];
        var (sum, at) = (weights[0], 0);
        for (var i = 0; i < chosen.Length; i++)
        {
            var mark = (i + uniform) / chosen.Length;
            while (mark > sum && at < weights.Length - 1) sum += weights[++at];
            chosen[i] = at;
        }

        // Rounding may leave the last mark beyond the sum; a particle without weight is never chosen.
        while (weights[chosen[^1]] == 0) chosen[^1]--;
        return chosen;
    }
}
