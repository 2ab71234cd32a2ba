#!/usr/bin/env dotnet
#:project ../Simulation
#:project ../Plots
#:package System.CommandLine
#:include Shared/*.cs

// Runs any scenario file: a table, the result files, and a fan chart for each metric.

using System.CommandLine;
using Supply;
using Supply.Plots;

var path = new Argument<string>("FILE") { Description = "A scenario file, for example Scenarios/dprk-stops.json" };
var window = Arguments.Window("--window", "Days over which the table is taken; default: the whole horizon");
var options = new StudyOptions("run");
var command = new RootCommand("Runs a scenario file.") { path, window };
options.AddTo(command);
command.Options.Add(options.Prior);
return Arguments.Run(command, args, Run);

int Run(ParseResult parsed)
{
    var file = ScenarioFile.Read(parsed.GetValue(path)!);
    Scenario[] scenarios = [.. file.Expand()];
    var named = Metrics.Named(file.Metrics, file.Baseline);
    Metric[] metrics = named.Count > 0 ? [.. named] : [Metric.FiredPerDay, Metric.FillRate, Metric.OnHand, Metric.DaysOfSupply];
    var record = Metrics.Standard.And(metrics);
    if (parsed.GetValue(window) is { } chosen) record = record.Over(chosen);

    var study = StudyRun.Run(options.Ensemble(parsed, record), scenarios, parsed.GetValue(options.Out)!);
    Show.Table(study.Table(metrics));
    if (scenarios.Length > 1) Show.Table(study.Differences(null, [.. metrics.Where(metric => metric.Kind != QuantityKind.Date)]));

    var folder = parsed.GetValue(options.Out)!;
    study.WriteCsv(folder);
    file.Save(Path.Combine(folder, "scenarios.json"));
    Scenario[] shown = [.. scenarios.Take(4)];
    Metric[] drawn = [.. metrics.Where(metric => metric.Kind != QuantityKind.Date).Distinct()];
    foreach (var (metric, name) in drawn.Zip(FigureFiles.Names(drawn.Select(study.NameOf))))
    {
        FanChart.Of(study, metric, shown).Save(Path.Combine(folder, name));
    }

    Console.WriteLine($"Figures and tables are in {folder}.");
    return 0;
}
