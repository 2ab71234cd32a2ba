using System.Globalization;
using System.Text.RegularExpressions;
using Supply.Maths;
using Supply.Tests.Engines;
using Supply.Tests.Schema;

namespace Supply.Tests.House;

/// <summary>The numbers, refusals and file properties that the page of the model states, compared with the library.</summary>
public partial class ModelPageTests
{
    private const ulong Seed = 2026;
    private const uint Replication = 1;

    private static readonly string page =
        File.ReadAllText(Path.Combine(Path.GetDirectoryName(GoldenText.Root)!, "Simulation", "MODEL.md"));

    [Fact]
    public void Draws_OfTheCheck_AreThoseOfTheLibrary()
    {
        var rows = DrawRow().Matches(page);
        rows.Count.ShouldBe(5);
        foreach (Match row in rows)
        {
            var key = DrawKey.Of(row.Groups[1].Value);
            var uniform = Philox.Uniform(Seed, Replication, key, uint.Parse(row.Groups[3].Value, CultureInfo.InvariantCulture));
            key.ToString("X16", CultureInfo.InvariantCulture).ShouldBe(row.Groups[2].Value);
            uniform.ShouldBe(Number(row.Groups[4]), 1e-15);
            InverseNormal.Of(uniform).ShouldBe(Number(row.Groups[5]), 1e-12);
        }
    }

    [Fact]
    public void Values_OfTheCheck_AreThoseOfTheLibrary()
    {
        var scenario = ScenarioFile.Parse(Fence().Match(page).Groups[1].Value, "MODEL.md").Expand()[0];
        var (produced, held) = (new Metric(Quantity.Produced).Total(), new Metric(Quantity.OnHand));
        var windows = Enumerable.Range(0, 3)
            .Select(step => new TimeWindow($"step {step}", Moment.AtStep(step), Moment.AtStep(step))).ToArray();
        var result = new Ensemble(2, Seed, Record: new Metrics().And(produced, held).Over(windows)).Run(scenario).Baseline;
        var rows = ValueRow().Matches(page);
        rows.Count.ShouldBe(3);
        foreach (var (row, window) in rows.Zip(windows))
        {
            result.Scalar(produced, window)[(int)Replication].ShouldBe(Number(row.Groups[1]), 1e-9);
            result.Scalar(held, window)[(int)Replication].ShouldBe(Number(row.Groups[2]), 1e-9);
        }
    }

    [Fact]
    public void EveryRefusedCombination_IsRefusedInATest()
    {
        var folder = Path.Combine(GoldenText.Root, "Invalid");
        var messages = string.Concat(Directory.EnumerateFiles(folder, "*.txt", SearchOption.AllDirectories).Select(File.ReadAllText));
        var words = Section("## 9 Refused").Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(1)
            .SelectMany(line => Code().Matches(line.Split('|')[2])).Select(match => match.Groups[1].Value).ToArray();
        words.Length.ShouldBeGreaterThan(30);
        words.Where(word => !messages.Contains(word, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    /// <summary>An address that is not made of the names of properties is in the table, and the table names no others.</summary>
    [Fact]
    public void Addresses_AreMadeOfPropertiesOrInTheTable()
    {
        HashSet<string> properties = [.. Property().Matches(SchemaWriter.Write()).Select(match => match.Groups[1].Value)];
        var table = Section("| in a file | address |").Split('\n').Skip(2).TakeWhile(line => line.StartsWith('|'))
            .Select(line => line.Split('|')).ToArray();
        table.SelectMany(row => Code().Matches(row[1])).Select(match => match.Groups[1].Value).Where(name => !properties.Contains(name))
            .ShouldBeEmpty();
        HashSet<string> listed = [.. table.SelectMany(row => Code().Matches(row[2]))
            .SelectMany(match => match.Groups[1].Value.Split('/')).Where(word => !word.Contains('{'))];
        string[] drawn = ["happens", "spread", "longest"];
        Section("| part | properties |").Split('\n').Skip(2).TakeWhile(line => line.StartsWith('|'))
            .SelectMany(line => Code().Matches(line)).SelectMany(match => match.Groups[1].Value.Split('/'))
            .Where(word => word.Length > 0 && !word.Contains('{') && !word.Contains('}') && !drawn.Contains(word))
            .Where(word => !properties.Contains(word) && !listed.Contains(word)).Distinct().ShouldBeEmpty();
        var keys = RichFamily.Scenarios.SelectMany(Supply.Compilation.Compiler.NumberUses).Select(use => use.Key.Split('/')[0]).ToHashSet();
        listed.Where(word => !keys.Contains(word) && !properties.Contains(word) && word is not ("points" or "interval" or "0" or "1"))
            .ShouldBeEmpty();
    }

    private static string Section(string start) => page[page.IndexOf(start, StringComparison.Ordinal)..];

    private static double Number(Group group) => double.Parse(group.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\| `([^`]+)` \| ([0-9A-F]{16}) \| (\d) \| ([\d.]+) \| (-?[\d.]+) \|$", RegexOptions.Multiline)]
    private static partial Regex DrawRow();

    [GeneratedRegex(@"^\| [012] \| ([\d.]+) \| ([\d.]+) \|$", RegexOptions.Multiline)]
    private static partial Regex ValueRow();

    [GeneratedRegex(@"```json\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();

    [GeneratedRegex("\"([A-Za-z]+)\": *\\{")]
    private static partial Regex Property();
}
