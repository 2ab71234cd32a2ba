#!/usr/bin/env dotnet
#:project ../Simulation
#:project ../Plots
#:package System.CommandLine
#:include Shared/*.cs

// Sanctions on inputs, an interdicted route, a depot strike, a payment stop: what does each do to Russia's rate of fire alone,
// and what do they do together?

using System.CommandLine;
using Supply;
using Supply.Cases;
using Supply.Plots;
using static Supply.Uncertain;

var from = Arguments.Date("--from", "When all levers begin", new(2026, 1, 1));
var passing = Arguments.Percent("--inputs-passing", "Share of imported inputs that still passes sanctions directly", 20, 0, 100);
var evaded = Arguments.Percent("--inputs-evaded", "Share of the rest that still arrives, 90 days later", 40, 0, 100);
var open = Arguments.Percent("--route-passing", "Share that still passes on the routes from the DPRK", 50, 0, 100);
var routeLoss = Arguments.Percent("--route-loss", "Share of what passes there that is lost", 10, 0, 100);
var struck = Arguments.Percent("--strike-loss", "Share of the rear depots that the strike destroys, half as much either way", 10, 0, 66);
var options = new StudyOptions("pressure");
var command = new RootCommand("Sanctions, interdiction, a strike and a payment stop, alone and together.")
{
    from, passing, evaded, open, routeLoss, struck,
};
options.AddTo(command);
command.Options.Add(options.Step);
options.AddKeptTo(command);
command.Options.Add(options.Prior);
return Arguments.Run(command, args, Run);

int Run(ParseResult parsed)
{
    var baseline = Baselines.Russia2022;
    var (date, parts) = (parsed.GetValue(from), baseline.Networks[0].Parts);
    var dprk = parts.OfType<Supplier>().Single(supplier => supplier.Origin == Origin.Dprk);
    var loss = parsed.GetValue(struck);

    // Without a part to act on, a lever would silently do nothing: it is left out, and the table says so.
    (string Name, Change[] Changes, string Missing)[] all =
    [
        ("sanctions on inputs", [.. parts.OfType<InputSource>().Where(IsImport)
            .Select(source =>
                new InputSanction(source.Name, date, Fraction.Of(parsed.GetValue(passing))) { Evaded = Fraction.Of(parsed.GetValue(evaded)),
                    EvasionDelay = Days.Of(90) })],
                "imported inputs"),
        ("interdicted route", [.. parts.OfType<Route>().Where(route => route.From == dprk.Name)
            .Select(route => new Interdiction(route.Name, date,
                Fraction.Of(parsed.GetValue(open))) { Loss = Fraction.Of(parsed.GetValue(routeLoss)) })], "route"),
        ("depot strike", [new DepotStrike("Rear depots", date, Fraction.Of(Uniform(0.5 * loss, 1.5 * loss).Named("strike of the script")))],
            "depot"),
        ("payment stop", dprk.Account is null ? [] : [new PaymentStop(Origin.Dprk, date)], "account of the DPRK"),
    ];
    string[] missing = [.. all.Where(lever => lever.Changes.Length == 0)
        .Select(lever => $"\"{lever.Name}\" is left out: the case has no {lever.Missing}.")];
    var factorial = new Factorial(
        baseline, [.. all.Where(lever => lever.Changes.Length > 0).Select(lever => new Lever(lever.Name, lever.Changes))]);
    var file = new ScenarioFile(baseline) { Scenarios = Items.From(factorial.Scenarios.Skip(1)) };

    var window = new TimeWindow($"from {date:yyyy-MM-dd}", date, baseline.Horizon.End!.Value);
    // Stock and days of supply of all artillery hide a calibre that is short, so that tables give them by calibre.
    Calibre[] calibres = [Calibre.Mm152, Calibre.Mm122, Calibre.Rocket122];
    Metric[] outcomes = [Metric.FiredPerDay, Metric.FillRate, Metric.FillRate.Of(Calibre.Mm152), Metric.ProducedPerDay,
        Metric.ImportedPerDay, Metric.OnHand, .. calibres.Select(Metric.OnHand.Of), .. calibres.Select(Metric.DaysOfSupply.Of)];
    Metric[] exhaustion = [Metric.Exhaustion, Metric.Exhaustion.Of(Calibre.Mm152)];
    var record = new Metrics { Series = [.. outcomes[..2], Metric.OnHand] }.And(exhaustion).Over(window);
    using var results = options.Open(parsed);
    var study = StudyRun.Run(options.Ensemble(parsed, record with { Scalars = [.. outcomes, .. exhaustion] }), [.. factorial.Scenarios],
        results);

    var fired = study.Effects(factorial, Metric.FiredPerDay, window);
    results.Save(file);
    results.Draw("effects", () => EffectsChart.Of(study, factorial, Metric.FiredPerDay, window));
    results.Draw("effects-152-mm", () => EffectsChart.Of(study, factorial, Metric.FillRate.Of(Calibre.Mm152), window));
    var strongest = factorial.Alone(Enumerable.Range(0, factorial.Levers.Count).MinBy(lever => fired.Alone(lever).Mean));
    Scenario[] shown = [baseline, strongest, factorial.Together];
    results.Draw("fired-per-day", () => FanChart.Of(study, [Metric.FiredPerDay, Metric.OnHand], date.AddYears(-1), shown));
    results.Draw("exhaustion", () => ExhaustionChart.Of(study, exhaustion, window, shown));
    var answer = fired.Answer();
    results.Report(study, answer, file, Russia2022.Record, fired.Table().Noted(missing), fired.Interactions());
    results.Finish();

    Show.Answer(answer);
    if (parsed.GetValue(options.Tables)) Tables();
    foreach (var line in missing) results.Note(line);
    results.Tell($"Figures and tables are in {results.Shown}; --tables prints all tables.");
    return ExitCode.Done;

    void Tables()
    {
        Show.Table(fired.Table().Noted(missing));
        Show.Table(fired.Interactions());
        Show.Table(study.Effects(factorial, Metric.FillRate.Of(Calibre.Mm152), window).Table().Noted(missing));
        Scenario[] alone = [baseline, .. factorial.Levers.Select((_, lever) => factorial.Alone(lever)), factorial.Together];
        Show.Table(study.Only(alone).Table(window, [.. outcomes, .. exhaustion]).Noted(missing));
    }
}

// Sanctions do not affect home plants; the case names its imports as such.
static bool IsImport(InputSource source) => source.Name.Contains("import", StringComparison.OrdinalIgnoreCase);
