using Supply.Studies;

namespace Supply.Analysis;

/// <summary>The replications for which settings are searched: those of a study, which need not have run for that.</summary>
/// <param name="Baseline">The scenario.</param>
/// <param name="Ensemble">Seed, threads, engine and steps.</param>
/// <param name="IsGiven">Whether uncertain numbers were given, or are those that claims leave of the case.</param>
/// <param name="Source">Where the uncertain numbers come from, in a sentence.</param>
/// <param name="Steps">That runs have longer steps than the scenario, in a sentence; empty: they do not.</param>
/// <param name="Parameters">The uncertain numbers of each replication.</param>
/// <param name="Draws">
/// For each replication the number whose draws it has: its own, or the one that was given with its uncertain numbers. It differs from the
/// number of its row where parts of the study are missing.
/// </param>
internal sealed record LeastGround(
    Scenario Baseline, Ensemble Ensemble, bool IsGiven, string Source, string Steps, ParameterMatrix Parameters, uint[] Draws)
{
    /// <summary>The replications of a study.</summary>
    public static LeastGround Of(Study study) => new(study.Baseline.Scenario, study.Ensemble, study.IsGiven, study.Source,
        study.Steps.FirstOrDefault(""), study.Baseline.Parameters, DrawsOf(study.Running, study.Replications));

    /// <summary>The replications that a study will have.</summary>
    public static LeastGround Of(PreparedStudy prepared)
    {
        var (running, all) = (prepared.Running, prepared.Ensemble.Replications);
        return new(prepared.Scenarios[0], prepared.Ensemble, running.Parameters is not null, prepared.Source,
            prepared.Steps.FirstOrDefault(""), DrawnParameters.Of(prepared.Cells[0].Program, running, [(0, all)]),
            DrawsOf(running, Enumerable.Range(0, all)));
    }

    private static uint[] DrawsOf(Ensemble running, IEnumerable<int> replications)
    {
        var given = running.Parameters?.Draws;
        return [.. replications.Select(one => given is not null && one < given.Count ? given[one] : (uint)one)];
    }
}
