namespace Supply.Studies;

/// <summary>From which rows a study runs: those that claims leave of its case, or draws from the priors.</summary>
/// <param name="Ensemble">The ensemble with the rows.</param>
/// <param name="Compiled">The scenarios to compile, in the order of the given ones.</param>
/// <param name="Source">Where the rows come from, in a sentence; empty: there are none to choose from.</param>
internal sealed record StudyRows(Ensemble Ensemble, IReadOnlyList<Scenario> Compiled, string Source)
{
    /// <exception cref="ArgumentException">Another design than independent draws is asked for rows that claims leave of a case.</exception>
    public static StudyRows Of(Ensemble ensemble, IReadOnlyList<Scenario> scenarios)
    {
        var all = scenarios.Where(scenario => scenario?.Rows is not null).ToArray();
        if (ensemble.Parameters is not null || all.Length == 0) return new(ensemble, scenarios, "");
        if (ensemble.FromPrior) return new(ensemble, scenarios, "Drawn from the priors of the case, without its claims.");
        var rows = (ConditionedRows)all[0].Rows!;
        if (all.Length < scenarios.Count || all.Any(scenario => scenario.Rows != rows))
        {
            return new(ensemble, scenarios, "Drawn from the priors: the scenarios are of different cases.");
        }

        foreach (var scenario in scenarios)
        {
            if (rows.WhyNot(scenario) is { } why)
            {
                return new(ensemble, scenarios, $"Drawn from the priors of the case, since {why}.");
            }
        }

        if (ensemble.Design != EnsembleDesign.Independent)
        {
            throw new ArgumentException($"Design is {ensemble.Design}, but \"{scenarios[0].Name}\" runs from the rows that published "
                + "claims leave of its case (a posterior): they are given and not drawn. Set FromPrior (--prior) to draw it from its "
                + "priors, or leave Design independent.");
        }

        var given = ensemble with { Parameters = rows.Parameters.Repeated(ensemble.Replications), Discrepancy = rows.Discrepancy };
        return new(given, [.. scenarios.Select(rows.Opened)], rows.Words);
    }
}
