using System.Text.RegularExpressions;
using Supply.Analysis;
using Supply.Tests.House;
using Supply.Tests.Unit.Studies;

namespace Supply.Tests.Unit.Analysis;

/// <summary>Analyses write shares in one way, which makes none of them certain or impossible by rounding.</summary>
public sealed partial class ShareTextTests
{
    [Theory]
    [InlineData(0, "0.0 %")]
    [InlineData(0.0004, "< 0.1 %")]
    [InlineData(0.21, "21 %")]
    [InlineData(0.998, "99.8 %")]
    [InlineData(0.9997, "> 99.9 %")]
    [InlineData(1, "100 %")]
    public void Found_IsCertainOrImpossible_OnlyIfItIs(double share, string text) => ShareText.Of(share).ShouldBe(text);

    [Theory]
    [InlineData(0.8, "80 %")]
    [InlineData(0.999, "99.9 %")]
    [InlineData(0.99999, "99.999 %")]
    [InlineData(0.07, "7 %")]
    [InlineData(1e-5, "0.001 %")]
    public void Asked_HasAllItsDigits(double share, string text) => ShareText.Asked(share).ShouldBe(text);

    /// <summary>No analysis makes a percentage of its own.</summary>
    [Fact]
    public void Analyses_WriteSharesInOnePlace() => Directory
        .EnumerateFiles(Path.Combine(Scripts.Root, "Simulation", "Analysis"), "*.cs", SearchOption.AllDirectories)
        .Where(path => Path.GetFileName(path) != $"{nameof(ShareText)}.cs")
        .SelectMany(path => File.ReadLines(path).Index().Where(line => ByHand().IsMatch(line.Item))
            .Select(line => $"{Path.GetFileName(path)}:{line.Index + 1}: {line.Item.Trim()}"))
        .ShouldBeEmpty();

    [Theory]
    [InlineData("$\"{100 * share:0} % of runs\"", true)]
    [InlineData("$\"{100 * Math.Max(0, share):0.#} %\"", true)]
    [InlineData("$\"{ShareText.Of(share)} of runs\"", false)]
    [InlineData("var most = 100 * share;", false)]
    public void ByHand_IsRecognised(string line, bool isByHand) => ByHand().IsMatch(line).ShouldBe(isByHand);

    [Fact]
    public void Policies_WithOneFailureInMany_AreNotCertain()
    {
        var score = new PolicyScore(SmallAnswers.Plan, [0.9999], 0.9999, [], [], IsDominated: false);
        score.ToString().ShouldBe("Plan: all goals in > 99.9 % of runs");
    }

    [Fact]
    public void Questions_WithOneOtherAnswerInMany_AreNotCertain()
    {
        InputColumn x = new("x", [.. Enumerable.Range(0, 3000).Select(row => row == 0 ? 0.0 : 1)]) { Cases = ["odd", "usual"] };
        ValueOfKnowing.OfQuestion(new([x], x.Values), outcome => outcome > 0.5, "it does").Verdict
            .ShouldStartWith("\"it does\": today's best answer is yes, which is right in > 99.9 % of runs");
    }

    [Fact]
    public void Boxes_WithOneOtherRunInMany_AreNotCertain()
    {
        InputColumn x = new("x", [.. Enumerable.Range(0, 4000).Select(row => (double)row)]);
        Prim.Of(new([x], [.. x.Values.Select(value => value == 7 ? 0.0 : 1)]), new() { Resamples = 0 }).Verdict
            .ShouldStartWith("> 99.9 % of all runs are of interest");
    }

    [GeneratedRegex(@"\{100 \* [^}]*:[^}]*\} %")]
    private static partial Regex ByHand();
}
