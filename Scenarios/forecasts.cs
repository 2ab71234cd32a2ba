#!/usr/bin/env dotnet
#:project ../Simulation
#:project ../Plots
#:package System.CommandLine
#:include Shared/*.cs

// What will the usual witnesses publish next? Writes the forecasts that were made so far, with those of the shipped posterior, into its
// folder as Forecasts.csv and Forecasts.md, and scores those whose answers are in the record or in a file of yours. The file that is kept
// with the scripts is read and not changed; to renew it, copy the new one there.

using System.CommandLine;
using System.Runtime.CompilerServices;
using Supply;
using Supply.Cases;
using Supply.Evidence;
using Supply.Inference;
using Supply.Plots;

const string Name = "Forecasts.csv";
var answers = new Option<string?>("--answers") { Description = "A CSV file of published figures, with the columns of the shipped "
    + "evidence" };

var earlier = new Option<string?>("--earlier")
{
    Description = "The file of forecasts to go on from; default: that in the folder of results, else the one kept with the scripts",
};
var options = new StudyOptions("forecasts");
var command = new RootCommand("Forecasts of published figures, and how they fared.")
{
    answers, earlier, options.Out, options.Short, options.Tables,
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
    var file = Path.Combine(results.Shown, Name);
    var former = parsed.GetValue(earlier) ?? (File.Exists(file) ? file : Kept());
    var record = parsed.GetValue(answers) is { } path ? PublishedRecord.Load(path, Baselines.Record.Witnesses) : Baselines.Record;
    var before = Forecasts.Load(former);
    var all = before.And(Forecast.Of(Russia2022.Posterior, Russia2022.Record, Russia2022.Questions));
    results.Write(Name, all.ToCsv());
    results.Write("Forecasts.md", all.Table().ToMarkdown());
    var answer = all.Answer(record);
    results.Save(new Report(answer) { Tables = [all.Scores(record), all.Table()] });
    results.Finish();

    Show.Answer(answer);
    if (parsed.GetValue(options.Tables))
    {
        Show.Table(all.Scores(record));
        Show.Table(all.Table());
    }

    results.Tell($"{all.All.Count - before.All.Count} forecasts added to those of {former}, {all.All.Count} in {file}; --tables prints all "
        + "tables.");
    return ExitCode.Done;

    // The forecasts of posteriors that were shipped: next to this script, wherever it is started, or where a published one is.
    string Kept([CallerFilePath] string script = "")
    {
        string[] places = [Path.Combine(Path.GetDirectoryName(script) ?? "", Name), Path.Combine(AppContext.BaseDirectory, Name)];
        return places.FirstOrDefault(File.Exists) ?? throw new ArgumentException(
            $"There are no earlier forecasts to go on from, neither {string.Join(" nor ", places.Prepend(file))}; name a file with "
                + $"{earlier.Name}.");
    }
}
