using Supply.Mutants;

// How many small errors in the library its tests would notice. All mutants of some folders are compiled into one library, in which a
// variable of the process turns one of them on; each test class runs once to find the mutants it reaches, and for each mutant of a sample
// the classes that reach it run until one fails. It is run by hand; CONTRIBUTING.md has the command.
//
// dotnet run --project Tests/Mutants -- SAMPLE FOLDER...     folders within Simulation/, for example: 150 Studies Scenario/Files

if (args.Length < 2 || !int.TryParse(args[0], out var sample) || sample < 1)
{
    Console.Error.WriteLine("Give the size of the sample, at least 1, and folders of Simulation/: 150 Studies Scenario/Files");
    return 2;
}

var root = Directory.GetCurrentDirectory();
var work = Directory.CreateTempSubdirectory("supply-mutants-").FullName;
var library = new MutatedLibrary(root, [.. args[1..].Select(folder => Path.Combine(root, "Simulation", folder))]);
var mutants = library.Write(Path.Combine(work, "Supply.Simulation.dll"));
Console.WriteLine($"{mutants.Count:N0} mutants");
var suite = new Suite(root, work);
suite.FindReach(Console.WriteLine);

// The same sample every time.
var chosen = mutants.ToArray();
new Random(2026).Shuffle(chosen);
chosen = chosen[..Math.Min(sample, chosen.Length)];
var counts = new Dictionary<Outcome, int>();
foreach (var mutant in chosen)
{
    var outcome = suite.Try(mutant.Number, out var classes);
    counts[outcome] = counts.GetValueOrDefault(outcome) + 1;
    if (outcome != Outcome.Killed) Console.WriteLine($"{outcome}: {mutant}{(classes.Length > 0 ? $" ({classes})" : "")}");
}

Console.WriteLine(string.Join(", ", counts.Select(count => $"{count.Key} {count.Value}")) + $" of {chosen.Length}");
return 0;
