#!/usr/bin/env dotnet
#:project ../Simulation
#:project ../Plots
#:package System.CommandLine
#:include Shared/*.cs

// DPRK deliveries stop on a date, in part or altogether: how far does Russia's rate of fire fall, after how long, and when is
// the stock exhausted?

using System.CommandLine;
using System.Globalization;
using Supply;
using Supply.Cases;
using Supply.Plots;

const int Month = 30, MostDrawn = 3;
var from = Arguments.Dates("--from", "When deliveries stop", new(2025, 1, 1), new(2026, 1, 1), new(2027, 1, 1));
var part = Arguments.Percent("--fall-part", "The part of the final fall whose time is asked", 50, 1, 100);
var options = new StudyOptions("cut-off");
var command = new RootCommand("Stops of DPRK deliveries, in part or altogether, on several dates.") { from, part };
options.AddTo(command);
command.Options.Add(options.Step);
options.AddKeptTo(command);
command.Options.Add(options.Prior);
return Arguments.Run(command, args, Run);

int Run(ParseResult parsed)
{
    var baseline = Baselines.Russia2022;
    var (isShort, end) = (parsed.GetValue(options.Short), baseline.Horizon.End!.Value);
    DateOnly[] dates = isShort && parsed.GetResult(from)!.Implicit ? [new(2026, 1, 1)] : parsed.GetValue(from)!;
    double[] cuts = isShort ? [0.5, 1] : [0.25, 0.5, 0.75, 1];
    Stop[] stops = [.. from date in dates from cut in cuts select Stop.Of(baseline, date, cut)];
    var file = new ScenarioFile(baseline) { Scenarios = Items.From(stops.Select(stop => stop.Scenario)) };
    foreach (var scenario in file.Scenarios) scenario.Check();

    Metric[] fires = [Metric.FiredPerDay, Metric.FiredPerDay.Of(Calibre.Mm152)];
    Metric[] exhaustion = [Metric.Exhaustion, Metric.Exhaustion.Of(Calibre.Mm152)];
    // Stock and days of supply of all artillery hide a calibre that is short, so that tables give them by calibre.
    Calibre[] calibres = [Calibre.Mm152, Calibre.Mm122, Calibre.Rocket122];
    Metric[] outcomes = [.. fires, Metric.FillRate, Metric.FillRate.Of(Calibre.Mm152), Metric.OnHand,
        .. calibres.Select(Metric.OnHand.Of), .. calibres.Select(Metric.DaysOfSupply.Of), Metric.Share(Origin.Dprk),
        Metric.ImportedPerDay.From(Origin.Dprk)];
    var windows = dates.ToDictionary(date => date, date => new TimeWindow($"from {date:yyyy-MM-dd}", date, end));
    var months = dates.ToDictionary(date => date, date => TimeWindow.Consecutive(date, end, Month));
    var late = dates.Where(date => months[date].Count < 3).ToArray();
    if (late.Length > 0)
    {
        throw new ArgumentException($"--from is {late[0]:yyyy-MM-dd}; a fall is read from at least 90 days to the end of the horizon, "
            + $"{end:yyyy-MM-dd}.");
    }

    // The months are needed only for the rate of fire, so they have a run of their own, with the same draws.
    Scenario[] scenarios = [.. file.Expand()];
    var answered = dates.Select(date => Answer.Record(baseline, StopsOn(date)[^1], window: windows[date], months: false));
    var record = Metrics.Standard.And(Metric.FillRate.Of(Calibre.Mm152)).AndScalars([.. outcomes, .. exhaustion]).Over([.. windows.Values])
        .And([.. answered.SelectMany(one => one.Outcomes)]);
    using var results = options.Open(parsed);
    var byMonth = options.Ensemble(parsed, new Metrics { Scalars = [.. fires] }.Over([.. months.Values.SelectMany(all => all)]));
    var studies = StudyRun.Run(
        results, new Planned(options.Ensemble(parsed, record), scenarios), new Planned(byMonth, scenarios, IsMain: false));
    var (study, monthly) = (studies[0], studies[1]);
    results.Save(file);
    Answer[] answers = [.. dates.Select(Answered)];
    foreach (var (date, answer) in dates.Zip(answers))
    {
        var (day, whole) = ($"{date:yyyy-MM-dd}", StopsOn(date)[^1]);
        results.Draw($"stop-{day}", () => FanChart.Of(
            study, [Metric.FiredPerDay, Metric.OnHand, Metric.FillRate.Of(Calibre.Mm152)], date.AddYears(-1), baseline, whole)
            with { Title = answer.ToTitle() });
        results.Draw($"exhaustion-{day}", () => ExhaustionChart.Of(study, exhaustion, windows[date], [baseline, .. Drawn(date)]));
        Fan[] fans = [.. Drawn(date)
            .Select(stop => Fan.Of(stop.Name, monthly.Fall(stop, fires[0], months[date], parsed.GetValue(part)).Differences))];
        var days = monthly.Fall(whole, fires[0], months[date]).Days;
        results.Draw($"fall-{day}", () => FanChart.Of(
            answer.ToTitle(), Timeline.Of(days, "Days since the stop"),
            "Rounds per day, difference from as it is", fans) with
        {
            Subtitle = "Means of 30 days against the same run without a stop. Lines: medians. Shading: 90 % of runs.",
            Source = string.Create(CultureInfo.InvariantCulture,
                $"Simulation of “{baseline.Name}”: {study.Ensemble.Replications:N0} replications, seed {study.Ensemble.Seed}."),
        });
    }

    var first = answers[0].And([.. answers.Skip(1).Select(answer => answer.Headline)]);
    results.Report(study, first, file, Russia2022.Record, Overview(), Falls(fires[1]), Exhausted());
    results.Finish();

    Show.Answer(first);
    if (parsed.GetValue(options.Tables)) Tables();
    if (cuts.Length > MostDrawn)
    {
        results.Note($"Figures show the {MostDrawn} largest stops of each date; the others are in the CSV files and with --tables.");
    }
    results.Tell($"Figures and tables are in {results.Shown}; --tables prints all tables.");
    return ExitCode.Done;

    Answer Answered(DateOnly date)
    {
        var whole = StopsOn(date)[^1];
        return study.Answer(whole, fires[0], windows[date], monthly.Fall(whole, fires[0], months[date], parsed.GetValue(part)));
    }

    void Tables()
    {
        foreach (var answer in answers.Skip(1)) Show.Answer(answer);
        Show.Table(Overview());
        Show.Table(Falls(fires[1]));
        Show.Table(Exhausted());
        foreach (var date in dates) Show.Table(study.Only([baseline, .. StopsOn(date)]).Table(windows[date], outcomes));
        foreach (var date in dates) Show.Table(study.Drivers(fires[0], StopsOn(date)[^1], windows[date]).Table());
    }

    IEnumerable<Scenario> Drawn(DateOnly date) => StopsOn(date).TakeLast(MostDrawn);

    Scenario[] StopsOn(DateOnly date) => [.. stops.Where(stop => stop.Date == date).Select(stop => stop.Scenario)];

    Table Overview()
    {
        var falls = Falls(fires[0]);
        return falls with
        {
            Columns = [falls.Columns[0], "DPRK deliveries", .. falls.Columns.Skip(1), "exhausted by the end", "152 mm exhausted",
                "152 mm, median date"],
            Rows = Items.From(stops.Zip(falls.Rows,
                (stop, row) =>
                (Items<string>)[row[0], Delivered(stop), .. row.Skip(1), Change(stop, exhaustion[0]), Change(stop, exhaustion[1]),
                    Median(stop)])),
            Notes =
            [
                .. falls.Notes, Exhaustion(),
                "DPRK deliveries: change of dispatched rounds, on average. Where routes pass only a share, another route may take the "
                    + "rest, and unsent rounds can be sent later, so deliveries fall by less.",
            ],
        };

        string Delivered(Stop stop)
        {
            double Mean(Scenario scenario) => study[scenario].Distribution(outcomes[^1], windows[stop.Date]).Mean;
            return Table.Cell((Mean(stop.Scenario) / Mean(baseline)) - 1, Measure.Fraction);
        }

        string Change(Stop stop, Metric metric) =>
            $"{Table.Cell(study.Baseline.Probability(metric, windows[stop.Date]), Measure.Fraction)} -> "
                + $"{Table.Cell(study[stop.Scenario].Probability(metric, windows[stop.Date]), Measure.Fraction)}";
        string Median(Stop stop) =>
            Table.Date(study[stop.Scenario].Distribution(exhaustion[1], windows[stop.Date]).Median, baseline.Horizon);
    }

    string Exhaustion() =>
        $"Exhausted: first day from the stop on which the fill rate of the last {study.Ensemble.Record!.FillDays} days is below "
            + $"{Table.Cell(study.Ensemble.Record.ExhaustionFill, Measure.Fraction)}, without -> with the stop; median over "
            + "all replications.";

    Table Falls(Metric metric) => new($"How far and how fast the rate of fire falls: {metric}, against the same run without a stop",
        ["scenario", "runs that fall", "final fall, rounds/day", "share of the baseline",
            $"days to {100 * parsed.GetValue(part):0.##} % of it", "after 6 months", "after 12 months"],
        Items.From(stops.Select(stop =>
        {
            var fall = monthly.Fall(stop.Scenario, metric, months[stop.Date], parsed.GetValue(part));
            string After(int month) =>
                fall.Differences.Count > month ? Table.Cell(fall.Differences[month], Measure.Rounds.PerDay) : "beyond the end";
            return (Items<string>)[stop.Scenario.Name, Table.Cell(fall.Probability, Measure.Fraction),
                Table.Cell(fall.Final, Measure.Rounds.PerDay), Table.Cell(fall.FinalShare, Measure.Fraction),
                Table.Cell(fall.Time, Measure.Days), After(6), After(12)];
        })),
        [
            string.Create(CultureInfo.InvariantCulture,
                $"Median and 90 % band, {study.Ensemble.Replications:N0} replications, seed {study.Ensemble.Seed}. Final: mean of the last "
                + $"90 days of the horizon; 6 and 12 months are the 30 days that follow."),
            "Runs that fall: by more than 1 % of the baseline at the end; the days are over those runs alone. In the others the remaining "
                + "rounds suffice, or the way to the front limits fire rather than rounds.",
            "Rounds on hand, under way and waiting to be restored delay the fall. All artillery adds calibres up; 152 mm can be short "
                + "while others pile up.",
        ]);

    Table Exhausted()
    {
        int[] after = [90, 180, 365, 730];
        var rows = from date in dates from scenario in (Scenario[])[baseline, .. StopsOn(date)] from metric in exhaustion
            select Row(date, scenario, metric);
        return new("When the stock is exhausted: probability by days after the stop",
            ["scenario", "calibres", .. after.Select(days => $"{days} days"), "end of horizon", "median date"],
            Items.From(rows), [Exhaustion()]);

        Items<string> Row(DateOnly date, Scenario scenario, Metric metric)
        {
            var (reached, stop) = (study[scenario].Scalar(metric, windows[date]), date.DayNumber - baseline.Horizon.Start!.Value.DayNumber);
            string By(int days) => date.AddDays(days) > end ? "beyond the end"
                : Table.Cell(reached.Count(day => day < stop + days) / (double)reached.Count, Measure.Fraction);
            return [scenario == baseline ? $"no stop, from {date:yyyy-MM-dd}" : scenario.Name, metric.Calibre?.Name ?? "all",
                .. after.Select(By),
                Table.Cell(study[scenario].Probability(metric, windows[date]), Measure.Fraction),
                Table.Date(study[scenario].Distribution(metric, windows[date]).Median, baseline.Horizon)];
        }
    }
}

/// <summary>A stop of all or part of the deliveries: all by an export limit, a part by the share its routes let pass.</summary>
internal sealed record Stop(DateOnly Date, double Cut, Scenario Scenario)
{
    public static Stop Of(Scenario baseline, DateOnly date, double cut)
    {
        var parts = baseline.Networks[0].Parts;
        var supplier = parts.OfType<Supplier>().Single(one => one.Origin == Origin.Dprk).Name;
        Change[] changes = cut == 1
            ? [new ExportLimit(Origin.Dprk, date, Rate.Zero)]
            : [.. parts.OfType<Route>().Where(route => route.From == supplier)
                .Select(route => new Interdiction(route.Name, date, Fraction.Of(1 - cut)))];
        var name = string.Create(CultureInfo.InvariantCulture,
            $"{(cut == 1 ? "stop" : $"routes pass {100 * (1 - cut):0.##} %")}, {date:yyyy-MM-dd}");
        return new(date, cut, baseline.With(name, changes));
    }
}
