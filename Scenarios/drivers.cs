#!/usr/bin/env dotnet
#:project ../Simulation
#:project ../Plots
#:package System.CommandLine
#:include Shared/*.cs

// DPRK deliveries stop: which assumptions drive the effect, in which worlds does it cost much, and what should be found out next?

using System.CommandLine;
using System.Globalization;
using Supply;
using Supply.Analysis;
using Supply.Cases;
using Supply.Plots;

var from = Arguments.Date("--from", "When deliveries stop", new(2026, 1, 1));
var loss = Arguments.Percent("--loss", "The loss of rounds fired that counts as much", 10, 0.1, 99);
var window = Arguments.Window("--window", "Days over which rounds are counted; default: from the stop to the end");
var basePoints = Arguments.Whole("--base-points", "Base points of Sobol indices, drawn from the priors; 0: none", 0, 0, 1 << 20);
var trajectories = Arguments.Whole("--trajectories", "Trajectories of a screening, drawn from the priors; 0: none", 0, 0, 1 << 20);
var design = new Option<string?>("--design")
{
    Description = "A file of analyses (docs/analyses.md): metric, window, loss, designs; what is typed goes before it",
};
var checkpoint = new Option<string?>("--checkpoint")
{
    Description = "A file that keeps finished runs of a design: interrupted, the same command goes on from there",
};
var options = new StudyOptions("drivers");
var command = new RootCommand("What drives the effect of a stop of DPRK deliveries, where it flips, what to find out next.")
{
    from, loss, window, basePoints, trajectories, design, checkpoint,
};
options.AddTo(command);
command.Options.Add(options.Step);
command.Options.Add(options.Prior);
command.Options.Add(options.Tables);
return Arguments.Run(command, args, Run);

