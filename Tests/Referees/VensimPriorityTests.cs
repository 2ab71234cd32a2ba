using System.Globalization;

namespace Supply.Tests.Referees;

/// <summary>ALLOCATE BY PRIORITY of Vensim against a depot whose consumers share it by priority.</summary>
public sealed class VensimPriorityTests
{
    /// <summary>The columns of one allocation, its supply at a time, and its demands, priorities and width.</summary>
    public static TheoryData<string, double, double, double[], double[], double> Allocations => new()
    {
        { "allocation1", 0, 1, [10, 6, 3], [2, 4, 3], 3 },
        { "allocation2", 0, 1, [8, 1, 3, 4, 0], [5, 3, 0, 1.5, 4], 3 },
        { "allocation2D[A", 0, 1, [6, 3, 3, 3, 1], [1, 10, 2, 1, 0], 2 },
        { "allocation2D[B", 10, 1, [8, 1, 3, 4, 0], [5, 3, 0, 1.5, 4], 3 },
        { "allocation2D[C", 1, 0.5, [0.6, 0, 3, 3, 1], [7, -2, 3, 4, 0.5], 3 },
    };

    //   Depot, supply --by priority--> consumers, one replication for each supply
    [Theory]
    [MemberData(nameof(Allocations))]
    public void Consumers_ShareAsVensimAllocates(
        string columns, double supply, double perTime, double[] demands, double[] priorities, double width)
    {
        var rows = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Referees", "rationing-vensim-by-priority.csv"))
            .Where(line => line.Length > 0 && line[0] != '#').ToArray();
        string[] header = [.. Header(rows[0])];
        double[][] values = [.. rows.Skip(1)
            .Select(row => row.Split(',').Select(cell => double.Parse(cell, CultureInfo.InvariantCulture)).ToArray())];
        Part[] consumers = [.. demands.Select(
            (demand, i) => new Consumer($"Consumer {i}", "Depot", [new(Calibre.Mm152, Rate.PerDay(demand))]) { Priority = priorities[i] })];
        var depot = new Stockpile("Depot",
            [new(Calibre.Mm152, Origin.Russia, Rounds.Of(Uncertain.Uniform(0,
                100).Named("supply")))]) { Allocation = Allocation.ByPriority(width) };
        var scenario = new Scenario("Vensim", new Network("Side", (Part[])[depot, .. consumers]), Horizon.PlainSteps(1));
        Metric[] fired = [.. consumers.Select(one => new Metric(Quantity.Fired).Total().At(one.Name))];
        var given = new ParameterMatrix(["supply"], [[.. values.Select(row => supply + perTime * row[0])]]);
        var result = new Ensemble(values.Length, Record: new Metrics { Scalars = Items.Of<Metric>(fired) }) { Parameters = given }
            .Run(scenario).Baseline;
        var first = Array.FindIndex(header, name => name.StartsWith(columns, StringComparison.Ordinal));
        var largest = 0.0;
        for (var i = 0; i < demands.Length; i++)
        {
            var ours = result.Scalar(fired[i]);
            for (var row = 0; row < values.Length; row++)
            {
                largest = Math.Max(largest, Math.Abs(ours[row] - values[row][first + i]));
                ours[row].ShouldBe(values[row][first + i], Tolerance.VensimPrinted, $"{header[first + i]} at {values[row][0]}");
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{columns}: largest difference {largest:G3}");
    }

    /// <summary>Names with a comma are in quotation marks.</summary>
    private static IEnumerable<string> Header(string line) =>
        line.Split('"').SelectMany((part, i) => i % 2 == 1 ? [part] : part.Split(',', StringSplitOptions.RemoveEmptyEntries));
}
