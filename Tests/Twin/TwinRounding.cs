namespace Supply.Tests.Twin;

/// <summary>Whole rounds, the last part of section 6 of MODEL.md; without them every amount stays as it is.</summary>
internal sealed class TwinRounding(bool whole)
{
    private readonly Dictionary<string, double> rests = [];
    private readonly Dictionary<string, double> today = [];

    public bool Whole => whole;

    public void Begin() => today.Clear();

    /// <summary>The whole rounds of a running total; asked twice in a step, the same.</summary>
    public double Run(double amount, string flow)
    {
        if (!whole) return amount;
        if (today.TryGetValue(flow, out var given)) return given;
        var total = rests.GetValueOrDefault(flow) + amount;
        given = Math.Floor(total + 1e-9);
        rests[flow] = total - given;
        return today[flow] = given;
    }

    public double Nearest(double amount) => whole ? Math.Floor(amount + 0.5) : amount;

    public double Down(double amount) => whole ? Math.Floor(amount + 1e-9) : amount;

    /// <summary>A whole total split in proportion to parts, by largest remainder.</summary>
    public static double[] Split(double[] parts, double total)
    {
        var sum = parts.Sum();
        var quotas = parts.Select(part => sum > 0 ? part * Math.Min(1, total / sum) : 0).ToArray();
        var given = quotas.Select(quota => Math.Floor(quota + 1e-9)).ToArray();
        var left = total - given.Sum();
        foreach (var i in Enumerable.Range(0, parts.Length).OrderByDescending(i => Math.Floor((quotas[i] - given[i]) * 1e6 + 0.5))
            .ToArray())
        {
            if (left <= 0) break;
            given[i]++;
            left--;
        }

        return given;
    }

    /// <summary>Wishes cut to a limit together.</summary>
    public double[] Limit(double[] wishes, double? limit, string flow)
    {
        if (limit is not { } most) return wishes;
        var all = wishes.Sum();
        return whole ? Split(wishes, Run(Math.Min(most, all), flow))
            : [.. wishes.Select(wish => all > 0 ? wish * Math.Min(1, most / all) : 0)];
    }
}
