#!/usr/bin/env dotnet
#:project ../Simulation
#:project ../Plots
#:package System.CommandLine
#:include Shared/*.cs

// Both sides in one scenario, so that the fire ratio is an outcome: what if DPRK deliveries stop, what if the Czech initiative and the
// Union deliver half, and what if both happen?

using System.CommandLine;
using Supply;
using Supply.Plots;

const string Russia = "Russia", Ukraine = "Ukraine";
const int MostCalibres = 3;
var from = Arguments.Date("--from", "When deliveries stop or are halved", new(2026, 1, 1));
var window = Arguments.Window("--window", "Days over which the table is taken; default: from that date to the end");
var answer = Arguments.Number("--answer",
    "Weight with which each force answers the other's fire of the last 30 days instead of its own wish", 0, 0, 1);
var effect = Arguments.NumberIfAny("--dprk-effect", "What a DPRK round counts in an effective fire ratio, where others count 1", 0, 1000);
var options = new StudyOptions("both-sides") { IsOfPriors = true };
var command = new RootCommand("Rounds fired by both sides, and the fire ratio.") { from, window, answer, effect };
options.AddTo(command);
command.Options.Add(options.Step);
options.AddKeptTo(command);
return Arguments.Run(command, args, Run);

int Run(ParseResult parsed)
{
    var date = parsed.GetValue(from);
    var baseline = Answering(Baselines.BothSides, parsed.GetValue(answer));
    var stop = new ExportLimit(Origin.Dprk, date, Rate.Zero);
    Change[] halves = [new Interdiction("Czech deliveries", date, Fraction.Of(0.5)),
        new Interdiction("EU deliveries", date, Fraction.Of(0.5))];
    var file = new ScenarioFile(baseline)
    {
        Scenarios =
        [
            baseline.With("DPRK stops", stop), baseline.With("Czech and EU deliveries halve", halves),
            baseline.With("DPRK stops, Czech and EU halve", [stop, .. halves]),
        ],
        Metrics = [$"fire ratio, {Russia}, against {Ukraine}", $"fired per day, on {Russia}", $"fired per day, on {Ukraine}"],
    };

    Metric[] Each(Metric metric) => [metric.On(Russia), metric.On(Ukraine)];
    var ratio = Metric.FireRatio(Russia, Ukraine);
    Metric[] effective = parsed.GetValue(effect) is { } counts
        ? [Metric.EffectiveFireRatio(Russia, Ukraine, new RoundEffect(Origin.Dprk, counts))] : [];
    Metric[] fired = [ratio, .. effective, .. Each(Metric.FiredPerDay)];
    // Stock and days of supply of all artillery hide a calibre that is short, so that tables give them by calibre.
    Metric[] Calibres(Metric metric, string side) => [.. Answer.Calibres(baseline, side).Take(MostCalibres).Select(metric.On(side).Of)];
    Metric[] supply = [.. Each(Metric.FillRate),
        .. new[] { Russia, Ukraine }.SelectMany(side => (Metric[])[Metric.OnHand.On(side), .. Calibres(Metric.OnHand, side),
            .. Calibres(Metric.DaysOfSupply, side)])];
    TimeWindow[] windows = [parsed.GetValue(window) ?? new TimeWindow("from the lever date", date, baseline.Horizon.End!.Value),
        TimeWindow.Year(2024),
        TimeWindow.Year(2025)];
    var record = new Metrics().And([.. fired, .. supply]).Over(windows)
        .And([.. Answer.Record([.. file.Expand()], ratio, windows[0]).Outcomes]);

    using var results = options.Open(parsed);
    var study = StudyRun.Run(options.Ensemble(parsed, record), [.. file.Expand()], results);
    results.Save(file);
    results.Draw("fired-per-day", () => SidesChart.Of(study, Metric.FiredPerDay, [Russia, Ukraine], null, baseline));
    results.Draw("fired-per-day-levers", () => SidesChart.Of(
        study, Metric.FiredPerDay, [Russia, Ukraine], new DateOnly(date.Year - 1, 1, 1)));
    results.Draw("fire-ratio", () => FanChart.Of(study, [ratio], new(2023, 1, 1), baseline));
    results.Draw("fire-ratio-levers", () => FanChart.Of(study, [ratio], date));
    foreach (var side in new[] { Russia, Ukraine })
    {
        if (string.Join(", ", Answer.Calibres(baseline, side).Skip(MostCalibres)) is not { Length: > 0 } left) continue;
        results.Note($"Stock and days of supply of {side} are given for {MostCalibres} of its calibres, without {left}.");
    }

    var answered = study.Answer(ratio, windows[0]);
    results.Report(study, answered, file);
    results.Finish();

    Show.Answer(answered);
    if (parsed.GetValue(options.Tables)) Tables();
    results.Tell($"Figures and tables are in {results.Shown}; --tables prints all tables.");
    return ExitCode.Done;

    void Tables()
    {
        Show.Table(study.Only(baseline).Table(windows[1], fired));
        Show.Table(study.Only(baseline).Table(windows[2], fired));
        Show.Table(study.Table(windows[0], fired).Noted(
            "Each round counts 1, whatever its calibre. A ratio above 1 is Russian superiority in rounds.",
            "The ratio's median is not the quotient of the medians: each replication has its own."));
        Show.Table(study.Differences(windows[0], fired));
        Show.Table(study.Table(windows[0], supply));
    }
}

// With a weight, a force partly wants as many rounds as the other side fired lately.
static Scenario Answering(Scenario scenario, double weight)
{
    if (weight == 0) return scenario;
    Network Of(Network network, string opponent) => network with
    {
        Parts = Items.From(network.Parts.Select(
            part => part is Consumer force ? force with { Response = new(opponent + "/" + force.Name, Fraction.Of(weight),
                Ratio.Of(1)) } : part)),
    };
    return scenario with { Networks = [Of(scenario.Networks[0], Ukraine), Of(scenario.Networks[1], Russia)] };
}
