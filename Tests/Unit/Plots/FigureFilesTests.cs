using System.Text;
using Supply.Plots;

namespace Supply.Tests.Unit.Plots;

public sealed class FigureFilesTests
{
    [Fact]
    public void Letters_OfAnyScript_AreKept() => FigureFiles.Names("on hand, Склад", "on hand, Запас", "on hand, 砲弾", "on hand, ก็")
        .ShouldBe(["on-hand-Склад", "on-hand-Запас", "on-hand-砲弾", "on-hand-ก็"]);

    [Fact]
    public void NamesThatWouldBeOne_GetANumber() =>
        FigureFiles.Names("on hand, A b", "on hand, A-b", "on hand, a b", "on hand, A b, 2", "on hand, A/b-3").ShouldBe(
            ["on-hand-A-b", "on-hand-A-b-2", "on-hand-a-b-3", "on-hand-A-b-2-2", "on-hand-A-b-3-2"]);

    [Fact]
    public void LongNames_StayWithinWhatFileSystemsHold()
    {
        string[] titles = [new('x', 400), new string('x', 400) + "y", new('砲', 300), new string('砲', 300) + "弾", "", "***"];
        var names = FigureFiles.Names(titles);
        names.Distinct().Count().ShouldBe(titles.Length);
        names.Max(name => Encoding.UTF8.GetByteCount(name)).ShouldBeLessThan(250);
        names.ShouldAllBe(name => name.Length > 0);
    }
}
