using Supply.Cases;
using Supply.Evidence;

namespace Supply.Tests.Unit.Cases;

public class Russia2022PlausibilityTests
{
    private static readonly Lazy<PlausibilityTable> Run = new(() => PlausibilityTable.Run(Russia2022.Record, new Ensemble(1000)));

    [Fact]
    public void EveryRowAboutRussiaAndItsSuppliers_IsACheckOrSaysWhyNot()
    {
        var compared = Russia2022.Record.Checks.SelectMany(check => check.Rows).ToHashSet();
        foreach (var row in Supply.Baselines.Record.Rows.Where(row => row.Side is "RU" or "DPRK" or "IR" or "BY"))
        {
            (compared.Contains(row.Id) ^ Russia2022.Record.NoCheck.ContainsKey(row.Id))
                .ShouldBeTrue($"{row.Id}, {row.Quantity}: in the table or among the reasons, and not in both");
        }

        Russia2022.Record.NoCheck.Keys.ShouldAllBe(id => Supply.Baselines.Record.TryFind(id) != null);
        Russia2022.Record.Checks.Select(check => check.Id).ShouldBeUnique();
    }

    /// <summary>A row that changes its state must be looked at; digits may move.</summary>
    [Fact]
    public void States_AreThoseOfTheGoldenFile() => GoldenText.ShouldMatch("Golden/plausibility.verified.md", Run.Value.States());

    /// <summary>The shipped table matches the code; UPDATE_GOLDEN=1 writes it again.</summary>
    [Fact]
    public void ShippedTable_IsInStepWithTheModel() =>
        GoldenText.ShouldMatch("../Simulation/Cases/Russia2022/PLAUSIBILITY.md", Run.Value.ToMarkdown());

    [Fact]
    public void EveryFailure_HasACause()
    {
        Run.Value.Results.Where(result => !result.Passes && result.Check.Cause is null).Select(result => result.Check.Id).ShouldBeEmpty();
        foreach (var result in Run.Value.Results) double.IsFinite(result.Band.Median).ShouldBeTrue(result.Check.Id);
    }

    [Fact]
    public void Bounds_AreHalfLines()
    {
        var floor = Russia2022.Record.Checks.Single(check => check.Id == "E046");
        (floor.Low, floor.High).ShouldBe((1_325_000, double.PositiveInfinity));
        Band(floor, 2e6, 3e6).Passes.ShouldBeTrue();
        Band(floor, 1e6, 1.3e6).Passes.ShouldBeFalse();
        var ceiling = Russia2022.Record.Checks.Single(check => check.Id == "E061");
        Band(ceiling, 0, 1).Passes.ShouldBeTrue();
        Band(ceiling, 6.1e5, 7e5).Passes.ShouldBeFalse();
    }

    [Fact]
    public void Markdown_SaysTheRule_AndKeepsFailuresInSight()
    {
        var text = Run.Value.ToMarkdown();
        text.ShouldContain("A row passes if the model's band from 5 to 95 percent");
        text.ShouldContain("| FAIL |");
        text.ShouldContain("## Ranges that contradict each other");
    }

    private static PlausibilityResult Band(PlausibilityCheck check, double low, double high) =>
        new(check, new Distribution((low + high) / 2, 0, [low, low, (low + high) / 2, high, high], 0));
}
