#!/usr/bin/env dotnet
#:project ../Simulation
#:project ../Plots
#:package System.CommandLine
#:package Spectre.Console
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

    using var results = options.Open(parsed, (path.Name, parsed.GetValue(path)));
    var study = StudyRun.Run(options.Ensemble(parsed, record), scenarios, results);
    results.Save(file);
    Metric[] drawn = [.. metrics.Where(metric => metric.Kind != QuantityKind.Date)];
    foreach (var metric in drawn)
    {
        var name = string.Concat(metric.ToString().Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-'))
            .Replace("--", "-", StringComparison.Ordinal);
        foreach (var (number, shown) in Shown(scenarios).Index())
        {
            results.Draw(number == 0 ? name : $"{name}-{number + 1}", () => FanChart.Of(study, metric, shown));
        }
    }

    foreach (var metric in metrics.Except(drawn)) results.Note($"{metric} is a date: it has no figure over time, and is in the tables.");
    results.Finish();

    Show.Table(study.Table(metrics));
    if (scenarios.Length > 1) Show.Table(study.Differences(null, drawn));
    results.Tell($"Figures and tables are in {results.Shown}.");
    return ExitCode.Done;
}

// A figure has room for four scenarios: each shows the baseline with three others.
static IEnumerable<Scenario[]> Shown(Scenario[] scenarios) =>
    scenarios.Length == 1 ? [scenarios] : scenarios.Skip(1).Chunk(3).Select(others => (Scenario[])[scenarios[0], .. others]);
