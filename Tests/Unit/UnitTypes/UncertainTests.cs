using static Supply.Uncertain;

namespace Supply.Tests.Unit.UnitTypes;

public sealed class UncertainTests
{
    [Fact]
    public void Pert_IsListedWithItsRange() =>
        EveryKind.Baseline.Sources().Values.Select(value => value.Value).ShouldContain("1,000 to 5,000, most likely 2,000 (PERT)");

    [Fact]
    public void Key_IsTheNameGivenFirst()
    {
        Uniform(0, 1).Key.ShouldBeNull();
        var first = Uniform(0, 1).Named("first");
        first.Key.ShouldBe("first");
        first.Named("second").Key.ShouldBe("first");
        (first with { Name = "third" }).Key.ShouldBe("first");
        (Uniform(0, 1) with { Name = "first" }).ShouldBe(first);
        (first with { Key = null }).ShouldBe(first);
    }
}
