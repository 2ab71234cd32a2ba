using Supply.Programs;

namespace Supply.Compilation;

/// <summary>Checks metrics that compare the fire of two sides.</summary>
internal static class RatioChecks
{
    public static void Check(Scenario scenario, Metric metric, Problems problems, string place)
    {
        if (!metric.ComparesSides)
        {
            problems.Add(place, $"only a fire ratio has an opponent or counts rounds by their effect; {metric.QuantityName} does not.");
            return;
        }

        Sides(scenario, metric, problems, place);
        if (metric.Place is not null || Narrowing.Sides.Refuses(metric)) problems.Add(place, Narrowing.Sides.Refusal);

        if (metric.Effects.Count > 0 && !metric.Row.CountsEffects)
        {
            problems.Add(place, "it counts every round as 1; ask for the effective fire ratio.");
        }
        Effects(scenario, metric.Effects, problems, place);
    }

    private static void Sides(Scenario scenario, Metric metric, Problems problems, string place)
    {
        string[] networks = [.. scenario.Networks.Select(network => network.Name)];
        if (metric.Side is null || metric.Opponent is null)
        {
            problems.Add(place, "it needs the network whose rounds it counts and the one whose rounds it divides them by.");
        }
        else if (metric.Side == metric.Opponent)
        {
            problems.Add(place, $"it compares \"{metric.Side}\" with itself; name two networks.");
        }
        else if (!networks.Contains(metric.Opponent))
        {
            problems.Add(place, $"no network \"{metric.Opponent}\".{Nearest.Hint(metric.Opponent, networks)}");
        }
    }

    private static void Effects(Scenario scenario, Items<RoundEffect> effects, Problems problems, string place)
    {
        var origins = RoundKinds.Origins(scenario.Networks.SelectMany(network => network.Parts));
        foreach (var effect in effects)
        {
            if (!(effect.Effect is >= 0 and <= Files.NumberRule.Largest))
            {
                problems.Add(place, $"a round of {effect.Origin} counts {MessageText.Number(effect.Effect)}; it must lie in 0..1e15.");
            }
            if (!origins.Contains(effect.Origin.Name))
            {
                problems.Add(place, $"no rounds of origin \"{effect.Origin}\".{Nearest.Hint(effect.Origin.Name ?? "", origins)}");
            }
        }

        foreach (var group in effects.GroupBy(effect => effect.Origin).Where(group => group.Count() > 1))
        {
            problems.Add(place, $"it says {group.Count()} times what a round of {group.Key} counts; say it once.");
        }
    }
}
