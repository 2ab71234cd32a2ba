#!/usr/bin/env dotnet
#:project ../Simulation
#:project ../Plots
#:package System.CommandLine
#:include Shared/*.cs

// What do all published claims together imply? Conditions the Russian case, the Ukrainian one or both on them, finds each
// witness's contribution, predicts claims that were held back, and writes the posterior that the other scripts use.

using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Supply;
using Supply.Cases;
using Supply.Inference;
using Supply.Plots;

const int MostPopulations = 1000;
const int ShortPopulations = 2;
var particles = Arguments.Whole("--particles", "Particles in each population", 1280, 16, 10_000_000);
var populations = Arguments.Whole("--populations", "Independent populations", 2, 1, MostPopulations);
var width = Arguments.Number("--width", "How wide the levels are opened; 1: a factor of two either way", 1, 0.01, 100);
var from = Arguments.Date("--held-from", "Claims published on this day or later are held back for the validation by date", new(2024, 9, 1));
var evidence = new Option<string?>("--evidence")
{
    Description = "A CSV file of further figures to condition on, with the columns of the shipped evidence",
};
var coarse = Arguments.Whole(
    "--coarse-step", "Days of the steps that the claims are fitted with first; 1: the steps of the case alone", 4, 1, 366);
var rounds = Arguments.Whole("--rounds", "Rounds of 400 last moves at most; they end when the populations agree", 6, 1, 100);
var only = Arguments.WholeIfAny("--only-population",
    "Runs one population, from 0, and writes its checkpoint; a run of all that finds all checkpoints joins them", 0, MostPopulations - 1);
var side = new Option<string>("--of") 
{
    Description = "The case: russia, ukraine, or both-sides, which has the claims about either and about the fire ratio",
    DefaultValueFactory = _ => "russia",
};
side.AcceptOnlyFromAmong("russia", "ukraine", "both-sides");
var update = new Option<bool>("--update")
{
    Description = "Goes on from the shipped posterior of Russia instead of from the priors: for both sides, or for further --evidence",
};
var known = new Option<string?>("--known")
{
    Description = "A posterior of Ukraine alone that --of ukraine wrote: --update of both sides goes on from it as well",
};
var bare = new Option<bool>("--no-validation")
{
    Description = "The posterior alone, without the influence of each witness and without validation, which take as long again",
};
var options = new StudyOptions("calibrate");
var command = new RootCommand("A case conditioned on all published claims.")
{
    side, update, known, bare, particles, populations, width, from, evidence, coarse, rounds, only, options.Seed, options.Out,
    options.Threads, options.Short, options.Tables,
};
return Arguments.Run(command, args, Run);

int Run(ParseResult parsed)
{
    var isShort = parsed.GetValue(options.Short);
    var together = isShort ? ShortPopulations : parsed.GetValue(populations);
    if (parsed.GetValue(only) >= together)
    {
        throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
            $"{only.Name} is {parsed.GetValue(only)}; populations are counted from 0, and there are {together}."));
    }

    using var results = options.Open(parsed, parsed.GetValue(only) is { } one ? $"population-{one}" : null,
        (evidence.Name, parsed.GetValue(evidence)), (known.Name, parsed.GetValue(known)));
    var own = parsed.GetValue(evidence) is { } path ? OwnClaims.Read(path) : [];
    var (record, name) = parsed.GetValue(side) switch
    {
        "russia" => (Russia2022.Record, "russia-2022.posterior"),
        "ukraine" => (Ukraine2022.Alone, "ukraine-2022.posterior"),
        _ => (BothSides.Record, "both-sides.posterior"),
    };
    Posterior[] before =
    [
        .. parsed.GetValue(update) ? [Russia2022.Posterior] : Array.Empty<Posterior>(),
        .. parsed.GetValue(known) is { } file ? [Posterior.Load(file, Calibration.Of(Ukraine2022.Alone))] : Array.Empty<Posterior>(),
    ];
    var calibration = Calibration.Of(record, parsed.GetValue(width)) with
    {
        Claims = Claim.Weighted([.. Claim.Of(record), .. own]),
        Ensemble = new() { Threads = parsed.GetValue(options.Threads) },
        MostRounds = isShort ? 1 : parsed.GetValue(rounds),
        CoarseStepDays = parsed.GetValue(coarse) is var days && days > 1 ? days : null,
        Sampler = new()
        {
            ParticlesPerPopulation = isShort ? 64 : parsed.GetValue(particles),
            Populations = together,
            // Rows of posteriors side by side are spread as far as they should be; only what compares the sides changes their weights.
            MostMoves = isShort ? 5 : before.Length > 1 ? 10 : 40,
            MostLastMoves = isShort ? 10 : before.Length > 1 ? 100 : 400,
            LastCorrelation = 0.3,
            FreshDraws = 0,
            LightMoves = 2,
            OnlyPopulation = parsed.GetValue(only),
            Seed = parsed.GetValue(options.Seed),
            Threads = parsed.GetValue(options.Threads),
        },
    };

    try
    {
        return Condition(calibration, before, name, results, parsed);
    }
    catch (OperationCanceledException)
    {
        var hasBegun = Checkpoints(results).Any();
        throw new StoppedException(ExitCode.ToBeContinued, hasBegun
            ? $"Stopped; checkpoints are in {results.Shown}. The same command goes on from them, to the same numbers as if it had not been "
                + "stopped."
            : "Stopped before the first checkpoint; the same command begins again.");
    }
}

