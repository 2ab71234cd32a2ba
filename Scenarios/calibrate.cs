#!/usr/bin/env dotnet
#:project ../Simulation
#:project ../Plots
#:package System.CommandLine
#:include Shared/*.cs

// What do all published claims together imply? Conditions the Russian case on them, finds each witness's contribution, predicts claims
// that were held back, and writes the posterior that the other scripts use.

using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Supply;
using Supply.Cases;
using Supply.Inference;

var particles = new Option<int>("--particles") { Description = "Particles in each population", DefaultValueFactory = _ => 1280 };
var populations = new Option<int>("--populations") { Description = "Independent populations", DefaultValueFactory = _ => 2 };
var width = new Option<double>("--width")
{
    Description = "How wide the levels are opened, 1: a factor of two either way",
    DefaultValueFactory = _ => 1,
};
var from = Arguments.Date("--held-from", "Claims published on this day or later are held back for the validation by date", new(2024, 9, 1));
var evidence = new Option<string?>("--evidence")
{
    Description = "A CSV file of further figures to condition on, with the columns of the shipped evidence",
};
var coarse = new Option<int>("--coarse-step")
{
    Description = "Days of the steps that the claims are fitted with first; 1: the steps of the case alone",
    DefaultValueFactory = _ => 4,
};
var only = new Option<int?>("--only-population")
{
    Description = "Runs one population, from 0, and writes its checkpoint; a run of all that finds all checkpoints joins them",
};
var options = new StudyOptions("calibrate");
var command = new RootCommand("The Russian case conditioned on all published claims.")
{
    particles, populations, width, from, evidence, coarse, only, options.Seed, options.Out, options.Threads, options.Short,
};
return Arguments.Run(command, args, Run);

int Run(ParseResult parsed)
{
    var folder = parsed.GetValue(options.Out)!;
    Directory.CreateDirectory(folder);
    var isShort = parsed.GetValue(options.Short);
    var own = parsed.GetValue(evidence) is { } path ? OwnClaims.Read(path) : [];
    var calibration = Calibration.Of(Russia2022.Record, parsed.GetValue(width)) with
    {
        Claims = Claim.Weighted([.. Claim.Of(Russia2022.Record), .. own]),
        Ensemble = new() { Threads = parsed.GetValue(options.Threads) },
        CoarseStepDays = parsed.GetValue(coarse) is var days && days > 1 ? days : null,
        MostCoarseMoves = isShort ? 10 : 1400,
        MostFineMoves = isShort ? 10 : 900,
        FineRounds = isShort ? 1 : 2,
        Sampler = new()
        {
            ParticlesPerPopulation = isShort ? 64 : parsed.GetValue(particles),
            Populations = isShort ? 2 : parsed.GetValue(populations),
            MostMoves = isShort ? 5 : 15,
            MostLastMoves = isShort ? 10 : 200,
            LastCorrelation = 0.3,
            FreshDraws = 0,
            LightMoves = 2,
            OnlyPopulation = parsed.GetValue(only),
            Seed = parsed.GetValue(options.Seed),
            Threads = parsed.GetValue(options.Threads),
        },
    };

    var clock = Stopwatch.StartNew();
    var checkpoint = Path.Combine(folder, "checkpoint");
    var posterior = calibration.Run(new Line(clock), checkpoint);
    Say($"Conditioned on {calibration.Claims.Count} claims in {clock.Elapsed.TotalSeconds:F0} s: {posterior.Provenance}.");
    Console.WriteLine(posterior.Verdict);
    if (parsed.GetValue(only) is not null)
    {
        Console.WriteLine($"Its checkpoints are in {folder}; add those of the others and run without --only-population.");
        return 0;
    }

    posterior.Save(Path.Combine(folder, "russia-2022.posterior"));
    posterior = posterior.LeaveOut(
        new Progress(name => Say($"  without {name} ({clock.Elapsed.TotalSeconds:F0} s)")), checkpoint + ".without", moves: 8);
    posterior.Save(Path.Combine(folder, "russia-2022.posterior"));
    Validation[] validations =
    [
        Validation.ByWitness(posterior),
        Validation.ByDate(posterior, parsed.GetValue(from), new Line(clock), checkpoint + ".before"),
    ];
    foreach (var file in Directory.EnumerateFiles(folder, "checkpoint*")) File.Delete(file);
    Say($"Done in {clock.Elapsed.TotalSeconds:F0} s.");
    Console.WriteLine();

    Show.Table(ClaimTables.Of([.. validations, .. validations.Select(one => one.Unused)]));
    foreach (var validation in validations) Show.Table(ClaimTables.ByKind(validation.Unused));
    Show.Table(ClaimTables.Learnt(posterior));
    File.WriteAllText(Path.Combine(folder, "claims.md"), ClaimTables.Of(posterior).ToMarkdown());
    File.WriteAllText(Path.Combine(folder, "validation.md"), ClaimTables.Of(validations).ToMarkdown());
    Console.WriteLine($"The posterior and the tables are in {folder}; Scenarios/claims.cs reads them.");
    return 0;
}

static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

// One line that is overwritten, on a terminal.
internal sealed class Line(Stopwatch clock) : IProgress<SamplingProgress>
{
    public void Report(SamplingProgress value)
    {
        if (Console.IsOutputRedirected) return;
        Console.Write(string.Create(CultureInfo.InvariantCulture,
            $"\r\u001b[K  population {value.Population + 1}, exponent {value.Exponent:F3}, {value.Simulations:N0} runs, "
                + $"{value.Simulations / clock.Elapsed.TotalSeconds:N0} a second, correlation {value.Correlation:F2}"));
    }
}

internal sealed class Progress(Action<string> said) : IProgress<string>
{
    public void Report(string value) => said(value);
}
