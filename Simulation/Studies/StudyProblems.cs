using Supply.Compilation;
using Supply.Programs;

namespace Supply.Studies;

/// <summary>The problems of all scenarios of a study in one message; a problem that several share is stated once.</summary>
internal static class StudyProblems
{
    /// <exception cref="ScenarioException">A scenario failed, or two have one name.</exception>
    public static void ThrowIfAny(IReadOnlyList<Scenario> scenarios, IReadOnlyList<(Scenario Scenario, ScenarioException Failure)> failures)
    {
        var problems = new Problems();
        NameChecks.Unique(scenarios.Select(scenario => scenario.Name), "Study", "scenario", problems);
        if (!problems.Any && failures.Count == 1) throw failures[0].Failure;
        var found = failures.SelectMany(failure => failure.Failure.Problems, (failure, problem) => (failure.Scenario, Problem: problem))
            .ToArray();
        foreach (var group in found.GroupBy(one => one.Problem, one => one.Scenario))
        {
            problems.Add($"{Who([.. group], scenarios.Count)}, {group.Key.Place}", group.Key.Message);
        }

        problems.ThrowIfAny(failures.Count < 2 ? "The study" : $"{failures.Count} scenarios");
    }

    private static string Who(Scenario[] failed, int all) =>
        failed.Length == 1 ? $"Scenario \"{failed[0].Name}\""
        : failed.Length == all ? "All scenarios"
        : failed.Length <= 3 ? $"Scenarios {MessageText.All(failed.Select(scenario => scenario.Name))}"
        : $"{failed.Length} scenarios from \"{failed[0].Name}\" on";
}
