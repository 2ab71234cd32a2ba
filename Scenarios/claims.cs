#!/usr/bin/env dotnet
#:project ../Simulation
#:project ../Plots
#:package System.CommandLine
#:include Shared/*.cs

// Which published claims can be true at the same time, what do the others say about each, and how much does each witness move the answer?
// Also for a claim of your own, such as "nearly half of supply comes from the DPRK".

using System.CommandLine;
using Supply;
using Supply.Cases;
using Supply.Inference;
using Supply.Plots;

var typed = new Option<string[]>("--claim")
{
    Description = $"A claim of your own, such as {OwnClaims.Example} (both days count); may be given several times",
};
var evidence = new Option<string?>("--evidence")
{
    Description = "A CSV file of claims to check, with the columns of the shipped evidence",
};
var stored = new Option<string?>("--posterior") { Description = "A posterior made by Scenarios/calibrate.cs; default: the shipped one" };
var options = new StudyOptions("claims");
var command = new RootCommand("Published claims against what all of them together imply.")
{
    typed, evidence, stored, options.Seed, options.Out, options.Threads, options.Design, options.Short, options.Tables,
};
return Arguments.Run(command, args, Run);

int Run(ParseResult parsed)
{
    var isShort = parsed.GetValue(options.Short);
    using var results = options.Open(
        parsed, (evidence.Name, parsed.GetValue(evidence)), (stored.Name, parsed.GetValue(stored)));
    Claim[] own =
    [
        .. OwnClaims.Parse(parsed.GetValue(typed) is { Length: > 0 } lines ? lines : ["dprk_share 0.45-0.5 2025-07-01..2025-07-13"]),
        .. parsed.GetValue(evidence) is { } file ? OwnClaims.Read(file) : [],
    ];
    var posterior = (parsed.GetValue(stored) is { } path ? Posterior.Load(path, Russia2022.Calibration) : Russia2022.Posterior).Asking(own);
    string[] main = ["DPRK share of rounds fired, 2024", "DPRK share of rounds fired, 2025", "rounds fired, 2024",
        "stock at the end of the year, 2025"];

    var share = Metric.Share(Origin.Dprk);
    var ensemble = options.Ensemble(parsed, new Metrics { Every = 7 }.And(share, Metric.FiredPerDay))
        with { Replications = Math.Min(isShort ? 200 : posterior.Count, posterior.Count) };
    var studies = StudyRun.Run(results,
        new Planned(ensemble, [posterior.Scenario], IsMain: false), new Planned(posterior.Ensemble(ensemble), [posterior.Scenario]));
    var (prior, after) = (studies[0].Baseline, studies[1]);
    var all = ClaimTables.Of(posterior);
    results.Write("claims.md", all.ToMarkdown());
    results.Draw("claims", () => ClaimFigures.Claims(posterior));
    results.Draw("inputs", () => ClaimFigures.Learnt(posterior, 24));
    foreach (var (name, reading) in new[] { ("influence-share", main[1]), ("influence-fire", main[2]) })
    {
        results.Draw(name, () => ClaimFigures.Influence(posterior, reading));
    }
    results.Draw("dprk-share", () => ClaimFigures.BeforeAndAfter(
        Told("DPRK share of rounds fired", share, Measure.Fraction), prior, after.Baseline, share, new(2023, 7, 1), Baselines.Record.Ends));
    results.Draw("fired-per-day", () => ClaimFigures.BeforeAndAfter(
        Told("Rounds fired per day", Metric.FiredPerDay, Measure.Rounds.PerDay), prior, after.Baseline, Metric.FiredPerDay,
        new(2022, 2, 24), Baselines.Record.Ends));
    var compatibility = Compatibility.Of(posterior.Calibration, isShort ? 2000 : 20_000);
    var answer = posterior.Answer(own, compatibility, main[1]);
    results.Save(new Report(answer)
    {
        Tables = [all, ClaimTables.Influence(posterior, main), ClaimTables.Impossible(compatibility), ClaimTables.Conflicts(compatibility),
            ClaimTables.Learnt(posterior)],
        Sources = posterior.Scenario.Sources(),
        Made = [posterior.Provenance, posterior.Verdict],
    });
    results.Finish();

    Show.Answer(answer);
    if (parsed.GetValue(options.Tables)) Tables();
    if (parsed.GetValue(typed) is not { Length: > 0 })
    {
        results.Note("The first claim says that nearly half of supply comes from the DPRK (press, July 2025). Another:");
        results.Note($"--claim {OwnClaims.Example}");
    }

    results.Tell($"Figures and tables are in {results.Shown}; --tables prints all tables.");
    return ExitCode.Done;

    // The finding of a picture: the medians where the record ends.
    string Told(string what, Metric metric, Measure measure)
    {
        string At(ScenarioResult result)
        {
            var series = result.Series(metric);
            var last = series.Dates!.Index().Last(date => date.Item <= Baselines.Record.Ends).Index;
            return Table.Cell(series.Points[last].Median, measure);
        }

        return $"{what} where the record ends: {At(after.Baseline)} after the claims, {At(prior)} before (medians)";
    }

    void Tables()
    {
        Show.Table(all);
        Show.Table(ClaimTables.Readings(posterior, isShort ? 500 : 4000));
        Show.Table(ClaimTables.Influence(posterior, main));
        Show.Table(ClaimTables.Impossible(compatibility));
        Show.Table(ClaimTables.Conflicts(compatibility));
        Show.Table(ClaimTables.Learnt(posterior));
        Show.Table(ClaimTables.Of(posterior, own) with { Title = "Your claims, and what all witnesses say" });
    }
}
