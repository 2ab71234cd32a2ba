using System.Globalization;

namespace Supply.Tests.Referees;

/// <summary>A file of the referees: columns of numbers under names; lines with # give their origin.</summary>
internal sealed class RefereeTable
{
    private readonly string[][] lines;

    private RefereeTable(string[][] lines) => this.lines = lines;

    public static RefereeTable Read(string name) => new([.. File.ReadAllLines(Path(name))
        .Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split(','))]);

    public static string Path(string name) => System.IO.Path.Combine(AppContext.BaseDirectory, "Referees", name);

    public double[] this[string column]
    {
        get
        {
            var index = Array.IndexOf(lines[0], column);
            return [.. lines.Skip(1).Select(line => double.Parse(line[index], CultureInfo.InvariantCulture))];
        }
    }
}
