namespace Supply.Tests.Twin;

/// <summary>Where a flow or level is booked. Calibre or origin is null if it has none.</summary>
internal sealed record Entry(Quantity Quantity, string Side, string Place, Calibre? Calibre, Origin? Origin);

/// <summary>
/// One replication of a scenario, computed step by step with dictionaries and plain loops from MODEL.md alone. It shares only the
/// description with the engines.
/// </summary>
internal sealed class TwinModel
{
    private readonly Scenario scenario;
    private readonly TwinNumbers numbers;
    private readonly Dictionary<Entry, double[]> books = [];

    private TwinModel(Scenario scenario, TwinNumbers numbers) => (this.scenario, this.numbers) = (scenario, numbers);

    /// <summary>Flows of each step and levels after each step. Those that are always 0 may be missing.</summary>
    public IReadOnlyDictionary<Entry, double[]> Books => books;

    /// <summary>The parameters of the replication by key.</summary>
    public IReadOnlyDictionary<string, double> Parameters => numbers.Parameters;

    /// <summary>
    /// Whether some route or works can never have anything to do; numbers that matter only to them need not be parameters.
    /// </summary>
    public bool HasIdlePart { get; private set; }

    /// <summary>The consumers whose wish follows supply in the replication, with their networks.</summary>
    public IReadOnlySet<(string Side, string Consumer)> Followers { get; private set; } = new HashSet<(string, string)>();

    /// <summary>Steps of the horizon.</summary>
    public Horizon Horizon => scenario.Horizon;

    /// <summary>Computes a replication.</summary>
    public static TwinModel Run(Scenario scenario, ulong seed, int replication, IReadOnlyDictionary<string, double>? given = null)
    {
        var model = new TwinModel(scenario, new(seed, (uint)replication, scenario.Horizon, given));
        var changes = new TwinChanges(scenario, model.numbers);
        var sides = scenario.Networks
            .Select(network =>
                new TwinSide(network, scenario.Horizon, new(scenario.WholeRounds), model.numbers, changes, model.Book, model.FiredIn))
                .ToArray();
        model.Followers = sides.SelectMany(side => side.Followers).ToHashSet();
        model.HasIdlePart = sides.Any(side => side.HasIdlePart);
        for (var t = 0; t < scenario.Horizon.Steps; t++)
        {
            changes.Begin(t, (network, calibre) =>
                sides[scenario.Networks.Index().First(one => one.Item == network).Index].OnHand(calibre));
            foreach (var side in sides) side.Step(t);
        }

        return model;
    }

    /// <summary>All rounds that a consumer fired in a step.</summary>
    private double FiredIn(string side, string consumer, int step) => books
        .Where(pair => pair.Key.Quantity == Quantity.Fired && pair.Key.Side == side && pair.Key.Place == consumer)
            .Sum(pair => pair.Value[step]);

    private void Book(Entry entry, int t, double amount)
    {
        if (!books.TryGetValue(entry, out var row)) books.Add(entry, row = new double[scenario.Horizon.Steps]);
        row[t] += amount;
    }
}
