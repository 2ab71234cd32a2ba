#!/usr/bin/env dotnet
#:project ../Simulation
#:project ../Plots
#:package System.CommandLine
#:include Shared/*.cs

// DPRK deliveries stop: how fast must Russia's own production grow to make up for them, and what do Iran, Belarus and a new
// supplier change?

using System.CommandLine;
using System.Globalization;
using Supply;
using Supply.Cases;
using Supply.Plots;
using static Supply.Uncertain;

const int MonthsToFull = 12;
var from = Arguments.Date("--from", "When DPRK deliveries stop and production begins to grow", new(2026, 1, 1));
var restored = Arguments.Percent("--restored", "The share of the baseline's fill rate that counts as made up for", 99, 50, 100);
var iran = Renewed.Option("--iran", "Iran, renewed", 50_000, "the pace of its one known delivery, 300,000 rounds in six months");
var belarus = Renewed.Option("--belarus", "Belarus, renewed", 40_000,
    "half of its pace to early 2023; an assumption, since its stock was sent");
var china = Renewed.Option("--china", "a new supplier, China", 150_000, "an assumption; nothing is announced");
var chance = Arguments.Percent("--china-chance", "Probability that a Chinese deal begins at all", 25, 0, 100);
var options = new StudyOptions("replacement");
var command = new RootCommand("What replaces DPRK deliveries: growth of production, other suppliers.")
{
    from, restored, iran, belarus, china, chance,
};
options.AddTo(command);
command.Options.Add(options.Step);
options.AddKeptTo(command);
command.Options.Add(options.Prior);
return Arguments.Run(command, args, Run);

