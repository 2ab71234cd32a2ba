using Supply.Mutants;

// How many small errors in the library its tests would notice. All mutants of some folders are compiled into one library, in which a
// variable of the process turns one of them on; each test class runs once to find the mutants it reaches, and for each mutant of a sample
// the classes that reach it run until one fails. It is run by hand; CONTRIBUTING.md has the command.
//
// dotnet run --project Tests/Mutants -- SAMPLE FOLDER...     folders within Simulation/, for example: 100 Studies Scenario/Files

if (args.Length < 2 || !int.TryParse(args[0], out var sample) || sample < 1)
{
    Console.Error.WriteLine("Give the size of each folder's sample, at least 1, and folders of Simulation/: 100 Studies Scenario/Files");
    return 2;
}

var root = Directory.GetCurrentDirectory();
var work = Directory.CreateTempSubdirectory("supply-mutants-").FullName;
var library = new MutatedLibrary(root, [.. args[1..].Select(folder => Path.Combine(root, "Simulation", folder))]);
var mutants = library.Write(Path.Combine(work, "Supply.Simulation.dll"));
Console.WriteLine($"{mutants.Count:N0} mutants");
var suite = new Suite(root, work);
suite.FindReach(Console.WriteLine);

// The same samples every time.
foreach (var folder in args[1..])
{
    Mutant[] all = [.. mutants.Where(mutant => mutant.Place.StartsWith(folder + "/", StringComparison.Ordinal))];
    var chosen = all.ToArray();
    new Random(2026).Shuffle(chosen);
    chosen = chosen[..Math.Min(sample, chosen.Length)];
    var outcomes = new List<(string Change, Outcome Outcome)>();
    foreach (var mutant in chosen)
    {
        var outcome = suite.Try(mutant.Number, out var classes);
        outcomes.Add((mutant.Change, outcome));
        if (outcome == Outcome.Killed) continue;
        Console.WriteLine($"{outcome}: {mutant}{(classes.Length > 0 ? $" ({classes.Length} classes)" : "")}");
    }

    Console.WriteLine($"{folder}: {Counts(outcomes)} of {chosen.Length} of {all.Length}");
    foreach (var group in outcomes.GroupBy(one => one.Change).OrderByDescending(group => group.Count()))
    {
        Console.WriteLine($"  {group.Key}: {Counts(group)}");
    }
}

return 0;

static string Counts(IEnumerable<(string Change, Outcome Outcome)> outcomes) => string.Join(", ",
    outcomes.GroupBy(one => one.Outcome).OrderBy(group => group.Key).Select(group => $"{group.Key} {group.Count()}"));
