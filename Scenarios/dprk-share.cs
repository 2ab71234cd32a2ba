#!/usr/bin/env dotnet
#:project ../Simulation
#:project ../Plots
#:package System.CommandLine
#:include Shared/*.cs

// What happens to Russia's rounds fired, stock and days of supply as the DPRK share of supply goes from 0 to 60 percent,
// and if DPRK deliveries stop on a date?

using System.CommandLine;
using System.Globalization;
using Supply;
using Supply.Cases;
using Supply.Plots;

var meaning = new Option<string>("--meaning")
{
    Description = "What a share means for the other sources",
    DefaultValueFactory = _ => "added",
};
meaning.AcceptOnlyFromAmong("added", "substituted", "both");
var leverDate = Arguments.Date("--lever-date", "From when target shares hold", new(2025, 1, 1));
var cutoffDate = Arguments.Date("--cutoff-date", "When DPRK deliveries stop", new(2027, 1, 1));
var window = Arguments.Window("--window", "Days over which the table is taken; default: from the lever date to the end");
var options = new StudyOptions("dprk-share");
var command = new RootCommand("The DPRK share study: target shares from 0 to 60 percent, and a stop of deliveries.")
{
    meaning, leverDate, cutoffDate, window,
};
options.AddTo(command);
command.Options.Add(options.Step);
options.AddKeptTo(command);
command.Options.Add(options.Prior);
return Arguments.Run(command, args, Run);

int Run(ParseResult parsed)
{
    var baseline = Baselines.Russia2022;
    var (lever, cutoff, isShort) = (parsed.GetValue(leverDate), parsed.GetValue(cutoffDate), parsed.GetValue(options.Short));
    var end = baseline.Horizon.End!.Value;
    var sweepWindow = parsed.GetValue(window) ?? new TimeWindow("from the lever date", lever, end);
    var cutWindow = new TimeWindow("from the cut-off", cutoff, end);

    Items<double> shares = isShort ? [0, 0.2, 0.4, 0.6] : Items.From(Enumerable.Range(0, 13).Select(i => i * 0.05));
    var sweep = new Sweep(Origin.Dprk, lever, shares, parsed.GetValue(meaning) switch
    {
        "added" => [ShareMeaning.Added],
        "substituted" => [ShareMeaning.Substituted],
        _ => [ShareMeaning.Added, ShareMeaning.Substituted],
    });
    var stop = baseline.With(string.Create(CultureInfo.InvariantCulture, $"DPRK stops {cutoff:yyyy-MM-dd}"),
        new ExportLimit(Origin.Dprk, cutoff, Rate.Zero));
    var file = new ScenarioFile(baseline) { Scenarios = [stop], Sweep = sweep };

    var share = Metric.Share(Origin.Dprk);
    var heldByInput = new Metric(Quantity.HeldByInput);
    Metric[] exhaustion = [Metric.Exhaustion, Metric.Exhaustion.Of(Calibre.Mm152)];
    Origin[] origins = [Origin.Russia, Origin.Dprk, Origin.Belarus, Origin.Iran];
    // Stock and days of supply of all artillery hide a calibre that is short, so that tables give them by calibre.
    Calibre[] calibres = [Calibre.Mm152, Calibre.Mm122, Calibre.Rocket122];
    Metric[] outcomes = [Metric.FiredPerDay, Metric.FillRate, Metric.FillRate.Of(Calibre.Mm152),
        .. calibres.Select(Metric.DaysOfSupply.Of), Metric.OnHand, .. calibres.Select(Metric.OnHand.Of), share];
    string[] reading =
    [
        "Added: the other sources stay as planned. Substituted: every other source is scaled, beyond its capacity if need be, so "
            + "that planned",
        "supply stays as large as it was; lines then have the inputs that go with it, while reserves, ships, rail and payment "
            + "bind as they do.",
        "At 0 % the others replace all that was ordered from the DPRK, also what it could not have sent.",
        "The share is of rounds fired: rounds sent before the lever date are still being restored and fired, so it is not 0 at a "
            + "target of 0 %.",
        "All artillery adds calibres up; 152 mm can be short while others pile up.",
    ];
    var record = Metrics.Standard.And(Metric.DaysOfSupply.Of(Calibre.Mm152), share)
        .AndScalars([.. outcomes, .. exhaustion, heldByInput, .. Deliveries.Metrics(Origin.Dprk)]).Over(sweepWindow, cutWindow);
    record = record.And([.. Answer.Record(baseline, sweep, window: sweepWindow).Outcomes])
        .And([.. Answer.Record(baseline, stop, window: cutWindow, months: false).Outcomes]);
    record = record with { Series = record.Series.Add([.. origins.Select(Metric.FiredPerDay.From)]) };

    using var results = options.Open(parsed);
    var study = StudyRun.Run(options.Ensemble(parsed, record), [.. file.Expand()], results);
    results.Save(file);
    var stopped = study.Answer(stop, window: cutWindow);
    var swept = study.Answer(sweep, window: sweepWindow);
    results.Draw("share-sweep", () => ShareSweep.Of(study, sweep, sweepWindow,
        [Metric.FiredPerDay, Metric.FillRate.Of(Calibre.Mm152), .. calibres[..2].Select(Metric.DaysOfSupply.Of), Metric.OnHand])
        with { Title = swept.ToTitle() });
    results.Draw("realised-share", () => RealisedShare.Of(study, sweep, sweepWindow));
    Scenario Least() => sweep.At(baseline, shares[0], sweep.Meanings[0]);
    Scenario Most() => sweep.At(baseline, shares[^1], sweep.Meanings[0]);
    results.Draw("exhaustion", () => ExhaustionChart.Of(study, exhaustion, sweepWindow, baseline, stop, Least(), Most()));
    results.Draw("supply-stack", () => SupplyStack.Of(study, baseline, origins));
    results.Draw("dprk-stops", () => FanChart.Of(
        study, [Metric.FiredPerDay, Metric.OnHand, Metric.DaysOfSupply.Of(Calibre.Mm152)], lever < cutoff ? lever : cutoff, baseline, stop)
        with { Title = stopped.ToTitle() });
    results.Draw("fired-per-day", () => FanChart.Of(study, Metric.FiredPerDay, baseline));
    var answer = swept.And(stopped.Headline);
    results.Report(study, answer, file, Russia2022.Record, Limits(study, sweepWindow, heldByInput));
    results.Finish();

    Show.Answer(answer);
    if (parsed.GetValue(options.Tables)) Tables();
    results.Tell($"Figures and tables are in {results.Shown}; --tables prints all tables.");
    return ExitCode.Done;

    void Tables()
    {
        Show.Answer(stopped);
        var targets = study.Only(study.Scenarios.Select(result => result.Scenario).Where(scenario => scenario != stop));
        Show.Table(targets.Table(sweepWindow, [.. outcomes, Metric.Exhaustion]).Noted(reading));
        Show.Table(targets.Differences(sweepWindow, outcomes).Noted(reading));
        Show.Table(Limits(targets, sweepWindow, heldByInput));
        var pair = study.Only(baseline, stop);
        Show.Table(pair.Table(cutWindow, [.. outcomes, Metric.Exhaustion]));
        Show.Table(pair.Differences(cutWindow, outcomes));
        Show.Table(study.Drivers(Metric.FiredPerDay, stop, cutWindow).Table());
    }
}

