#!/usr/bin/env dotnet
#:project ../Simulation
#:project ../Plots
#:package System.CommandLine
#:include Shared/*.cs

// Which DPRK share or flow, or which growth of own production, sustains a number of rounds a day until a date, with a probability?

using System.CommandLine;
using System.Globalization;
using Supply;
using Supply.Analysis;
using Supply.Cases;
using Supply.Plots;

const double MostFlow = 40_000;
var goal = new Option<double[]>("--goal")
{
    Description = "Rounds a day that must be sustained; several: these and no others, the first is the headline's",
    AllowMultipleArgumentsPerToken = true,
    DefaultValueFactory = _ => [12_000],
    CustomParser = result =>
    {
        var goals = new List<double>();
        foreach (var token in result.Tokens)
        {
            if (!double.TryParse(token.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var rounds)
                || rounds is not (> 0 and <= 1e6))
            {
                result.AddError($"--goal is \"{token.Value}\"; it must be a number of rounds a day above 0 and up to 1000000.");
            }
            else if (goals.Contains(rounds)) result.AddError($"--goal names \"{token.Value}\" twice.");
            else goals.Add(rounds);
        }

        return [.. goals];
    },
};
var lever = new Option<string>("--lever") { Description = "What is set", DefaultValueFactory = _ => "share" };
lever.AcceptOnlyFromAmong("share", "flow", "production", "date");
var meaning = new Option<string>("--meaning") { Description = "What a share means for the other sources", DefaultValueFactory = _ =>
    "added" };
meaning.AcceptOnlyFromAmong("added", "substituted");
var from = Arguments.Date("--from", "From when the lever acts; with --lever date the first date tried", new(2026, 1, 1));
var window = Arguments.Window("--window", "Days over which the goal must hold on average; default: the last year");
var probability = Arguments.Percent("--probability", "Probability with which it must hold", 80, 1, 99);
var part = Arguments.Percent("--part", "The part of the goal that counts as sustained", 99, 50, 100);
var design = new Option<string?>("--design")
{
    Description = "A file of analyses (docs/analyses.md) whose \"least\" has lever, goals and window; the first goal is the headline's",
};
var checkpoint = new Option<string?>("--checkpoint")
{
    Description = "A file that keeps what finished runs answered: interrupted, the same command goes on from there",
};
var options = new StudyOptions("least-share");
var command = new RootCommand("The least DPRK share, flow, growth or date with which a rate of fire is sustained.")
{
    goal, lever, meaning, from, window, probability, part, design, checkpoint,
};
options.AddTo(command);
command.Options.Add(options.Step);
command.Options.Add(options.Prior);
command.Options.Add(options.Tables);
return Arguments.Run(command, args, Run);