int Run(ParseResult parsed)
{
    var file = parsed.GetValue(design) is { } path ? AnalysisFile.Read(path) : null;
    var plan = file ?? new();
    bool IsTyped(Option option) => file is null || parsed.GetResult(option) is { Implicit: false };
    var (baseline, date, limit) = (Baselines.Russia2022, parsed.GetValue(from), IsTyped(loss) ? parsed.GetValue(loss) : plan.Loss);
    var stop = baseline.With(string.Create(CultureInfo.InvariantCulture, $"DPRK stops {date:yyyy-MM-dd}"),
        new ExportLimit(Origin.Dprk, date, Rate.Zero));
    var over = parsed.GetValue(window) ?? plan.Window ?? new TimeWindow("from the stop", date, baseline.Horizon.End!.Value);
    var metric = Metrics.Named([plan.Metric], baseline)[0];
    var scenarios = new ScenarioFile(baseline) { Scenarios = [stop] };
    var points = IsTyped(basePoints) ? parsed.GetValue(basePoints) : plan.HasSobol ? plan.Inputs.BasePoints : 0;
    var paths = IsTyped(trajectories) ? parsed.GetValue(trajectories) : plan.HasMorris ? plan.Inputs.Trajectories : 0;
    foreach (var (name, count) in new[] { (basePoints.Name, points), (trajectories.Name, paths) })
    {
        if (count == 1) throw new ArgumentException($"{name} is 1; it must be 0, or at least 2.");
    }

    using var results = options.Open(parsed, (design.Name, parsed.GetValue(design)));
    var record = Metrics.Standard.Over(over).And([.. Answer.Record(baseline, stop, metric, over, months: false).Outcomes]);
    var settings = plan.Inputs with { BasePoints = Math.Max(2, points), Trajectories = Math.Max(2, paths) };
    var prior = Prior();
    var study = StudyRun.Run(options.Ensemble(parsed, record), [.. scenarios.Expand()], results);
    var why = Why(study);
    var (screened, indices) = Designed();
    results.Save(scenarios);
    results.Draw("tornado", () => TornadoChart.Of(why.Drivers));
    if (why.Boxes is { } boxes && boxes.Boxes[0].Restrictions.Count > 0)
    {
        results.Draw("box", () => BoxChart.Restrictions(boxes));
        results.Draw("box-trade-off", () => BoxChart.TradeOff(boxes));
        if (boxes.Boxes[0].Restrictions.Count(one => !one.Input.IsChoice) > 1)
        {
            results.Draw("box-scatter", () => BoxChart.Scatter(boxes));
        }
    }

    results.Draw("knowing", () => KnowingChart.Of(why.Knowing));
    if (screened is not null) results.Draw("screening", () => SensitivityChart.Of(screened));
    if (indices is not null) results.Draw("sobol", () => SensitivityChart.Of(indices));
    results.Write("drivers.md", why.Drivers.Table(int.MaxValue).ToMarkdown());
    Table[] designs = [.. screened is null ? [] : new[] { screened.Table() }, .. indices is null ? [] : new[] { indices.Table() }];
    results.Report(study, why.Answer, scenarios, Russia2022.Record, [.. why.Tables, .. designs]);
    var isComplete = !Stops.Token.IsCancellationRequested;
    results.Finish(isComplete);

    Show.Answer(why.Answer);
    if (screened is not null) Console.WriteLine(screened.Verdict);
    if (indices is not null) Console.WriteLine(indices.Verdict());
    if (parsed.GetValue(options.Tables)) Tables();
    results.Tell($"Figures and tables are in {results.Shown}; --tables prints all tables.");
    return isComplete ? ExitCode.Done : throw new StoppedException(Stops.Code, "Stopped: the designs are not complete."
        + (parsed.GetValue(checkpoint) is null ? "" : " The same command goes on from its checkpoint."));

    // Asked to stop, the script leaves the tables of the runs, which are written already.
    Why Why(Study whole)
    {
        try
        {
            return whole.Why(stop, metric, over, limit, progress: StudyRun.Live, cancellation: Stops.Token);
        }
        catch (OperationCanceledException) when (Stops.Token.IsCancellationRequested)
        {
            results.Finish(isComplete: false);
            throw new StoppedException(Stops.Code, $"Stopped before the analyses were finished; the tables of the runs are in "
                + $"{results.Shown}.");
        }
        finally
        {
            Console.Write(Terminal.Clear);
        }
    }

    // A design varies each input alone, which only priors allow: one replication of them holds the scenarios. What a design would refuse
    // needs no results, and is found before them.
    Study? Prior()
    {
        if (points == 0 && paths == 0) return null;
        var one = (options.Ensemble(parsed, record) with { Replications = 1, FromPrior = true }).Run(baseline, stop);
        if (paths > 0) one.CheckMorris(metric, stop, over, settings with { Checkpoint = KeptIn("morris") });
        if (points > 0) one.CheckSobol(metric, stop, over, settings with { Checkpoint = KeptIn("sobol") });
        return one;
    }

    (MorrisEffects? Screened, SobolIndices? Indices) Designed() => prior is not { } one ? (null, null)
        : (paths == 0 ? null : Kept(kept => one.Morris(metric, stop, over, settings with { Checkpoint = kept }, StudyRun.Live,
                Stops.Token), "morris"),
            points == 0 ? null : Kept(kept => one.Sobol(metric, stop, over, settings with { Checkpoint = kept }, StudyRun.Live,
                Stops.Token), "sobol"));

    string? KeptIn(string name) => parsed.GetValue(checkpoint) is { } kept ? $"{kept}.{name}" : null;

    // Asked to stop before two of its blocks are finished, a design has no result.
    T? Kept<T>(Func<string?, T> run, string name) where T : class
    {
        try
        {
            return run(KeptIn(name));
        }
        catch (ArgumentException) when (Stops.Token.IsCancellationRequested)
        {
            return null;
        }
        finally
        {
            Console.Write(Terminal.Clear);
        }
    }

    void Tables()
    {
        foreach (var table in why.Tables.Concat(designs)) Show.Table(table);
    }
}
