namespace Supply.Tests.Laws;

public class EditLaws
{
    [Theory]
    [InlineData(2)]
    [InlineData(0.25)]
    [InlineData(1024)]
    public void Scaling_ByAPowerOfTwo_ScalesEveryBit(double factor) => Law.ForAll(25, sample =>
        Compare(sample, Edits.Scaled(sample, factor), relative: 0, Same.Scaled(factor)));

    [Fact]
    public void Scaling_ByAnyFactor_ScalesFlowsAndStocks() => Law.ForAll(25, sample =>
        Compare(sample, Edits.Scaled(sample, 3), Tolerance.SameModel, Same.Scaled(3)));

    [Fact]
    public void Renaming_WithKeysKept_ChangesNoBit() => Law.ForAll(40, sample =>
        Compare(sample, Edits.Renamed(sample), relative: 0));

    [Fact]
    public void Reordering_Parts_ChangesNothing() => Law.ForAll(40, sample =>
        Compare(sample, sample.With(sample.Network with { Parts = Items.From(new Dice(sample.Number).Shuffled(sample.Network.Parts)) }),
            Tolerance.SameModel));

    [Fact]
    public void Reordering_Changes_OfDifferentKinds_ChangesNothing() => Law.ForAll(40, sample =>
    {
        var changes = sample.Scenario.Changes.GroupBy(change => change.GetType()).Reverse().SelectMany(group => group);
        Compare(sample, sample with { Scenario = sample.Scenario with { Changes = Items.From(changes) } }, Tolerance.SameModel);
    });

    /// <summary>Exhaustion jumps where rounding decides a comparison, so only exact comparisons look at it.</summary>
    private static void Compare(Sample sample, Sample edited, double relative, Func<Metric, double>? factor = null)
    {
        var all = Recorded.Everything(sample.Scenario);
        var metrics = relative == 0
            ? all : all with { Scalars = Items.From(all.Scalars.Where(metric => metric.Kind != QuantityKind.Date)) };
        var ensemble = new Ensemble(9, Record: metrics);
        Same.Scalars(ensemble.Run(edited.Scenario), ensemble.Run(sample.Scenario), relative, factor);
    }
}
