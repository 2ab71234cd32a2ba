using System.Text.RegularExpressions;
using Supply.Plots;
using Supply.Studies;

namespace Supply.Tests.Unit.Studies;

/// <summary>An answer fits its lines and columns, and says what of its table it does not show.</summary>
public sealed partial class AnswerTextTests
{
    private static readonly string[] numbers = ["11,300", "-1,340 (-2,010 to -640)", "> 98 %", "< 1 % -> > 99 %"];

    private static Answer Of(Table table) => AnswerText.Fitted(
        new("The headline of the answer.", ["A sentence."], table, "It hinges on one input.", ["A note."]), 1, 1);

    private static Table Scenarios(int count, string name) => new("fired per day",
        ["scenario", "fired per day", "change, same run (90 %)", "> 1/20", "exhausted"],
        Items.From(Enumerable.Range(1, count).Select(i => (Items<string>)[$"{name} {i}", .. numbers])), []);

    private static string[] Lines(Answer answer)
    {
        string[] lines = answer.ToString().TrimEnd('\n').Split('\n');
        lines.Length.ShouldBeLessThanOrEqualTo(Answer.MostLines);
        lines.Max(TextTable.Length).ShouldBeLessThanOrEqualTo(Answer.Width, answer.ToString());
        return lines;
    }

    /// <summary>The table itself stays whole, so that pages and reports have all of it.</summary>
    [Fact]
    public void RowsWithoutRoom_AreCounted_AndAReportHasThem()
    {
        var answer = Of(Scenarios(20, "Scenario"));
        var lines = Lines(answer);
        var shown = lines.Count(line => line.StartsWith("  Scenario ", StringComparison.Ordinal));
        shown.ShouldBeInRange(4, 19);
        lines[^1].ShouldEndWith($"Not shown: {20 - shown} rows; a report has the whole table.");
        lines.ShouldContain(line => line.StartsWith("  Scenario 20 ", StringComparison.Ordinal));
        answer.Table.Rows.Count.ShouldBe(20);
        answer.ToHtml().ShouldContain("Scenario 13");
        new Report(answer).ToMarkdown().ShouldContain("Scenario 13");

        // Sentences that are added later take the place of further rows, and these are counted as well.
        var more = answer.And("One more sentence.", "And another, which is as long as a line of the answer may be, and goes on further.");
        var left = Lines(more).Count(line => line.StartsWith("  Scenario ", StringComparison.Ordinal));
        left.ShouldBeLessThan(shown);
        Lines(more)[^1].ShouldEndWith($"Not shown: {20 - left} rows; a report has the whole table.");
    }

    [Fact]
    public void WholeTable_HasNoSuchLine() => Of(Scenarios(3, "Scenario")).ToString().ShouldNotContain("Not shown");

    [Fact]
    public void ColumnsWithoutRoom_AreCounted()
    {
        Items<string> heading = ["scenario", .. Enumerable.Range(1, 12).Select(i => $"metric {i}")];
        var answer = Of(new("all", heading, [["Plan", .. Enumerable.Repeat("1,230,000", 12)]], []));
        var lines = Lines(answer);
        var columns = Number().Count(lines.Single(line => line.StartsWith("  Plan", StringComparison.Ordinal)));
        columns.ShouldBeInRange(2, 11);
        lines[^1].ShouldEndWith($"Not shown: {12 - columns} column{(columns == 11 ? "" : "s")}; a report has the whole table.");
    }

    /// <summary>Headings break between words, names are cut where they must be, and numbers never.</summary>
    [Theory]
    [InlineData("A")]
    [InlineData("A scenario with a name that is a good deal longer than its column can be")]
    public void Headings_AndNumbers_StayWhole(string name)
    {
        Items<string> heading = ["scenario", "rounds fired per day over the whole of the window", "change, in the same run (90 %)",
            "> 1/20", "exhausted in the window"];
        var text = string.Join('\n', Lines(Of(Scenarios(3, name) with { Columns = heading })));
        foreach (var word in heading.SelectMany(cell => cell.Split(' '))) text.ShouldContain(word);
        foreach (var number in numbers) Regex.Count(text, Regex.Escape(number)).ShouldBe(3, text);
        text.Contains('…', StringComparison.Ordinal).ShouldBe(name.Length > 40);
        text.ShouldNotContain("Not shown");
    }

    [Fact]
    public void LettersOfEastAsia_TakeTwoColumns()
    {
        var name = string.Concat(Enumerable.Repeat("砲弾", 40));
        var answer = AnswerText.Fitted(
            new($"With \"{name}\", rounds fired fall.", [$"{name}{name}"], Scenarios(3, name), name, [name]), 1, 1);
        Lines(answer).ShouldContain(line => line.Contains('…', StringComparison.Ordinal));
        answer.ToString().ShouldContain("-1,340 (-2,010 to -640)");
    }

    [GeneratedRegex("1,230,000")]
    private static partial Regex Number();
}
