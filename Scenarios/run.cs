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
    // Days of supply of all artillery hide a calibre that is short.
    Metric[] metrics = named.Count > 0 ? [.. named] : [Metric.FiredPerDay, Metric.FillRate, Metric.OnHand, .. Short(file.Baseline)];
    var chosen = parsed.GetValue(window) ?? Whole(file.Baseline.Horizon);
    var record = Metrics.Standard.And(metrics).Over(chosen);
    if (file.Sweep is { } planned) record = record.And(Metric.Share(planned.Origin));

    var study = StudyRun.Run(options.Ensemble(parsed, record), scenarios, parsed.GetValue(options.Out)!);
    Show.Table(study.Table(metrics));
    if (scenarios.Length > 1) Show.Table(study.Differences(null, [.. metrics.Where(metric => metric.Kind != QuantityKind.Date)]));

    var folder = parsed.GetValue(options.Out)!;
    study.WriteCsv(folder);
    file.Save(Path.Combine(folder, "scenarios.json"));
    Metric[] drawn = [.. metrics.Where(metric => metric.Kind != QuantityKind.Date)];
    if (file.Sweep is { } sweep)
    {
        Pictures.Save(folder, "share-sweep", ShareSweep.Of(study, sweep, chosen, [.. drawn.Take(5)]));
        scenarios = [.. scenarios.Except(sweep.Expand(file.Baseline))];
    }

    // A figure can tell four scenarios apart: the baseline and three others, then the baseline and the next three.
    Scenario[][] groups = scenarios.Length == 1 ? [scenarios]
        : [.. scenarios.Skip(1).Chunk(3).Select(three => (Scenario[])[scenarios[0], .. three])];
    foreach (var (metric, (number, shown)) in drawn.SelectMany(metric => groups.Index().Select(group => (metric, group))))
    {
        var name = string.Concat(metric.ToString().Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-'))
            .Replace("--", "-", StringComparison.Ordinal);
        Pictures.Save(folder, number == 0 ? name : $"{name}-{number + 1}", FanChart.Of(study, metric, shown));
    }

    Console.WriteLine($"Figures and tables are in {folder}.");
    return 0;
}

static IEnumerable<Metric> Short(Scenario baseline) => baseline.Networks.SelectMany(network => network.Parts).OfType<Consumer>()
    .SelectMany(consumer => consumer.Demands).Select(demand => demand.Calibre).Distinct().Take(2).Select(Metric.DaysOfSupply.Of);

static TimeWindow Whole(Horizon horizon) => horizon is { Start: { } first, End: { } last }
    ? new("whole horizon", first, last)
    : new("whole horizon", Moment.AtStep(0), Moment.AtStep(horizon.Steps - 1));
