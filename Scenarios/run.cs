#!/usr/bin/env dotnet
#:project ../Simulation
#:project ../Plots
#:package System.CommandLine
#:include Shared/*.cs

// Runs any scenario file: a table, the result files, and a fan chart for each metric.

using System.CommandLine;
using Supply;
using Supply.Plots;

const int MostPanels = 5, MostCalibres = 4;
var path = new Argument<string>("FILE") { Description = "A scenario file, for example Scenarios/dprk-stops.json" };
var window = Arguments.Window("--window", "Days over which tables are taken; default: those of the file, or from the first change on");
var options = new StudyOptions("run");
var command = new RootCommand("Runs a scenario file.") { path, window };
options.AddTo(command);
command.Options.Add(options.Step);
options.AddKeptTo(command);
command.Options.Add(options.Prior);
return Arguments.Run(command, args, Run);

int Run(ParseResult parsed)
{
    var file = ScenarioFile.Read(parsed.GetValue(path)!);
    Scenario[] scenarios = [.. file.Expand()];
    var named = Metrics.Named(file.Metrics, file.Baseline);
    Metric[] wanted = named.Count > 0 ? [.. named] : [Metric.FiredPerDay, Metric.FillRate, Metric.OnHand];
    Metric[] metrics = [.. wanted.SelectMany(metric => ByCalibre(metric, file.Baseline)).Distinct()];
    TimeWindow[] windows = parsed.GetValue(window) is { } typed ? [typed]
        : file.Windows.Count > 0 ? [.. file.Windows] : [Answer.WindowOf(scenarios)];
    var (chosen, asked) = (windows[0], metrics.Contains(Metric.FiredPerDay) ? Metric.FiredPerDay : metrics[0]);
    var record = Metrics.Standard.And(metrics).Over(windows).And([.. Answer.Record(scenarios, asked, chosen).Outcomes]);
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

    foreach (var lever in file.LeverSweeps)
    {
        figures.AddRange(drawn.Chunk(MostPanels).Select(
            outcomes => ($"{lever.Name} sweep", (Func<Figure>)(() => ShareSweep.Of(study, lever, chosen, outcomes)))));
        scenarios = [.. scenarios.Except(lever.Expand(file.Baseline))];
    }

    figures.AddRange(
        from metric in drawn
        from shown in Groups(scenarios)
        select (study.NameOf(metric), (Func<Figure>)(() => FanChart.Of(study, metric, shown))));
    foreach (var (name, figure) in FigureFiles.Names(figures.Select(one => one.Title)).Zip(figures)) results.Draw(name, figure.Draw);
    foreach (var metric in wanted.Where(HidesCalibres))
    {
        Metric[] left = [.. Answer.Calibres(file.Baseline, metric.Side).Skip(MostCalibres).Select(metric.Of).Except(metrics)];
        if (left.Length == 0) continue;
        results.Note($"{metric} is given for {MostCalibres} calibres, without {string.Join(", ", left.Select(one => one.Calibre))}; with "
            + $"\"{left[0]}\" among its metrics the file has that one too.");
    }

    foreach (var metric in metrics.Except(drawn)) results.Note($"{metric} is a date: it has no figure over time, and is in the tables.");
    var answer = file.Sweep is { } swept && asked.Kind != QuantityKind.Date ? study.Answer(swept, asked, chosen)
        : file is { LeverSweeps: [var only], Scenarios.Count: 0 } && asked.Kind != QuantityKind.Date ? study.Answer(only, asked, chosen)
        : study.Answer(asked, chosen);
    results.Report(study, answer, file);
    results.Finish();

    Show.Answer(answer);
    if (parsed.GetValue(options.Tables))
    {
        foreach (var one in windows)
        {
            Show.Table(study.Table(one, metrics));
            if (study.Scenarios.Count > 1) Show.Table(study.Differences(one, drawn));
        }
    }

    results.Tell($"Figures and tables are in {results.Shown}; --tables prints all tables.");
    return ExitCode.Done;
}

// Stock and days of supply of all artillery hide a calibre that is short, and stand with those of each.
static bool HidesCalibres(Metric metric) => metric.Calibre is null && metric.Quantity is Quantity.OnHand or Quantity.DaysOfSupply;

static IEnumerable<Metric> ByCalibre(Metric metric, Scenario baseline) => HidesCalibres(metric)
    ? [metric, .. Answer.Calibres(baseline, metric.Side).Take(MostCalibres).Select(metric.Of)] : [metric];

// A figure can tell four scenarios apart: the baseline and three others, then the baseline and the next three.
static IEnumerable<Scenario[]> Groups(Scenario[] scenarios) =>
    scenarios.Length == 1 ? [scenarios] : scenarios.Skip(1).Chunk(3).Select(others => (Scenario[])[scenarios[0], .. others]);