// Which limit keeps the DPRK from sending what is ordered, and lines from making what they want: means per day, with a column for each
// limit that holds anything back in some scenario, and the limit that holds back most.
static Table Limits(Study study, TimeWindow window, Metric heldByInput)
{
    var rows = study.Scenarios.Select(
        result =>
        (result.Scenario.Name, Deliveries: result.Deliveries(Origin.Dprk, window), ByInput: result.Distribution(heldByInput, window).Mean))
        .ToArray();
    (string Name, IEnumerable<double> Held)[] limits =
    [
        ("held back by stock", rows.Select(row => row.Deliveries.HeldByStock)),
        ("by export limit", rows.Select(row => row.Deliveries.HeldByExportLimit)),
        ("by payment", rows.Select(row => row.Deliveries.HeldByWillingness)),
        ("by route", rows.Select(row => row.Deliveries.HeldByRoute)),
        ("by sailings", rows.Select(row => row.Deliveries.HeldBySailings)),
    ];
    (string Name, IEnumerable<double> Rounds)[] columns =
    [
        ("ordered", rows.Select(row => row.Deliveries.Ordered)),
        ("dispatched", rows.Select(row => row.Deliveries.Dispatched)),
        .. limits.Where(limit => limit.Held.Any(rounds => Math.Abs(rounds) >= 0.5)),
    ];
    var texts = columns.Select(column => column.Rounds.Select(Text).ToArray()).ToArray();
    var lines = rows.Select((row, i) =>
        Items.From(texts.Select(column => column[i]).Prepend(row.Name).Append(Name(row.Deliveries.Binding)).Append(Text(row.ByInput))));
    return new($"Limits on DPRK deliveries, and on lines by lack of inputs, mean rounds per day, {window}",
        Items.From(columns.Select(column => column.Name).Prepend("scenario").Append("binding limit").Append("lines: held by inputs")),
            Items.From(lines),
        ["Limits that hold back less than a round a day in every scenario have no column. By sailings: waiting at a port or kept from a "
            + "full one; below 0",
         "where more sailed than was ordered meanwhile. Held by inputs: gross rounds that lines of all origins had capacity for, "
             + "but no inputs."]);

    static string Text(double rounds) =>
        Math.Round(rounds) is var whole && whole == 0 ? "0" : whole.ToString("N0", CultureInfo.InvariantCulture);

    static string Name(DeliveryLimit limit) => limit switch
    {
        DeliveryLimit.Stock => "stock of the DPRK",
        DeliveryLimit.ExportLimit => "export limit",
        DeliveryLimit.Route => "route",
        DeliveryLimit.Willingness => "payment",
        DeliveryLimit.Sailings => "sailings",
        DeliveryLimit.None => "none",
        _ => throw new NotSupportedException($"{limit} has no words yet."),
    };
}
