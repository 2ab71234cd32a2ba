using System.Text.RegularExpressions;
using Supply.Tests.House;

namespace Supply.Tests.Unit.Studies;

/// <summary>No reader of result files has to guess what a field is.</summary>
public sealed partial class CsvTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void FieldWithoutMarks_IsANumberOrADate(bool isDated)
    {
        var horizon = isDated ? Horizon.Dated(new(2025, 1, 1), new(2025, 1, 10)) : Horizon.PlainSteps(10);
        var window = isDated ? new TimeWindow("half", new(2025, 1, 1), new(2025, 1, 5))
            : new TimeWindow("half", Moment.AtStep(0), Moment.AtStep(4));
        var scenario = new Scenario("Plan", new Network("Side", new Stockpile("Depot", [new(Calibre.Mm152, Origin.Russia, Rounds.Of(50))]),
            new Consumer("Guns", "Depot", [new(Calibre.Mm152, Rate.PerDay(12))])), horizon);
        var study = new Ensemble(2, Record: new Metrics().And(Metric.FiredPerDay, Metric.FillRate, Metric.Exhaustion).Over(window))
            .Run(scenario);
        using var folder = new TemporaryFolder();
        study.WriteCsv(folder.Path);
        foreach (var file in Directory.EnumerateFiles(folder.Path, "*.csv"))
        {
            File.ReadLines(file).SelectMany(line => Marked().Replace(line, "").Split(',')).Where(field => !Plain().IsMatch(field))
                .ShouldBeEmpty(Path.GetFileName(file));
        }

        File.ReadAllText(folder["summary.csv"]).ShouldContain(isDated ? ",2025-01-01,2025-01-05," : ",\"step 0\",\"step 4\",");
    }

    [GeneratedRegex("\"(?:[^\"]|\"\")*\"")]
    private static partial Regex Marked();

    [GeneratedRegex(@"^(?:|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|\d{4}-\d\d-\d\d)$")]
    private static partial Regex Plain();
}
