#!/usr/bin/env dotnet
#:project ../Simulation
#:project ../Plots
#:package System.CommandLine
#:include Shared/*.cs

// Runs any scenario file: a table, the result files, and a fan chart for each metric.

using System.CommandLine;
using Supply;
using Supply.Plots;

const int MostPanels = 5;
var path = new Argument<string>("FILE") { Description = "A scenario file, for example Scenarios/dprk-stops.json" };
var window = Arguments.Window("--window", "Days over which the table is taken; default: the whole horizon");
var options = new StudyOptions("run");
var command = new RootCommand("Runs a scenario file.") { path, window };
options.AddTo(command);
options.AddKeptTo(command);
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

    using var results = options.Open(parsed, (path.Name, parsed.GetValue(path)));
    var study = StudyRun.Run(options.Ensemble(parsed, record), scenarios, results);
    results.Save(file);
    Metric[] drawn = [.. metrics.Where(metric => metric.Kind != QuantityKind.Date).Distinct()];
    List<(string Title, Func<Figure> Draw)> figures = [];
    if (file.Sweep is { } sweep)
    {
        figures.AddRange(drawn.Chunk(MostPanels).Select(
            outcomes => ("share-sweep", (Func<Figure>)(() => ShareSweep.Of(study, sweep, chosen, outcomes)))));
        scenarios = [.. scenarios.Except(sweep.Expand(file.Baseline))];
    }

    figures.AddRange(
        from metric in drawn
        from shown in Groups(scenarios)
        select (study.NameOf(metric), (Func<Figure>)(() => FanChart.Of(study, metric, shown))));
    foreach (var (name, figure) in FigureFiles.Names(figures.Select(one => one.Title)).Zip(figures)) results.Draw(name, figure.Draw);
    foreach (var metric in metrics.Except(drawn)) results.Note($"{metric} is a date: it has no figure over time, and is in the tables.");
    results.Finish();

    Show.Table(study.Table(metrics));
    if (scenarios.Length > 1) Show.Table(study.Differences(null, drawn));
    results.Tell($"Figures and tables are in {results.Shown}.");
    return ExitCode.Done;
}

static IEnumerable<Metric> Short(Scenario baseline) => baseline.Networks.SelectMany(network => network.Parts).OfType<Consumer>()
    .SelectMany(consumer => consumer.Demands).Select(demand => demand.Calibre).Distinct().Take(2).Select(Metric.DaysOfSupply.Of);

static TimeWindow Whole(Horizon horizon) => horizon is { Start: { } first, End: { } last }
    ? new("whole horizon", first, last)
    : new("whole horizon", Moment.AtStep(0), Moment.AtStep(horizon.Steps - 1));

// A figure can tell four scenarios apart: the baseline and three others, then the baseline and the next three.
static IEnumerable<Scenario[]> Groups(Scenario[] scenarios) =>
    scenarios.Length == 1 ? [scenarios] : scenarios.Skip(1).Chunk(3).Select(others => (Scenario[])[scenarios[0], .. others]);