int Run(ParseResult parsed)
{
    var plan = parsed.GetValue(design) is { } path ? AnalysisFile.Read(path).Least
        ?? throw new ArgumentException($"{design.Name} is \"{path}\"; it has no \"least\", the lever and its goals.") : null;
    Option[] own = [goal, lever, meaning, from, window, probability, part];
    if (plan is not null && own.FirstOrDefault(one => parsed.GetResult(one) is { Implicit: false }) is { } typed)
    {
        throw new ArgumentException($"{typed.Name} and {design.Name} exclude each other: the file says it.");
    }

    var (baseline, date) = (Baselines.Russia2022, parsed.GetValue(from));
    var end = baseline.Horizon.End!.Value;
    var over = plan?.Window ?? parsed.GetValue(window)
        ?? new TimeWindow("last year", date > end.AddDays(-364) ? date : end.AddDays(-364), end);
    var set = plan?.Lever ?? Lever();
    double[] levels = plan is not null ? [.. plan.Goals]
        : parsed.GetValue(goal) is { Length: > 1 } several ? several
        : [.. (parsed.GetValue(options.Short) ? new[] { 0.75, 1, 1.25 } : [0.5, 0.75, 0.875, 1, 1.25])
            .Select(share => share * parsed.GetValue(goal)![0])];
    var wanted = plan?.Goals[0] ?? parsed.GetValue(goal)![0];
    FireGoal[] goals = plan is not null ? [.. plan.FireGoals]
        : [.. levels.Select(level => new FireGoal(level, over) { Part = parsed.GetValue(part) })];

    using var results = options.Open(parsed, (design.Name, parsed.GetValue(design)));
    var ensemble = options.Ensemble(parsed, Metrics.Standard.Over(over));
    var (chance, kept) = (plan?.Probability ?? parsed.GetValue(probability), parsed.GetValue(checkpoint));
    double? precision = set.Measure == Measure.Days ? null : (set.High - set.Low) / 4096;

    if (kept is not null && Directory.Exists(kept)) throw new ArgumentException($"{checkpoint.Name} is \"{kept}\"; that is a folder.");

    // A checkpoint belongs to a number of replications, which is not known yet where they go on until an error is small.
    ensemble.Prepare(baseline).CheckLeast(set, goals, chance, precision, results.Until is null ? kept : null);
    var study = StudyRun.Run(ensemble, [baseline], results);
    var answers = study.Least(set, goals, chance, precision, kept, StudyRun.Live, Stops.Token);
    Console.Write(Terminal.Clear);
    if (answers.Count < goals.Length)
    {
        results.Finish(isComplete: false);
        foreach (var one in answers) Console.WriteLine(one.Verdict);
        throw new StoppedException(Stops.Code, $"Stopped: {answers.Count} of {goals.Length} goals are answered."
            + (kept is null ? "" : " The same command goes on from its checkpoint."));
    }

    var asked = answers[Array.IndexOf(levels, wanted)];
    results.Draw("least", () => LeastChart.Of(answers));
    results.Draw("chances", () => LeastChart.Chances(answers));
    var replications = study.Replications.ToArray();
    results.Write("least.csv", string.Join("\n", answers.SelectMany(one => one.Values.Select((value, i) => string.Create(
        CultureInfo.InvariantCulture, $"{replications[i]},{Number(one.Goal.Level)},\"{one.Kinds[i]}\",{Number(value)}")))
        .Prepend("\"replication\",\"goal\",\"kind\",\"setting\"")) + "\n");
    var answer = LeastAnswer.Of(answers, asked, study);
    results.Report(study, answer, new ScenarioFile(baseline), Russia2022.Record);
    results.Finish();

    Show.Answer(answer);
    if (parsed.GetValue(options.Tables)) Show.Table(study.Table(over, Metric.FiredPerDay, Metric.RequiredPerDay, Metric.FillRate));
    results.Tell($"Figures and tables are in {results.Shown}; --lever sets something else.");
    return ExitCode.Done;

    // As in the other tables: all digits, a number that readers take for infinity, and nothing for what is undefined.
    static string Number(double value) => double.IsNaN(value) ? "" : double.IsPositiveInfinity(value) ? "1e999"
        : value.ToString("R", CultureInfo.InvariantCulture);

    SettableLever Lever() => parsed.GetValue(lever) switch
    {
        "flow" => SettableLever.Flow(Origin.Dprk, date, MostFlow),
        "production" => SettableLever.Of("factor on own production", date, 1, 5, factor =>
            [.. baseline.Networks[0].Parts.Where(one => one is ProductionLine or InputSource).Select(one => new CapacityChange(one.Name,
                date, factor))])
            with { With = [new ExportLimit(Origin.Dprk, date, Rate.Zero)] },
        "date" => SettableLever.Date("DPRK share of 40 % added", date, end.AddDays(-365), start =>
            [new TargetShare(Origin.Dprk, start, Fraction.Of(0.4), ShareMeaning.Added)]),
        _ => SettableLever.Share(Origin.Dprk, date,
            parsed.GetValue(meaning) == "added" ? ShareMeaning.Added : ShareMeaning.Substituted),
    };
}
