#!/usr/bin/env dotnet
#:project ../Simulation
#:project ../Plots
#:package System.CommandLine
#:include Shared/*.cs

// What will the usual witnesses publish next? Adds the forecasts of the shipped posterior to Forecasts.csv and Forecasts.md, which
// keep those of posteriors before it, and scores the forecasts whose answers are in the record or in a file of yours.

using System.CommandLine;
using Supply;
using Supply.Cases;
using Supply.Evidence;
using Supply.Inference;
using Supply.Plots;

var answers = new Option<string?>("--answers") { Description = "A CSV file of published figures, with the columns of the shipped "
    + "evidence" };

// The forecasts of posteriors that were shipped; a results folder that has forecasts already goes on from its own.
const string Kept = "Scenarios/Forecasts.csv";
var options = new StudyOptions("forecasts");
var command = new RootCommand("Forecasts of published figures, and how they fared.")
{
    answers, options.Out, options.Short, options.Tables,
};
return Arguments.Run(command, args, Run);

int Run(ParseResult parsed)
{
    if (!Russia2022.Posterior.IsUsable)
    {
        Console.WriteLine($"No forecasts are made, because of the verdict on the shipped posterior.\n{Russia2022.Posterior.Verdict}");
        return ExitCode.Done;
    }

    using var results = options.Open(parsed, (answers.Name, parsed.GetValue(answers)));
    var record = parsed.GetValue(answers) is { } path ? PublishedRecord.Load(path, Baselines.Record.Witnesses) : Baselines.Record;
    var file = Path.Combine(results.Shown, "Forecasts.csv");
    var before = Forecasts.Parse(File.ReadAllText(File.Exists(file) ? file : Kept));
    var all = before.And(Forecast.Of(Russia2022.Posterior, Russia2022.Record, Russia2022.Questions));
    results.Write("Forecasts.csv", all.ToCsv());
    results.Write("Forecasts.md", all.Table().ToMarkdown());
    var answer = all.Answer(record);
    results.Save(new Report(answer) { Tables = [all.Scores(record), all.Table()] });
    results.Finish();

    Console.WriteLine(answer);
    if (parsed.GetValue(options.Tables))
    {
        Show.Table(all.Scores(record));
        Show.Table(all.Table());
    }

    results.Tell($"{all.All.Count - before.All.Count} forecasts added, {all.All.Count} in {file}; --tables prints all tables.");
    return ExitCode.Done;
}
