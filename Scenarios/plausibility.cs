#!/usr/bin/env dotnet
#:project ../Simulation
#:project ../Plots
#:package System.CommandLine
#:package Spectre.Console
#:include Shared/*.cs

// Where does the Russian baseline agree with the published record, and where not? Writes the table of every comparable
// published figure, and draws the model's fire against the figures for fire.

using System.CommandLine;
using Supply;
using Supply.Plots;

var options = new StudyOptions("plausibility");
var sources = new Option<bool>("--sources") { Description = "Also write the bibliography of the baseline" };
var command = new RootCommand("The published record against the model.") { sources };
options.AddTo(command);
return Arguments.Run(command, args, Run);

int Run(ParseResult parsed)
{
    var baseline = Baselines.Russia2022;
    var record = new Metrics { Series = [Metric.FiredPerDay], Scalars = [Metric.FiredPerDay] };
    var ensemble = options.Ensemble(parsed, record);
    var table = PlausibilityTable.Run(baseline, ensemble);
    var folder = parsed.GetValue(options.Out)!;
    Directory.CreateDirectory(folder);
    File.WriteAllText(Path.Combine(folder, "plausibility.md"), table.ToMarkdown());
    if (parsed.GetValue(sources)) File.WriteAllText(Path.Combine(folder, "sources.md"), baseline.Sources().ToString());

    Show.Table(table.Table() with { Columns = ["row", "quantity", "period", "published", "model", "unit", "state"], Rows = Items.From(table.Table().Rows.Select(row => (Items<string>)[row[0], row[1], row[2], row[5], row[6], row[7], row[8]])) });
    foreach (var role in Enum.GetValues<EvidenceRole>())
    {
        var (passed, all) = table.Count(role);
        Console.WriteLine($"{(role == EvidenceRole.Input ? "Input" : "Held out")}: {passed} of {all} bands overlap the published range.");
    }

    var fired = StudyRun.Run(ensemble, [baseline], folder)[baseline.Name].Series(Metric.FiredPerDay);
    var shown = fired.Dates!.Count(date => date <= Evidence.RecordEnds);
    double[] At(Func<Distribution, double> quantile) => [.. fired.Points.Take(shown).Select(quantile)];
    var fan = new Fan("model", At(d => d.Low90), At(d => d.Low50), At(d => d.Median), At(d => d.High50), At(d => d.High90));
    var time = Timeline.Of([.. fired.Dates!.Take(shown)]);
    var figure = Hindcast.Of("Rounds fired, published and modelled", time, "Rounds per day", fan, [.. table.Results.Select(result => result.Check).Where(IsFire).Select(Published)]) with
    {
        Height = 680,
        Subtitle = "A point or bar is a published figure over the days that it covers, named by its row in the plausibility table.",
        Source = $"Simulation of “{baseline.Name}”, {ensemble.Replications} replications; published figures: rows of the evidence, see plausibility.md.",
    };
    figure.Save(Path.Combine(folder, "hindcast.svg"));
    Console.WriteLine($"The table and the figure are in {folder}.");
    return 0;
}

static bool IsFire(PlausibilityCheck check) => check.Quantity == "fired, all natures" && check.Unit is "rounds/day" or "rounds/month" or "rounds";

// Totals and monthly figures become rates over the days they cover.
static PublishedFigure Published(PlausibilityCheck check)
{
    var (from, to) = (check.Reading!.Window.From.Date!.Value, check.Reading.Window.To.Date!.Value);
    var perDay = check.Scale * (to.DayNumber - from.DayNumber + 1);
    double? Bound(double value) => double.IsFinite(value) ? value / perDay : null;
    return check.Low == check.High
        ? new(check.Id, from, to, Use(check.Role)) { Value = Bound(check.Low) }
        : new(check.Id, from, to, Use(check.Role)) { Low = Bound(check.Low), High = Bound(check.High) };
}

static FigureUse Use(EvidenceRole role) => role == EvidenceRole.Input ? FigureUse.Input : FigureUse.HeldOut;
