namespace Supply.Tests.Unit.UnitTypes;

public class ItemsTests
{
    [Fact]
    public void Items_CompareByContentAndOrder()
    {
        Items<int> one = [1, 2], same = [1, 2], other = [2, 1];
        one.ShouldBe(same);
        one.GetHashCode().ShouldBe(same.GetHashCode());
        one.Equals(other).ShouldBeFalse();
        one.Equals(null).ShouldBeFalse();
        one.Equals((object)new[] { 1, 2 }).ShouldBeFalse();
    }

    [Fact]
    public void Add_LeavesTheOriginalAlone()
    {
        Items<int> one = [1];
        one.Add(2, 3).ShouldBe([1, 2, 3]);
        one.ShouldBe([1]);
    }

    [Fact]
    public void Items_DoNotSeeLaterEditsOfTheirSource()
    {
        var source = new[] { 1, 2 };
        var items = Items.From(source);
        source[0] = 9;
        items[0].ShouldBe(1);
    }

    [Fact]
    public void Descriptions_CompareByValue()
    {
        static Network Make() => new("Side", new Stockpile("Depot",
            [new(Calibre.Mm152, Origin.Russia, Rounds.Of(Uncertain.Uniform(1, 2)))]));
        Make().ShouldBe(Make());
        Make().GetHashCode().ShouldBe(Make().GetHashCode());
    }

    [Fact]
    public void Text_IsForMessages() => Items.Of<int>([1, 2]).ToString().ShouldBe("[1, 2]");
}
