using System.Text.RegularExpressions;
using Supply.Plots;
using Supply.Plots.Reports;
using Supply.Tests.Unit.Studies;

namespace Supply.Tests.Unit.Plots;

/// <summary>The report of a study as one file.</summary>
public partial class ReportTests
{
    private const string Evil = "<script>alert(1)</script>\"'&";

    private static readonly Scenario half = SmallAnswers.Shells("Half of the shells", 0.5);

    private static Study Half { get; } = SmallAnswers.Run(half);

    private static Report Whole { get; } = Half.Report() with { Command = "dotnet run Scenarios/small.cs" };

    [Fact]
    public void Html_HoldsEverything_InItsOrder()
    {
        var html = Whole.ToHtml();
        string[] inOrder =
        [
            "<h1>" + HtmlReport.Escaped(HtmlReport.Glued(Half.Answer().Headline)), "<caption>The answer in numbers", "<figure>",
            "<h2>Why</h2>",
            "<h2>What it hangs on</h2>", "<summary>All tables (", "<summary>The scenario as it was written</summary>",
            "<summary>The equations of the baseline</summary>", "<summary>How it was made</summary>", "dotnet run Scenarios/small.cs",
        ];
        inOrder.Select(words => html.IndexOf(words, StringComparison.Ordinal)).ShouldBeInOrder();
        inOrder.ShouldAllBe(words => html.Contains(words));
        html.ShouldContain($"numbers of version {Release.Numbers}");
        Whole.ToHtml().ShouldBe(html);
        ScenarioFile.Parse(Whole.Scenario, "report").Scenarios[0].ShouldBe(half);
    }

    /// <summary>A picture has room for four scenarios, and says how many it leaves to the tables.</summary>
    [Fact]
    public void UsualPicture_CountsTheScenariosWithoutALine()
    {
        Study Of(int scenarios) => new Ensemble(20, Record: new Metrics().And(Metric.FiredPerDay).Over(SmallAnswers.Window)).Run(
            [SmallAnswers.Plan, .. Enumerable.Range(1, scenarios - 1).Select(i => SmallAnswers.Shells($"less by {i}", 1 - (0.1 * i)))]);
        Of(6).Report().Figures.ShouldHaveSingleItem().Subtitle.ShouldEndWith(" 2 more scenarios have no line.");
        Of(5).Report().Figures.ShouldHaveSingleItem().Subtitle.ShouldEndWith(" 1 more scenario has no line.");
        Of(4).Report().Figures.ShouldHaveSingleItem().Subtitle.ShouldNotContain("no line");
    }

    /// <summary>Nothing is fetched: pictures are data, and what goes elsewhere is a link that a reader has to follow.</summary>
    [Fact]
    public void Html_AsksForNothing()
    {
        var html = Half.Report().ToHtml();
        Addresses().Matches(html).Select(match => match.Groups[1].Value)
            .ShouldAllBe(address => address.StartsWith("data:image/svg+xml;base64,", StringComparison.Ordinal));
        html.ShouldNotContain("<script");
        html.ShouldNotContain("<link");
        html.ShouldNotContain("@import");
        html.ShouldNotContain("url(");
        html.ShouldContain("default-src 'none'");
    }

    /// <summary>Paper has no room for many columns: they follow in further tables, each with the names of the rows.</summary>
    [Theory]
    [InlineData(1, 1)]
    [InlineData(7, 1)]
    [InlineData(8, 2)]
    [InlineData(20, 4)]
    public void WideTables_AreCutIntoTables(int columns, int tables)
    {
        var names = Enumerable.Range(0, columns).Select(i => $"c{i}.").ToArray();
        var html = HtmlTable.Of(new("Wide", [.. names], [[.. names.Select(name => "in " + name)]], ["A note."]));
        html.Split("<table>").Length.ShouldBe(tables + 1);
        html.Split(">in c0.</th>").Length.ShouldBe(tables + 1);
        html.Split("A note.").Length.ShouldBe(2);
        foreach (var name in names.Skip(1)) html.Split($"<td>in {name}</td>").Length.ShouldBe(2);
    }

    [Fact]
    public void Names_AreText_WhateverTheyHold()
    {
        var evil = SmallAnswers.Shells(Evil, 0.5);
        var report = SmallAnswers.Run(evil).Report() with
        {
            Command = Evil, Made = [Evil], Published = new(Evil, [Evil], [[Evil]], [Evil]),
        };
        var html = report.ToHtml();
        html.ShouldNotContain("<script");
        html.ShouldContain("&lt;script&gt;alert(1)&lt;/script&gt;");
        html.ShouldContain("aria-label=\"&lt;script&gt;alert(1)&lt;/script&gt;&quot;");
    }

    [Fact]
    public void Sources_AreLinks_WithTheirGrades()
    {
        var study = new Ensemble(2, Record: new Metrics { Scalars = [Metric.FiredPerDay] }).Run(Baselines.Ukraine2022);
        var html = study.Report().ToHtml();
        html.ShouldMatch("grade [A-F][1-6], as of [0-9-]+: <a href=\"#row-E[0-9]+\">");
        html.ShouldMatch("<li id=\"row-E[0-9]+\">.*<a href=\"https://[^\"]+\" rel=\"noreferrer\">");
        html.ShouldContain("<summary>Assumptions (");
        html.ShouldContain("&quot;extends&quot;: { &quot;baseline&quot;: &quot;Ukraine2022&quot;");
    }

    [Fact]
    public void Published_AreThoseOfTheQuantity()
    {
        var table = Supply.Evidence.PlausibilityTable.Run(Supply.Cases.Russia2022.Record, new Ensemble(5));
        var fired = Whole.Against(table, Metric.FiredPerDay).Published!;
        fired.Rows.Count.ShouldBeInRange(5, table.Results.Count - 5);
        fired.Rows.ShouldAllBe(row => row[1].Contains("fire") || row[1].Contains("DPRK"));
        Whole.Against(table).Published!.Rows.ShouldBeEmpty();
    }

    [Fact]
    public void Markdown_HasTheSame_WithoutPictures()
    {
        var text = Whole.ToMarkdown();
        text.ShouldStartWith("# " + Half.Answer().Headline);
        foreach (var part in new[] { "## Why", "## What it hangs on", "## Pictures", "## Tables", "## The scenario as it was written",
            "## How it was made", "dotnet run Scenarios/small.cs" })
        {
            text.ShouldContain(part);
        }
    }

    [Fact]
    public void Save_WritesByTheEnding()
    {
        using var folder = new House.TemporaryFolder();
        Whole.Save(folder["new/report.html"]);
        Whole.Save(folder["new/report.md"]);
        File.ReadAllText(folder["new/report.html"]).ShouldBe(Whole.ToHtml());
        File.ReadAllText(folder["new/report.md"]).ShouldBe(Whole.ToMarkdown());
        Should.Throw<ArgumentException>(() => Whole.Save(folder["report.pdf"])).Message
            .ShouldEndWith("ends in \".pdf\"; the file of a report ends in .html or .md.");
        File.Exists(folder["report.pdf"]).ShouldBeFalse();
    }

    [GeneratedRegex("(?:src|srcset|poster|data|action)=\"([^\"]*)\"")]
    private static partial Regex Addresses();
}
