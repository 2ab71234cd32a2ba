using Supply.Files;
using System.Globalization;
using System.Text.RegularExpressions;
using Supply.Evidence;

namespace Supply.Tests.Unit.Cases;

public partial class Russia2022Tests
{
    public static TheoryData<string> Cases => [.. Supply.Baselines.All.Keys.Select(key => key.Name)];

    private static Scenario Case(string name) => Supply.Baselines.All.Single(one => one.Key.Name == name).Value();

    [Theory]
    [MemberData(nameof(Cases))]
    public void EveryNumber_IsCitedOrAssumed(string name) =>
        Case(name).Sources().Unsourced.Select(value => $"{value.Places[0]}: {value.Value}").ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Cases))]
    public void EveryCitation_NamesRowsThatExist_AGradeAndALineage(string name)
    {
        foreach (var value in Case(name).Sources().Cited)
        {
            var cited = (Cited)value.Source!;
            cited.Rows.ShouldNotBeEmpty(value.Places[0]);
            foreach (var id in cited.Rows) Supply.Baselines.Record.TryFind(id).ShouldNotBeNull($"{value.Places[0]} cites {id}");
            cited.Grade.ShouldMatch("^[A-F][1-6]$");
            cited.Lineage.ShouldNotBeNullOrWhiteSpace();
            if (cited.Rows.All(id => !Supply.Baselines.Record.Find(id).Verified))
            {
                cited.Grade[1].ShouldBe('6', $"{value.Places[0]} rests only on rows not seen at their source");
            }
        }
    }

    /// <summary>
    /// A cited value that is not marked as derived must be the number of one of its rows: its span must meet the row's within a tenth, as
    /// printed, or as a rate (a total divided by the days of its period, months and years as in <see cref="RateUnit"/>). A floor or
    /// ceiling is a half-line. Factors of a product are in the unit of their own row, so the number as printed counts there too. A
    /// derived value is exempt, but its note must name each of its rows, so that a reader can follow the arithmetic.
    /// </summary>
    [Theory]
    [MemberData(nameof(Cases))]
    public void CitedValue_IsItsRowsNumber_OrSaysHowItIsDerived(string name)
    {
        var problems = new List<string>();
        foreach (var number in ScenarioNumbers.Of(Case(name)).Where(number => !number.Left).SelectMany(ScenarioNumbers.Elements))
        {
            if (number.Value.Source is not Cited cited) continue;
            if (cited.Note.StartsWith("Derived:", StringComparison.Ordinal))
            {
                var named = Named(cited.Note);
                problems.AddRange(cited.Rows.Where(id => !named.Contains(id))
                    .Select(id => $"{number.Place}: the note does not say what {id} is for."));
            }
            else if (!cited.Rows.Any(id => Meets(number, Supply.Baselines.Record.Find(id))))
            {
                problems.Add($"{number.Place}: {Span(number.Value)} {number.Unit} is the number of none of "
                    + $"{string.Join(", ", cited.Rows)}.");
            }
        }

        problems.Distinct().ShouldBeEmpty();
    }

    [Fact]
    public void Horizon_RunsToTheEndOf2027_BeyondTheRecord()
    {
        var scenario = Supply.Baselines.Russia2022;
        scenario.RecordEnds.ShouldBe((Moment)Supply.Baselines.Record.Ends);
        scenario.Horizon.End.ShouldBe(new(2027, 12, 31));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void ScenarioFile_ReadsBackEqual(string name) =>
        ScenarioFile.Parse(new ScenarioFile(Case(name)).ToJson(), name).Baseline.ShouldBe(Case(name));

    [Fact]
    public void Sources_ListTheRowsTheyCite()
    {
        var text = Supply.Baselines.Russia2022.Sources().ToString();
        text.ShouldContain("E012: RUSI, Russian Military Objectives and Capacity in Ukraine Through 2024, 2024-02-13, https://");
        text.ShouldContain("\"2022 use and stock\" one of heavy fire, large stock (weight 0.5), light fire, smaller stock (weight 0.5)");
        text.ShouldNotContain("## Without a source");
    }

    private static bool Meets(NumberAt number, EvidenceRow row)
    {
        var (low, high) = Span(number.Value);
        bool Within(double factor) => high >= 0.9 * row.Least * factor && low <= 1.1 * row.Most * factor;
        return Within(1) || DaysOf(number.Unit) is { } days && RowDays(row) is { } rowDays && Within(days / rowDays);
    }

    private static double? RowDays(EvidenceRow row) => row.Unit is "rounds" or "tonnes" ? row.PeriodDays : DaysOf(row.Unit);

    private static double? DaysOf(string unit) => unit.Split('/') is [.., var per]
        ? per switch { "day" => 1, "month" => 30.4375, "year" => 365.25, _ => null }
        : null;

    private static (double Low, double High) Span(Uncertain value) => value switch
    {
        ExactlyValue exact => (exact.Value, exact.Value),
        UniformValue uniform => (uniform.Low, uniform.High),
        TriangularValue triangle => (triangle.Low, triangle.High),
        LogNormalValue log => (log.Low, log.High),
        _ => throw new ArgumentException($"{value.GetType().Name} has no span to compare.", nameof(value)),
    };

    private static HashSet<string> Named(string note) => [.. RowIds().Matches(note).SelectMany(match =>
    {
        var first = int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
        var last = match.Groups[2].Success ? int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture) : first;
        return Enumerable.Range(first, last - first + 1).Select(id => $"E{id:000}");
    })];

    [GeneratedRegex(@"E(\d{3})(?:-E(\d{3}))?")]
    private static partial Regex RowIds();
}
