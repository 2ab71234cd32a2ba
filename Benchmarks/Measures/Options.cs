using System.Globalization;

namespace Supply.Benchmarks.Measures;

/// <summary>The options of a runner: numbers of at least 1, and switches.</summary>
/// <param name="Usage">Printed if an argument is not understood.</param>
internal sealed record Options(string Usage)
{
    private readonly HashSet<string> given = [];

    /// <summary>Numbers by their option, with their defaults.</summary>
    public required Dictionary<string, int> Numbers { get; init; }

    public required IReadOnlyCollection<string> Switches { get; init; }

    public bool Has(string name) => given.Contains(name);

    /// <summary>Reads arguments; false, with the fault on the error stream, if one is not understood.</summary>
    public bool Read(string[] arguments)
    {
        for (var i = 0; i < arguments.Length; i++)
        {
            var number = i + 1 < arguments.Length
                && int.TryParse(arguments[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) ? parsed : 0;
            if (Switches.Contains(arguments[i])) given.Add(arguments[i]);
            else if (Numbers.ContainsKey(arguments[i]) && number > 0) Numbers[arguments[i++]] = number;
            else return Refuse($"\"{arguments[i]}\" is not understood, or its number is missing. Usage: {Usage}");
        }

        var keeps = !Has("--write") || Numbers["--rounds"] >= Results.RoundsToWrite;
        return keeps || Refuse($"--write keeps results of at least {Results.RoundsToWrite} rounds only; these are {Numbers["--rounds"]}.");
    }

    private static bool Refuse(string message)
    {
        Console.Error.WriteLine(message);
        return false;
    }
}
