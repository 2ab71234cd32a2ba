using Supply.Maths;

namespace Supply.Analysis;

/// <summary>Random choices by address: the same for any number of threads and in whatever order they are made.</summary>
internal static class Resampling
{
    public const ulong DefaultSeed = 2026;

    /// <summary>Row numbers drawn with replacement, for one resample.</summary>
    public static int[] Rows(ulong seed, string name, int resample, int count)
    {
        var key = DrawKey.Of($"analysis {name}");
        return [.. Enumerable.Range(0, count).Select(i => (int)(Philox.Uniform(seed, (uint)i, key, (uint)resample) * count))];
    }

    /// <summary>A uniform number between 0 and 1.</summary>
    public static double Uniform(ulong seed, string name, int row, int place) =>
        Philox.Uniform(seed, (uint)row, DrawKey.Of($"analysis {name}"), (uint)place);

    /// <summary>Numbers from 0 in random order.</summary>
    public static int[] Order(ulong seed, string name, int count)
    {
        var key = DrawKey.Of($"analysis {name}");
        return [.. Enumerable.Range(0, count).OrderBy(i => Philox.Uniform(seed, (uint)i, key, 0)).ThenBy(i => i)];
    }

    /// <summary>The central 90 % of sorted values.</summary>
    public static (double Low, double High) Central90(double[] values)
    {
        Array.Sort(values);
        double At(double level)
        {
            var (rank, beyond) = Supply.Studies.Quantiles.Below(values.Length, level);
            return Supply.Studies.Quantiles.Between(values[rank], values[Math.Min(rank + 1, values.Length - 1)], beyond);
        }

        return (At(0.05), At(0.95));
    }
}
