using Supply.Cases;
using Supply.Evidence;

namespace Supply.Tests.Unit.Cases;

public class Ukraine2022PlausibilityTests
{
    private static readonly Lazy<PlausibilityTable> Run =
        new(() => PlausibilityTable.Run(Ukraine2022.Record, new Ensemble(1000)));

    [Fact]
    public void EveryRowAboutUkraineAndTheWest_IsACheckOrSaysWhyNot()
    {
        var record = Ukraine2022.Record;
        var compared = record.Checks.SelectMany(check => check.Rows).ToHashSet();
        foreach (var row in Supply.Baselines.Record.Rows.Where(row => row.Side is "UA" or "US" or "EU" or "CZ" or "WEST"
            || row.Quantity == "fire_ratio"))
        {
            (compared.Contains(row.Id) ^ record.NoCheck.ContainsKey(row.Id))
                .ShouldBeTrue($"{row.Id}, {row.Quantity}: in the table or among the reasons, and not in both");
        }

        record.NoCheck.Keys.ShouldAllBe(id => Supply.Baselines.Record.TryFind(id) != null);
        record.Checks.Select(check => check.Id).ShouldBeUnique();
    }

    /// <summary>Fire and fire ratios judge the case, so it may not rest on them; the two exceptions are named.</summary>
    [Fact]
    public void Fire_IsHeldOut_ButForTheRowThatSizesTheOpeningStock() =>
        Ukraine2022.Record.Checks.Where(
            check => check.Quantity.StartsWith("fire", StringComparison.Ordinal) && check.Role == EvidenceRole.Input)
            .Select(check => check.Id).ShouldBe(["E103"]);

    /// <summary>A row that changes its state must be looked at; digits may move.</summary>
    [Fact]
    public void States_AreThoseOfTheGoldenFile() =>
        GoldenText.ShouldMatch("Golden/plausibility-both-sides.verified.md", Run.Value.States());

    /// <summary>The shipped table matches the code; UPDATE_GOLDEN=1 writes it again.</summary>
    [Fact]
    public void ShippedTable_IsInStepWithTheModel() =>
        GoldenText.ShouldMatch("../Simulation/Cases/BothSides/PLAUSIBILITY.md", Run.Value.ToMarkdown());

    [Fact]
    public void EveryFailure_HasACause()
    {
        Run.Value.Results.Where(result => !result.Passes && result.Check.Cause is null).Select(result => result.Check.Id).ShouldBeEmpty();
        foreach (var result in Run.Value.Results) double.IsFinite(result.Band.Median).ShouldBeTrue(result.Check.Id);
    }
}
