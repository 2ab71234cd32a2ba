#!/usr/bin/env dotnet
#:project ../Simulation
#:project ../Plots
#:package System.CommandLine
#:include Shared/*.cs

// Where do the shipped cases agree with the published record, and where not? Writes a table of every comparable published
// figure for Russia and one for Ukraine and the fire ratio, and draws the model's fire and fire ratio against theirs.

using System.CommandLine;
using Supply;
using Supply.Cases;
using Supply.Evidence;
using Supply.Plots;

var options = new StudyOptions("plausibility");
var sources = new Option<bool>("--sources") { Description = "Also write the bibliographies of both cases" };
var command = new RootCommand("The published record against the model.") { sources };
options.AddTo(command);
return Arguments.Run(command, args, Run);

int Run(ParseResult parsed)
{
    var baseline = Baselines.Russia2022;
    var record = new Metrics { Series = [Metric.FiredPerDay], Scalars = [Metric.FiredPerDay] };
    var ensemble = options.Ensemble(parsed, record);
    using var results = options.Open(parsed);
    results.Ensemble = ensemble;
    var table = PlausibilityTable.Run(Russia2022.Record, ensemble);
    results.Write("plausibility.md", table.ToMarkdown());
    var sides = PlausibilityTable.Run(Ukraine2022.Record, ensemble);
    results.Write("plausibility-both-sides.md", sides.ToMarkdown());
    if (parsed.GetValue(sources))
    {
        results.Write("sources.md", baseline.Sources().ToString());
        results.Write("sources-ukraine.md", Baselines.Ukraine2022.Sources().ToString());
    }

    var hindcast = StudyRun.Run(results, new Planned(ensemble, [baseline], IsMain: false))[0];
    var fired = hindcast[baseline.Name].Series(Metric.FiredPerDay);
    var figure = Hindcast.Of(Told("Rounds fired", table, IsFire), TimeOf(fired), "Rounds per day", FanOf(fired),
        [.. table.Results.Select(result => result.Check).Where(IsFire).Select(Published)]) with
    {
        Height = 680,
        Subtitle = "A point or bar is a published figure over the days that it covers, named by its row in the plausibility table.",
        Source = $"Simulation of “{baseline.Name}”, {ensemble.Replications:N0} replications; published figures: rows of the evidence, see "
            + $"plausibility.md.",
    };
    results.Draw("hindcast", () => figure);
    results.Draw("hindcast-fire-ratio", () => RatioOfSides(ensemble, sides));
    var answer = table.Answer();
    results.Save(new Report(answer) { Tables = [table.Table(), sides.Table()], Sources = baseline.Sources() });
    results.Finish();

    Show.Answer(answer);
    if (parsed.GetValue(options.Tables))
    {
        Show.Answer(sides.Answer());
        Print(table);
        Print(sides);
    }

    results.Tell($"Russia and both sides: figures and tables are in {results.Shown}; --tables prints all tables.");
    return ExitCode.Done;
}

static void Print(PlausibilityTable table)
{
    Show.Table(table.Table() with { Columns = ["row", "quantity", "period", "published", "model", "unit", "state"],
        Rows = Items.From(table.Table().Rows.Select(row => (Items<string>)[row[0], row[1], row[2], row[5], row[6], row[7], row[8]])) });
    foreach (var role in Enum.GetValues<EvidenceRole>())
    {
        var (passed, all) = table.Count(role);
        Console.WriteLine($"{(role == EvidenceRole.Input ? "Input" : "Held out")}: {passed} of {all} bands overlap the published range.");
    }
}

// The fire ratio over time with the published ratios; the first year, when Soviet stocks ran out, would flatten all others.
static Figure RatioOfSides(Ensemble ensemble, PlausibilityTable table)
{
    var ratio = Metric.FireRatio("Russia", "Ukraine");
    var study = (ensemble with { Record = new Metrics { Series = [ratio], Scalars = [ratio] }, FromPrior = true }).Run(Baselines.BothSides);
    var series = study.Baseline.Series(ratio);
    var published = table.Results.Select(result => result.Check)
        .Where(IsRatio).Select(Ratio);
    return Hindcast.Of(Told("Fire ratio", table, IsRatio), TimeOf(series, new(2023, 1, 1)), "Russian rounds for each Ukrainian one",
        FanOf(series, new(2023, 1, 1)), [.. published]) with
    {
        Subtitle = "A point or bar is a published ratio over the days that it covers, named by its row in the plausibility table.",
        Source = $"Simulation of “{Baselines.BothSides.Name}”, {ensemble.Replications:N0} replications; ratios of rounds of the last 30 "
            + "days.",
    };
}

static PublishedFigure Ratio(PlausibilityCheck check)
{
    var (from, to) = (check.Reading!.Window.From.Date!.Value, check.Reading.Window.To.Date!.Value);
    return check.Low == check.High ? new(check.Id, from, to, Use(check.Role)) { Value = check.Low }
        : new(check.Id, from, to, Use(check.Role)) { Low = check.Low, High = check.High };
}

// The part of a series inside the published record.
static int[] Shown(MetricSeries series, DateOnly? from) =>
    [.. series.Dates!.Index().Where(date => date.Item >= (from ?? DateOnly.MinValue) && date.Item <= Baselines.Record.Ends)
        .Select(date => date.Index)];

static Timeline TimeOf(MetricSeries series, DateOnly? from = null) => Timeline.Of([.. Shown(series, from).Select(i => series.Dates![i])]);

static Fan FanOf(MetricSeries series, DateOnly? from = null)
{
    double[] At(Func<Distribution, double> quantile) => [.. Shown(series, from).Select(i => quantile(series.Points[i]))];
    return new("model", At(d => d.Low90), At(d => d.Low50), At(d => d.Median), At(d => d.High50), At(d => d.High90));
}

static bool IsRatio(PlausibilityCheck check) => check.Quantity.StartsWith("fire ratio", StringComparison.Ordinal);

// The finding of a picture.
static string Told(string what, PlausibilityTable table, Func<PlausibilityCheck, bool> isShown)
{
    PlausibilityResult[] shown = [.. table.Results.Where(result => isShown(result.Check))];
    return $"{what}: {shown.Count(result => result.Passes)} of {shown.Length} published figures meet the 90 % band of their days";
}

static bool IsFire(PlausibilityCheck check) =>
    check.Quantity == "fired, all natures" && check.Unit is "rounds/day" or "rounds/month" or "rounds";

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