int Run(ParseResult parsed)
{
    var (date, isShort, share) = (parsed.GetValue(from), parsed.GetValue(options.Short), parsed.GetValue(restored));
    Renewed[] suppliers =
    [
        new("Iran", parsed.GetValue(iran), Days.Of(Triangular(10, 18, 35))),
            new("Belarus", parsed.GetValue(belarus), Days.Of(Triangular(3, 7, 14))),
        new("China", parsed.GetValue(china),
            Days.Of(Triangular(20, 30, 60))) { Announced = new(date,
                Days.Of(Triangular(180, 365, 730))) { Probability = Fraction.Of(parsed.GetValue(chance)) } },
    ];
    var baseline = Renewed.Dormant(Baselines.Russia2022, suppliers);
    var end = baseline.Horizon.End!.Value;
    var window = new TimeWindow("last year", date > end.AddDays(-364) ? date : end.AddDays(-364), end);
    var (lines, sources) = (baseline.Networks[0].Parts.OfType<ProductionLine>().ToArray(),
        baseline.Networks[0].Parts.OfType<InputSource>().ToArray());

    double[] growth = isShort ? [0, 0.25, 0.5, 1] : [0, 0.1, 0.2, 0.35, 0.5, 0.75, 1, 1.5];
    double[] drawn = [.. Enumerable.Range(0, 41).Select(i => i / 40.0)];
    int[] months = isShort ? [6, 24] : [6, 12, 18, 24];
    Way[] ways =
    [
        .. months.Select(full => new Way(full, [])),
            .. sources.Length == 0 ? [] : new Way[] { new(MonthsToFull, []) { WithInputs = true } }, new(MonthsToFull, [suppliers[0]]),
            new(MonthsToFull, [suppliers[1]]),
        new(MonthsToFull, suppliers[..2]), new(MonthsToFull, [suppliers[2]]), new(MonthsToFull, suppliers),
    ];
    Scenario Of(Way way, double more) => baseline.With(way.Name(more),
    [
        new ExportLimit(Origin.Dprk, date, Rate.Zero), .. way.Suppliers.Select(supplier => supplier.Opened(date)),
        .. more == 0 ? [] : way.Grown(lines, sources)
            .Select(part => new CapacityChange(part.Name, date, 1 + more) { Onset = Days.Of(way.Months * 30.4375) }),
    ]);
    var file = new ScenarioFile(baseline) { Scenarios = Items.From(
        ways.SelectMany(way => growth, Of).Distinct()) };

    // Stock and days of supply of all artillery hide a calibre that is short, so that tables give them by calibre.
    Calibre[] calibres = [Calibre.Mm152, Calibre.Mm122, Calibre.Rocket122];
    Metric[] outcomes = [Metric.FiredPerDay, Metric.FillRate, Metric.FillRate.Of(Calibre.Mm152), Metric.ProducedPerDay,
        Metric.ImportedPerDay, Metric.OnHand, .. calibres.Select(Metric.OnHand.Of), .. calibres.Select(Metric.DaysOfSupply.Of)];
    using var results = options.Open(parsed);
    var study = StudyRun.Run(options.Ensemble(parsed, new Metrics { Series = [.. outcomes[..2]], Scalars = [.. outcomes] }.Over(window)),
        [.. file.Expand()], results);
    var made = study[Of(ways[0], 0)].Scalar(Metric.ProducedPerDay, window);
    Scenario[] shown = [baseline, Of(ways[0], 0), Of(ways.First(way => way.Months == months[^1]), 0.5), Of(ways[^1], 0)];
    // The way that the question is about comes first: the slower pace of production, alone.
    var asked = ways.First(way => way.Months == MonthsToFull || isShort && way.Months == months[^1]);
    var answer = study.Answer("own production", $"{Asked(share)} of the fill rate without a stop of DPRK deliveries",
        [.. ways.OrderBy(way => way != asked).Select(way => (way.Words, Needed(way, Metric.FillRate)))]);
    results.Save(file);
    results.Draw("growth", () => Restored(answer.ToTitle(),
        [.. ways.Where(way => way.Suppliers.Length == 0)],
        way => $"full after {way.Months} months{(way.WithInputs ? ", inputs too" : "")}"));
    results.Draw("suppliers", () => Restored($"Without growth {Chance(ways[0])} of the runs are made up for, "
            + $"with {ways[^1].Who} {Chance(ways[^1])} (production full after {MonthsToFull} months)",
        [.. ways.Where(way => way.Months == MonthsToFull && !way.WithInputs)], way => way.Who));
    results.Draw("fired-per-day", () => FanChart.Of(study, [Metric.FiredPerDay, Metric.FillRate], date.AddYears(-1), shown));
    results.Report(study, answer, file, Russia2022.Record, Growth(Metric.FillRate));
    results.Finish();

    Show.Answer(answer);
    if (parsed.GetValue(options.Tables))
    {
        Show.Table(Growth(Metric.FillRate));
        Show.Table(study.Only([baseline, .. ways.Select(way => Of(way, 0)).Distinct(), shown[2]]).Table(window, outcomes));
    }

    results.Tell($"Figures and tables are in {results.Shown}; --tables prints all tables.");
    return ExitCode.Done;

    NeededSetting Needed(Way way, Metric metric) =>
        study.Needed([.. growth.Select(more => (more, Of(way, more)))], metric, baseline, share, window);

    Table Growth(Metric metric) =>
        new($"Growth of own production that brings the {metric} back to {Asked(share)} of what it is without a stop, {window}",
        ["production full after", "other suppliers", "made up for without growth", "enough in 50 % of runs", "in 80 %", "in 90 %",
            "80 %, rounds/day", "90 %, rounds/day", $"not by {Asked(growth[^1])}"],
        Items.From(ways.Select(way =>
        {
            var needed = Needed(way, metric);
            var rounds = new NeededSetting(Items.From(needed.Values.Select((value, i) => value * made[i])));
            string Part(Func<double, bool> of) => Table.Cell(needed.Values.Count(of) / (double)needed.Values.Count, Measure.Fraction);
            return (Items<string>)[$"{way.Months} months{(way.WithInputs ? ", inputs too" : "")}", way.Who, Part(value => value == 0),
                .. new[] { 0.5, 0.8, 0.9 }.Select(p => Table.Cell(needed.With(p), Measure.Fraction)),
                Table.Cell(rounds.With(0.8), Measure.Rounds.PerDay), Table.Cell(rounds.With(0.9), Measure.Rounds.PerDay),
                Part(double.IsInfinity)];
        })),
        [
            string.Create(CultureInfo.InvariantCulture,
                $"{study.Ensemble.Replications:N0} replications, seed {study.Ensemble.Seed}; each run against itself without a stop. "
                + $"Growth in a straight line from {date:yyyy-MM-dd}, on top of what the baseline foresees."),
            "Not reached: no tested growth is enough. In rounds/day: growth times each run's own production.",
            "What others send is taken to be serviceable; about half of what the DPRK sends needs rework first (E187), so their rounds "
                + "replace more than their number.",
            lines.Any(line => line.Inputs.Count > 0)
                ? "Lines grow only as far as their inputs allow, except in the row in which all sources of inputs grow alike. RUSI saw no "
                    + "new factory before 2029 (E011)."
                : "No input ceiling is in this case: powder and explosives may not allow this growth. RUSI saw no new factory before "
                    + "2029 (E011).",
            $"Others, from the stop: "
                + $"{string.Join(", ", suppliers.Select(supplier => $"{supplier.Country} {supplier.PerMonth:N0} a month"))}, within a "
                + $"third; China begins with {Asked(parsed.GetValue(chance))} probability, half a year to two years after an "
                + "announcement.",
        ]);

    // As it was typed, with all its digits.
    string Asked(double part) => string.Create(CultureInfo.InvariantCulture, $"{100 * part:0.##########} %");

    string Chance(Way way) => Table.Cell(MadeUpFor(way, 0), Measure.Fraction);

    double MadeUpFor(Way way, double more) =>
        Needed(way, Metric.FillRate).Values.Count(value => value <= more) / (double)study.Ensemble.Replications;

    Figure Restored(string title, Way[] lines, Func<Way, string> name) => new(title,
    [
        new(Axis.Number("Growth of own production, %", NumberStyle.Percent),
            Axis.Number("Share of runs made up for, %", NumberStyle.Percent) with { Min = 0, Max = 1 },
        [
            .. lines.Select((way, i) =>
                new Line(drawn, [.. drawn.Select(more => MadeUpFor(way, more))], name(way)) { Label = name(way),
                    Style = (LineStyle)(i % 4) }),
        ]),
    ])
    {
        Subtitle = $"Made up for: a fill rate of at least {Asked(share)} of that without a stop, in the same run, {window}.",
        Source = string.Create(CultureInfo.InvariantCulture,
            $"Simulation of “{baseline.Name}”: {study.Ensemble.Replications:N0} replications, seed {study.Ensemble.Seed}."),
    };
}

/// <summary>A replacement of the DPRK: production that is full after some months, and other suppliers.</summary>
internal sealed record Way(int Months, Renewed[] Suppliers)
{
    /// <summary>Whether all sources of inputs grow with the lines.</summary>
    public bool WithInputs { get; init; }

    public IEnumerable<Part> Grown(ProductionLine[] lines, InputSource[] sources) => WithInputs ? [.. lines, .. sources] : lines;

    public string Who => Suppliers.Length == 0 ? "none" : string.Join(", ", Suppliers.Select(supplier => supplier.Country));

    public string Words =>
        $"full in {Months} months{(WithInputs ? ", inputs too" : "")}{(Suppliers.Length == 0 ? "" : $", with {Who}")}";

    public string Name(double more) => (Suppliers, more) switch
    {
        ([], 0) => "DPRK stops",
        (_, 0) => $"with {Who}",
        _ =>
            string.Create(CultureInfo.InvariantCulture,
                $"{(Suppliers.Length == 0 ? "" : $"with {Who}, ")}production +{100 * more:0.##} % in {Months} "
                + $"months{(WithInputs ? ", inputs too" : "")}"),
    };
}
