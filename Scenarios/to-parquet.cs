#!/usr/bin/env dotnet
#:project ../Simulation
#:project ../Plots
#:project ../Data
#:package System.CommandLine
#:include Shared/*.cs

// Turns a study that was kept with --into into Parquet files for DuckDB, pandas, R and the like, with views of them for DuckDB.

using System.CommandLine;
using Supply;
using Supply.Data;

var kept = new Argument<string>("FOLDER") { Description = "The folder of a study that was kept with --into, for example out/share" };
var target = new Option<string?>("--out") { Description = "Folder for the files; default: that of the study" };
var unfinished = new Option<bool>("--partial") { Description = "From the parts that are there" };
var command = new RootCommand("Turns a kept study into Parquet files, with views of them for DuckDB.") { kept, target, unfinished };
return Arguments.Run(command, args, Run);

int Run(ParseResult parsed)
{
    var folder = parsed.GetValue(kept)!;
    var into = parsed.GetValue(target) ?? folder;
    if (File.Exists(into)) throw new ArgumentException($"{target.Name} is \"{into}\"; that is a file, and it must name a folder.");
    var study = StudyFolder.Open(folder, parsed.GetValue(unfinished));
    study.WriteParquet(into);

    StudyRun.SaySteps(study.Steps);
    if (study.Missing.Length > 0) Console.WriteLine(study.Missing);
    Scenario[] scenarios = [.. study.Scenarios.Select(result => result.Scenario)];
    StudyRun.Say($"{StudyRun.Size(new(study.Ensemble, scenarios))}.");
    if (study.Baseline.HasRows && study.Baseline.Recorded.FirstOrDefault() is var (metric, window))
    {
        Console.WriteLine($"A column of replications is a metric and its window, such as \"{study.NameOf(metric)} [{window.Name}]\"; "
            + "\"describe replications\" lists them.");
    }

    Console.WriteLine($"Parquet files and study.sql are in {into}; there: duckdb -init study.sql");
    return ExitCode.Done;
}
