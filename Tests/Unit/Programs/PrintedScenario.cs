using System.Text.RegularExpressions;
using Supply.Maths;
using Supply.Programs;

namespace Supply.Tests.Unit.Programs;

/// <summary>
/// Runs one replication of a scenario from the printed text of its listing, the values of its tables and paths, and parameters;
/// of the model itself it knows nothing but the draws.
/// </summary>
internal sealed partial class PrintedScenario : IPrintedNames
{
    private readonly Dictionary<string, Func<double>> values = [];
    private readonly Dictionary<char, string[]> byFirst;
    private readonly Dictionary<string, double> states = [];
    private readonly Dictionary<string, List<double>> delays = [];
    private readonly Dictionary<string, double[]> arrivals = [];
    private readonly Dictionary<string, StepQuantile> quantiles;
    private readonly uint replication;
    private readonly ulong seed;
    private readonly int steps;
    private int step;
    private bool isOver;

    public PrintedScenario(
        Explanation listing, Scenario scenario, IReadOnlyDictionary<string, double> parameters, ulong seed, uint replication)
    {
        (this.seed, this.replication, steps) = (seed, replication, scenario.Horizon.Steps);
        quantiles = listing.Quantiles.ToDictionary(one => one.Name, one => StepQuantile.Of(one.Of));
        Lines = Read(listing.ToString());
        foreach (var (name, value) in parameters) values["~" + name] = () => value;
        values["days"] = () => scenario.Horizon.StepDays;
        foreach (var table in listing.Tables) values[table.Name + "(t)"] = () => table.Values[step];
        foreach (var name in Lines.Keys) Define(name);
        var expressions = new Dictionary<string, Func<double>>();
        foreach (var name in Lines.Keys.Where(name => !Points().IsMatch(name)))
        {
            var (known, value) = (-2, double.NaN);
            values[name] = () =>
            {
                var now = isOver ? steps : step;
                if (known != now) (known, value) = (now, expressions[name]());
                return value;
            };
        }

        foreach (var path in listing.Paths) values[path.Name + "(t)"] = () => throw new InvalidOperationException("not read yet");
        byFirst = values.Keys.Concat(delays.Keys).Distinct().GroupBy(name => name[0])
            .ToDictionary(group => group.Key, group => group.OrderByDescending(name => name.Length).ToArray());
        var points = new Dictionary<string, List<Func<double>>>();
        foreach (var (name, text) in Lines)
        {
            if (Points().Match(name) is { Success: true } match)
            {
                if (!points.TryGetValue(match.Groups[1].Value, out var some)) points[match.Groups[1].Value] = some = [];
                some.AddRange(PrintedExpression.ReadList(text, this));
            }
            else
            {
                expressions[name] = PrintedExpression.Read(text, this);
            }
        }

        foreach (var path in listing.Paths)
        {
            var through = points[path.Name];
            values[path.Name + "(t)"] = () => path.Weights[step] is var weight && weight == 0
                ? through[path.Points[step]]()
                : through[path.Points[step]]() is var a ? a + (through[path.Points[step] + 1]() - a) * weight : 0;
        }
    }

    /// <summary>The printed expressions by their names, in the order of the text.</summary>
    public IReadOnlyDictionary<string, string> Lines { get; }

    /// <summary>Runs to the end; what is asked for is read after each step, before states take their new values.</summary>
    public void Run(IReadOnlyList<string> records, Action<int, double[]> take)
    {
        foreach (var state in states.Keys.Where(state => Lines.ContainsKey(state + AtStart)).ToArray())
        {
            states[state] = values[state + AtStart]();
        }

        var updates = Lines.Keys.Where(name => name.EndsWith('\'')).ToArray();
        for (step = 0; step < steps; step++)
        {
            var next = updates.Select(name => values[name]()).ToArray();
            take(step, [.. records.Select(name => values[name]())]);
            foreach (var delay in delays.Keys) Push(delay);
            foreach (var (name, value) in updates.Zip(next)) states[name[..^1]] = value;
        }

        (step, isOver) = (steps - 1, true);
    }

    /// <summary>The value of a line after the last step.</summary>
    public double AtEnd(string name) => values[name]();

    public (string Name, Func<double> Value)? Find(ReadOnlySpan<char> text)
    {
        if (!byFirst.TryGetValue(text[0], out var candidates)) return null;
        foreach (var name in candidates)
        {
            if (text.StartsWith(name, StringComparison.Ordinal)) return (name, () => values[name]());
        }

        return null;
    }

    public Func<double> Delayed(string delay, Func<double>? lag) => lag is null
        ? () => arrivals.TryGetValue(delay, out var due) ? due[step] : 0
        : () => step - (int)lag() is var put && put >= 0 ? delays[delay][put] : 0;

    public Func<double> Normal(string key) => () => InverseNormal.Of(Philox.Uniform(seed, replication, DrawKey.Of(key), (uint)step));

    public Func<double> Quantile(string name, Func<double> normal) => () => quantiles[name].At(normal());

    public Func<double> Change(Func<double> value)
    {
        var (known, now, before) = (-1, 0.0, 0.0);
        return () =>
        {
            if (known != step) (known, before, now) = (step, now, value());
            return now - before;
        };
    }

    private const string AtStart = " at the start";

    private void Push(string delay)
    {
        var value = values["into " + delay]();
        delays[delay].Add(value);
        if (!values.TryGetValue("lag into " + delay, out var lag)) return;
        if (!arrivals.TryGetValue(delay, out var due)) arrivals[delay] = due = new double[steps];
        if (step + (int)lag() is var arrival && arrival < steps) due[arrival] += value;
    }

    /// <summary>A line names a state by its new or first value, and a delay by what goes into it.</summary>
    private void Define(string name)
    {
        if (name.EndsWith('\'')) State(name[..^1]);
        else if (name.EndsWith(AtStart, StringComparison.Ordinal)) State(name[..^AtStart.Length]);
        else if (name.StartsWith("into ", StringComparison.Ordinal)) delays[name["into ".Length..]] = [];
    }

    private void State(string name)
    {
        states[name] = 0;
        values[name] = () => states[name];
        values[name + " at the end"] = () => states[name];
    }

    private static Dictionary<string, string> Read(string text)
    {
        var lines = new Dictionary<string, string>();
        var body = text[text.IndexOf("\n\n", StringComparison.Ordinal)..text.LastIndexOf("\n\ntables,", StringComparison.Ordinal)];
        var joined = body.Replace(" =\n", " = ", StringComparison.Ordinal);
        foreach (var line in joined.Split('\n').Where(line => line.StartsWith("  ", StringComparison.Ordinal)))
        {
            var equals = line.IndexOf(" = ", StringComparison.Ordinal);
            lines.Add(line[..equals].Trim(), line[(equals + 3)..].Trim());
        }

        return lines;
    }

    [GeneratedRegex(@"^(path \d+), points? ")]
    private static partial Regex Points();
}
