using System.Globalization;

namespace Supply.Inference;

/// <summary>Reports everything that is wrong with settings and targets at once.</summary>
internal static class SettingChecks
{
    public static void Check(SequentialMonteCarlo settings, Target target, Target? from = null)
    {
        ArgumentNullException.ThrowIfNull(target);
        var faults = new List<string>();
        void Within(string name, double value, double low, double high)
        {
            if (!(value >= low && value <= high))
            {
                faults.Add(string.Create(CultureInfo.InvariantCulture, $"{name} is {value}; it must lie in {low}..{high}."));
            }
        }

        Within(nameof(settings.ParticlesPerPopulation), settings.ParticlesPerPopulation, 16, 10_000_000);
        Within(nameof(settings.Populations), settings.Populations, 1, 1000);
        Within(nameof(settings.OnlyPopulation), settings.OnlyPopulation ?? 0, 0, settings.Populations - 1);
        Within(nameof(settings.Threads), settings.Threads, 1, int.MaxValue);
        Within(nameof(settings.EffectiveShare), settings.EffectiveShare, 0.1, 0.99);
        Within(nameof(settings.Correlation), settings.Correlation, 0.01, 0.99);
        Within(nameof(settings.LastCorrelation), settings.LastCorrelation, 0.01, 0.99);
        Within(nameof(settings.MostMoves), settings.MostMoves, 1, 100_000);
        Within(nameof(settings.MostLastMoves), settings.MostLastMoves, 1, 100_000);
        Within(nameof(settings.LightMoves), settings.LightMoves, 0, 1000);
        Within(nameof(settings.MostChained), settings.MostChained, 0, 1000);
        Within(nameof(settings.FreshDraws), settings.FreshDraws, 0, 1);
        Within(nameof(settings.Acceptance), settings.Acceptance, 0.05, 0.9);

        string[] names = [.. target.Marginals.Select(marginal => marginal.Name)];
        if (names.Length == 0) faults.Add("The target has no coordinates.");
        faults.AddRange(names.GroupBy(name => name).Where(group => group.Count() > 1)
            .Select(group => $"{group.Count()} coordinates are named \"{group.Key}\"; names must be unique."));
        Within("HeavyCount of the target", target.HeavyCount, 0, names.Length);
        Within("PayloadLength of the target", target.PayloadLength, 0, 100_000_000);
        if (target.HeavyCount > 0 && target.PayloadLength == 0)
        {
            faults.Add($"The target has {target.HeavyCount} heavy coordinates, but PayloadLength is 0: nothing would be simulated.");
        }
        if (from is not null) Same(target, from, faults);
        if (faults.Count > 0) throw new ArgumentException(string.Join("\n", faults));
    }

    private static void Same(Target target, Target from, List<string> faults)
    {
        if (!target.Marginals.Select(Words).SequenceEqual(from.Marginals.Select(Words)))
        {
            var other = from.Marginals.Select(Words).Except(target.Marginals.Select(Words))
                .Concat(target.Marginals.Select(Words).Except(from.Marginals.Select(Words)));
            faults.Add($"The targets differ in their marginals or their order: {string.Join(", ", other.Take(5))}.");
        }

        if (target.HeavyCount != from.HeavyCount)
        {
            faults.Add($"The targets have {from.HeavyCount} and {target.HeavyCount} heavy coordinates; a bridge needs the same.");
        }
        if (target.PayloadLength != from.PayloadLength)
        {
            faults.Add($"The targets have payloads of {from.PayloadLength} and {target.PayloadLength} numbers; a bridge needs the same.");
        }
    }

    private static string Words(Marginal marginal) => $"{marginal.Name} ~ {marginal.Description}";
}
