using Supply.Files;

namespace Supply;

/// <summary>Finds every number of a scenario, in the order of the description.</summary>
internal static class ScenarioNumbers
{
    public static IEnumerable<NumberAt> Of(Scenario scenario)
    {
        foreach (var network in scenario.Networks)
        {
            var prefix = scenario.Networks.Count > 1 ? network.Name + "/" : "";
            foreach (var part in network.Parts)
            {
                foreach (var number in NumberFinder.Of(part, network).Numbers)
                {
                    yield return number with { Place = $"{prefix}{part.Name}, {number.Place}" };
                }
            }

            foreach (var number in NumberFinder.Own(network).Numbers) yield return number with { Place = prefix + number.Place };
        }

        foreach (var change in scenario.Changes)
        {
            foreach (var number in NumberFinder.Of(change).Numbers)
            {
                yield return number with { Place = $"{ChangeWords.Of(change)}, {number.Place}" };
            }
        }
    }

    /// <summary>
    /// The values that make up a number: the factors of a product and the cases of a <see cref="Uncertain.OneOf(Alternative[])"/>,
    /// which is itself listed because its weights are numbers too. A choice between rules has only its weights.
    /// </summary>
    public static IEnumerable<NumberAt> Elements(NumberAt number)
    {
        switch (number.Value)
        {
            case ProductValue product:
                var factor = number.Unit.StartsWith("factor", StringComparison.Ordinal) ? number.Unit : "factor of " + number.Unit;
                return Elements(number with { Unit = factor, Value = product.Left })
                    .Concat(Elements(number with { Unit = factor, Value = product.Right }));
            case OneOfValue when number.Unit == NumberRule.Case.Unit:
                return [number with { Unit = "weights" }];
            case OneOfValue choice:
                return choice.Cases
                    .SelectMany(item => Elements(number with { Place = $"{number.Place}, case {item.Label}", Value = item.Value }))
                    .Prepend(number with { Unit = "weights" });
            default:
                return [number];
        }
    }
}
