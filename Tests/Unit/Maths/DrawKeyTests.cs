using System.Text;
using Supply.Maths;

namespace Supply.Tests.Unit.Maths;

public class DrawKeyTests
{
    // Values of the test suite published with FNV (Noll).
    [Theory]
    [InlineData("", 0xCBF29CE484222325)]
    [InlineData("a", 0xAF63DC4C8601EC8C)]
    [InlineData("foobar", 0x85944171F73967E8)]
    public void Fnv1A_OfPublishedNames_IsThePublishedHash(string name, ulong hash) =>
        DrawKey.Fnv1A(Encoding.UTF8.GetBytes(name)).ShouldBe(hash);

    // The first outputs of SplitMix64 from seed 0 are its finaliser at one and two steps of its increment.
    [Theory]
    [InlineData(0x9E3779B97F4A7C15, 0xE220A8397B1DCDAF)]
    [InlineData(0x3C6EF372FE94F82A, 0x6E789E6AA1B965F4)]
    public void Finalise_OfSplitMixStates_IsItsPublishedOutput(ulong state, ulong output) =>
        DrawKey.Finalise(state).ShouldBe(output);

    // Computed once from the documented formula in Python; a change here moves every draw of every study.
    [Theory]
    [InlineData("", 0xF52A15E9A9B5E89B)]
    [InlineData("Tula production", 0xF7D819457D7BBD07)]
    [InlineData("Dépôt 152 mm", 0xA7362EF6269286F6)]
    public void DrawKey_OfNames_NeverMoves(string name, ulong key) => DrawKey.Of(name).ShouldBe(key);
}