int Condition(Calibration calibration, Posterior[] before, string name, Results results, ParseResult parsed)
{
    var clock = Stopwatch.StartNew();
    var checkpoint = Path.Combine(results.Shown, "checkpoint");
    if (calibration.Sampler.OnlyPopulation is null && Lacking(calibration, checkpoint) is { Length: > 0 } lacking)
    {
        Console.WriteLine($"{results.Shown} has checkpoints of other populations, and lacks some of population "
            + $"{string.Join(" and ", lacking)} (counted from 0, as {only.Name} does): this run makes them itself.");
    }

    var posterior = before.Length > 0 ? calibration.Update(before, new Line(clock), checkpoint, Stops.Token)
        : calibration.Run(new Line(clock), checkpoint, Stops.Token);
    var fitted = string.Create(CultureInfo.InvariantCulture,
        $"Conditioned on {calibration.Claims.Count} claims in {clock.Elapsed.TotalSeconds:F0} s: {posterior.Provenance}.");
    Console.WriteLine($"{fitted}\n{posterior.Verdict}");
    if (parsed.GetValue(only) is not null)
    {
        Console.WriteLine($"Its checkpoints are in {results.Shown}; add those of the others and run without --only-population.");
        return ExitCode.Done;
    }

    Validation[] validations = [];
    if (!parsed.GetValue(bare))
    {
        posterior = posterior.LeaveOut(
            new Progress(witness => Say($"  without {witness} ({clock.Elapsed.TotalSeconds:F0} s)")), checkpoint + ".without", moves: 8,
            Stops.Token);
        validations =
        [
            Validation.ByWitness(posterior),
            Validation.ByDate(posterior, parsed.GetValue(from), new Line(clock), checkpoint + ".before", cancellation: Stops.Token),
        ];
    }

    results.Save(name, path => posterior.Save(path));
    results.Write("claims.md", ClaimTables.Of(posterior).ToMarkdown());
    if (validations.Length > 0) results.Write("validation.md", ClaimTables.Of(validations).ToMarkdown());
    var answer = posterior.Answer([.. validations.Select(one => one.Unused)]);
    results.Save(new Report(answer)
    {
        Tables = [ClaimTables.Of(posterior), .. validations.Length > 0 ? [ClaimTables.Of(validations)] : Array.Empty<Table>(),
            ClaimTables.Learnt(posterior)],
    });
    results.Finish();
    foreach (var file in Checkpoints(results)) File.Delete(file);

    Say($"Done in {clock.Elapsed.TotalSeconds:F0} s.");
    Console.WriteLine();
    Show.Answer(answer);
    if (parsed.GetValue(options.Tables))
    {
        if (validations.Length > 0) Show.Table(ClaimTables.Of([.. validations, .. validations.Select(one => one.Unused)]));
        foreach (var validation in validations) Show.Table(ClaimTables.ByKind(validation.Unused));
        Show.Table(ClaimTables.Learnt(posterior));
    }

    results.Tell($"The posterior and the tables are in {results.Shown}; Scenarios/claims.cs reads them.");
    return ExitCode.Done;
}

// The populations that lack a checkpoint of a stage for which another population has one.
static int[] Lacking(Calibration calibration, string checkpoint)
{
    string[] stages = ["", ".fine", ".last", .. Enumerable.Range(2, Math.Max(0, calibration.MostRounds - 1)).Select(round =>
        string.Create(CultureInfo.InvariantCulture, $".last{round}"))];
    int[] all = [.. Enumerable.Range(0, calibration.Sampler.Populations)];
    bool Has(string stage, int population) =>
        File.Exists(string.Create(CultureInfo.InvariantCulture, $"{checkpoint}{stage}.{population}"));
    return [.. stages.Where(stage => all.Any(population => Has(stage, population)))
        .SelectMany(stage => all.Where(population => !Has(stage, population))).Distinct().Order()];
}

// Files of the folder that only this script writes; the names of others may begin as theirs do.
static IEnumerable<string> Checkpoints(Results results) => Directory.EnumerateFiles(results.Shown, "checkpoint.*").Where(file =>
    Regex.IsMatch(Path.GetFileName(file), @"^checkpoint\.([0-9]+|(fine|last[0-9]*|before)\.[0-9]+|without(\.moving(\.[0-9]+)+)?)$"));

static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

// One line that is overwritten, on a terminal.
internal sealed class Line(Stopwatch clock) : IProgress<SamplingProgress>
{
    public void Report(SamplingProgress value)
    {
        Terminal.Overwrite(string.Create(CultureInfo.InvariantCulture,
            $"  population {value.Population + 1}, exponent {value.Exponent:F3}, {value.Simulations:N0} runs, "
                + $"{value.Simulations / clock.Elapsed.TotalSeconds:N0} a second, correlation {value.Correlation:F2}"));
    }
}

internal sealed class Progress(Action<string> said) : IProgress<string>
{
    public void Report(string value) => said(value);
}
